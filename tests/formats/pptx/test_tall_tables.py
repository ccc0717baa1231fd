"""Tables on slides keep clear of the source below them, whatever family stands in for one that is missing."""

from __future__ import annotations

import io

import pptx

from modulekit.document import Cell, Deck, Paragraph, Row, Section, Slide, Table, TableBody, TableColumn
from modulekit.formats.pptx import write
from modulekit.formats.press import Press
from tests.formats.pieces import words
from tests.formats.sample_deck import slides

TALL = 1.37  # of a line in the tallest family that may stand for another, as a multiple of its size
MILLIMETRE, POINT = 36_000, 25.4 / 72


def shape_of(press: Press, rows: int) -> tuple[float, float, float]:
    """The upper side of a table of so many rows, its height in a tall family, and the size of its letters in points."""
    cells = tuple(Row(tuple(Cell((Paragraph(words(f"{number}")),)) for _ in range(3))) for number in range(rows - 1))
    table = Table(tuple(TableColumn(words(title), 1.0) for title in ("Part", "Source", "Sum")), cells)
    slide = Slide("s", 1, words("Sums"), TableBody(table), source=words("Invented"))
    printed = write(Deck(slides().meta, (Section("s", "S", (slide,)),)), press)
    assert printed.findings == ()
    (shown,) = pptx.Presentation(io.BytesIO(printed.data)).slides
    (shape,) = (shape for shape in shown.shapes if shape.has_table)
    (source,) = (one for one in shown.shapes if one.has_text_frame and one.text_frame.text == "Invented")
    size = shape.table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size.pt
    cell = shape.table.cell(1, 1)
    row = size * TALL * POINT + (cell.margin_top + cell.margin_bottom) / MILLIMETRE
    foot = source.top + source.height
    return (foot / MILLIMETRE - 4.2) - shape.top / MILLIMETRE, row * rows, size


def test_a_full_table_is_set_smaller_and_a_short_one_is_not(press: Press) -> None:
    assert shape_of(press, 4)[2] == 16
    for rows in (7, 8, 9):
        room, height, size = shape_of(press, rows)
        assert size >= 12
        assert height <= room + 0.5, (rows, size)
