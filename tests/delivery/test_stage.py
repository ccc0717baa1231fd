"""Output appears whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path, PurePosixPath

import pytest

from modulekit.delivery.stage import Stage, staged

OLD = {"build.json": b"old", "en/handout.pdf": b"old handout"}
NEW = {"build.json": b"new", "en/guide.pdf": b"new guide", "en/deep/x.txt": b"new"}


def put(target: Path, files: dict[str, bytes]) -> None:
    with staged(target) as stage:
        fill(stage, files)


def fill(stage: Stage, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        stage.write(PurePosixPath(name), data)


def held(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def litter(target: Path) -> list[str]:
    return [path.name for path in target.parent.iterdir() if path != target]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "dist" / "a-course"


def test_a_new_set_takes_the_place_of_the_old_one(target: Path) -> None:
    put(target, OLD)
    assert held(target) == OLD
    put(target, NEW)
    assert held(target) == NEW
    assert not litter(target)
    assert target.stat().st_mode & 0o777 == 0o755


def test_a_build_that_fails_leaves_the_old_set(target: Path) -> None:
    put(target, OLD)
    with pytest.raises(TypeError):
        put(target, {**NEW, "en/broken.txt": None})  # type: ignore[dict-item]
    assert held(target) == OLD
    assert not litter(target)


def test_a_full_disk_leaves_the_old_set(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(target, OLD)
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "guide.pdf":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        put(target, NEW)
    assert held(target) == OLD
    assert not litter(target)


def test_a_rename_that_fails_puts_the_old_set_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(target, OLD)
    rename = Path.rename

    def refused(path: Path, to: Path) -> Path:
        if ".new-" in path.name:
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        put(target, NEW)
    assert held(target) == OLD
    assert not litter(target)


@pytest.mark.parametrize("moment", ["while writing", "between the renames", "before the old set is removed"])
def test_what_a_killed_build_leaves_is_put_right_by_the_next_one(target: Path, moment: str) -> None:
    put(target, OLD)
    killed = _build_and_die(target, moment)
    assert killed.returncode == 9, killed.stderr
    assert litter(target)
    assert target.exists() is (moment != "between the renames")
    with staged(target) as stage:
        assert held(target) == (NEW if moment == "before the old set is removed" else OLD)
        fill(stage, {"build.json": b"next"})
    assert held(target) == {"build.json": b"next"}
    assert not litter(target)


def _build_and_die(target: Path, moment: str) -> subprocess.CompletedProcess[str]:
    """A build in a process of its own that ends without warning at ``moment``, as one that is killed does."""
    program = f"""
import os, shutil
from pathlib import Path, PurePosixPath
from modulekit.delivery import stage

rename = Path.rename
def dying(path, to):
    if {moment!r} == "between the renames" and ".new-" in path.name:
        os._exit(9)
    return rename(path, to)
Path.rename = dying
if {moment!r} == "before the old set is removed":
    shutil.rmtree = lambda folder, ignore_errors: os._exit(9)
with stage.staged(Path({str(target)!r})) as made:
    for name, data in {NEW!r}.items():
        made.write(PurePosixPath(name), data)
    if {moment!r} == "while writing":
        os._exit(9)
"""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_two_builds_beside_each_other_do_not_disturb_each_other(target: Path) -> None:
    """The second one begins while the first one writes, must not clear away its files, and wins if it ends last."""
    put(target, OLD)
    with staged(target) as first:
        fill(first, {"build.json": b"first"})
        with staged(target) as second:
            fill(second, NEW)
        assert held(target) == NEW
        fill(first, {"en/more.txt": b"first"})
    assert held(target) == {"build.json": b"first", "en/more.txt": b"first"}
    assert not litter(target)


def test_many_builds_at_once_leave_one_whole_set(target: Path) -> None:
    def work(number: int) -> None:
        for _ in range(10):
            put(target, {"build.json": b"%d" % number, **{f"{i}.txt": b"%d" % number for i in range(5)}})

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = held(target)
    assert len(found) == 6
    assert len(set(found.values())) == 1
    assert not litter(target)


@pytest.mark.parametrize("mine", ["module.yaml", "lessons/01.yaml"])
def test_a_folder_that_no_build_made_is_never_replaced(target: Path, mine: str) -> None:
    """Somebody builds into modules/: the course must not be replaced by its own handout."""
    path = target / mine
    path.parent.mkdir(parents=True)
    path.write_text("precious")
    with pytest.raises(FileExistsError, match=r"no build\.json"):
        put(target, NEW)
    assert held(target) == {mine: b"precious"}
    assert not litter(target)


def test_a_file_in_the_way_is_not_replaced(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("precious")
    with pytest.raises(FileExistsError):
        put(target, NEW)
    assert target.read_text() == "precious"


def test_an_empty_folder_may_be_replaced(target: Path) -> None:
    target.mkdir(parents=True)
    put(target, NEW)
    assert held(target) == NEW


def test_other_modules_of_the_same_folder_are_left_alone(target: Path) -> None:
    other = target.parent / "a-course-2"
    put(other, OLD)
    put(target, NEW)
    assert held(other) == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said_so(target: Path) -> None:
    target.parent.mkdir(mode=0o555)
    with pytest.raises(PermissionError):
        put(target, NEW)


def test_a_set_without_its_record_is_a_mistake_of_the_program(target: Path) -> None:
    with pytest.raises(ValueError, match=r"build\.json"):
        put(target, {"a.txt": b"x"})
    assert not target.exists()
    assert not litter(target)
