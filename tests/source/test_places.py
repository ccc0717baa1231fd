"""Places point at the characters themselves, in every style that YAML has for a text."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from modulekit.diagnostics import Loc, Report, Span
from modulekit.source import open_workspace, read_module
from modulekit.source.yaml import Parsed, parse_yaml
from tests.cases.case import BASE

TEXT = """\
# a comment
plain: some words
single: 'some words'
double: "some words"
literal: |

  first line
  second line

folded: >-
  first
  second
empty:
list:
  - one
  -
    key: value
    other: {a: b,
            c: [d, e]}
қазақша: сөз
"""


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    report = Report()
    found = parse_yaml(TEXT.encode(), PurePosixPath("f.yaml"), report)
    assert found is not None
    assert not len(report)
    return found


def shown(span: Span) -> str:
    """The characters from the beginning of a span to its end."""
    lines = TEXT.splitlines()
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    middle = lines[span.line : span.end_line - 1]
    return "\n".join(
        [lines[span.line - 1][span.column - 1 :], *middle, lines[span.end_line - 1][: span.end_column - 1]]
    )


@pytest.mark.parametrize(
    ("loc", "words"),
    [
        (("plain",), "some words"),
        (("single",), "'some words'"),
        (("double",), '"some words"'),
        (("literal",), "first line\n  second line"),
        (("folded",), "first\n  second"),
        (("empty",), ""),
        (("list", 0), "one"),
        (("list", 1, "key"), "value"),
        (("list", 1, "other"), "{a: b,\n            c: [d, e]}"),
        (("list", 1, "other", "c", 1), "e"),
        (("қазақша",), "сөз"),
    ],
)
def test_values(parsed: Parsed, loc: Loc, words: str) -> None:
    assert shown(parsed.places.values[loc]) == words


@pytest.mark.parametrize("loc", [("plain",), ("list", 1, "other", "c"), ("қазақша",)])
def test_keys(parsed: Parsed, loc: Loc) -> None:
    assert shown(parsed.places.keys[loc]) == loc[-1]


def test_what_was_not_written_stands_where_its_parent_stands(parsed: Parsed) -> None:
    assert parsed.places.at("list", 1, "key", "markdown", "text") == parsed.places.values[("list", 1, "key")]


def test_every_scalar_of_a_whole_course_is_where_its_place_says() -> None:
    """The nodes of the Module are found under the Module's own paths, in whichever file they stand."""
    report = Report()
    workspace = open_workspace(BASE, report)
    assert workspace is not None
    source = read_module(workspace, "meetings", report)
    assert source is not None
    lessons = source.module.lessons
    for number, lesson in enumerate(lessons):
        span = source.places.values[("lessons", number, "title")]
        line = (Path(BASE) / span.file).read_text(encoding="utf-8").splitlines()[span.line - 1]
        assert line[span.column - 1 : span.end_column - 1] == lesson.title
    assert {span.file.parts[0] for span in source.places.values.values()} == {"modules"}
    assert len({span.file for span in source.places.values.values()}) == 4
