"""The same thing has the same number everywhere, and a reference says the words that its reader needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from modulekit.document import Box, Heading, Opener, Reference, plain, walk
from modulekit.formats.targets import node_ids, targets
from modulekit.model.slideshow import slideshow
from modulekit.products.context import Context
from modulekit.products.table import PRODUCTS
from tests.products.composed import composed, context, deck, document, text, text_of

DOCUMENTS = [name for name in PRODUCTS if not name.startswith("slides")]


def _inlines(value: object) -> Iterator[Reference]:
    """Every reference in a tree of nodes."""
    if isinstance(value, Reference):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _inlines(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _inlines(getattr(value, name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_id_of_a_document_is_there_once(name: str) -> None:
    ids = Counter(id for part in document(name).parts for id in node_ids(part.blocks))
    assert ids
    assert not [id for id, times in ids.items() if times > 1]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_first_heading_is_of_level_1_and_no_level_is_skipped(name: str) -> None:
    for part in document(name).parts[1:]:
        level = 0
        for block in walk(part.blocks):
            here = 1 if isinstance(block, Opener) else block.level if isinstance(block, Heading | Box) else 0
            if here:
                assert here <= level + 1, (part.id, plain(getattr(block, "children", ())))
                level = here
        assert level


@pytest.mark.parametrize("name", DOCUMENTS)
def test_contents_lead_to_what_is_there(name: str) -> None:
    content = document(name)
    listed = [e.target for part in content.parts for b in part.blocks for e in getattr(b, "entries", ())]
    assert set(listed) <= targets(content)
    if name in ("handout", "guide"):
        assert {part.id for part in content.parts} - set(listed) == {"cover", "contents"}


def test_handout_references_lead_to_what_is_there() -> None:
    content = document("handout")
    found = {reference.target: plain(reference.children) for reference in _inlines(content)}
    assert found["table:agendas"] == "Table 1.1"
    assert found["figure:clock"] == "Figure 1.1"
    assert found["exercise:write-it"] == "Exercise 2"
    assert found["lesson:purpose"] in ("Lesson 1", "What a meeting is for")
    assert found["ref:book"] == "The book of meetings"
    assert found["term:decision"] == "Decisions"  # the author's own words
    assert found["case:well"] == "The village with two keepers"
    assert found["slide:welcome"] == "Slide 2"
    nowhere = found.keys() - targets(content)
    assert nowhere == {"slide:welcome", "lesson:opening"}  # a slide, and a frame of which participants read nothing


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("lesson:purpose", "Lesson 1"),
        ("lesson:opening", "Opening"),
        ("exercise:state-it", "Exercise 1"),
        ("answer:state-it", "Model answer to Exercise 1"),
        ("table:agendas", "Table 1.1"),
        ("table:strict", "How strict to be"),
        ("figure:clock", "Figure 1.1"),
        ("case:well", "The village with two keepers"),
        ("slide:welcome", "Slide 2"),
        ("term:decision", "decision"),
        ("ref:rules", "Rules of procedure of the district"),
        ("outcome:state-purpose", "state the purpose of a meeting in one sentence"),
        ("table:nowhere", "nowhere"),
    ],
)
def test_a_reference_says_the_right_words(reference: str, words: str) -> None:
    assert context("guide").words(f"see [[{reference}]].") == f"see {words}."
    assert context("guide").words(f"see [[{reference}|this]].") == "see this."


@pytest.mark.parametrize("name", PRODUCTS)
def test_no_mark_of_markdown_is_printed(name: str) -> None:
    """Titles of the small course hold emphasis and references, wherever they are repeated."""
    content = composed(name)
    for words in _strings(content):
        assert not re.search(r"\*|\[\[|\]\]", words), words


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


@pytest.mark.parametrize("name", ["handout", "guide", "workbook", "answers", "slides", "slides-participant"])
def test_exercises_have_the_same_number_everywhere(name: str) -> None:
    printed = text(name)
    numbers = dict(re.findall(r"Exercise (\d) · ([A-Z][\w ]+?)(?:  | · |\n|$)", printed))
    if name == "answers":
        numbers = dict(re.findall(r"^# (\d)  (.+)$\nExercise \1 ·", printed, re.MULTILINE))
    assert numbers == {"1": "State the purpose", "2": "Write it down"}


def test_slides_have_the_same_number_in_both_decks_and_in_the_guide() -> None:
    trainers, participants = deck("slides"), deck("slides-participant")
    numbered = [(slide.id, slide.number, plain(slide.title)) for slide in trainers.slides]
    assert numbered == [(slide.id, slide.number, plain(slide.title)) for slide in participants.slides]
    assert [number for _, number, _ in numbered] == [*range(1, len(numbered) + 1)]
    shown = [int(number) for number in re.findall(r"^\[Slide (\d+)\]$", text("guide"), re.MULTILINE)]
    assert sorted(shown) == [number for _, number, _ in numbered]


def test_the_guide_cites_the_pages_of_the_handout() -> None:
    """Pages come from the layout that is handed in; another layout gives other pages."""
    lead = context("guide")
    pages = lead.layouts.pages["handout"]
    guide = text("guide")
    assert f"Handout p. {pages['step:purpose/1']}" in guide
    assert f"Handout p. {pages['exercise:write-it']}" in guide
    cited = {int(page) for page in re.findall(r"Handout p\. (\d+)", guide)}
    wanted = {pages[id] for id in pages if id.startswith(("step:", "exercise:"))}
    assert cited == wanted
    row = next(line for line in guide.splitlines() if line.startswith("09:45\t30\tExercise 2"))
    assert row.endswith(f"\t{pages['exercise:write-it']}")


def test_without_a_layout_no_page_is_cited() -> None:
    lead = context("guide")
    blank = PRODUCTS["guide"].compose(Context(lead.edition, lead.strings))
    assert re.search(r"Handout p\. \d", text("guide"))
    assert not re.search(r"Handout p\. \d", text_of(blank))


def test_an_exercise_that_is_used_again_is_printed_once() -> None:
    for name in ("handout", "guide"):
        assert text(name).count("Exchange it with your neighbour") == 1, name
        assert "Once more: Exercise 1" in text(name)
    assert text("guide").count("== Model answer to Exercise 1") == 1
    assert "Go back to the first form" in text("guide")


def test_every_planned_slide_is_made() -> None:
    made = {slide.id for slide in deck("slides").slides}
    assert made == {f"slide:{plan.id}" for plan in slideshow(context("slides").module)}


def test_pauses_and_clock_of_the_agenda() -> None:
    for name in ("agenda", "handout", "guide"):
        assert "09:10–09:25\tBreak\t15" in text(name)
        assert "10:45–11:45\tLunch\t60" in text(name)
