"""A build in two languages: made where there is a second one, and searched for what trainers of both may see."""

from __future__ import annotations

from dataclasses import replace

import pytest

import modulekit.build
from modulekit.build import Built, Order, build, make_plan
from modulekit.build.job import Job
from modulekit.diagnostics import Diagnostic, Report
from modulekit.editions import redact
from modulekit.model import Module
from modulekit.model.audience import Audience
from tests.courses import small
from tests.presses import plain_press
from tests.products.two_languages import bilingual_job, in_language

TEXT = Order(("handout-bilingual",), ("text",))


def _built(job: Job) -> tuple[Built | None, list[Diagnostic]]:
    report = Report()
    return build(job, TEXT, plain_press(), report), [*report]


def test_it_is_made_where_there_is_a_second_language_and_nowhere_else() -> None:
    names = {task.product for task in make_plan(Order(), bilingual_job().having)}
    assert "handout-bilingual" in names
    assert "handout-bilingual" not in {task.product for task in make_plan(Order(), small().having)}
    built, found = _built(bilingual_job())
    assert built is not None
    assert not found
    assert [str(path) for path in built.files] == ["kk/handout-bilingual.txt"]


def test_the_phrases_of_both_languages_are_searched() -> None:
    """One phrase for each that the edition of one language has."""
    both, _ = _built(bilingual_job())
    report = Report()
    alone = build(in_language(small(), "kk"), Order(("handout",), ("text",)), plain_press(), report)
    assert both is not None
    assert alone is not None
    searched = alone.edition.leak_scan["phrases_searched"]
    assert searched > 100
    assert both.edition.leak_scan["phrases_searched"] == 2 * searched
    assert both.edition.leak_scan["files"] == 1


def test_what_the_second_language_gives_away_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the second edition is not redacted."""

    def careless(module: Module, audience: Audience) -> Module:
        return module if module.language == "ru" else redact(module, audience)

    monkeypatch.setattr(modulekit.build, "redact", careless)
    built, found = _built(bilingual_job())
    assert built is None
    assert {diagnostic.code for diagnostic in found} == {"MK802"}
    only_kazakh, fine = _built(replace(bilingual_job(), beside=in_language(small(), "kk")))
    assert only_kazakh is not None
    assert not fine
