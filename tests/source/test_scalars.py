"""Scalars arrive as the text that stands in the file; only nothing is nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from modulekit.diagnostics import Report
from modulekit.source.yaml import Data, parse_yaml


def value_of(text: str) -> Data:
    report = Report()
    parsed = parse_yaml(f"key: {text}\n".encode(), PurePosixPath("f.yaml"), report)
    assert parsed is not None, [*report]
    assert isinstance(parsed.data, dict)
    return parsed.data["key"]


@pytest.mark.parametrize("text", ["no", "yes", "on", "True", "1.10", "007", "1e3", "0x1F", "1:30", "2026-11-23"])
def test_text_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize("text", ['""', "''", '"null"', "'~'"])
def test_quotes_make_a_text(text: str) -> None:
    assert value_of(text) == text[1:-1]


def test_a_block_keeps_its_lines() -> None:
    assert value_of("|\n  one\n  two\n") == "one\ntwo\n"
