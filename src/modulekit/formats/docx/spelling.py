"""A style of the sheet as XML, in the tokens of a theme. Must not know which styles a file has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from modulekit.formats.docx import order
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.sheet import PARAGRAPHS
from modulekit.formats.docx.vocabulary import CharacterStyle, Edge, Family, ParagraphStyle, Style, TableStyle, Type
from modulekit.formats.ooxml.theme_part import SLOTS
from modulekit.formats.ooxml.units import eighths, half_points, twips
from modulekit.formats.ooxml.xml import Element, el, in_order

_HEADING_LEADING = 1.15
_NATURAL = 1.15  # the line height that office families have of themselves
_THEME_NAMES = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_THEME_COLOURS = {token: _THEME_NAMES.get(slot, slot) for slot, token in reversed(tuple(SLOTS.items()))}
_BY_NAME = {sheet.name: sheet for sheet in PARAGRAPHS}


def properties(sheet: Style, look: Look) -> list[Element]:
    """The property elements of a style, in the order of the schema."""
    match sheet:
        case ParagraphStyle():
            kind = replace(sheet.type, family=_own_family(sheet))
            found = [_paragraph(sheet, look), run_properties(kind, look)]
        case CharacterStyle():
            found = [run_properties(sheet.type, look)]
        case TableStyle():
            found = _table(sheet, look)
        case _:
            assert_never(sheet)
    return [element for element in found if element is not None]


# --- paragraphs ------------------------------------------------------------------------------------


def _paragraph(sheet: ParagraphStyle, look: Look) -> Element | None:
    return in_order(
        "w:pPr",
        order.PARAGRAPH,
        [
            el("w:keepNext") if sheet.keep_next else None,
            el("w:keepLines") if sheet.keep_lines else None,
            el("w:pageBreakBefore") if sheet.page_break else None,
            borders("w:pBdr", sheet.edges, look),
            shade(sheet.ground, look) if sheet.ground else None,
            _tabs(sheet, look),
            _hyphens(sheet),
            _spacing(sheet, look),
            _indents(sheet),
            el("w:outlineLvl", {"w:val": sheet.outline - 1}) if sheet.outline else None,
        ],
    )


def _spacing(sheet: ParagraphStyle, look: Look) -> Element | None:
    spacing: dict[str, str | int] = {}
    if sheet.before is not None:
        spacing["w:before"] = twips(sheet.before * look.manner.air)
    if sheet.after is not None:
        spacing["w:after"] = twips(sheet.after * look.manner.air)
    if sheet.exact is not None:
        spacing |= {"w:line": twips(sheet.exact), "w:lineRule": "exact"}
    elif sheet.leading is not None:
        spacing |= _line(sheet, look)
    return el("w:spacing", spacing) if spacing else None


def _indents(sheet: ParagraphStyle) -> Element | None:
    indents: dict[str, str | int] = {}
    if sheet.left is not None:
        indents["w:left"] = twips(sheet.left)
    if sheet.right is not None:
        indents["w:right"] = twips(sheet.right)
    if sheet.hanging:
        indents["w:hanging"] = twips(sheet.hanging)
    return el("w:ind", indents) if indents else None


def _hyphens(sheet: ParagraphStyle) -> Element | None:
    """Only narrow columns are hyphenated."""
    if sheet.hyphenate:
        return el("w:suppressAutoHyphens", {"w:val": 0})
    return el("w:suppressAutoHyphens") if sheet.based_on is None else None


def _own_family(sheet: ParagraphStyle) -> Family | None:
    """The family to write down: a size needs one, because each family has its own scale."""
    return sheet.type.family or (resolved(sheet).family if sheet.type.size else None)


def _line(sheet: ParagraphStyle, look: Look) -> dict[str, str | int]:
    """The line spacing, so that lines stand as far apart as in the PDF: in 240ths of the family's own line, which grow
    with letters that an editor makes larger, or exactly."""
    if sheet.leading == "single":  # a picture in the line must not be stretched
        return {"w:line": 240, "w:lineRule": "auto"}
    whole = resolved(sheet)
    assert whole.family is not None
    assert whole.size is not None
    leading = _HEADING_LEADING if sheet.leading == "heading" else look.theme.number("leading", sheet.leading or "body")
    wanted = leading * look.points(whole.size)
    if look.manner.exact:
        return {"w:line": round(wanted * 20), "w:lineRule": "exact"}
    return {
        "w:line": max(240, round(240 * wanted / (_NATURAL * look.size(whole.family, whole.size)))),
        "w:lineRule": "auto",
    }


def resolved(sheet: ParagraphStyle) -> Type:
    """The type of a style with what it inherits."""
    chain = [sheet.type]
    name = sheet.based_on
    while name is not None:
        parent = _BY_NAME[name]
        chain.append(parent.type)
        name = parent.based_on
    return replace(
        sheet.type,
        family=next((kind.family for kind in chain if kind.family), None),
        size=next((kind.size for kind in chain if kind.size), None),
        colour=next((kind.colour for kind in chain if kind.colour), None),
    )


def _tabs(sheet: ParagraphStyle, look: Look) -> Element | None:
    stops = []
    for position, kind in sheet.tabs:
        attributes: dict[str, str | int] = {"w:val": "left" if kind == "left" else "right"}
        if kind == "dots":
            attributes["w:leader"] = "dot"
        attributes["w:pos"] = twips(position or look.width)
        stops.append(el("w:tab", attributes))
    return el("w:tabs", None, stops) if stops else None


# --- characters ------------------------------------------------------------------------------------


def run_properties(kind: Type, look: Look) -> Element | None:
    """The ``w:rPr`` of a type; what it leaves open is inherited."""
    size = half_points(look.size(kind.family or "sans", kind.size)) if kind.size else None
    return in_order(
        "w:rPr",
        order.RUN,
        [
            fonts(kind.family, look) if kind.family else None,
            *toggles("b", kind.bold),
            *toggles("i", kind.italic),
            el("w:caps") if kind.capitals else None,
            colour(kind.colour, look) if kind.colour else None,
            el("w:spacing", {"w:val": round(kind.tracking * 20)}) if kind.tracking else None,
            el("w:sz", {"w:val": size}) if size else None,
            el("w:szCs", {"w:val": size}) if size else None,
            el("w:u", {"w:val": "single"}) if kind.underline else None,
            shade(kind.ground, look) if kind.ground else None,
        ],
    )


def toggles(name: str, value: bool | None) -> tuple[Element, ...]:
    """Bold (``b``) or italic (``i``) for simple and for complex scripts; nothing where the style decides."""
    if value is None:
        return ()
    return tuple(el(tag, None if value else {"w:val": 0}) for tag in (f"w:{name}", f"w:{name}Cs"))


def fonts(family: Family, look: Look) -> Element:
    """The theme's font for headings or text: an editor changes both in one place."""
    own = look.family(family)
    role = "majorHAnsi" if own == "sans" else "minorHAnsi"
    return el(
        "w:rFonts",
        {
            "w:cs": look.theme.office(own),
            "w:asciiTheme": role,
            "w:hAnsiTheme": role,
            "w:eastAsiaTheme": role,
        },
    )


