"""The shapes of a slide that fill placeholders: texts, numbers, pictures and tables."""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import Align, Cell, Figure, Inlines, Paragraph, Table, plain, walk
from modulekit.formats.ooxml.codes import OVERFLOW
from modulekit.formats.ooxml.pictures import blip
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx import fit
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import Frame, Placeholder
from modulekit.formats.pptx.master import FIELD, list_style, placeholder, transform
from modulekit.formats.pptx.table_style import STYLE
from modulekit.formats.pptx.text import Ink, paragraph, properties
from modulekit.formats.pptx.text_style import fill
from modulekit.formats.widths import shares, with_least

_TABLE_SIZES = (16.0, 14.5, 13.0, 12.0)
_LINE, _TALL_LINE = 1.2, 1.37  # of a line: in office families, and in the tallest that may stand for one
_SPARE = 2.5  # millimetres below a table, before the source
_CELL = (2.4, 1.6)  # padding of table cells: across, down
TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


# --- text ------------------------------------------------------------------------------------------


def text(desk: Desk, place: Placeholder, paragraphs: Sequence[Inlines], frame: Frame | None = None) -> Element:
    """Paragraphs in ``place``, made smaller where they would not fit. With ``frame`` the shape stands there, and is a
    text box of its own."""
    texts = [plain(inlines) for inlines in paragraphs]
    scale = fit.scale_of(texts, place, frame or place.frame, _size(desk, place), desk.press.fonts)
    if scale is None:
        scale = fit.SCALES[-1]
        desk.find(
            OVERFLOW,
            f"the slide has no room for “{_beginning(texts)}” ({place.name.lower()})",
            "say less on it, or make two slides of it",
        )
    content = [paragraph(desk, inlines) for inlines in paragraphs] or [el("a:p")]
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": desk.number(), "name": place.name}),
            el("p:cNvSpPr", {"txBox": 1}) if frame else el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, None if frame else placeholder(place)),
        ),
        el("p:spPr", None, box(frame) if frame else None),
        el(
            "p:txBody",
            None,
            _body(scale, place.anchor, frame=frame),
            list_style(place) if frame else el("a:lstStyle"),
            content,
        ),
    )


def _size(desk: Desk, place: Placeholder) -> float:
    """Points; what the master decides is the theme's."""
    if place.size is not None:
        return place.size
    return desk.press.theme.number("size", "slide-title" if place.kind == "title" else "slide-body")


def _beginning(texts: Sequence[str]) -> str:
    whole = " ".join(texts)
    return whole if len(whole) <= 60 else whole[:57].rstrip() + "…"


def _body(scale: float, anchor: str, *, frame: Frame | None) -> Element:
    attributes = {}
    if scale < 1:
        attributes = {"fontScale": round(scale * 100_000), "lnSpcReduction": 10_000}
    inset: dict[str, str | int] = {}
    if frame:
        inset = {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": anchor}
    return el("a:bodyPr", inset, el("a:normAutofit", attributes))


def box(frame: Frame) -> list[Element]:
    """The place and outline of a shape that has none from a layout."""
    return [transform("a:xfrm", frame), el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))]


def shown_number(desk: Desk, number: int, *, counted: bool) -> Element:
    """A field where PowerPoint counts the same, else the number that is printed elsewhere."""
    name, kind = ("a:fld", {"id": FIELD, "type": "slidenum"}) if counted else ("a:r", None)
    return el(name, kind, properties(desk, Ink()), el("a:t", None, str(number)))


def slide_number(desk: Desk, place: Placeholder, number: int, *, counted: bool) -> Element:
    """The number of the slide, which is the same in every edition."""
    shown = shown_number(desk, number, counted=counted)
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": desk.number(), "name": place.name}),
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, placeholder(place)),
        ),
        el("p:spPr"),
        el("p:txBody", None, el("a:bodyPr"), el("a:lstStyle"), el("a:p", None, shown)),
    )


# --- pictures --------------------------------------------------------------------------------------


def picture(desk: Desk, place: Placeholder, figure: Figure, frame: Frame) -> Element | None:
    """The picture as large as it fits ``frame``, at its upper left; ``None`` where it cannot be read."""
    found = desk.picture(figure.asset, frame.width)
    if found is None:
        return None
    image, relation, svg = found
    width = min(frame.width, frame.height / image.ratio)
    shown = Frame(frame.x, frame.y, width, width * image.ratio)
    return el(
        "p:pic",
        None,
        el(
            "p:nvPicPr",
            None,
            el("p:cNvPr", {"id": desk.number(), "name": place.name, "descr": figure.alt}),
            el("p:cNvPicPr", None, el("a:picLocks", {"noGrp": 1, "noChangeAspect": 1})),
            el("p:nvPr", None, placeholder(place)),
        ),
        blip("p:blipFill", relation, svg),
        el("p:spPr", None, box(shown), el("a:ln", {"w": 9525}, fill("tx2")) if figure.frame else None),
    )


