"""A translated edition is looked at as a whole: what of it is still in the language of the course."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modulekit.build import Order, build
from modulekit.build.job import Job
from modulekit.build.leftovers import foreign_script, sentences_left
from modulekit.diagnostics import Report, Severity
from tests.courses import english, small
from tests.presses import plain_press
from tests.products.two_languages import bilingual_job, in_language

SENTENCE = "Nobody translated this sentence of the trainer"


def said(job: Job) -> list[str]:
    """What a build of plain text says about words that are left."""
    report = Report()
    assert build(job, Order(("handout",), ("text",)), plain_press(), report) is not None
    return [found.message for found in report if found.code == "MK848"]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_nothing_is_left_where_everything_is_translated(language: str) -> None:
    assert said(in_language(small(), language)) == []


def test_a_text_that_no_catalogue_holds_is_found() -> None:
    job = in_language(small(), "ru")
    left = replace(job, module=job.module.model_copy(update={"summary": f"Итог. {SENTENCE}."}))
    assert said(left) == [f"In handout, “ru”, a sentence is not translated: “{SENTENCE}”."]


def test_words_of_the_program_are_found_too() -> None:
    job = in_language(small(), "kk")
    strings = replace(job.strings, entries={**job.strings.entries, "contents": SENTENCE})
    assert f"In handout, “kk”, a sentence is not translated: “{SENTENCE}”." in said(replace(job, strings=strings))


def test_many_of_them_are_counted() -> None:
    text = " · ".join(f"{SENTENCE} {word}" for word in ("one", "two", "three", "four", "five", "six", "seven"))
    found = [*sentences_left(in_language(small(), "ru"), {"guide": text})]
    assert len(found) == 6
    assert found[-1].message == "In guide, “ru”: 2 more sentences."
    assert {one.severity for one in found} == {Severity.WARNING}


def test_titles_in_their_own_language_may_stay() -> None:
    job = in_language(small(), "ru")
    source = job.module.references[0].model_copy(update={"title": SENTENCE, "language": "en", "author": None})
    titled = replace(job, module=job.module.model_copy(update={"references": (source,)}))
    assert not [*sentences_left(titled, {"handout": f"См. {SENTENCE}."})]
    assert [*sentences_left(job, {"handout": f"См. {SENTENCE}."})]


def test_where_nobody_can_tell_nothing_is_said() -> None:
    job = in_language(small(), "ru")
    assert foreign_script(job) == "Latn"
    assert foreign_script(bilingual_job()) == "Latn"
    assert foreign_script(small()) == ""
    assert foreign_script(replace(job, marked=("module/title",))) == ""
    assert foreign_script(replace(job, beside=small())) == ""
    assert not [*sentences_left(replace(small(), strings=english()), {"handout": SENTENCE})]
