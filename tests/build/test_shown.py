"""Covers and first slides are written, opened again and measured; what is too small or missing stops a build."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from modulekit.build.shown import not_shown
from modulekit.delivery.shown import FirstPage, first_page
from modulekit.document import (
    Asset,
    Block,
    Cover,
    Deck,
    Document,
    Heading,
    Meta,
    Paragraph,
    Part,
    PartKind,
    Section,
    Sign,
    Signs,
    Slide,
    Text,
    TitleBody,
)
from modulekit.formats.press import Press
from modulekit.formats.table import FORMATS
from modulekit.model.visibility import Logo, Visible
from tests.presses import whole_press

FORMATS_WITH_PAGES = ("pdf", "docx", "pptx")
ALT, OTHER = "Emblem of the Example Fund", "Logo of a partner"
SAID = ("This course was paid for by the Example Fund.", "The Training Centre alone answers for what it says.")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20"/></svg>'
EMBLEM = Logo("emblem.svg", DRAWING, ALT, 21.0, 14.0)
PARTNER = Logo("partner.svg", DRAWING, OTHER, 21.0, 14.0)
WANTED = Visible(EMBLEM, (PARTNER,), SAID, "With the help of the Example Fund", 10.0, 1.5)
META = Meta("A course", "Handout", "en", "handout", "1.0", "2026-11-23", "A team", line=WANTED.line)


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with whole_press() as made:
        yield made


def sign(alt: str, height: float, ratio: float = 1.5) -> Sign:
    return Sign(Asset("sign.svg", "image/svg+xml", DRAWING), alt, height * ratio, height)


def written(press: Press, format: str, signs: tuple[Sign, ...], said: tuple[str, ...] = SAID) -> bytes:
    """A cover or a first slide with these signs and words, and a page or slide after it."""
    title = (Text("A course"),)
    content: Document | Deck
    if format == "pptx":
        body = TitleBody((), statement=(Text(" ".join(said)),) if said else (), signs=signs)
        slides = (Slide("slide:a", 1, title, body), Slide("slide:b", 2, title, TitleBody((), statement=title)))
        content = Deck(META, (Section("s", "A course", slides),))
    else:
        words: tuple[Block, ...] = tuple(Paragraph((Text(text),)) for text in said)
        cover = Cover(title, statement=(Signs(signs), *words) if signs else words)
        after = Part("b", "After", PartKind.CHAPTER, (Heading(1, (Text("After"),), "b"), Paragraph(title)))
        content = Document(META, (Part("cover", "A course", PartKind.COVER, (cover,)), after))
    pages: dict[str, int] | None = {} if FORMATS[format].shows_pages else None
    return FORMATS[format].write(content, press, pages).data


def codes(visible: Visible, format: str, data: bytes) -> list[str]:
    return [found.code for found in not_shown(visible, {(f"handout.{format}", True): data})]


@pytest.mark.parametrize("format", FORMATS_WITH_PAGES)
def test_a_cover_as_it_should_be(press: Press, format: str) -> None:
    data = written(press, format, (sign(ALT, 14), sign(OTHER, 12)))
    page = first_page(format, data)
    emblem, other = page.picture(ALT), page.picture(OTHER)
    assert emblem is not None
    assert other is not None
    assert emblem.height == pytest.approx(14 / 25.4 * 72, abs=0.3)
    assert emblem.width == pytest.approx(21 / 25.4 * 72, abs=0.3)
    assert other.height == pytest.approx(12 / 25.4 * 72, abs=0.3)
    assert not page.says(WANTED.line)
    assert codes(WANTED, format, data) == []


@pytest.mark.parametrize("format", FORMATS_WITH_PAGES)
def test_an_emblem_of_eight_millimetres(press: Press, format: str) -> None:
    data = written(press, format, (sign(ALT, 8),))
    (found,) = not_shown(WANTED, {(f"handout.{format}", True): data})
    assert found.code == "MK856"
    assert "8.0 mm high; the least is 10 mm" in found.message


@pytest.mark.parametrize("format", FORMATS_WITH_PAGES)
def test_no_emblem_or_one_with_other_words(press: Press, format: str) -> None:
    assert codes(WANTED, format, written(press, format, ())) == ["MK856"]
    assert codes(WANTED, format, written(press, format, (sign("Something else", 14),))) == ["MK856"]


@pytest.mark.parametrize("format", FORMATS_WITH_PAGES)
def test_a_cover_without_the_statement(press: Press, format: str) -> None:
    signs = (sign(ALT, 14),)
    assert codes(WANTED, format, written(press, format, signs, ())) == ["MK857", "MK857"]
    assert codes(WANTED, format, written(press, format, signs, SAID[:1])) == ["MK857"]


@pytest.mark.parametrize("format", FORMATS_WITH_PAGES)
def test_a_logo_larger_than_the_emblem(press: Press, format: str) -> None:
    assert codes(WANTED, format, written(press, format, (sign(ALT, 12), sign(OTHER, 14)))) == ["MK858"]


def test_an_emblem_of_another_shape(press: Press) -> None:
    square = dataclasses.replace(WANTED, ratio=1.0)
    for format in FORMATS_WITH_PAGES:
        assert codes(square, format, written(press, format, (sign(ALT, 14),))) == ["MK856"]


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_what_stands_on_the_second_page_does_not_count(press: Press, format: str) -> None:
    title = (Text("A course"),)
    cover = Part("cover", "A course", PartKind.COVER, (Cover(title),))
    words = tuple(Paragraph((Text(text),)) for text in SAID)
    after = Part("b", "After", PartKind.CHAPTER, (Heading(1, title, "b"), Signs((sign(ALT, 14),)), *words))
    pages: dict[str, int] | None = {} if FORMATS[format].shows_pages else None
    data = FORMATS[format].write(Document(META, (cover, after)), press, pages).data
    assert sorted(codes(WANTED, format, data)) == ["MK856", "MK857", "MK857"]


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_what_has_no_cover_says_the_short_line(press: Press, format: str) -> None:
    part = Part("b", "A form", PartKind.CHAPTER, (Heading(1, (Text("A form"),), "b"),))
    pages: dict[str, int] | None = {} if FORMATS[format].shows_pages else None
    for line, expected in ((WANTED.line, []), ("", ["MK857"])):
        document = Document(dataclasses.replace(META, line=line), (part,))
        data = FORMATS[format].write(document, press, pages).data
        found = not_shown(WANTED, {(f"agenda.{format}", False): data})
        assert [diagnostic.code for diagnostic in found] == expected


def test_words_that_word_would_replace_do_not_count(press: Press) -> None:
    """The label stands in a control that is bound to a property of the file."""
    part = Part("b", "A form", PartKind.CHAPTER, (Heading(1, (Text("A form"),), "b"),))
    document = Document(dataclasses.replace(META, label=WANTED.line, line=""), (part,))
    data = FORMATS["docx"].write(document, press, {}).data
    assert [found.code for found in not_shown(WANTED, {("agenda.docx", False): data})] == ["MK857"]


def test_files_that_cannot_be_opened() -> None:
    files = {("a.pdf", True): b"%PDF-1.7 no", ("b.docx", True): b"PK\x03\x04 no", ("c.txt", True): b"words"}
    assert [found.code for found in not_shown(WANTED, files)] == ["MK857"] * 3


def test_nothing_is_asked_of_a_workspace_that_says_nothing() -> None:
    assert [*not_shown(Visible(), {("a.pdf", True): b"", ("b.pdf", False): b""})] == []


def test_the_smallest_of_several_pictures_counts() -> None:
    from modulekit.delivery.shown import Placed

    page = FirstPage((Placed(ALT, 60, 40), Placed(ALT, 30, 20)), "")
    assert page.picture(ALT) == Placed(ALT, 30, 20)
    assert page.picture(OTHER) is None
