"""The style sheet as XML: builds ``styles.xml`` for a base file, and dresses the styles of a base in a theme.

A centre may bring its own base. Then the base decides about space and numbering, the theme about type and colour; a style
that the base does not have is added whole. Must not know what is written in the styles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from modulekit.formats.docx import order
from modulekit.formats.docx.sheet import (
    CHARACTERS,
    PARAGRAPHS,
    TABLES,
    CharacterStyle,
    Edge,
    Family,
    ParagraphStyle,
    TableStyle,
    Type,
)
from modulekit.formats.ooxml.theme_part import SLOTS, colour_of
from modulekit.formats.ooxml.units import eighths, half_points, twips
from modulekit.formats.ooxml.xml import Element, el, in_order, qname, replace_child
from modulekit.formats.theme import Theme

_HEADING_LEADING = 1.15
_NATURAL = 1.15  # the line height that office families have of themselves
_THEME_NAMES = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_THEME_COLOURS = {token: _THEME_NAMES.get(slot, slot) for slot, token in reversed(SLOTS.items())}
_BUILT_IN = frozenset(
    "Normal,Body Text,Title,Subtitle,Quote,caption,header,footer,TOC Heading,toc 1,toc 2,toc 3,Hyperlink".split(",")
)


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, the product whose accent it takes, and the width of the text in millimetres."""

    theme: Theme
    style: str
    width: float

    def colour(self, token: str) -> str:
        """``RRGGBB``."""
        return colour_of(self.theme, self.style, token)

    def size(self, family: Family, token: str) -> float:
        """Points, to the half: office families are set so large that they look like the bundled ones."""
        return round(self.theme.number("size", token) * self.theme.number("scale", family) * 2) / 2


def styles_part(look: Look, language: str) -> Element:
    """The root of a ``styles.xml`` with every style of the sheet."""
    root = el(
        "w:styles",
        None,
        el("w:docDefaults", None, el("w:rPrDefault"), el("w:pPrDefault")),
        el(
            "w:latentStyles",
            {
                "w:defLockedState": 0,
                "w:defUIPriority": 99,
                "w:defSemiHidden": 1,
                "w:defUnhideWhenUsed": 1,
                "w:defQFormat": 0,
                "w:count": 376,
            },
        ),
        el(
            "w:style",
            {"w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont"},
            el("w:name", {"w:val": "Default Paragraph Font"}),
            el("w:uiPriority", {"w:val": 1}),
            el("w:semiHidden"),
        ),
        el(
            "w:style",
            {"w:type": "table", "w:default": 1, "w:styleId": "TableNormal"},
            el("w:name", {"w:val": "Normal Table"}),
            el("w:uiPriority", {"w:val": 99}),
            el("w:semiHidden"),
            el(
                "w:tblPr",
                None,
                el("w:tblInd", {"w:w": 0, "w:type": "dxa"}),
                _margins(0, 0),
            ),
        ),
    )
    dress(root, look, language)
    return root


def dress(root: Element, look: Look, language: str) -> dict[str, str]:
    """Put type and colour of ``look`` and ``language`` into the styles under ``root``; add those that are missing.

    Gives the id of each style by the name that the sheet uses.
    """
    existing = {_name(style).lower(): style for style in root.iterfind(qname("w:style"))}
    ids: dict[str, str] = {
        sheet.name: existing[sheet.name.lower()].get(qname("w:styleId"))
        if sheet.name.lower() in existing
        else _new_id(sheet.name)
        for sheet in (*PARAGRAPHS, *CHARACTERS, *TABLES)
    }
    _defaults(root, look, language)
    sheet_styles: tuple[ParagraphStyle | CharacterStyle | TableStyle, ...] = (*PARAGRAPHS, *CHARACTERS, *TABLES)
    for sheet in sheet_styles:
        fresh = _style(sheet, ids, look)
        old = existing.get(sheet.name.lower())
        if old is None:
            root.append(fresh)
        elif isinstance(sheet, TableStyle):
            root.replace(old, fresh)
        else:
            _repaint(old, fresh)
    return ids


