"""Every case finds exactly what it says, and every code that can be found in a course has a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from modulekit.codes import CODES
from tests.cases.case import BASE, Case, as_text, cases, check

ALL = cases()

IN_PYTHON = {"MK102", "MK103", "MK104", "MK610"}
"""What cannot be written in Markdown: see ``test_hostile_files.py``."""

OF_BUILDS = {
    "MK836",
    "MK837",
    "MK839",
    "MK840",
    "MK841",
    "MK701",
    "MK704",
    "MK705",
    "MK712",
    "MK714",
    "MK802",
    "MK803",
    "MK804",
    "MK805",
    "MK806",
    "MK856",
    "MK857",
    "MK858",
    "MK873",
    "MK963",
    "MK964",
    "MK965",
    "MK901",
    "MK902",
    "MK904",
    "MK906",
    "MK907",
    "MK908",
}
"""What is found only while something is built, or of the command itself."""

OF_PACKAGES = {*(f"MK{number}" for number in range(951, 961)), "MK971"}
"""What is found in packages, which are no YAML: see ``tests/delivery/``."""


@pytest.mark.parametrize("case", ALL, ids=[case.path.stem for case in ALL])
def test_a_case_finds_what_it_says(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case.lay_out(tmp_path)
    found = as_text(check(tmp_path))
    assert found, "a case is a broken course"
    if request.config.getoption("--update-cases"):
        case.path.write_text(case.with_expected(found), encoding="utf-8", newline="\n")
    else:
        assert found == case.expected


def test_the_course_that_cases_break_is_whole() -> None:
    assert as_text(check(BASE)) == ""


def test_every_code_has_a_case() -> None:
    shown = {code for case in ALL for code in re.findall(r"^MK\d+", case.expected, re.MULTILINE)}
    assert shown == CODES.keys() - IN_PYTHON - OF_BUILDS - OF_PACKAGES


def test_severities_are_those_of_the_codes() -> None:
    for case in ALL:
        for code, severity in re.findall(r"^(MK\d+) (\w+) ", case.expected, re.MULTILINE):
            assert CODES[code].severity.value == severity, case.path.name


def test_titles_tell_cases_apart() -> None:
    titles = [case.title for case in ALL]
    assert len(set(titles)) == len(titles)
    assert len(titles) >= 45
