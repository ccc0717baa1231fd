"""The cache gives back what was put in, or nothing, and never makes a build fail."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from modulekit.cache import Cache, key_of, write_whole

KEY = key_of("a page")


def entries_in(folder: Path) -> list[Path]:
    """All files but the one that counts what was added."""
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "grown"]


def test_what_was_put_in_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get(KEY) is None
    cache.put(KEY, b"laid out")
    assert cache.get(KEY) == b"laid out"
    assert Cache(tmp_path / "new" / "folder").get(KEY) == b"laid out"
    assert cache.get(key_of("another page")) is None


def test_an_entry_may_be_empty_and_may_be_replaced(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"")
    assert cache.get(KEY) == b""
    cache.put(KEY, b"more")
    assert cache.get(KEY) == b"more"


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = Cache()
    cache.put(KEY, b"x")
    assert cache.get(KEY) is None
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "a folder"])
def test_a_damaged_entry_counts_as_missing_and_is_replaced(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"laid out")
    (path,) = entries_in(tmp_path)
    data = path.read_bytes()
    if damage == "a folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes({"cut": data[:-1], "flipped": data[:-1] + b"?", "emptied": b""}[damage])
    assert cache.get(KEY) is None
    assert path.exists() is (damage == "a folder")
    cache.put(KEY, b"laid out")
    assert cache.get(KEY) == (None if damage == "a folder" else b"laid out")


def test_a_full_disk_only_makes_it_slower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cache = Cache(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    cache.put(KEY, b"x")
    assert cache.get(KEY) is None
    assert not entries_in(tmp_path)  # nothing half written stays


def test_a_file_in_the_way_only_makes_it_slower(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, b"x")
    assert cache.get(KEY) is None


def test_no_two_splits_of_the_same_bytes_share_a_key() -> None:
    keys = [key_of("a page", *parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ())]
    keys += [key_of("a picture", "abc"), key_of("a", "page", "abc")]
    assert len(set(keys)) == len(keys)
    assert key_of("a page", "é") == key_of("a page", "é".encode())


@pytest.mark.parametrize("kind", ["", "../x", "A page", "a/b", "a  b", "a-b", " a"])
def test_a_kind_is_plain_words(kind: str) -> None:
    """It is the name of a folder."""
    with pytest.raises(ValueError, match="no kind"):
        key_of(kind, "x")


def test_readers_and_writers_beside_each_other_see_whole_entries(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    wrong: list[bytes] = []

    def work(number: int) -> None:
        for _ in range(30):
            cache.put(KEY, bytes([number]) * 50_000)
            found = cache.get(KEY)
            if found is None or len(set(found)) != 1 or len(found) != 50_000:
                wrong.append(found or b"")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_writing_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, [b"old"])

    def chunks() -> Iterator[bytes]:
        yield b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, chunks())
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]
    assert path.stat().st_mode & 0o777 == 0o644
