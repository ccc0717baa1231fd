"""What is too wide for an upright page stands on a page across, with margins of its own and nothing else on it."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2

from modulekit.document import Document
from modulekit.formats.pdf import write_document, write_form
from modulekit.formats.press import Printed
from modulekit.formats.styles import sheet_of
from tests.formats.pdf.bench import page_texts, press, printed_handout
from tests.formats.sample_diagrams import WIDE
from tests.formats.samples import handout
from tests.presses import theme

_MM = 72 / 25.4


def _sizes(printed: Printed) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(printed.data)) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    return [(round(box[2] - box[0]), round(box[3] - box[1])) for box in boxes]


def test_a_wide_tree_stands_on_a_page_across_and_nothing_else_does() -> None:
    printed = printed_handout()
    across = [number for number, (width, height) in enumerate(_sizes(printed), 1) if width > height]
    assert across == [printed.anchors[WIDE.id]]
    before, page, after = page_texts(printed.data)[across[0] - 2 : across[0] + 1]
    assert "to the last cause" in page
    assert "How it grows" not in page
    assert "How it grows" in after
    assert "to the last cause" not in before


def test_a_page_across_has_its_number_and_titles_within_its_own_margins() -> None:
    printed = printed_handout()
    number = printed.anchors[WIDE.id]
    page = pypdfium2.PdfDocument(printed.data)[number - 1]
    right = page.get_width() - sheet_of(theme(), handout().meta.style).landscape.outer * _MM
    searched = page.get_textpage().search(str(number))
    boxes = []
    while found := searched.get_next():
        boxes.append(page.get_textpage().get_charbox(found[0] + found[1] - 1))
    assert any(abs(box[2] - right) < 3 and box[1] < 24 * _MM for box in boxes)
    assert handout().meta.label in page_texts(printed.data)[number - 1]


def test_a_form_to_fill_in_has_its_page_across_too() -> None:
    document = handout()
    part = next(part for part in document.parts if WIDE in part.blocks)
    printed = write_form(Document(document.meta, (part,)), press())
    assert [width > height for width, height in _sizes(printed)].count(True) == 1


def test_the_same_page_across_every_time() -> None:
    document = handout()
    assert write_document(document, press()).data == write_document(document, press()).data
