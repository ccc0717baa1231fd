"""Plain text holds everything that is printed, in an order that a reader can follow."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from modulekit.document import (
    Bar,
    Box,
    BoxRole,
    Code,
    ContentsEntry,
    Deck,
    Diagram,
    Document,
    ExerciseBody,
    Fact,
    Figure,
    Heading,
    Lines,
    Link,
    List,
    ListRole,
    Opener,
    Paragraph,
    Part,
    PartKind,
    Reference,
    Row,
    SectionBody,
    Slide,
    Table,
    TableColumn,
    TableRole,
    Text,
    TitleBody,
)
from modulekit.formats.text import write_deck, write_document
from tests.formats.samples import bullets, cell, handout, plain_document, says, slides, words
from tests.formats.test_samples import values
from tests.presses import plain_press

PRINTED: dict[type, tuple[str, ...]] = {
    Text: ("text",),
    Code: ("text",),
    Link: ("url",),
    Fact: ("label", "value"),
    Figure: ("alt", "number"),
    Diagram: ("number",),
    Bar: ("alt",),
    Opener: ("number",),
    Heading: ("number",),
    ContentsEntry: ("number",),
    Table: ("number",),
    SectionBody: ("number", "label"),
    ExerciseBody: ("grouping",),
    TitleBody: ("facts",),
    Slide: ("footer",),
}
"""The fields of a node that readers see; all others are ids, lengths and roles."""


def _text(content: Document | Deck) -> str:
    press = plain_press()
    printed = write_document(content, press) if isinstance(content, Document) else write_deck(content, press)
    return printed.data.decode()


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _printed(content: Document | Deck) -> Iterator[str]:
    parts = content.parts if isinstance(content, Document) else content.sections
    for node in values(parts):
        for name in PRINTED.get(type(node), ()):
            found = getattr(node, name)
            yield from (found,) if isinstance(found, str) else found


def test_nothing_that_is_printed_is_missing_in_a_document() -> None:
    text = _squeezed(_text(handout()))
    printed = {words for words in _printed(handout()) if words}
    assert len(printed) > 100
    assert not [words for words in printed if _squeezed(words) not in text]


def test_nothing_that_is_printed_is_missing_in_a_deck() -> None:
    text = _squeezed(_text(slides()))
    printed = {words for words in _printed(slides()) if words}
    assert len(printed) > 40
    assert not [words for words in printed if _squeezed(words) not in text]
    assert all(f"[{slide.number}]" in text for slide in slides().slides)


def test_lines_are_clean() -> None:
    for content in (handout(), slides(), plain_document()):
        text = _text(content)
        assert text.endswith("\n")
        assert not re.search(r"[ \t]$", text, re.MULTILINE)
        assert "\n\n\n" not in text
        assert "\r" not in text


def test_every_part_begins_after_an_empty_line() -> None:
    assert _text(plain_document(parts=3)).count("\n\n# Part ") == 2


def test_a_deck_without_notes_has_no_line_for_them() -> None:
    bare = dataclasses.replace(
        slides(),
        sections=tuple(
            dataclasses.replace(section, slides=tuple(dataclasses.replace(s, notes=None) for s in section.slides))
            for section in slides().sections
        ),
    )
    assert "  --" in _text(slides())
    assert "  --" not in _text(bare)


def test_a_small_document_word_for_word() -> None:
    form = Table((TableColumn(words("What")), TableColumn(words("Who"))), (Row((cell("Gate"), cell())),))
    blocks = (
        Opener(words("A part"), "a", "1", words("9:00")),
        Box(BoxRole.NOTE, (says("See ", Link("https://a.test/", words("there"))), bullets("one", "two")), words("N")),
        List(((says("first"), bullets("in it")), (says("second"),)), ListRole.NUMBER, 9),
        dataclasses.replace(form, caption=words("A form"), number="Table 1.1", role=TableRole.FORM),
        Box(BoxRole.TOOK, (), words("took")),
        Paragraph(words(Reference("a", words("back")))),
        Lines(1),
    )
    document = Document(handout().meta, (Part("a", "A part", PartKind.CHAPTER, blocks),))
    assert _text(document).replace("_" * 60, "____") == (
        "# 1  A part\n9:00\n\n"
        "== N\n| See there <https://a.test/>\n|\n| - one\n| - two\n\n"
        "9. first\n   - in it\n10. second\n\n"
        "Table 1.1  A form\nWhat\tWho\nGate\t____\n\n"
        "== took ____\n\nback\n\n____\n"
    )
