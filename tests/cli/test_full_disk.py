"""Disks that are full or may not be written: a clear sentence, the last good output, and nothing left about."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.full_disk import FREE
from tests.cli.program import copy_of_course

APART = ("unshare", "--user", "--map-root-user", "--mount")


@pytest.mark.judge("name spaces")
def test_on_a_disk_without_room_the_old_set_stays_and_with_room_the_next_build_is_good(tmp_path: Path) -> None:
    course = copy_of_course(tmp_path)
    done = subprocess.run(
        [*APART, sys.executable, "-m", "tests.cli.full_disk", str(tmp_path), str(course)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ends = [line.split()[0] for line in done.stdout.splitlines()]
    assert len(ends) == len(FREE) + 1
    full = ends.count("full")
    assert ends == ["full"] * full + ["built"] * (len(FREE) - full) + ["read-only"]
    assert full >= 3  # it ended at several of the places where something is written
    assert ends[-2] == "built"
