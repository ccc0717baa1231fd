"""Words in another language than their document are marked in every format that can mark them."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import docx
import pikepdf
import pptx
import pytest
from pikepdf import Name

from modulekit.document import (
    Deck,
    Document,
    Foreign,
    Meta,
    Part,
    PartKind,
    PointsBody,
    Row,
    Section,
    Slide,
    Strong,
    Table,
    TableColumn,
    Text,
    plain,
)
from modulekit.formats import html
from modulekit.formats.docx.writer import write as write_docx
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.pdf import write_document
from modulekit.formats.pptx.writer import write as write_pptx
from modulekit.formats.text import write_document as write_text
from modulekit.formats.theme import parse_theme
from tests.formats.pdf.bench import press
from tests.formats.pieces import cell, words
from tests.formats.samples import says, slides
from tests.presses import theme

TITLE = "Results-based management"
META = Meta("Курс", "Раздаточный материал", "ru", "handout", "1.0", "2026-11-23", "Авторы")
LINE = ("См. ", Foreign("en", words(TITLE)), " и ", Strong((Foreign("kk-Cyrl", words("нәтиже")),)), ".")


def document() -> Document:
    return Document(META, (Part("one", "Часть", PartKind.CHAPTER, (says(*LINE),)),))


def test_the_words_are_those_of_the_line() -> None:
    assert plain((Foreign("en", (Text(TITLE),)),)) == TITLE
    assert f"См. {TITLE} и нәтиже." in write_text(document(), press()).data.decode()


def test_html() -> None:
    page = html.write(document(), press()).data.decode()
    assert '<html lang="ru">' in page
    assert f'<span lang="en">{TITLE}</span>' in page
    assert '<b><span lang="kk-Cyrl">нәтиже</span></b>' in page


def test_docx() -> None:
    file = docx.Document(io.BytesIO(write_docx(document(), press()).data))
    runs = {run.text: run for paragraph in file.paragraphs for run in paragraph.runs}
    assert {text: _language(runs[text]) for text in ("См. ", TITLE, "нәтиже")} == {
        "См. ": "ru-RU",
        TITLE: "en-GB",
        "нәтиже": "kk-KZ",
    }
    assert runs["нәтиже"].bold


def _language(run: Any) -> str:
    (found,) = run._element.xpath("./w:rPr/w:lang/@w:val")
    return str(found)


def test_pptx() -> None:
    slide = Slide("one", 1, words("Слайд"), PointsBody((words(*LINE),)))
    meta = dataclasses.replace(slides().meta, language="ru")
    only = Deck(meta, (Section("s", "Раздел", (slide,)),))
    file = pptx.Presentation(io.BytesIO(write_pptx(only, press()).data))
    runs = {text.text: text.getprevious().get("lang") for text in _texts(file.slides[0])}
    assert (runs["См. "], runs[TITLE], runs["нәтиже"]) == ("ru-RU", "en-GB", "kk-KZ")


def _texts(slide: Any) -> Iterator[Any]:
    yield from slide._element.xpath(".//a:r/a:t")


def test_pdf() -> None:
    with pikepdf.open(io.BytesIO(write_document(document(), press()).data)) as file:
        assert file.Root.Lang == "ru"
        found = [(str(node.S), str(node.Lang)) for node in _elements(file.Root.StructTreeRoot) if Name.Lang in node]
    assert {language for _, language in found} == {"en", "kk-Cyrl"}
    assert ("/Span", "en") in found


def _elements(node: Any) -> Iterator[Any]:
    for kid in node.K if isinstance(node.K, pikepdf.Array) else [node.K]:
        if isinstance(kid, pikepdf.Dictionary) and Name.S in kid:
            yield kid
            if Name.K in kid:
                yield from _elements(kid)


@pytest.mark.parametrize("tag", ["ru", "kk", "en"])
def test_a_document_is_marked_whole(tag: str) -> None:
    whole = dataclasses.replace(document(), meta=dataclasses.replace(META, language=tag))
    office = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}[tag]
    file = docx.Document(io.BytesIO(write_docx(whole, press()).data))
    (default,) = file.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert default == office
    assert file.core_properties.language == tag


LONG = "біліктілігін арттыру мен ұйымдастыру жауапкершілік мемлекеттік қызметшілер даярлануларына"
"""Long Kazakh words, of which a program that took them for Russian would divide every one."""


def _narrow(language: str, text: str) -> Document:
    meta = dataclasses.replace(META, language=language)
    row = Row(tuple(cell(text) for _ in range(7)))
    table = Table(tuple(TableColumn(words(str(n)), 1) for n in range(7)), (row,) * 3)
    return Document(meta, (Part("one", "1", PartKind.CHAPTER, (table,)),))


def _printed(language: str, text: str) -> list[str]:
    """The words of the finished page; what was divided comes in two."""
    import pypdfium2

    file = pypdfium2.PdfDocument(write_document(_narrow(language, text), press()).data)
    return str(file[0].get_textpage().get_text_range()).split()


@pytest.mark.parametrize("language", ["kk", "kk-Cyrl"])
def test_kazakh_words_are_never_divided(language: str) -> None:
    found = _printed(language, LONG)
    assert len(found) > 100
    assert set(found) <= {*LONG.split(), *"01234567", *META.title.split(), *META.label.split(), "·"}


def test_russian_words_are_divided_between_syllables() -> None:
    long = "Это ответственность есть на организаторов переподготовки территориального планирования"
    found = _printed("ru", long)
    divided = {(one[:-1], two) for one, two in pairwise(found) if one.endswith("‐")}
    assert divided
    for one, two in divided:
        assert one + two in long.split()
        assert all(set(part) & set("аеёиоуыэюя") for part in (one, two))
        assert min(len(one), len(two)) >= 4


@pytest.mark.parametrize(("language", "divides"), [("en", True), ("ru", True), ("kk", False), ("kk-Cyrl", False)])
def test_word_divides_only_what_it_has_rules_for(language: str, divides: bool) -> None:
    file = docx.Document(io.BytesIO(write_docx(_narrow(language, LONG), press()).data))
    settings = file.settings.element
    assert bool(settings.xpath("./w:autoHyphenation")) is divides
    assert settings.xpath("./w:themeFontLang/@w:val") == [office_language(language)]


def test_a_theme_says_which_languages_are_divided() -> None:
    changed = parse_theme("hyphenation: {uk: 10}", theme())
    asked = ("uk", "ru-KZ", "kk", "ru-Latn")
    assert [changed.hyphenates(language) for language in asked] == [True, True, False, False]
