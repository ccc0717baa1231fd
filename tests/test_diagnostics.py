"""Findings as values: their order, their places, and that the same one counts once."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from modulekit.diagnostics import Diagnostic, Loc, Places, Report, Severity, Span

HEAD, LESSON = PurePosixPath("module.yaml"), PurePosixPath("lessons/01.yaml")
PLACES = Places(
    {(): Span(HEAD, 1, 1), ("lessons", 0): Span(LESSON, 1, 1), ("lessons", 0, "steps", 1, "title"): Span(LESSON, 9, 5)},
    {("lessons", 0, "steps"): Span(LESSON, 4, 1), ("title",): Span(HEAD, 2, 1)},
)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("lessons", 0, "steps", 1, "title"), "lessons/01.yaml:9:5"),
        (("lessons", 0, "steps", 1, "minutes"), "lessons/01.yaml:1:1"),
        (("glossary", 3), "module.yaml:1:1"),
        ((), "module.yaml:1:1"),
    ],
)
def test_a_value_is_where_it_is_written_or_where_its_nearest_ancestor_is(loc: Loc, place: str) -> None:
    assert str(PLACES.at(*loc)) == place


def test_a_key_is_where_it_is_written_or_where_its_value_is() -> None:
    assert str(PLACES.key("lessons", 0, "steps")) == "lessons/01.yaml:4:1"
    assert str(PLACES.key("title")) == "module.yaml:2:1"
    assert str(PLACES.key("lessons", 0)) == "lessons/01.yaml:1:1"
    assert Places().at("x") is None


def test_places_below_a_node() -> None:
    below = PLACES.under("lessons", 0)
    assert str(below.at("steps", 1, "title")) == "lessons/01.yaml:9:5"
    assert str(below.key("steps")) == "lessons/01.yaml:4:1"
    assert below.at("title") == Span(LESSON, 1, 1)


def test_a_file_as_a_whole_has_no_line() -> None:
    assert str(Span(HEAD)) == "module.yaml"


def test_a_report_is_read_from_the_top_and_tells_nothing_twice() -> None:
    report = Report()
    late = Diagnostic("MK001", "late", Span(LESSON, 10, 1), severity=Severity.WARNING)
    early = Diagnostic("MK002", "early", Span(LESSON, 9, 7), severity=Severity.NOTE)
    nowhere = Diagnostic("MK003", "nowhere", severity=Severity.NOTE)
    report.extend([late, early, late, nowhere])
    assert [*report] == [nowhere, early, late]
    assert len(report) == 3
    assert not report.has_errors
    report.add(Diagnostic("MK004", "bad"))
    assert report.has_errors
