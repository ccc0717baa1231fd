"""Output appears whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path, PurePosixPath

import pytest

from modulekit.delivery import stage as stage_module
from modulekit.delivery.exchange import exchanged
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


@pytest.fixture
def by_renames(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system on which two folders cannot take each other's place."""
    monkeypatch.setattr(stage_module, "exchanged", lambda *_: False)


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


@pytest.mark.usefixtures("by_renames")
def test_two_renames_do_where_folders_cannot_be_exchanged(target: Path) -> None:
    put(target, OLD)
    put(target, NEW)
    assert held(target) == NEW
    assert not litter(target)


def test_folders_are_exchanged_on_linux(target: Path) -> None:
    other = target.with_name("other")
    for folder in (target, other):
        folder.mkdir(parents=True)
        (folder / folder.name).touch()
    if exchanged(target, other):
        assert (list(held(target)), list(held(other))) == (["other"], ["a-course"])
    else:
        assert (list(held(target)), list(held(other))) == (["a-course"], ["other"])
        assert sys.platform != "linux", "every usual file system of Linux can do it"
    with pytest.raises(OSError, match="No such file"):
        exchanged(target, target.with_name("nothing"))


def test_whoever_looks_finds_one_set_and_never_none(target: Path) -> None:
    """A reader opens the folder again and again while builds replace it."""
    put(target, OLD)
    if not exchanged(target, target):
        pytest.skip("folders cannot be exchanged here")
    done = threading.Event()
    seen: list[object] = []

    def look() -> None:
        while not done.is_set():
            try:
                handle = os.open(target, os.O_RDONLY)
            except OSError as error:
                seen.append(error)
                continue
            os.close(handle)
            seen.append(None)

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(20):
        put(target, OLD)
        put(target, NEW)
    done.set()
    reader.join()
    assert len(seen) > 40
    assert set(seen) == {None}


def test_a_link_is_followed(target: Path, tmp_path: Path) -> None:
    target.parent.mkdir()
    target.symlink_to(tmp_path / "stick" / "course")
    put(target, OLD)
    put(target, NEW)
    assert target.is_symlink()
    assert held(tmp_path / "stick" / "course") == NEW
    assert not litter(target)
    assert not litter(tmp_path / "stick" / "course")


@pytest.mark.parametrize("what", ["a file", "a folder"])
def test_a_disk_that_loses_what_it_was_given_leaves_the_old_set(
    target: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Disks far away say only when asked to keep it that they are full. Some cannot be asked about folders."""
    put(target, OLD)
    flush = os.fsync

    def full(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) is (what == "a folder"):
            raise OSError(28, "No space left on device")
        flush(handle)

    monkeypatch.setattr(os, "fsync", full)
    if what == "a file":
        with pytest.raises(OSError, match="No space left"):
            put(target, NEW)
    else:
        put(target, NEW)
    assert held(target) == (OLD if what == "a file" else NEW)
    assert not litter(target)


@pytest.mark.usefixtures("by_renames")
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
@pytest.mark.parametrize("renames", [False, True], ids=["exchanged", "two renames"])
def test_what_a_killed_build_leaves_is_put_right_by_the_next_one(target: Path, moment: str, renames: bool) -> None:
    put(target, OLD)
    if moment == "between the renames" and not renames:
        assert exchanged(target, target)  # there is no such moment
        return
    killed = _build_and_die(target, moment, renames)
    assert killed.returncode == 9, killed.stderr
    assert litter(target)
    assert target.exists() is (moment != "between the renames")
    with staged(target) as stage:
        assert held(target) == (NEW if moment == "before the old set is removed" else OLD)
        fill(stage, {"build.json": b"next"})
    assert held(target) == {"build.json": b"next"}
    assert not litter(target)


def _build_and_die(target: Path, moment: str, renames: bool) -> subprocess.CompletedProcess[str]:
    """A build in a process of its own that ends without warning at ``moment``, as one that is killed does."""
    program = f"""
import os, shutil
from pathlib import Path, PurePosixPath
from modulekit.delivery import stage

if {renames}:
    stage.exchanged = lambda *_: False
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
