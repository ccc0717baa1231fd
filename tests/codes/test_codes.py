"""Codes explain themselves, and each exactly once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from modulekit.codes import CODES, GROUPS, Code, explain, finding
from modulekit.codes.hints import did_you_mean, listing, nearest, plural
from modulekit.diagnostics import Severity

SOURCE = Path(__file__).parents[2] / "src" / "modulekit"


def test_no_code_stands_twice() -> None:
    assert len(CODES) == sum(len(group) for group in GROUPS.values())


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_code_says_why_and_shows_both_sides(code: Code) -> None:
    assert re.fullmatch(r"MK\d{3}", code.code)
    assert code.why.endswith(".")
    assert not code.title.endswith(".")
    assert code.wrong != code.right
    assert code.wrong.strip()
    assert code.right.strip()


@pytest.mark.parametrize("code", CODES)
def test_explain(code: str) -> None:
    text = explain(code.lower())
    assert text.startswith(f"{code} (")
    assert "Wrong:" in text
    assert "Right:" in text


def test_explain_an_unknown_code() -> None:
    with pytest.raises(LookupError, match=r"MK401"):
        explain("MK4011")


def test_groups_hold_the_codes_of_their_number() -> None:
    for group in GROUPS.values():
        assert len({code.code[:3] for code in group}) == 1


def test_no_code_is_used_that_does_not_exist() -> None:
    used = {code for path in SOURCE.rglob("*.py") for code in re.findall(r'"(MK\d+)"', path.read_text("utf-8"))}
    assert used
    assert used <= CODES.keys()


def test_a_finding_has_the_severity_of_its_code() -> None:
    assert finding("MK401", "x").severity is Severity.ERROR
    assert finding("MK501", "x").severity is Severity.WARNING
    assert finding("MK312", "x").severity is Severity.NOTE


def test_hints() -> None:
    assert did_you_mean("tabel", ["table", "figure"]) == "Did you mean “table”?"
    assert did_you_mean("zzz", ["table", "figure"], "The kinds are") == "The kinds are: table, figure."
    assert did_you_mean("zzz", ["table", "figure"]) == ""
    assert nearest("ТАБЛИЦА", ["таблица", "рисунок"]) == "таблица"
    assert listing(map(str, range(40))).endswith("and 10 more")
    assert [plural(n, "entry", "entries") for n in (0, 1, 2)] == ["0 entries", "1 entry", "2 entries"]
