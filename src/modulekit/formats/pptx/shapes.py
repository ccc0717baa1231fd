"""The shapes of a slide that fill placeholders: texts, numbers, pictures and tables."""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import Align, Inlines, plain
from modulekit.formats.ooxml.codes import OVERFLOW
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx import fit
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import Frame, Placeholder
from modulekit.formats.pptx.text import Ink, paragraph, properties

_TABLE_SIZES = (16.0, 14.5, 13.0, 12.0)
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
            f"the slide has no room for a table of {len(rows)} rows",
            "leave out rows or columns, or make two slides of it",
        )
    return _TABLE_SIZES[-1], heights


def _cell(desk: Desk, words: Inlines, align: Align, size: float, *, bold: bool) -> Element:
    sides = {Align.LEFT: "l", Align.RIGHT: "r", Align.CENTRE: "ctr"}
    ink = Ink(size=size, bold=True if bold else None)
    across, down = _CELL
    content = paragraph(desk, words, ink, el("a:pPr", {"algn": sides[align]}))
    if not words:
        content.append(properties(desk, ink, "a:endParaRPr"))
    padding = {"marL": emu(across), "marR": emu(across), "marT": emu(down), "marB": emu(down)}
    return el("a:tc", None, el("a:txBody", None, el("a:bodyPr"), el("a:lstStyle"), content), el("a:tcPr", padding))