def _name(style: Element) -> str:
    return str(style.find(qname("w:name")).get(qname("w:val")))


def _new_id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _repaint(old: Element, fresh: Element) -> None:
    replace_child(old, fresh.find(qname("w:rPr")), "w:rPr", order.STYLE)
    painted = fresh.find(qname("w:pPr"))
    properties = old.find(qname("w:pPr"))
    if properties is None:
        properties = el("w:pPr")
        replace_child(old, properties, "w:pPr", order.STYLE)
    for tag in ("w:pBdr", "w:shd"):
        replace_child(properties, painted.find(qname(tag)) if painted is not None else None, tag, order.PARAGRAPH)


def _defaults(root: Element, look: Look, language: str) -> None:
    place = root.find(f"{qname('w:docDefaults')}/{qname('w:rPrDefault')}")
    for child in list(place):
        place.remove(child)
    size = half_points(look.size("serif", "body"))
    place.append(
        in_order(
            "w:rPr",
            order.RUN,
            [
                fonts("serif", look),
                el("w:sz", {"w:val": size}),
                el("w:szCs", {"w:val": size}),
                el("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"}),
            ],
        )
    )


def _style(sheet: ParagraphStyle | CharacterStyle | TableStyle, ids: dict[str, str], look: Look) -> Element:
    match sheet:
        case ParagraphStyle():
            kind, based_on, priority = "paragraph", sheet.based_on, sheet.priority
            quick = sheet.quick
            body = _paragraph_body(sheet, look)
        case CharacterStyle():
            kind, based_on, priority, quick = "character", "Default Paragraph Font", 25, True
            body = [run_properties(sheet.type, look)]
        case TableStyle():
            kind, based_on, priority, quick = "table", "Normal Table", 40, False
            body = _table_body(sheet, look)
    attributes: dict[str, str | int] = {"w:type": kind, "w:styleId": ids[sheet.name]}
    if sheet.name == "Normal":
        attributes["w:default"] = 1
    if sheet.name not in _BUILT_IN and not sheet.name.startswith(("heading", "List ")) or sheet.name == "List Check":
        attributes["w:customStyle"] = 1
    following = getattr(sheet, "next", None)
    children = [
        el("w:name", {"w:val": sheet.name}),
        el("w:basedOn", {"w:val": ids.get(based_on, _new_id(based_on))}) if based_on else None,
        el("w:next", {"w:val": ids[following]}) if following else None,
        el("w:uiPriority", {"w:val": priority}),
        el("w:qFormat") if quick else None,
        *body,
    ]
    style = el("w:style", attributes)
    for child in children:
        if child is not None:
            style.append(child)
    return style


# --- paragraphs ------------------------------------------------------------------------------------


def _paragraph_body(sheet: ParagraphStyle, look: Look) -> list[Element | None]:
    spacing: dict[str, str | int] = {}
    if sheet.before is not None:
        spacing["w:before"] = twips(sheet.before)
    if sheet.after is not None:
        spacing["w:after"] = twips(sheet.after)
    if sheet.exact is not None:
        spacing |= {"w:line": twips(sheet.exact), "w:lineRule": "exact"}
    elif sheet.leading is not None:
        spacing |= {"w:line": _line(sheet, look), "w:lineRule": "auto"}
    indents: dict[str, str | int] = {}
    if sheet.left is not None:
        indents["w:left"] = twips(sheet.left)
    if sheet.right is not None:
        indents["w:right"] = twips(sheet.right)
    if sheet.hanging:
        indents["w:hanging"] = twips(sheet.hanging)
    properties = in_order(
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
            el("w:spacing", spacing) if spacing else None,
            el("w:ind", indents) if indents else None,
            el("w:contextualSpacing") if sheet.contextual else None,
            el("w:outlineLvl", {"w:val": sheet.outline - 1}) if sheet.outline else None,
        ],
    )
    return [properties, run_properties(replace(sheet.type, family=_own_family(sheet)), look)]