def colour(token: str, look: Look) -> Element:
    """The colour of text."""
    return el("w:color", {"w:val": look.colour(token), "w:themeColor": _THEME_COLOURS[token]})


def shade(token: str, look: Look) -> Element:
    """The ground behind text or cells."""
    return el(
        "w:shd",
        {"w:val": "clear", "w:color": "auto", "w:fill": look.colour(token), "w:themeFill": _THEME_COLOURS[token]},
    )


# --- tables ----------------------------------------------------------------------------------------


def _table(sheet: TableStyle, look: Look) -> list[Element | None]:
    table = in_order(
        "w:tblPr",
        order.TABLE,
        [
            el("w:tblInd", {"w:w": 0, "w:type": "dxa"}),
            borders("w:tblBorders", tuple(replace(edge, space=0) for edge in sheet.edges), look),
            margins(sheet.padding[0], sheet.padding[1] * look.manner.cells),
        ],
    )
    cells = in_order("w:tcPr", order.CELL, [shade(sheet.ground, look) if sheet.ground else None])
    header = in_order(
        "w:tcPr",
        order.CELL,
        [
            borders("w:tcBorders", sheet.header_edges, look),
            shade(sheet.header_ground, look) if sheet.header_ground else None,
        ],
    )
    first = el("w:tblStylePr", {"w:type": "firstRow"}, header) if header is not None else None
    return [table, cells, first]


def margins(across: float, down: float) -> Element:
    """The padding of cells, in millimetres."""
    lengths: Mapping[str, float] = {"top": down, "left": across, "bottom": down, "right": across}
    return el(
        "w:tblCellMar",
        None,
        [el(f"w:{side}", {"w:w": twips(length), "w:type": "dxa"}) for side, length in lengths.items()],
    )


def borders(name: str, edges: tuple[Edge, ...], look: Look) -> Element | None:
    """The edges as ``w:pBdr``, ``w:tblBorders`` or ``w:tcBorders``."""
    return in_order(
        name,
        order.BORDERS,
        [
            el(
                f"w:{edge.side}",
                {
                    "w:val": "single",
                    "w:sz": eighths(edge.points),
                    "w:space": edge.space,
                    "w:color": look.colour(edge.colour),
                    "w:themeColor": _THEME_COLOURS[edge.colour],
                },
            )
            for edge in edges
        ],
    )
