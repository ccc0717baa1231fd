"""The bare table: how a ``w:tbl`` is put together from rows, widths and cells. Must not know what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.formats.docx import order
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.paragraphs import paragraph
from modulekit.formats.docx.spelling import shade
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, in_order, qname


def table(
    desk: Desk,
    style: str,
    widths: Sequence[float],
    rows: Sequence[Element],
    *,
    indent: float = 0.0,
    header: bool = False,
    row_headers: bool = False,
    title: str = "",
    description: str = "",
) -> Element:
    """A table of fixed ``widths`` (millimetres). ``title`` and ``description`` are read out, not shown."""
    look: dict[str, str | int] = {
        "w:val": f"{(0x20 if header else 0) | (0x80 if row_headers else 0) | 0x600:04X}",
        "w:firstRow": int(header),
        "w:lastRow": 0,
        "w:firstColumn": int(row_headers),
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
    }
    properties = in_order(
        "w:tblPr",
        order.TABLE,
        [
            el("w:tblStyle", {"w:val": desk.style(style)}),
            el("w:tblW", {"w:w": sum(twips(width) for width in widths), "w:type": "dxa"}),
            el("w:tblInd", {"w:w": twips(indent), "w:type": "dxa"}),
            el("w:tblLayout", {"w:type": "fixed"}),
            el("w:tblLook", look),
            el("w:tblCaption", {"w:val": title}) if title else None,
            el("w:tblDescription", {"w:val": description}) if description else None,
        ],
    )
    columns = [el("w:gridCol", {"w:w": twips(width)}) for width in widths]
    return el("w:tbl", None, properties, el("w:tblGrid", None, columns), list(rows))


def row(cells: Sequence[Element], *, height: float | None = None, header: bool = False, whole: bool = True) -> Element:
    """A row; a ``whole`` one is not split between pages, a ``header`` is repeated on each, ``height`` is the least."""
    properties = in_order(
        "w:trPr",
        order.ROW,
        [
            el("w:cantSplit") if whole else None,
            el("w:trHeight", {"w:val": twips(height), "w:hRule": "atLeast"}) if height else None,
            el("w:tblHeader") if header else None,
        ],
    )
    return el("w:tr", None, properties, list(cells))


def cell(
    desk: Desk,
    width: float,
    content: list[Element],
    *,
    ground: str | None = None,
    style: str = "Table Text",
    margins: dict[str, float] | None = None,
    middle: bool = False,
    one_line: bool = False,
) -> Element:
    """A cell. Word wants a paragraph at its end; an empty cell gets one of ``style``."""
    padding = (
        el(
            "w:tcMar",
            None,
            [
                el(f"w:{side}", {"w:w": twips(margins[side]), "w:type": "dxa"})
                for side in ("top", "left", "bottom", "right")
                if side in margins
            ],
        )
        if margins
        else None
    )
    properties = in_order(
        "w:tcPr",
        order.CELL,
        [
            el("w:tcW", {"w:w": twips(width), "w:type": "dxa"}),
            shade(ground, desk.look) if ground else None,
            el("w:noWrap") if one_line else None,
            padding,
            el("w:vAlign", {"w:val": "center"}) if middle else None,
        ],
    )
    ending = [] if content and content[-1].tag == qname("w:p") else [gap(desk) if content else paragraph(desk, style)]
    return el("w:tc", None, properties, content, ending)


def gap(desk: Desk) -> Element:
    """The white below a table: Word tables have no space of their own, and two of them would grow together."""
    return paragraph(desk, "Table Gap")
