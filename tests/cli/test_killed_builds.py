"""A build may be killed at any moment: the set that stands there is whole, and the next build as if nothing had been.

A hundred builds are killed, which takes about a minute.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.killed_builds import COLD, HOT
from tests.courses import SMALL


def test_killed_at_a_hundred_moments_the_output_is_whole_and_the_next_build_good(tmp_path: Path) -> None:
    workspace = shutil.copytree(SMALL, tmp_path / "course", ignore=shutil.ignore_patterns(".modulekit", "dist"))
    home = workspace / "modulekit.yaml"
    text = home.read_text(encoding="utf-8")
    assert text.count("organisation:") == 1
    (tmp_path / "temporary").mkdir()
    home.write_text(_office(text), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killed_builds", str(workspace), str(tmp_path / "temporary")],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (hot, early_hot, _), (cold, early_cold, _) = (line.split() for line in done.stdout.splitlines())
    assert (int(hot), int(cold)) == (HOT, COLD)
    assert int(hot) + int(cold) == 100
    assert int(early_hot) > HOT // 2  # the moments lie in the build, not after it
    assert int(early_cold) > COLD // 2


def _office(text: str) -> str:
    """The workspace file with a body of our own that is responsible."""
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("organisation:"))
    rest = lines[at + 1 :]
    while rest and rest[0].startswith(" "):
        rest.pop(0)
    return "\n".join([*lines[:at], "organisation: Office 0", *rest, ""])
