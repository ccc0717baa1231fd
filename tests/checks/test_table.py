"""One function for each code: a check gives its own code and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from modulekit.checks import CHECKS, Subject, run_checks
from modulekit.codes import CODES
from modulekit.diagnostics import Report
from modulekit.source import open_workspace, read_module
from tests.cases.case import cases

WORKSPACE = Path(__file__).parents[2]


def subjects(folder: Path) -> list[Subject]:
    report = Report()
    workspace = open_workspace(folder, report)
    names = workspace.modules if workspace else ()
    sources = [read_module(workspace, name, report) for name in names if workspace]
    return [Subject(s.module, s.places, s.home, s.asset_files, s.asset) for s in sources if s]


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_says_which_code_it_gives(code: str) -> None:
    assert code in CODES
    assert (CHECKS[code].__doc__ or "").startswith(f"{code}: ")


def test_a_check_gives_its_own_code_only(tmp_path: Path) -> None:
    given = set()
    for case in cases():
        folder = tmp_path / case.path.stem
        folder.mkdir()
        case.lay_out(folder)
        for subject in subjects(folder):
            for code, check in CHECKS.items():
                found = list(check(subject))
                assert {finding.code for finding in found} <= {code}
                given |= {finding.code for finding in found}
    assert given == CHECKS.keys() - {"MK610"}  # a picture of 5 MB is no case


def test_no_check_is_the_same_as_another() -> None:
    assert len(set(CHECKS.values())) == len(CHECKS)


def test_the_courses_of_this_repository_are_without_errors() -> None:
    """What is shown to others must hold by its own rules."""
    checked = subjects(WORKSPACE)
    assert checked
    for subject in checked:
        assert [f"{found.span} {found.message}" for found in run_checks(subject)] == []
