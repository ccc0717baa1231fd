"""Every printed text of a course goes to the translators, and nothing else does."""

from __future__ import annotations

import pytest

from modulekit.editions.printable import Form, printable, refusal_of
from modulekit.editions.texts import Text, says_something, texts
from modulekit.model import Entry, Lesson, Module, QuizItem, Slide, Table
from tests.editions.ledgers import source

FOUND = tuple(texts(source().module))


def _of(context: str) -> list[Text]:
    return [text for text in FOUND if text.context == context]


def test_contexts_are_made_of_ids_and_names() -> None:
    assert [text.source for text in _of("module/title")] == ["Meetings that *decide*"]
    assert _of("lesson:purpose/steps/handout/markdown")
    assert _of("term:purpose/definition")
    assert _of("table:agendas/columns/title")
    assert not [text.context for text in FOUND if any(part.isdigit() for part in text.context.split("/"))]


def test_a_material_is_one_thing_wherever_it_is_named() -> None:
    assert {text.loc[0] for text in _of("material/item")} == {"lessons", "exercises"}


def test_names_for_machines_are_not_translated() -> None:
    module = source().module
    sources = {text.source for text in FOUND}
    assert sources.isdisjoint({module.module, module.code, module.licence, module.document.version, "all"})
    assert not [text for text in FOUND if text.loc[-2:-1] == ("blank",)]


def test_every_text_stands_where_it_says() -> None:
    for text in FOUND:
        value: object = source().module
        for step in text.loc:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        assert isinstance(value, str)
        assert value.split() == text.source.split()


def test_notes_say_where_a_text_stands_and_who_reads_it() -> None:
    point = next(text for text in FOUND if text.context == "lesson:purpose/steps/slides/points")
    assert point.notes == (
        "lesson “What a meeting is *for*” › step “Topics and *results*” › slide “A topic is not a purpose”",
        "Points, each short enough to be read at a glance.",
        "Everybody reads this. At most 120 characters.",
    )
    [say] = _of("lesson:opening/steps/trainer/say")
    assert say.notes[-1] == "Only trainers read this."
    assert any(text.notes[-1].startswith("Participants write this themselves") for text in FOUND)
    assert _of("material/item")[0].notes[1] == "What it is, e.g. flipchart."


@pytest.mark.parametrize(
    "text", ["", "12.5", "—", "2026-11-23", "1 250 → 900", "IV", "[[exercise:x]]", "https://x.org/y"]
)
def test_what_is_the_same_in_every_language_is_left_out(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize("text", ["ha", "[[exercise:x|the task]]", "Вода", "5 km"])
def test_a_word_is_a_word(text: str) -> None:
    assert says_something(text)


def test_an_author_may_break_lines_anew() -> None:
    entry = Entry.model_validate("A problem is a state\nthat somebody\ncan point to.\n\n- one\n- two\n  lines")
    assert [text.source for text in texts(entry)] == [
        "A problem is a state that somebody can point to.\n\n- one\n- two lines"
    ]


def test_the_key_of_true_and_false_is_no_text() -> None:
    item = {"id": "q1", "outcome": "o", "level": "apply", "question": "Is it?", "key": "true"}
    closed, short = (
        QuizItem.model_validate({**item, "kind": "true_false"}),
        QuizItem.model_validate({**item, "kind": "text"}),
    )
    assert [text.source for text in texts(closed)] == ["Is it?"]
    assert [text.source for text in texts(short)] == ["Is it?", "true"]


def test_fields_say_what_may_stand_there() -> None:
    assert printable(Slide)["title"] == Form(1000, True)
    assert printable(Lesson)["overview"] == Form(20_000, False)
    assert printable(Table).keys() == {"caption", "source", "rows"}
    assert "language" not in printable(Module)
    assert refusal_of(Form(10, True), "a\nb")
    assert refusal_of(Form(3), "abcd")
    assert not refusal_of(Form(4), "a\nbc")
