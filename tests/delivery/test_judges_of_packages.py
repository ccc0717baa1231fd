"""Others judge packages as we do: good ones, and ones with one thing wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from modulekit.delivery.bag import bag_files
from modulekit.delivery.package import write_folder, zip_of
from modulekit.delivery.verify import verify
from tests.judges.packages import bagit, sums, unzip

NAME = "course-1.0.0-centre"
FILES = bag_files(
    {PurePosixPath("01-trainers/guide.pdf"): b"%PDF guide" * 900, PurePosixPath("02-участникам/план.txt"): b"plan\n"},
    [
        ("Source-Organization", "Жоба тобы"),
        ("External-Identifier", "course-1.0.0"),
        ("Bagging-Date", "2026-11-23"),
    ],
    {PurePosixPath("00_START_HERE.html"): b"<p>Start", PurePosixPath("VERIFY.kk.txt"): b"x\n"},
)
GUIDE = "data/01-trainers/guide.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / NAME
    write_folder(FILES, target)
    return target


def change(folder: Path) -> None:
    data = bytearray((folder / GUIDE).read_bytes())
    data[4000] ^= 1
    (folder / GUIDE).write_bytes(data)


def add(folder: Path) -> None:
    (folder / "data/readme.exe").write_bytes(b"MZ")


def remove(folder: Path) -> None:
    (folder / GUIDE).unlink()


def rename(folder: Path) -> None:
    (folder / GUIDE).rename(folder / "data/guide.pdf")


@pytest.mark.judge("bagit", "sha256sum", "unzip")
def test_all_say_that_a_package_is_good(folder: Path, tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    package.write_bytes(zip_of(FILES, NAME))
    assert bagit(folder), bagit(folder)
    assert sums(folder), sums(folder)
    assert unzip(package), unzip(package)
    assert verify(folder).good
    assert verify(package).good
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert bagit(tmp_path / "unpacked" / NAME)


@pytest.mark.judge("bagit")
def test_bagit_reads_the_facts_that_were_written(folder: Path) -> None:
    import bagit as library

    bag = library.Bag(str(folder))
    assert bag.version_info == (1, 0)
    assert bag.info["Source-Organization"] == "Жоба тобы"
    assert bag.info["Payload-Oxum"] == "9005.2"
    assert sorted(bag.algorithms) == ["sha256", "sha512"]


@pytest.mark.judge("bagit", "sha256sum")
@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (change, {("MK959", GUIDE)}),
        (add, {("MK960", "data/readme.exe")}),
        (remove, {("MK958", GUIDE)}),
        (rename, {("MK958", GUIDE), ("MK960", "data/guide.pdf")}),
    ],
)
def test_all_say_no_when_one_thing_is_wrong(
    folder: Path, spoil: Callable[[Path], None], found: set[tuple[str, str]]
) -> None:
    spoil(folder)
    assert {(one.code, str(one.span)) for one in verify(folder).findings} == found
    verdict = bagit(folder)
    assert not verdict
    if spoil in (change, rename):  # where the number of bytes is wrong, bagit.py looks no further
        assert any(path in line for _, path in found for line in verdict.complaints), verdict
    if spoil is add:
        assert sums(folder), "sha256sum does not look for files that no list names"
    else:
        assert not sums(folder)


@pytest.mark.judge("unzip")
def test_a_zip_with_a_changed_byte_is_refused_by_unzip_too(tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    data = bytearray(zip_of(FILES, NAME))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(f"{NAME}/{GUIDE}")
    data[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 1
    package.write_bytes(data)
    assert not unzip(package)
    assert [(one.code, str(one.span)) for one in verify(package).findings] == [("MK959", GUIDE)]
