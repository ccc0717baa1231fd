"""Numbers are the same in all languages, whatever signs they are written with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.checks.translation.numerals import numerals
from modulekit.document.notation import ENGLISH, Notation
from modulekit.products.locale import notation

LANGUAGES = ("en", "ru", "kk", "de", "fr")


def values(text: str, written: Notation) -> list[str]:
    return [number.value for number in numerals(text, written)]


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 3)), min_size=1, max_size=5),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_every_notation_gives_the_same_numbers(numbers: list[tuple[int, int]], one: str, other: str) -> None:
    def text(language: str) -> str:
        return " — ".join(notation(language).number(value / 10**places, places) for value, places in numbers)

    assert values(text(one), notation(one)) == values(text(other), notation(other))
    assert len(values(text(one), notation(one))) == len(numbers)


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_different_numbers_stay_different(one: int, other: int) -> None:
    written = notation("kk")
    assert (values(written.number(one, 0), written) == values(written.number(other, 0), written)) == (one == other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6,288,000 people and 4.1 per cent", ["6288000", "4.1"]),
        ("in 2023–24 and 2023-2024", ["2023", "2024", "2023", "2024"]),
        ("2015–10", ["2015", "10"]),
        ("by 11.2027", ["month 11.2027"]),
        ("from 09:30 to 9:30", ["9:30", "9:30"]),
        ("on 20 January 2015, 2015-01-20", ["20", "2015", "2015", "1", "20"]),
        ("1st, H2O, 5-тен", ["1", "2", "5"]),
        ("1.2.3", ["=1.2.3"]),
        ("two of them", []),
    ],
)
def test_numbers_of_english(text: str, found: list[str]) -> None:
    assert values(text, ENGLISH) == found


def test_a_place_is_that_of_the_characters() -> None:
    text = "6 288 000 адам, 4,1 %"
    assert [text[n.offset : n.offset + n.length] for n in numerals(text, notation("kk"))] == ["6 288 000", "4,1"]
