"""Decks as PDF: one page for each slide, or a finding."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest

from modulekit.document import Deck, Figure, PictureBody, PointsBody, Section, Slide
from modulekit.formats.pdf import write_deck
from tests.formats.pdf.bench import page_texts, press, printed_slides
from tests.formats.samples import TREE, slides, words


def deck_of(*made: Slide) -> Deck:
    return dataclasses.replace(slides(), sections=(Section("only", "Only", made),))


def points(id: str, count: int, words_each: int = 9) -> Slide:
    lines = tuple(words(f"{id} point {number} " + "word " * words_each) for number in range(count))
    return Slide(id, 7, words("Many points"), PointsBody(lines))


def corner(pdf: bytes, page: int) -> tuple[int, int, int]:
    """The colour of the upper left corner of ``page``, from 0."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pixel = document[page].render(scale=0.1).to_pil().convert("RGB").getpixel((1, 1))
    finally:
        document.close()
    assert isinstance(pixel, tuple)
    red, green, blue = (int(part) for part in pixel)
    return red, green, blue


def test_every_slide_is_one_page_and_says_its_title_and_number() -> None:
    printed = printed_slides()
    texts = page_texts(printed.data)
    assert printed.pages == len(texts) == len(slides().slides)
    assert not printed.findings
    for slide in slides().slides:
        text = texts[printed.anchors[slide.id] - 1]
        assert "".join(inline.text for inline in slide.title if hasattr(inline, "text")) in text
        assert str(slide.number) in text
        assert slide.footer in text


def test_sections_without_slides_make_no_page() -> None:
    deck = slides()
    with_empty = dataclasses.replace(deck, sections=(Section("empty", "Empty", ()), *deck.sections))
    assert write_deck(with_empty, press()).pages == printed_slides().pages


def test_a_full_slide_is_set_smaller_before_it_is_called_too_full() -> None:
    printed = write_deck(deck_of(points("few", 3), points("full", 6, 8)), press())
    assert printed.pages == 2
    assert not printed.findings


def test_what_does_not_fit_is_reported_and_not_lost() -> None:
    printed = write_deck(deck_of(points("few", 3), points("much", 24), points("after", 2)), press())
    assert [(finding.code, finding.target) for finding in printed.findings] == [("MK701", "much")]
    assert printed.anchors["much"] == 2
    text = " ".join(page_texts(printed.data))
    assert all(f"much point {number} " in text for number in range(24))
    assert printed.anchors["after"] == printed.pages


def test_a_picture_under_a_long_title_is_made_smaller() -> None:
    figure = Figure(TREE, "A tree", words("A caption"))
    slide = Slide("long", 1, words("A title that takes two lines " * 2), PictureBody(figure), source=words("Source"))
    printed = write_deck(deck_of(slide), press())
    assert printed.pages == 1
    assert not printed.findings


@pytest.mark.parametrize("id", ["slide-title", "slide-section", "slide-exercise"])
def test_dark_slides_are_white_on_paper(id: str) -> None:
    page = printed_slides().anchors[id] - 1
    assert sum(corner(printed_slides().data, page)) < 200
    assert corner(printed_slides(paper=True).data, page) == (255, 255, 255)


def test_notes_are_not_in_the_pdf() -> None:
    assert "Let the room read first" not in " ".join(page_texts(printed_slides().data))
