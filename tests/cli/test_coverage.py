"""``modulekit coverage``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import copy_of_course, modulekit


def test_coverage_is_a_table(tmp_path: Path) -> None:
    ended = modulekit("coverage", cwd=copy_of_course(tmp_path))
    assert ended.code == 0
    assert ended.lines[2].split() == [
        "outcome",
        "lessons",
        "steps",
        "exercises",
        "slides",
        "before",
        "after",
        "min",
        "never",
    ]
    assert ended.lines[3].split()[0] == "write-agenda"
    assert ended.lines[3].split()[-1] == "tested"


def test_coverage_is_data(tmp_path: Path) -> None:
    ended = modulekit("coverage", "meetings", "--output-format", "json", cwd=copy_of_course(tmp_path))
    (row,) = json.loads(ended.out)["meetings"]
    assert row["exercises"] == ["write-agenda"]
    assert row["holes"] == ["tested"]
    assert row["before"] == []
