"""The program as it is typed, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.cases.case import BASE

MODULE = "meetings"


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended: what it printed and its exit code."""

    out: str
    err: str
    code: int

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


def modulekit(*arguments: str, cwd: Path, **environment: str) -> Ended:
    """Run ``modulekit`` with ``arguments`` in the folder ``cwd``, not on a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "modulekit", *arguments],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ended(done.stdout, done.stderr, done.returncode)


def copy_of_course(folder: Path) -> Path:
    """A workspace of one's own with the course that cases break, which is whole, without what builds kept of it."""
    return shutil.copytree(BASE, folder / "courses", ignore=shutil.ignore_patterns(".modulekit"))


def change(file: Path, old: str, new: str) -> None:
    """Replace words that stand in a file once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")