def _hyphens(sheet: ParagraphStyle) -> Element | None:
    """Only narrow columns are hyphenated."""
    if sheet.hyphenate:
        return el("w:suppressAutoHyphens", {"w:val": 0})
    return el("w:suppressAutoHyphens") if sheet.based_on is None else None


def _own_family(sheet: ParagraphStyle) -> Family | None:
    """The family to write down: a size needs one, because each family has its own scale."""
    return sheet.type.family or (resolved(sheet).family if sheet.type.size else None)


def _line(sheet: ParagraphStyle, look: Look) -> int:
    """The line spacing in 240ths of the family's own line, so that lines stand as far apart as in the PDF."""
    whole = resolved(sheet)
    assert whole.family is not None
    assert whole.size is not None
    leading = _HEADING_LEADING if sheet.leading == "heading" else look.theme.number("leading", sheet.leading or "body")
    wanted = leading * look.theme.number("size", whole.size)
    return max(240, round(240 * wanted / (_NATURAL * look.size(whole.family, whole.size))))


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


_BY_NAME = {sheet.name: sheet for sheet in PARAGRAPHS}


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
            _toggle("w:b", kind.bold),
            _toggle("w:bCs", kind.bold),
            _toggle("w:i", kind.italic),
            _toggle("w:iCs", kind.italic),
            el("w:caps") if kind.capitals else None,
            colour(kind.colour, look) if kind.colour else None,
            el("w:spacing", {"w:val": round(kind.tracking * 20)}) if kind.tracking else None,
            el("w:sz", {"w:val": size}) if size else None,
            el("w:szCs", {"w:val": size}) if size else None,
            el("w:u", {"w:val": "single"}) if kind.underline else None,
            shade(kind.ground, look) if kind.ground else None,
        ],
    )


def _toggle(name: str, value: bool | None) -> Element | None:
    if value is None:
        return None
    return el(name) if value else el(name, {"w:val": 0})


def fonts(family: Family, look: Look) -> Element:
    """The theme's font for headings or text: an editor changes both in one place."""
    role = "major" if family == "sans" else "minor"
    return el(
        "w:rFonts",
        {
            "w:asciiTheme": f"{role}HAnsi",
            "w:hAnsiTheme": f"{role}HAnsi",
            "w:eastAsiaTheme": f"{role}HAnsi",
            "w:cs": look.theme.office(family),
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


def _table_body(sheet: TableStyle, look: Look) -> list[Element | None]:
    table = in_order(
        "w:tblPr",
        order.TABLE,
        [
            el("w:tblInd", {"w:w": 0, "w:type": "dxa"}),
            borders("w:tblBorders", tuple(replace(edge, space=0) for edge in sheet.edges), look),
            _margins(*sheet.padding),
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


def _margins(across: float, down: float) -> Element:
    return el(
        "w:tblCellMar",
        None,
        *(
            el(f"w:{side}", {"w:w": twips(length), "w:type": "dxa"})
            for side, length in (("top", down), ("left", across), ("bottom", down), ("right", across))
        ),
    )


def borders(name: str, edges: tuple[Edge, ...], look: Look) -> Element | None:
    """The edges as ``w:pBdr``, ``w:tblBorders`` or ``w:tcBorders``."""
    return in_order(name, order.BORDERS, list(_edges(edges, look)))


def _edges(edges: tuple[Edge, ...], look: Look) -> Iterator[Element]:
    for edge in edges:
        yield el(
            f"w:{edge.side}",
            {
                "w:val": "single",
                "w:sz": eighths(edge.points),
                "w:space": edge.space,
                "w:color": look.colour(edge.colour),
                "w:themeColor": _THEME_COLOURS[edge.colour],
            },
        )
