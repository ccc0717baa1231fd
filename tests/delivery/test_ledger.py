"""Records: created once, whole, by however many at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from modulekit.delivery.ledger import amend, enter


def test_a_record_is_created_once(tmp_path: Path) -> None:
    folder = tmp_path / "handovers"
    assert enter(folder, "a.yaml", "first\n")
    assert not enter(folder, "a.yaml", "second\n")
    assert (folder / "a.yaml").read_text("utf-8") == "first\n"
    assert [file.name for file in folder.iterdir()] == ["a.yaml"]


def test_a_record_is_created_once_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert enter(tmp_path, "a.yaml", "first\n")
    assert not enter(tmp_path, "a.yaml", "second\n")
    assert (tmp_path / "a.yaml").read_text("utf-8") == "first\n"


def test_of_many_at_once_one_wins(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as threads:
        won = list(threads.map(lambda n: enter(tmp_path, "a.yaml", f"{n}\n" * 1000), range(64)))
    assert won.count(True) == 1
    assert (tmp_path / "a.yaml").read_text("utf-8") == f"{won.index(True)}\n" * 1000


def test_a_change_is_whole(tmp_path: Path) -> None:
    enter(tmp_path, "a.yaml", "first\n")
    amend(tmp_path, "a.yaml", "second\n")
    assert (tmp_path / "a.yaml").read_text("utf-8") == "second\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


WRITING = """
import sys
from pathlib import Path
from modulekit.delivery.ledger import amend, enter
folder = Path(sys.argv[1])
text = "a whole record\\n" * 2000
for number in range(100_000):
    enter(folder, f"{number}.yaml", text)
    amend(folder, "0.yaml", text)
"""


def test_killed_at_any_moment_it_leaves_whole_records(tmp_path: Path) -> None:
    for moment in range(6):
        folder = tmp_path / str(moment)
        with subprocess.Popen([sys.executable, "-c", WRITING, str(folder)]) as process:
            while not (folder / "1.yaml").exists():
                assert process.poll() is None
                time.sleep(0.01)
            time.sleep(0.007 * moment)
            process.send_signal(signal.SIGKILL)
        records = [file for file in folder.iterdir() if not file.name.startswith(".")]
        assert len(records) > 1
        assert {file.read_text("utf-8") for file in records} == {"a whole record\n" * 2000}
