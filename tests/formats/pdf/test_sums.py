"""The same bytes however exactly ``sum`` adds: Python 3.12 does it better than 3.11 (what's new in 3.12, built-ins)."""

from __future__ import annotations

import builtins
import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from modulekit.document import Row, Section, Slide, Table, TableBody, TableColumn
from modulekit.formats.pdf import write_deck
from tests.formats.pdf.bench import press
from tests.formats.pieces import cell, words
from tests.formats.sample_deck import slides

WEIGHTS = (5, 3, 5, 3)
"""The columns of a table that reaches over a slide and has a border in the middle of it."""


def added_one_by_one(values: Iterable[Any], /, start: Any = 0) -> Any:
    whole = start
    for value in values:
        whole = whole + value
    return whole


def added_at_once(values: Iterable[Any], /, start: Any = 0) -> Any:
    found = list(values)
    numbers = all(isinstance(value, int | float) for value in found)
    return math.fsum([start, *found]) if numbers and float in map(type, found) else added_one_by_one(found, start)


@pytest.mark.parametrize("weights", [WEIGHTS, (1, 1, 1), (2, 3, 7)])
def test_a_table_is_drawn_alike(weights: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    columns = tuple(TableColumn(words(f"Column {number}"), weight) for number, weight in enumerate(weights))
    rows = tuple(Row(tuple(cell(f"{number}") for _ in weights)) for number in range(8))
    slide = Slide("table", 1, words("A table"), TableBody(Table(columns, rows)))
    deck = replace(slides(), sections=(Section("only", "Only", (slide,)),))
    printed = []
    for added in (added_one_by_one, added_at_once):
        monkeypatch.setattr(builtins, "sum", added)
        printed.append(write_deck(deck, press()).data)
    assert printed[0] == printed[1]
