"""``modulekit cache``: what is kept, how much of it, and none of it any more."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest
import typer

from modulekit.cache import LIMIT, Cache, key_of
from modulekit.cache.files import PARTS
from modulekit.cache.seal import is_sealed, seal
from modulekit.cli.cache import bytes_of
from modulekit.cli.caching import UNUSED_DAYS, cache_for, folder_of, limit_of, sealed
from tests.cli.program import copy_of_course, modulekit

KEY = key_of("pdf fragment", "1")


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    return copy_of_course(tmp_path)


def test_statistics_tell_entries_by_kind_and_what_the_last_build_found(courses: Path) -> None:
    assert "No build has used it yet." in modulekit("cache", "stats", cwd=courses).out
    with cache_for(courses, use=True) as cache:
        for number in range(3):
            cache.put(key_of("pdf fragment", str(number)), b"." * 9000)
        cache.put(key_of("chart", "1"), b".")
        assert cache.get(KEY)
        assert not cache.get(key_of("chart", "2"))
    told = modulekit("cache", "stats", cwd=courses)
    assert told.code == 0
    assert told.lines[0] == f"{folder_of(courses)}: 41 KB of 2.0 GB"
    assert [line.split() for line in told.lines[1:3]] == [["pdf-fragment", "3", "37", "KB"], ["chart", "1", "4", "KB"]]
    assert told.lines[3] == "Last build: 1 of 2 found (50 %)."
    data = json.loads(modulekit("cache", "stats", "--output-format", "json", cwd=courses).out)
    assert (data["entries"], data["bytes"], data["limit"]) == (4, 4 * 4096 + 3 * 8192, LIMIT)
    assert data["kinds"]["chart"] == {"entries": 1, "bytes": 4096}
    assert data["last_build"] == {"chart": {"found": 0, "made": 1}, "pdf-fragment": {"found": 1, "made": 0}}


def test_a_build_fills_it_and_one_with_nothing_to_do_says_so(courses: Path) -> None:
    build = ("build", "-p", "handout", "-f", "text")
    modulekit(*build, cwd=courses)
    assert json.loads(modulekit("cache", "stats", "--output-format", "json", cwd=courses).out)["entries"] > 0
    modulekit(*build, cwd=courses)
    assert modulekit("cache", "stats", cwd=courses).lines[-1] in (
        "Last build: nothing had changed.",
        *(f"Last build: {n} of {n} found (100 %)." for n in range(1, 9)),  # the program itself was edited meanwhile
    )


def test_clearing_leaves_no_entry(courses: Path) -> None:
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
    told = modulekit("cache", "clear", cwd=courses)
    assert (told.out, told.code) == ("1 entry removed, 4 KB.\n", 0)
    assert cache.get(KEY) is None
    assert modulekit("cache", "clear", cwd=courses).out == "0 entries removed, 0 KB.\n"
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
        assert cache.get(KEY) == b"x"


def test_a_limit_is_kept_at_once_and_by_later_builds(courses: Path) -> None:
    with cache_for(courses, use=True) as cache:
        for number in range(100):
            cache.put(key_of("page", str(number)), b"." * 4000)
    assert modulekit("cache", "limit", cwd=courses).out == "2.0 GB\n"
    assert modulekit("cache", "limit", "200 KB", cwd=courses).out == "200 KB\n"
    assert limit_of(courses) == 200_000
    data = json.loads(modulekit("cache", "stats", "--output-format", "json", cwd=courses).out)
    assert 0 < data["bytes"] <= 200_000
    with cache_for(courses, use=True) as cache:
        assert cache.limit == 200_000
    assert modulekit("cache", "limit", "much", cwd=courses).code == 2


@pytest.mark.parametrize(
    ("written", "size"),
    [("2 GB", 2_000_000_000), ("500MB", 500_000_000), ("1.5g", 1_500_000_000), ("10 kb", 10_000), ("4096", 4096)],
)
def test_sizes(written: str, size: int) -> None:
    assert bytes_of(written) == size


@pytest.mark.parametrize("written", ["", "GB", "-1 GB", "1 TB", "2b", "1e9", "٣ GB x"])
def test_no_sizes(written: str) -> None:
    with pytest.raises(typer.BadParameter, match="no size"):
        bytes_of(written)


def test_outside_of_a_workspace_it_is_wrong_use(tmp_path: Path) -> None:
    for words in (("stats",), ("clear",), ("limit",), ("trust",)):
        ended = modulekit("cache", *words, cwd=tmp_path)
        assert "error[MK904]" in ended.err
        assert ended.code == 2
    assert not [*tmp_path.iterdir()]


def test_a_cache_that_was_filled_elsewhere_is_emptied_unless_somebody_trusts_it(courses: Path, tmp_path: Path) -> None:
    """Entries are believed by their name: a stranger's workspace must not bring its own."""
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
    with cache_for(courses.rename(tmp_path / "moved"), use=True) as cache:
        assert cache.get(KEY) == b"x"  # a folder may be moved
    theirs = shutil.copytree(tmp_path / "moved", tmp_path / "theirs")
    with pytest.raises(FileNotFoundError):
        sealed(theirs)
    trusted = shutil.copytree(theirs, tmp_path / "trusted")
    assert modulekit("cache", "trust", cwd=trusted).code == 0
    with cache_for(trusted, use=True) as cache:
        assert cache.get(KEY) == b"x"
    with cache_for(theirs, use=True) as cache:
        assert cache.get(KEY) is None
    assert sealed(theirs) == folder_of(theirs)


def test_a_seal_cannot_be_written_beforehand(tmp_path: Path) -> None:
    seal(tmp_path)
    assert is_sealed(tmp_path)
    seal(tmp_path)
    assert is_sealed(tmp_path)
    (tmp_path / "here").unlink()
    assert not is_sealed(tmp_path)
    (tmp_path / "here").touch()
    assert not is_sealed(tmp_path)


def test_what_nobody_used_for_a_month_goes_with_the_first_command_of_a_day(courses: Path) -> None:
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
    (entry,) = (folder_of(courses) / "pdf-fragment").rglob("?" * 62)
    then = time.time() - (UNUSED_DAYS + 1) * 86_400
    os.utime(entry, (then, then))
    with cache_for(courses, use=True):
        pass
    assert entry.exists()  # somebody looked today
    os.utime(folder_of(courses) / "aged", (then, then))
    with cache_for(courses, use=True):
        pass
    assert not entry.exists()


def test_entries_that_killed_processes_began_are_cleared_away(courses: Path) -> None:
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
    left = folder_of(courses) / PARTS / ".killed.part"
    left.write_bytes(b"half")
    with cache_for(courses, use=True):
        pass
    assert not left.exists()


@pytest.mark.parametrize("in_the_way", [".modulekit", ".modulekit/cache"])
def test_where_there_can_be_no_cache_there_is_none(courses: Path, in_the_way: str) -> None:
    place = courses / in_the_way
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file")
    with cache_for(courses, use=True) as cache:
        cache.put(KEY, b"x")
        assert cache == Cache()
    assert place.read_text() == "a file"
