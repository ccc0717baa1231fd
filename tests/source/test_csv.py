"""CSV text as cells with their places."""

from __future__ import annotations

import contextlib
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.source.csv import NotATableError, csv_rows

FILE = PurePosixPath("data/x.csv")


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in csv_rows(text, FILE)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_and_line_ends_are_found_out(separator: str, end: str) -> None:
    lines = (separator.join(row) for row in (("Year", "A"), ("2023", "4.1"), ("", ""), ("2024", "")))
    assert texts(end.join(lines) + end) == [["Year", "A"], ["2023", "4.1"], ["2024", ""]]


def test_quotes_hold_separators_line_ends_and_quotes() -> None:
    rows = csv_rows('"Oblast, district",A\n"Abai ""north""\nand south",3\nJetisu,4\n', FILE)
    assert [[cell.text for cell in row] for row in rows] == [
        ["Oblast, district", "A"],
        ['Abai "north"\nand south', "3"],
        ["Jetisu", "4"],
    ]
    assert (rows[1][1].span.line, rows[1][1].span.column) == (3, 12)
    assert (rows[2][1].span.line, rows[2][1].span.column) == (4, 8)


def test_a_decimal_comma_goes_with_semicolons() -> None:
    assert texts("Год;A\n2023;4,1\n") == [["Год", "A"], ["2023", "4,1"]]


@pytest.mark.parametrize("text", ["", "\n\n", "Year\n2023", 'A,B\n"x,1', 'A,B\n"x"y,1', "A,B\n1,2,3"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(NotATableError):
        csv_rows(text, FILE)


@given(st.text(alphabet='ab,;\t"\n\r 1', max_size=40))
def test_any_text_gives_rows_of_one_length_or_a_reason(text: str) -> None:
    with contextlib.suppress(NotATableError):
        assert len({len(row) for row in csv_rows(text, FILE)}) == 1
