"""A module in another language is the same module with other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modulekit.editions import identify, number, redact
from modulekit.editions.marked import marked
from modulekit.editions.texts import texts
from modulekit.editions.translate import Marks, Policy, translate
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.model.catalogue import Catalogue, State
from modulekit.model.walk import walk
from tests.editions.ledgers import catalogue, cyrillic, source

MODULE = source().module
MARKS = Marks("‹EN›", "‹old›")


def test_every_text_is_translated_and_nothing_else_changes() -> None:
    found = translate(MODULE, catalogue(MODULE, lambda entry: f"ж {entry.source}"), Policy.STRICT, MARKS)
    assert not found.gaps
    assert not found.clashes
    assert found.module.language == "ru"
    expected = {text.loc: f"ж {text.source}" for text in texts(MODULE)}
    old, new = dict(walk(MODULE)), dict(walk(found.module))
    assert old.keys() == new.keys()
    for loc, value in new.items():
        if isinstance(value, str) and loc != ("language",) and "blank" not in loc:
            assert value == expected.get(loc, old[loc]), loc


def test_it_is_numbered_and_redacted_as_before() -> None:
    new = translate(MODULE, catalogue(MODULE, cyrillic), Policy.STRICT, MARKS).module
    assert number(identify(new)) == number(identify(MODULE))
    seen = [text.loc for text in texts(redact(MODULE, Audience.PARTICIPANT))]
    assert [text.loc for text in texts(redact(new, Audience.PARTICIPANT))] == seen


def test_a_form_stays_empty_where_it_was() -> None:
    """``blank`` names columns by their titles, so it is translated with them."""
    new = translate(MODULE, catalogue(MODULE, lambda entry: f"ж {entry.source}"), Policy.STRICT, MARKS).module
    blank = {loc: value for loc, value in walk(MODULE) if "blank" in loc and loc[-3] == "table"}
    assert blank
    after = dict(walk(new))
    assert all(after[loc] == f"ж {value}" for loc, value in blank.items() if value != "all")


def _form() -> Module:
    table = {"caption": "Form", "columns": ["One", "Two"], "rows": [["a", "b"]], "blank": ["Two"]}
    data = MODULE.model_dump()
    exercise = {**data["exercises"][0], "exercise": "form", "worksheet": [{"table": table}]}
    return Module.model_validate({**data, "exercises": (exercise,)})


def test_two_columns_with_one_title_do_not_empty_each_other_unseen() -> None:
    module = _form()
    same = catalogue(module, lambda entry: "Графа" if entry.source in ("One", "Two") else entry.source)
    found = translate(module, same, Policy.STRICT, MARKS)
    assert found.clashes == (("exercises", 0, "worksheet", 0, "table", "columns", 0, "title"),)


def _title(policy: Policy, text: str, **changes: object) -> tuple[str, list[tuple[State, str]]]:
    entries = [
        replace(entry, text=text, **changes) if entry.context == "module/title" else entry  # type: ignore[arg-type]
        for entry in catalogue(MODULE, cyrillic)
    ]
    found = translate(MODULE, Catalogue("ru", tuple(entries)), policy, MARKS)
    return found.module.title, [(gap.state, gap.refusal) for gap in found.gaps]


@pytest.mark.parametrize("policy", Policy)
def test_a_missing_text_stands_in_its_own_language_and_says_so(policy: Policy) -> None:
    assert _title(policy, "") == ("‹EN› Meetings that *decide*", [(State.MISSING, "")])


def test_an_outdated_text_follows_the_policy() -> None:
    assert _title(Policy.LAST_APPROVED, "Совещания", outdated=True) == ("‹old› Совещания", [(State.OUTDATED, "")])
    assert _title(Policy.FALLBACK, "Совещания", outdated=True)[0] == "‹EN› Meetings that *decide*"
    assert _title(Policy.STRICT, "Совещания", outdated=True)[1] == [(State.OUTDATED, "")]


def test_a_translation_that_cannot_stand_there_is_a_gap() -> None:
    title, [(state, refusal)] = _title(Policy.STRICT, "Совещания,\nкоторые решают")
    assert (title, state) == ("‹EN› Meetings that *decide*", State.MISSING)
    assert refusal == "it has a line break, and there is one line"
    assert "1001" in _title(Policy.STRICT, "а" * 1001)[1][0][1]


def test_an_empty_catalogue_gives_a_whole_module() -> None:
    found = translate(MODULE, Catalogue("kk"), Policy.FALLBACK, MARKS)
    assert len(found.gaps) == len([*texts(MODULE)])
    assert number(identify(found.module)) == number(identify(MODULE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Water", "‹EN› Water"),
        ("- one\n- two", "- ‹EN› one\n- two"),
        ("2. two", "2. ‹EN› two"),
        ("## Water", "## ‹EN› Water"),
        ("> said", "> ‹EN› said"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| ‹EN› a | b |\n|---|---|\n| 1 | 2 |"),
        ("```\ncode\n```", "‹EN›\n\n```\ncode\n```"),
    ],
)
def test_a_mark_leaves_markdown_as_it_is(text: str, expected: str) -> None:
    assert marked(text, "‹EN›") == expected
