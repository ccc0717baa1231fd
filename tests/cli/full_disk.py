"""Builds on real disks that are full or may not be written, each a small one in memory that only this process sees.

Run as the first process of name spaces of its own, which takes no rights:

unshare --user --map-root-user --mount python -m tests.cli.full_disk FOLDER COURSE

Prints one line for each build: what happened to it, and how many bytes were free.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.cli.forked import ended
from tests.cli.killed_builds import LOADED, files, whole

MODULE = "meetings"
BUILD = ["build", "-p", "handout", "-f", "html", "-f", "text"]
LESSON = Path("modules", MODULE, "lessons", "01-agenda.yaml")
FREE = (4, 32, 64, 2048)
"""Kilobytes that are free when a build begins: from nearly nothing to more than enough."""


def mounted(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "disk", str(folder)], check=True)


def build(*more: str) -> int:
    """The exit code of a build in a process of its own; what it said stands in ``said`` on another disk."""
    child = os.fork()
    if child:
        return ended(child)
    try:
        said = os.open(os.environ["SAID"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.argv = ["modulekit", *BUILD, *more]
        from modulekit.cli import main

        main()
    except SystemExit as end:
        os._exit(int(end.code or 0))
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(70)
    os._exit(0)


def said() -> str:
    return Path(os.environ["SAID"]).read_text(encoding="utf-8")


def edited(course: Path, words: str) -> None:
    text = (course / LESSON).read_text(encoding="utf-8")
    (course / LESSON).write_text(text.replace("An agenda names decisions", words), encoding="utf-8")


def refused(code: int, why: str) -> None:
    """The build said that it could not write, in one sentence, and ended as it should."""
    assert code == 1, said()
    assert "Traceback" not in said(), said()
    assert "error[MK902]" in said(), said()
    assert why in said(), said()
    assert "What was there before is as it was." in said()


def on_a_full_disk(disk: Path, course: Path, free: int, old: dict[str, str], new: dict[str, str]) -> str:
    """One build with ``free`` kilobytes, and one with room after it."""
    mounted(disk, "size=16m")
    try:
        place = Path(shutil.copytree(course, disk / "course"))
        edited(place, "An agenda in other words")
        os.chdir(place)
        os.environ["TMPDIR"] = tempfile.tempdir = str(disk)
        used = shutil.disk_usage(disk).used
        subprocess.run(["mount", "-o", f"remount,size={used + free * 1024}", str(disk)], check=True)
        code = build()
        if code:
            refused(code, "No space left on device")
            assert files(place / "dist" / MODULE) == old
        else:
            assert whole(place / "dist" / MODULE) == new
        subprocess.run(["mount", "-o", "remount,size=16m", str(disk)], check=True)
        assert build() == 0, said()
        assert whole(place / "dist" / MODULE) == new
        assert [path.name for path in (place / "dist").iterdir()] == [MODULE]
        assert [path.name for path in disk.iterdir()] == ["course"]
        return "full" if code else "built"
    finally:
        os.chdir("/")
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # a helper process of Python ends a moment later


def read_only(disk: Path, course: Path, elsewhere: Path, old: dict[str, str]) -> str:
    """A course on a disk that may not be written can be built somewhere else, and nowhere on it."""
    mounted(disk, "size=16m")
    try:
        place = Path(shutil.copytree(course, disk / "course"))
        os.chdir(place)
        os.environ["TMPDIR"] = tempfile.tempdir = str(elsewhere)
        edited(place, "An agenda in other words")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        refused(build(), "Read-only file system")
        assert files(place / "dist" / MODULE) == old
        assert build("--out", str(elsewhere / "dist")) == 0, said()
        whole(elsewhere / "dist" / MODULE)
        return "read-only"
    finally:
        os.chdir("/")
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # a helper process of Python ends a moment later


def main(folder: Path, course: Path) -> None:
    disk, elsewhere = folder / "disk", folder / "elsewhere"
    for made in (disk, elsewhere):
        made.mkdir()
    os.environ["SAID"] = str(folder / "said.txt")
    for name in LOADED:
        importlib.import_module(name)
    from modulekit.fingerprint import fingerprint

    fingerprint()
    os.chdir(course)
    assert build("--out", str(elsewhere / "new")) == 0, said()
    edited(course, "An agenda in other words")
    assert build("--out", str(elsewhere / "new")) == 0, said()
    new = whole(elsewhere / "new" / MODULE)
    edited_back = (course / LESSON).read_text(encoding="utf-8").replace("in other words", "names decisions")
    (course / LESSON).write_text(edited_back, encoding="utf-8")
    assert build() == 0, said()
    old = whole(course / "dist" / MODULE)
    assert old != new
    shutil.rmtree(course / ".modulekit")
    for free in FREE:
        print(on_a_full_disk(disk, course, free, old, new), free)
    print(read_only(disk, course, elsewhere, old), 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
