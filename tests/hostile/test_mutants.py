"""A sample of what ``./run fuzz`` tries ten thousand of: each mutant gives findings or a course, and little work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.mutants import Mutant, Stand, mutant
from tests.hostile.series import series
from tests.hostile.work import check

_SEED, _EACH = 1, 50


@pytest.mark.parametrize("first", range(1, 301, _EACH))
def test_a_damaged_course_gives_findings_or_holds(first: int, tmp_path: Path) -> None:
    for faulty in series(_SEED, range(first, first + _EACH), Stand(tmp_path)):
        names = ", ".join(mutant(_SEED, faulty.number).files)
        printed = faulty.ended.printed[-3000:]
        pytest.fail(
            f"./run fuzz --seed {_SEED} --from {faulty.number} --mutants 1: {faulty.ended.fault}, {names}\n{printed}"
        )


def test_a_number_makes_the_same_mutant_again() -> None:
    assert [mutant(3, number).files for number in range(20)] == [mutant(3, number).files for number in range(20)]


@pytest.mark.parametrize("workspace", ["small", "cases", "flagship"])
def test_what_is_damaged_was_whole(workspace: str, tmp_path: Path) -> None:
    assert check(Stand(tmp_path).set_up(Mutant(0, workspace, {})), 0) == 0
