"""Numbers as people write them."""

from __future__ import annotations

import pytest

from modulekit.model.results.numbers import number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12.0),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("1 250", 1250.0),
        ("1\u202f250\u2009000.5", 1250000.5),
        ("−3.5", -3.5),
        ("–3", -3.0),
        ("-3", -3.0),
        (" 7 ", 7.0),
        ("12,500", None),
        ("1 25", None),
        ("61 %", None),
        ("", None),
        ("1e5", None),
        ("nan", None),
        ("½", None),
    ],
)
def test_a_number_is_read_where_there_is_no_doubt(text: str, number: float | None) -> None:
    assert number_of(text) == number
