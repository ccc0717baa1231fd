"""Packing may be killed at any moment, its workers with it, and the disk may be full: nothing is half there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.killed import MOMENTS
from tests.cli.light_kit import PACK, light_workspace
from tests.cli.program import modulekit

NAME = "short-meetings-1.10-light-hills-centre-en"
PACKED = [NAME, f"{NAME}-act.docx", f"{NAME}-act.pdf"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return light_workspace(tmp_path / "workspace")


def test_killed_at_fifty_moments_what_is_there_is_whole(workspace: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killed", str(workspace)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = dict(re.findall(r"'(\w+)': (\d+)", done.stdout))
    assert int(seen["packages"]) > MOMENTS / 5  # there was something to look at
    assert int(seen["acts"]) >= 1
    assert int(seen["records"]) >= MOMENTS / 2
    # and the last of all cleared away what the killed ones had left
    assert sorted(path.name for path in (workspace / "dist" / "packages").iterdir()) == PACKED
    assert len([*(workspace / "handovers").iterdir()]) == 2
    assert [*temporary.iterdir()] == []
    assert [*(workspace / ".modulekit").rglob("*.part")] == []
    listed = modulekit("handovers", cwd=workspace)
    assert listed.code == 0
    assert listed.out.count("hills-centre-") == 2  # the ids of both


def test_a_full_disk_leaves_what_was_there(workspace: Path) -> None:
    packages = workspace / "dist" / "packages"
    assert modulekit(*PACK, "--folder", "--date", "2026-11-02", cwd=workspace).code == 0
    before = {path: path.read_bytes() for path in packages.rglob("*") if path.is_file()}
    full = subprocess.run(
        ["sh", "-c", f"ulimit -f 100; exec {sys.executable} -m modulekit {' '.join(PACK)} --folder --date 2026-11-23"],
        cwd=workspace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert full.returncode == 1
    assert f"dist/packages/{NAME} cannot be written: File too large." in full.stderr
    assert "Traceback" not in full.stderr
    assert {path: path.read_bytes() for path in packages.rglob("*") if path.is_file()} == before
    assert len([*(workspace / "handovers").iterdir()]) == 1
    assert [path.name for path in packages.iterdir() if path.name.startswith(".")] == []
