"""Documents as PDF: pages, contents, margins, the page of every id."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.document import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Paragraph,
    Part,
    PartKind,
    Reference,
)
from modulekit.formats.pdf import write_document
from modulekit.formats.targets import targets
from tests.formats.pdf.bench import page_texts, press, printed_handout
from tests.formats.samples import handout, plain_document, says, words


def with_contents(document: Document, lines: int) -> Document:
    """``document`` with a contents part of ``lines`` lines before it, which all lead to its last part."""
    last = document.parts[-1]
    entries = tuple(ContentsEntry(1, words(f"Line {number}"), last.id) for number in range(lines))
    blocks: tuple[Block, ...] = (Heading(1, words("Contents"), "contents"), Contents(entries))
    return dataclasses.replace(
        document, parts=(Part("contents", "Contents", PartKind.CONTENTS, blocks), *document.parts)
    )


def test_the_page_of_every_id_is_known() -> None:
    printed = printed_handout()
    assert set(printed.anchors) == targets(handout())
    assert printed.pages is not None
    assert all(1 <= page <= printed.pages for page in printed.anchors.values())
    assert not printed.findings


def test_an_id_is_on_the_page_that_says_its_words() -> None:
    texts = page_texts(printed_handout().data)
    anchors = printed_handout().anchors
    assert "Draw the tree" in texts[anchors["exercise-tree"] - 1]
    assert "Glossary" in texts[anchors["glossary"] - 1]
    assert "Your action plan" in texts[anchors["worksheet-1"] - 1]


def test_the_contents_print_the_pages_of_their_targets() -> None:
    texts, anchors = page_texts(printed_handout().data), printed_handout().anchors
    contents = texts[anchors["contents"] - 1]
    assert f"From evidence to a problem tree {anchors['lesson-problem-tree']}" in contents
    assert f"Draw the tree {anchors['exercise-tree']}" in contents


@pytest.mark.parametrize("lines", [3, 60, 130])
def test_contents_of_several_pages_still_tell_the_truth(lines: int) -> None:
    printed = write_document(with_contents(plain_document(), lines), press())
    texts = page_texts(printed.data)
    page = printed.anchors["part-3"]
    assert "Part 3" in texts[page - 1]
    assert f"Line {lines - 1} {page}" in " ".join(texts)


def test_every_page_but_the_cover_prints_its_number_and_the_name_of_the_document() -> None:
    texts = page_texts(printed_handout().data)
    assert "Participant handout" in texts[0]
    assert not texts[0].endswith("1")
    for number, text in enumerate(texts[1:], start=2):
        assert f"Impact-Oriented Programming · Participant handout {number}" in text


def test_a_running_title_stands_on_all_pages_of_a_part_but_the_first() -> None:
    long = plain_document(parts=1, paragraphs=40)
    texts = page_texts(write_document(long, press()).data)
    assert len(texts) > 2
    assert [text.count("Part 1") for text in texts[:-1]] == [1] * (len(texts) - 1)


def test_all_words_of_the_document_are_in_the_pdf() -> None:
    text = " ".join(page_texts(printed_handout().data))
    for phrase in (
        "проблемалар ағашы",
        "Жиналыстың мақсаты жазылады.",
        "дерево проблем",
        "Өскемен, Шығыс Қазақстан",
        "What is not here stays plain",
        "<budget> & year",
        "Write the evidence beside each leaf.",
        "Produced with the assistance of the funder.",
        "Нәтиже; результат.",
        "What a box for “law” holds.",
    ):
        assert phrase in text


def test_a_document_without_cover_or_contents_begins_with_page_one() -> None:
    printed = write_document(plain_document(parts=2), press())
    assert printed.anchors["part-1"] == 1
    assert printed.pages == len(page_texts(printed.data))


def test_a_part_whose_id_no_heading_has_can_still_be_referred_to() -> None:
    parts = (
        Part("one", "One", PartKind.CHAPTER, (Heading(1, words("One"), "heading-one"),)),
        Part(
            "two",
            "Two",
            PartKind.CHAPTER,
            (Heading(1, words("Two"), "two"), Paragraph((Reference("one", words("back")),))),
        ),
    )
    printed = write_document(Document(handout().meta, parts), press())
    assert printed.anchors["one"] == 1


def test_a_sign_that_no_font_has_is_reported_where_it_stands() -> None:
    part = Part("one", "One", PartKind.CHAPTER, (Heading(1, words("計"), "sign"), says("text")))
    printed = write_document(Document(handout().meta, (part,)), press())
    assert [(finding.code, finding.target) for finding in printed.findings] == [("MK703", "sign")]
    assert "U+8A08" in printed.findings[0].message


@pytest.mark.parametrize(("language", "hyphenates"), [("en", True), ("ru", True), ("kk", False), ("kk-Latn", False)])
def test_only_languages_with_a_dictionary_are_hyphenated(language: str, hyphenates: bool) -> None:
    """Kazakh has no dictionary; a line that is too short is better than a word that is cut in the wrong place."""
    text = {
        "en": "incomprehensibilities, counterrevolutionary internationalisation, telecommunications ",
        "ru": "взаимодействие территориальных подразделений и совершенствование законодательства ",
        "kk": "жауапкершіліктеріміздің қалыптастырылуы және ынтымақтастықтарымыздың ",
        "kk-Latn": "jauapkershilikterimizdiń qalyptastyryluy jáne yntymaqtastyqtarymyzdyń ",
    }[language]
    part = Part("one", "One", PartKind.CHAPTER, (Heading(1, words("One"), "one"), says(text * 60)))
    meta = dataclasses.replace(handout().meta, language=language, title="T", label="L")
    printed = write_document(Document(meta, (part,)), press())
    assert not printed.findings
    assert (
        any(mark in " ".join(page_texts(printed.data)) for mark in ("-", "\u2010", "\u00ad", "\ufffe", "\x02"))
        is hyphenates
    )
