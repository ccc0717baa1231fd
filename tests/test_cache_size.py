"""The cache stays small, whoever fills it, and what was used last goes last."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from modulekit.cache import Cache, key_of, write_whole
from modulekit.cache.files import PARTS, clear_parts
from modulekit.cache.sweep import cleared, entries, swept

LIMIT = 1_000_000
DAY = 86_400


def fill(cache: Cache, count: int, size: int = 10_000, kind: str = "page") -> list[str]:
    keys = [key_of(kind, str(number)) for number in range(count)]
    for key in keys:
        cache.put(key, key.encode().ljust(size, b"."))
    return keys


def on_disk(folder: Path) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file() and path.name != "grown")


def grow_old(folder: Path, days: float) -> None:
    """As if every entry had last been used so long ago."""
    then = time.time() - days * DAY
    for entry in entries(folder):
        os.utime(entry.path, (then, then))


def test_a_cache_never_takes_more_than_its_limit(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMIT)
    largest = 0
    for number in range(300):
        cache.put(key_of("page", str(number)), b"." * 9_000)
        largest = max(largest, on_disk(tmp_path))
    assert LIMIT // 2 < largest <= LIMIT
    assert cache.get(key_of("page", "299")) is not None


def test_what_was_used_last_goes_last(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMIT)
    keys = fill(cache, 60)
    grow_old(tmp_path, 1)
    used = keys[10:20]
    assert all(cache.get(key) for key in used)
    fill(cache, 60, kind="picture")
    assert all(cache.get(key) for key in used)
    gone = [key for key in keys if key not in used and cache.get(key) is None]
    assert len(gone) > 20


def test_what_nobody_used_for_long_ages_out(tmp_path: Path) -> None:
    """Entries of versions that are gone are never asked for again, also where the limit is far."""
    cache = Cache(tmp_path)
    old = fill(cache, 5)
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / ("c" * 62)).write_bytes(b"of a version that laid its entries out in another way")
    grow_old(tmp_path, 40)
    new = fill(cache, 5, kind="picture")
    swept(tmp_path, cache.limit, time.time() - 30 * DAY)
    assert [cache.get(key) for key in old] == [None] * 5
    assert all(cache.get(key) for key in new)
    assert len([*entries(tmp_path)]) == 5


def test_an_entry_that_would_drive_out_the_others_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMIT)
    keys = fill(cache, 5)
    cache.put(key_of("page", "big"), b"." * LIMIT)
    assert cache.get(key_of("page", "big")) is None
    assert all(cache.get(key) for key in keys)


def test_putting_in_does_not_look_at_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[object] = []
    monkeypatch.setattr("modulekit.cache.swept", lambda *given: looks.append(given))
    fill(Cache(tmp_path, 100 * LIMIT), 200)
    assert not looks


def test_several_processes_keep_one_limit_and_whole_entries(tmp_path: Path) -> None:
    program = f"""
from pathlib import Path
from modulekit.cache import Cache, key_of
import sys
cache = Cache(Path({str(tmp_path)!r}), {LIMIT})
for number in range(150):
    key = key_of("page", sys.argv[1] if number % 2 else "all", str(number))
    cache.put(key, key.encode() * 100)
    assert cache.get(key) in (None, key.encode() * 100)
"""
    running = [subprocess.Popen([sys.executable, "-c", program, str(number)]) for number in range(4)]
    largest = 0
    while any(process.poll() is None for process in running):
        try:
            largest = max(largest, on_disk(tmp_path))
        except FileNotFoundError:  # it went while we looked
            continue
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    assert LIMIT // 2 < max(largest, on_disk(tmp_path)) <= LIMIT
    assert not [*(tmp_path / PARTS).iterdir()]


def test_clearing_beside_a_reader_and_a_writer_disturbs_neither(tmp_path: Path) -> None:
    cache = Cache(tmp_path, LIMIT)
    wrong: list[bytes] = []

    def work() -> None:
        for number in range(100):
            key = key_of("page", str(number % 7))
            cache.put(key, key.encode())
            if cache.get(key) not in (None, key.encode()):
                wrong.append(key.encode())

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        cleared(tmp_path)
    for thread in threads:
        thread.join()
    assert not wrong
    cleared(tmp_path)
    assert not [*entries(tmp_path)]


def test_what_a_killed_writer_left_is_cleared_away_and_a_living_one_is_left_alone(tmp_path: Path) -> None:
    program = f"""
import os
from pathlib import Path
from modulekit.cache import write_whole
def chunks():
    yield b"half"
    os._exit(9)
write_whole(Path({str(tmp_path)!r}) / "entry", chunks(), Path({str(tmp_path)!r}))
"""
    subprocess.run([sys.executable, "-c", program], check=False)
    assert len([*tmp_path.iterdir()]) == 1
    (tmp_path / "mine").write_text("no part")

    def chunks() -> Iterator[bytes]:
        clear_parts(tmp_path)
        yield b"whole"

    write_whole(tmp_path / "entry", chunks(), tmp_path)
    assert (tmp_path / "entry").read_bytes() == b"whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entry", "mine"]


def test_hits_and_misses_are_counted_by_kind(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    key = key_of("pdf fragment", "1")
    cache.get(key)
    cache.put(key, b"x")
    cache.get(key)
    cache.get(key)
    cache.get(key_of("chart", "1"))
    assert cache.tally.by_kind() == {"chart": (0, 1), "pdf-fragment": (2, 1)}
