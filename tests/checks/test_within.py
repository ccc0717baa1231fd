"""A word inside a text is pointed at where the text stands letter for letter, and its beginning where it does not."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from modulekit.checks.subject import within
from modulekit.diagnostics import Report
from modulekit.source.yaml import parse_yaml

FILE = PurePosixPath("f.yaml")


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("key: see [[x]] now", (1, 10)),
        ('key: "see [[x]] now"', (1, 11)),
        ("key: 'see [[x]] now'", (1, 11)),
        ("key: |\n  first\n  see [[x]] now", (3, 7)),
        ("key: |\n\n    see [[x]] now\n    last", (3, 9)),
        ("key: >-\n  see [[x]] now", (2, 7)),
        ("key: >-\n  first\n  see [[x]] now", (2, 3)),
        ('key: "\\x41 see [[x]] now"', (1, 6)),
        ("- қазақша [[x]]", (1, 11)),
    ],
)
def test_places(yaml: str, place: tuple[int, int]) -> None:
    parsed = parse_yaml(yaml.encode(), FILE, Report())
    assert parsed is not None
    key = "key" if isinstance(parsed.data, dict) else 0
    value = parsed.data[key]  # type: ignore[index]
    text = str(value).strip()
    span = within(parsed.places.at(key), text, text.index("[["), 5)
    assert span is not None
    assert (span.line, span.column) == place


def test_without_a_place_there_is_none() -> None:
    assert within(None, "text", 0, 1) is None
