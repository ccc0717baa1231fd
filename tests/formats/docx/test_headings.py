"""Headings, openers and the contents: what Word shows in its navigation pane and what a reader clicks on."""

from __future__ import annotations

import pytest

from modulekit.document import Contents, ContentsEntry, Document, Heading, Part, PartKind
from modulekit.formats.docx import write
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.press import Press
from tests.formats.docx.conftest import PAGES
from tests.formats.docx.reading import Opened, find, opened, text_of, value
from tests.formats.samples import handout, plain_document, says, words


def test_headings_make_an_outline_without_gaps(sample: Opened) -> None:
    outline = [(line.style, line.text) for line in sample.lines if line.style.startswith("heading")]
    assert outline == [
        ("heading 1", "3\tFrom evidence to a problem tree"),
        ("heading 2", "What the figures say"),
        ("heading 3", "3.1\u2002How it grows\u2002demonstration"),
        ("heading 4", "A detail"),
        ("heading 1", "4\tTables and forms"),
        ("heading 1", "In the room"),
        ("heading 1", "A\tGlossary"),
    ]


def test_a_heading_beside_a_picture_is_small_and_still_in_the_outline(sample: Opened) -> None:
    step, *others = [line for line in sample.lines if line.style == "Step Heading"]
    assert [line.text for line in others] == ["Мақсаты", "Назначение"]  # beside each other
    assert step.text == "3.1\u2002What makes a statement good\u2002presentation"
    assert value(step.element, "w:pPr/w:outlineLvl") == "1"


def test_every_heading_stays_with_what_follows(sample: Opened) -> None:
    styles = {value(style, "w:name"): style for style in sample.xml("word/styles.xml").iter(qname("w:style"))}
    headings = [*(f"heading {level}" for level in range(1, 5)), "Step Heading", "TOC Heading", "caption", "Box Heading"]
    for name in headings:
        assert find(styles[name], "w:pPr/w:keepNext") is not None, name


def test_every_part_but_the_first_begins_a_page_and_none_by_an_empty_paragraph(sample: Opened) -> None:
    breaking = {"heading 1", "TOC Heading"}  # their style says so
    starts = [line.text for line in sample.lines if line.style in breaking]
    assert starts == [
        "Contents",
        "3\tFrom evidence to a problem tree",
        "4\tTables and forms",
        "In the room",
        "A\tGlossary",
    ]
    assert sample.body.find(f".//{qname('w:br')}[@{qname('w:type')}='page']") is None


def test_a_part_that_begins_otherwise_gets_its_page_break_directly(press: Press) -> None:
    parts = tuple(Part(name, name, PartKind.ANNEX, (says(f"This is {name}."),)) for name in ("one", "two"))
    made = opened(write(Document(handout().meta, parts), press).data)
    breaks = [find(line.element, "w:pPr/w:pageBreakBefore") is not None for line in made.lines]
    assert breaks == [False, True]


def test_a_second_level_1_heading_of_a_part_begins_no_page(press: Press) -> None:
    blocks = (Heading(1, words("First"), "first"), says("Text."), Heading(1, words("Second"), "second"))
    made = opened(write(Document(handout().meta, (Part("p", "P", PartKind.CHAPTER, blocks),) * 2), press).data)
    off = [value(line.element, "w:pPr/w:pageBreakBefore") for line in made.lines if line.style == "heading 1"]
    assert off == ["0", "0", "", "0"]


def test_the_contents_are_filled_in(sample: Opened) -> None:
    assert sample.styled("toc 1") == [
        "3\tFrom evidence to a problem tree\t3",
        "4\tTables and forms\t6",
        "In the room\t7",
        "A\tGlossary\t8",
    ]
    assert sample.styled("toc 2") == ["What the figures say\t4", "Exercise 2\u2002Draw the tree\t5"]


def test_the_contents_are_one_field_that_word_can_update_without_asking(sample: Opened) -> None:
    kinds = [mark.get(qname("w:fldCharType")) for mark in sample.body.iter(qname("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 1 + len(PAGES)
    codes = [code.text or "" for code in sample.body.iter(qname("w:instrText"))]
    assert codes[0].split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    assert all(code.split()[0] == "PAGEREF" for code in codes[1:])
    assert b"updateFields" not in sample.parts["word/settings.xml"]
    assert b"w:dirty" not in sample.parts["word/document.xml"]


def test_every_link_inside_leads_to_a_bookmark_and_every_bookmark_is_used(sample: Opened) -> None:
    bookmarks = [mark.get(qname("w:name")) for mark in sample.body.iter(qname("w:bookmarkStart"))]
    links = {link.get(qname("w:anchor")) for link in sample.body.iter(qname("w:hyperlink"))} - {None}
    assert len(bookmarks) == len(set(bookmarks))
    assert links == set(bookmarks)
    assert len(links) >= len(PAGES)
    assert all(len(name) <= 40 and name[0].isalpha() for name in bookmarks)


def test_a_reference_to_something_that_is_not_here_is_plain_words(sample: Opened) -> None:
    (line,) = [line for line in sample.lines if "What is not here stays plain" in line.text]
    linked = " ".join(text_of(link) for link in line.element.iter(qname("w:hyperlink")))
    assert "What is not here" not in linked
    assert "the figures" in linked


def test_a_contents_entry_without_its_heading_is_reported(press: Press) -> None:
    entries = (ContentsEntry(1, words("Gone"), "gone"), ContentsEntry(1, words("Part 1"), "part-1"))
    contents = Part("c", "Contents", PartKind.CONTENTS, (Heading(1, words("Contents"), "c"), Contents(entries)))
    printed = write(Document(handout().meta, (contents, *plain_document(1).parts)), press)
    assert [(found.code, found.target) for found in printed.findings] == [("MK705", "gone")]
    assert opened(printed.data).styled("toc 1") == ["Gone", "Part 1\t"]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc/passwd", "smb://server/share"])
def test_a_link_leads_to_the_web_or_nowhere(press: Press, text: str) -> None:
    from modulekit.document import Link

    part = Part("p", "P", PartKind.CHAPTER, (says("See ", Link(text, words("this"))),))
    made = opened(write(Document(handout().meta, (part,)), press).data)
    assert made.lines[0].text == f"See this ({text})"
    assert text.encode() not in made.parts["word/_rels/document.xml.rels"]
