"""A package arrives whole under its own name or not at all, however often the line breaks."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.delivery.deliver import Checked, DamagedError, Far, UnreadableFarError, deliver
from modulekit.delivery.far import FolderFar, FsspecFar

FILES = {
    "bagit.txt": b"BagIt-Version: 1.0\n",
    "data/handout.pdf": bytes(range(256)) * 40,
    "data/trainers/guide.pdf": b"guide " * 3000,
    "manifest-sha256.txt": b"0" * 64,
}
ONE = {"": b"PK\x03\x04" + b"zip" * 5000}
NAME = "meetings-1.0-centre"


class LineBrokenError(OSError):
    """The line broke."""


class Breaking:
    """A folder at the end of a line that breaks after so many steps; what is being written then is half there."""

    def __init__(self, root: Path, steps: int) -> None:
        self._far, self._left = FolderFar(root), steps

    def _step(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise LineBrokenError("the line broke")

    def size(self, path: str) -> int | None:
        self._step()
        return self._far.size(path)

    def blocks(self, path: str) -> Iterator[bytes]:
        self._step()
        yield from self._far.blocks(path)

    def write(self, path: str, data: bytes) -> None:
        self._left -= 1
        if self._left < 0:
            self._far.write(path, data[: len(data) // 2])
            raise LineBrokenError("the line broke")
        self._far.write(path, data)

    def files(self, folder: str) -> tuple[str, ...]:
        self._step()
        return self._far.files(folder)

    def is_there(self, path: str) -> bool:
        self._step()
        return self._far.is_there(path)

    def rename(self, old: str, new: str) -> None:
        self._step()
        self._far.rename(old, new)

    def remove(self, path: str) -> None:
        self._step()
        self._far.remove(path)


class LikeSftp(LocalFileSystem):  # type: ignore[misc]
    """What fsspec's SFTP can do: its ``mv`` takes two paths and no more."""

    cachable = False

    def mv(self, old: str, new: str) -> None:
        Path(old).rename(new)


class Silent(FolderFar):
    """A drop box: it takes files and shows none."""

    def blocks(self, path: str) -> Iterator[bytes]:
        raise UnreadableFarError(path)


class Damaging(FolderFar):
    """A line that alters a byte."""

    def write(self, path: str, data: bytes) -> None:
        super().write(path, data[:-1] + bytes([data[-1] ^ 1]))


def _found(root: Path) -> dict[str, bytes]:
    """What stands under the package's own name."""
    place = root / NAME
    if place.is_file():
        return {"": place.read_bytes()}
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def _left(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name != NAME)


def _places(tmp_path: Path) -> Iterator[tuple[Far, Path | None]]:
    yield FolderFar(tmp_path / "plain"), tmp_path / "plain"
    yield FsspecFar(fsspec.filesystem("file"), str(tmp_path / "local")), tmp_path / "local"
    yield FsspecFar(LikeSftp(), str(tmp_path / "sftp")), tmp_path / "sftp"
    yield FsspecFar(fsspec.filesystem("memory"), f"/{uuid4().hex}"), None


@pytest.mark.parametrize("files", [FILES, ONE], ids=["folder", "zip"])
def test_a_package_arrives_and_is_read_back(tmp_path: Path, files: dict[str, bytes]) -> None:
    for far, root in _places(tmp_path):
        done = deliver(files, far, NAME)
        assert (done.sent, done.kept, done.checked) == (len(files), 0, Checked.DIGEST)
        assert done.octets == sum(map(len, files.values()))
        for path, data in files.items():
            assert b"".join(far.blocks(f"{NAME}/{path}".rstrip("/"))) == data
        again = deliver(files, far, NAME)
        assert (again.sent, again.kept) == (0, len(files))
        if root is not None:
            assert _found(root) == files
            assert _left(root) == []


def test_a_newer_package_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    for far, _ in _places(tmp_path):
        deliver({**FILES, "data/old.txt": b"old"}, far, NAME)
        deliver(FILES, far, NAME)
        assert far.files(NAME) == tuple(sorted(f"{NAME}/{path}" for path in FILES))
        deliver(ONE, far, NAME)
        assert far.size(NAME) == len(ONE[""])
        assert far.files(f".{NAME}.old") == ()


@pytest.mark.parametrize("files", [FILES, ONE], ids=["folder", "zip"])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000))
def test_a_line_that_breaks_leaves_no_half_package(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes], seed: int
) -> None:
    """Broken at random moments again and again, with an older package in place: what has the name is the old one, the
    new one, or nothing; and the first try that is let through ends with the new one alone."""
    chance, root = random.Random(seed), tmp_path_factory.mktemp("far")
    old = {path: data + b" of old" for path, data in files.items()}
    if chance.random() < 0.7:
        deliver(old, FolderFar(root), NAME)
    for _ in range(chance.randrange(1, 6)):
        with contextlib.suppress(LineBrokenError):
            deliver(files, Breaking(root, chance.randrange(40)), NAME)
        assert _found(root) in ({}, old, files)
    deliver(files, FolderFar(root), NAME)
    assert _found(root) == files
    assert _left(root) == []


def test_what_has_arrived_is_not_sent_again(tmp_path: Path) -> None:
    with pytest.raises(LineBrokenError):
        deliver(FILES, Breaking(tmp_path, 14), NAME)
    assert _found(tmp_path) == {}
    (begun,) = _left(tmp_path)
    arrived = [path for path in (tmp_path / begun).rglob("*") if path.is_file()]
    assert arrived
    done = deliver(FILES, FolderFar(tmp_path), NAME)
    assert done.kept >= 1
    assert done.sent + done.kept == len(FILES)
    assert _found(tmp_path) == FILES


def test_what_another_package_left_is_not_continued(tmp_path: Path) -> None:
    with pytest.raises(LineBrokenError):
        deliver({**FILES, "data/other.txt": b"other"}, Breaking(tmp_path, 14), NAME)
    assert deliver(FILES, FolderFar(tmp_path), NAME).kept == 0
    assert _found(tmp_path) == FILES


def test_a_byte_that_is_altered_on_the_way_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="arrived altered"):
        deliver(FILES, Damaging(tmp_path), NAME)
    assert _found(tmp_path) == {}


def test_where_nobody_may_read_the_sizes_are_compared(tmp_path: Path) -> None:
    assert deliver(FILES, Silent(tmp_path), NAME).checked is Checked.SIZE
    assert _found(tmp_path) == FILES
