"""Axes of values: round numbers that hold all values, and nought where lengths are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.document.notation import Notation
from modulekit.formats.charts.axis import axis
from modulekit.formats.charts.legend import apart

NUMBERS = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=1, max_size=30)


@given(NUMBERS, st.booleans())
def test_every_value_stands_on_the_axis_between_few_round_numbers(values: list[float], from_nought: bool) -> None:
    found = axis(values, from_nought=from_nought, notation=Notation())
    assert found.low <= min(values) <= max(values) <= found.high
    assert 2 <= len(found.ticks) == len(found.labels) <= 9
    assert len(set(found.labels)) == len(found.labels)
    if from_nought:
        assert 0.0 in found.ticks


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([12.4, 7.0], ("0", "5", "10", "15")),
        ([-3.5, 4.0], ("−4", "−2", "0", "2", "4")),
        ([0.12, 0.31], ("0.0", "0.1", "0.2", "0.3", "0.4")),
        ([18000.0], ("0", "5,000", "10,000", "15,000", "20,000")),
        ([], ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0")),
    ],
)
def test_bars_grow_from_nought(values: list[float], labels: tuple[str, ...]) -> None:
    assert axis(values, from_nought=True, notation=Notation()).labels == labels


def test_a_flat_line_need_not_begin_at_nought_and_does_not_run_along_the_axis() -> None:
    found = axis([40.0, 52.0], from_nought=False, notation=Notation())
    assert 0 < found.low < 40


def test_numbers_are_written_as_the_language_does() -> None:
    assert axis([0.3], from_nought=True, notation=Notation(",", "\u00a0")).labels[-1] == "0,3"


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_names_at_the_ends_of_lines_never_touch(wanted: list[float]) -> None:
    places = apart(wanted, 10.0, 5.0, 95.0)
    assert all(4.999 <= place <= 95.001 for place in places)
    ordered = sorted(places)
    assert all(after - before >= 9.999 for before, after in pairwise(ordered))
