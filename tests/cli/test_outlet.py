"""What is said goes to a full disk, or to somebody who has stopped listening: no traceback, and the files stand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import MODULE, copy_of_course

FULL = Path("/dev/full")
BUILD = ("build", "-p", "handout", "-f", "text")


def say(*words: str, cwd: Path, to: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "modulekit", *words]
    return subprocess.run(command, cwd=cwd, stdout=to, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_words_that_find_no_room_are_said_so(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    with FULL.open("wb") as full:
        for words in (BUILD, BUILD, ("check",)):  # the second one from memory
            done = say(*words, cwd=courses, to=full.fileno())
            told = "modulekit: what there is to say cannot be written: No space left on device.\n"
            assert (done.stderr, done.returncode) == (told, 1), words
    assert (courses / "dist" / MODULE / "en" / "handout.txt").is_file()
    assert (courses / "dist" / MODULE / "build.json").is_file()


def test_nobody_listens_any_more(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    for words in (BUILD, BUILD):
        child = subprocess.Popen(
            [sys.executable, "-m", "modulekit", *words], cwd=courses, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.close()
        assert child.stderr is not None
        assert child.stderr.read() == b"", words
        child.stderr.close()
        assert child.wait() == 1
    assert (courses / "dist" / MODULE / "build.json").is_file()
