"""A process that packs may be killed at any moment, and another may pack beside it: what is there is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.delivery.killed import MOMENTS, NAME


def test_killed_at_fifty_moments_every_package_that_is_there_is_whole(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.delivery.killed", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > MOMENTS  # packages were there more often than not, and each was verified
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, f"{NAME}.zip"]
