"""Speaker notes: the trainer's words with their labels, and no part at all where a deck carries none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from modulekit.archive import unpack
from modulekit.document import Definition, Definitions, plain, walk
from modulekit.formats.pptx import write
from modulekit.formats.pptx.notes import notes
from modulekit.formats.press import Press
from tests.formats.samples import handout, says, slides, words


def test_notes_are_paragraphs_of_words(sample: Any) -> None:
    with_notes = {
        number: slide.notes_slide.notes_text_frame.text
        for number, slide in enumerate(sample.slides, 1)
        if slide.has_notes_slide
    }
    assert with_notes == {3: "Let the room read first.\n• Then ask.\n• Wait."}


def test_a_deck_without_notes_has_no_part_for_them(press: Press) -> None:
    deck = slides()
    bare = replace(
        deck,
        sections=tuple(
            replace(section, slides=tuple(replace(slide, notes=None) for slide in section.slides))
            for section in deck.sections
        ),
    )
    assert not [name for name in unpack(write(bare, press).data) if "notesSlide" in name]
    assert [name for name in unpack(write(deck, press).data) if "notesSlide" in name]  # the guard sees them


def test_labels_stand_before_their_words() -> None:
    say = Definition(words("Say"), (says("Look."), says("Wait.")))
    step = Definitions((say, Definition(words("Сұра"), ())), labels=True)
    assert [plain(line) for line in notes((step,))] == ["SAY  Look.", "Wait.", "СҰРА  "]


def test_every_node_can_be_said() -> None:
    """No block of the sample document is dropped from notes."""
    blocks = tuple(block for part in handout().parts for block in part.blocks)
    said = "\n".join(plain(line) for line in notes(blocks))
    assert len({type(block) for block in walk(blocks)}) == 17
    for words_ in (
        "Impact-Oriented Programming for Regions and Rural Territories",
        "3 From evidence to a problem tree",
        "• once;",
        "3. Choose the figure that worries you most.",
        "☐ a flipchart",
        "☐ The room is ready",
        "[A field in spring, seen from the road.]",
        "Table 4.1 Income and employment",
        "District | Self-employed, % | Trend",
        "District A | 41.2 | −6.1",
        "Time: brief 5 minutes, work 25, report 12, debrief 8.",
        "→ The second.",
        "outcome — What changes for people.",
        "________",
    ):
        assert words_ in said


def test_pages_of_notes_are_a4(sample: Any) -> None:
    root = sample.part._element
    size = root.find("{http://schemas.openxmlformats.org/presentationml/2006/main}notesSz")
    assert (int(size.get("cx")), int(size.get("cy"))) == (210 * 36_000, 297 * 36_000)
