"""A bag holds what was given, lists it, and refuses what some computer could not hold."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

import pytest

from modulekit.archive import unpack
from modulekit.delivery.bag import bag_files, tag_manifest_digest
from modulekit.delivery.bag_names import NameRefusedError
from modulekit.delivery.package import write_file, write_folder, zip_of

PAYLOAD = {PurePosixPath("participants/handout.pdf"): b"%PDF-", PurePosixPath("all done.txt"): b"yes\n"}
INFO = [("Source-Organization", "Жоба тобы"), ("Bagging-Date", "2026-11-23")]
TAGS = {PurePosixPath("00_START_HERE.html"): b"<p>", PurePosixPath("about/VERIFY.kk.txt"): b"x"}


def bag() -> dict[str, bytes]:
    return {str(path): data for path, data in bag_files(PAYLOAD, INFO, TAGS).items()}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_bag_holds_these_files_in_this_order() -> None:
    assert [*bag()] == [
        "00_START_HERE.html",
        "about/VERIFY.kk.txt",
        "bag-info.txt",
        "bagit.txt",
        "data/all done.txt",
        "data/participants/handout.pdf",
        "manifest-sha256.txt",
        "manifest-sha512.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha512.txt",
    ]


def test_facts_stand_in_their_order_and_sizes_are_counted() -> None:
    assert bag()["bag-info.txt"].decode() == (
        "Source-Organization: Жоба тобы\nBagging-Date: 2026-11-23\nBag-Size: 1 KB\nPayload-Oxum: 9.2\n"
    )


def test_manifests_list_each_file_once_and_escape_percent_signs() -> None:
    files = bag()
    assert files["manifest-sha256.txt"].decode() == (
        f"{sha256(b'yes' + bytes([10]))}  data/all done.txt\n{sha256(b'%PDF-')}  data/participants/handout.pdf\n"
    )
    listed = [line.partition("  ")[2] for line in files["tagmanifest-sha512.txt"].decode().splitlines()]
    assert listed == [name for name in files if not name.startswith(("data/", "tagmanifest"))]
    assert tag_manifest_digest(bag_files(PAYLOAD, INFO, TAGS)) == sha256(files["tagmanifest-sha256.txt"])


def test_the_order_in_which_files_are_given_changes_nothing() -> None:
    turned = dict(reversed(PAYLOAD.items()))
    assert [*bag_files(turned, INFO, TAGS).items()] == [*bag_files(PAYLOAD, INFO, TAGS).items()]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../x",
        "/x",
        "a/../x",
        "C:/x",
        "a\\b",
        "what?",
        "100%.txt",
        "nul",
        "a/Con.txt",
        "lpt¹.pdf",
        "COM0",
        "end.",
        "end ",
        " start",
        "line\nend",
        "bell\x07",
        "tur\u202efdp.exe",
        "и\u0306.txt",
        "x" * 256,
        "ә" * 128,
        "/".join(["x" * 45] * 5),
        "a/b/c/d/e/f/g/h/i/j/k/l",
        "clock$",
        "HANDOU~1.PDF",
    ],
)
def test_names_that_some_computer_cannot_hold_are_refused(name: str) -> None:
    with pytest.raises(NameRefusedError):
        bag_files({**PAYLOAD, PurePosixPath(name): b""}, INFO)
    with pytest.raises(NameRefusedError):
        bag_files(PAYLOAD, INFO, {PurePosixPath(name): b""})


@pytest.mark.parametrize("names", [("a.txt", "A.TXT"), ("a/x", "A/y"), ("Ә.txt", "ә.txt"), ("a", "a/b")])
def test_names_that_fall_together_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(NameRefusedError):
        bag_files({PurePosixPath(name): b"" for name in names}, INFO)


@pytest.mark.parametrize(
    "name",
    ["bagit.txt", "BAG-INFO.txt", "data", "DATA/x", "fetch.txt", "manifest-md5.txt", "tagmanifest-sha256.txt.sig"],
)
def test_names_of_the_bag_itself_are_refused_for_other_pages(name: str) -> None:
    with pytest.raises(NameRefusedError):
        bag_files(PAYLOAD, INFO, {PurePosixPath(name): b""})


@pytest.mark.parametrize(
    "line", [("Payload-Oxum", "1.1"), ("bag-size", "1"), ("a:b", "x"), ("", "x"), ("A", ""), ("A", "x\ny")]
)
def test_lines_that_bag_info_cannot_hold_are_refused(line: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        bag_files(PAYLOAD, [line])


def test_an_empty_bag_is_refused() -> None:
    with pytest.raises(ValueError, match="without a payload"):
        bag_files({}, INFO)


def test_a_zip_has_one_folder_and_the_same_bytes_each_time() -> None:
    files = bag_files(PAYLOAD, INFO, TAGS)
    data = zip_of(files, "course-1.2.0")
    assert data == zip_of(dict(reversed(files.items())), "course-1.2.0")
    assert unpack(data) == {f"course-1.2.0/{path}": content for path, content in files.items()}


@pytest.mark.parametrize("name", ["", "a/b", "nul", "x" * 200])
def test_a_zip_whose_folder_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(NameRefusedError):
        zip_of(bag_files(PAYLOAD, INFO), name)


def test_a_folder_replaces_an_older_package_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out" / "course"
    write_folder(bag_files({PurePosixPath("old.txt"): b"old"}, INFO), target)
    files = bag_files(PAYLOAD, INFO, TAGS)
    write_folder(files, target)
    found = {path.relative_to(target): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    assert found == {Path(path): data for path, data in files.items()}
    foreign = tmp_path / "holiday"
    foreign.mkdir()
    (foreign / "photo.jpg").write_bytes(b"x")
    with pytest.raises(FileExistsError):
        write_folder(files, foreign)
    assert [path.name for path in foreign.iterdir()] == ["photo.jpg"]


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out" / "course.zip"
    write_file(b"first", target)
    assert target.read_bytes() == b"first"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(b"second", target)
    assert [(path.name, path.read_bytes()) for path in target.parent.iterdir()] == [("course.zip", b"first")]