# --- tables ----------------------------------------------------------------------------------------


def table(desk: Desk, place: Placeholder, block: Table, frame: Frame) -> Element:
    """A native table in ``frame``, in the largest size at which it fits."""
    shared = shares([column.width for column in block.columns], frame.width)
    has_header = any(column.title for column in block.columns)
    rows: list[tuple[Inlines, ...]] = [tuple(column.title for column in block.columns)] if has_header else []
    rows.extend(tuple(_words(cell) for cell in row.cells) for row in block.rows)
    size, widths, heights = _sizes(desk, block, rows, shared, frame)
    columns = [el("a:gridCol", {"w": emu(width)}) for width in widths]
    written = [
        el(
            "a:tr",
            {"h": emu(row_height)},
            [
                _cell(desk, words, column.align, size, bold=(has_header and number == 0))
                for words, column in zip(row, block.columns, strict=True)
            ],
        )
        for number, (row, row_height) in enumerate(zip(rows, heights, strict=True))
    ]
    look = {"firstRow": int(has_header), "firstCol": int(block.row_headers)}
    title = " ".join(filter(None, (block.number, plain(block.caption)))) or place.name
    return el(
        "p:graphicFrame",
        None,
        el(
            "p:nvGraphicFramePr",
            None,
            el("p:cNvPr", {"id": desk.number(), "name": place.name, "descr": title}),
            el("p:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noGrp": 1})),
            el("p:nvPr", None, placeholder(place)),
        ),
        transform("p:xfrm", Frame(frame.x, frame.y, frame.width, sum(heights))),
        el(
            "a:graphic",
            None,
            el(
                "a:graphicData",
                {"uri": TABLE_URI},
                el(
                    "a:tbl",
                    None,
                    el("a:tblPr", look, el("a:tableStyleId", None, STYLE)),
                    el("a:tblGrid", None, columns),
                    written,
                ),
            ),
        ),
    )


def _words(cell: Cell) -> Inlines:
    """The words of a cell; the checks of the model allow nothing but paragraphs in the tables of slides."""
    found: list[Inlines] = [block.children for block in walk(cell.blocks) if isinstance(block, Paragraph)]
    return tuple(inline for inlines in found for inline in inlines)


def _sizes(
    desk: Desk, block: Table, rows: list[tuple[Inlines, ...]], shared: Sequence[float], frame: Frame
) -> tuple[float, Sequence[float], list[float]]:
    """The size of the letters, the widths of the columns, of which none is too narrow for its longest word, and the
    heights of the rows."""
    across, down = _CELL
    fonts, header = desk.press.fonts, any(column.title for column in block.columns)

    def is_bold(row: int, column: int) -> bool:
        return (header and row == 0) or (block.row_headers and column == 0)

    size, widths, heights = _TABLE_SIZES[-1], shared, list[float]()
    for size in _TABLE_SIZES:
        least = [0.0] * len(shared)
        for number, row in enumerate(rows):
            for at, words in enumerate(row):
                longest = fit.longest(plain(words), size, fonts, bold=is_bold(number, at))
                least[at] = max(least[at], longest + 2 * across)
        widths = with_least(shared, least)
        counts = [
            max(
                fit.lines(plain(words), width - 2 * across, size, fonts, bold=is_bold(number, at))
                for at, (words, width) in enumerate(zip(row, widths, strict=True))
            )
            for number, row in enumerate(rows)
        ]
        heights = [count * size * _LINE * fit.POINT + 2 * down for count in counts]
        tallest = sum(count * size * _TALL_LINE * fit.POINT + 2 * down for count in counts)
        if tallest <= frame.height + _SPARE:
            return size, widths, heights
    if sum(heights) <= frame.height:
        return size, widths, heights
    desk.find(
        OVERFLOW,
        f"the slide has no room for a table of {len(rows)} rows",
        "leave out rows or columns, or make two slides of it",
    )
    return size, widths, heights


def _cell(desk: Desk, words: Inlines, align: Align, size: float, *, bold: bool) -> Element:
    sides = {Align.LEFT: "l", Align.RIGHT: "r", Align.CENTRE: "ctr"}
    ink = Ink(size=size, bold=True if bold else None)
    across, down = _CELL
    content = paragraph(desk, words, ink, el("a:pPr", {"algn": sides[align]}))
    if not words:
        content.append(properties(desk, ink, "a:endParaRPr"))
    padding = {"marL": emu(across), "marR": emu(across), "marT": emu(down), "marB": emu(down)}
    return el("a:tc", None, el("a:txBody", None, el("a:bodyPr"), el("a:lstStyle"), content), el("a:tcPr", padding))
