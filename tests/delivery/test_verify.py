"""A good package is good however it travelled; a package with one thing wrong is not, and the file is named."""

from __future__ import annotations

import io
import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from modulekit.delivery.bag import bag_files, tag_manifest_digest
from modulekit.delivery.package import write_folder, zip_of
from modulekit.delivery.verify import LIMITS, verify
from modulekit.delivery.verify.box import at_most, shown
from modulekit.diagnostics import Diagnostic
from tests.cli.program import Ended, modulekit
from tests.delivery.bags import TOP, bag
from tests.delivery.hostile import parts
from tests.delivery.signing import ed25519_key, signature_of
from tests.delivery.zips import part, zipped

FILES = bag_files(
    {PurePosixPath("trainers/guide.pdf"): b"%PDF guide" * 900, PurePosixPath("plan.txt"): b"plan\n"},
    [("Source-Organization", "Жоба тобы"), ("External-Identifier", "course-1.0.0")],
    {PurePosixPath("00_START_HERE.html"): b"<p>Start"},
)
NAME = "course-1.0.0-centre"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / NAME
    write_folder(FILES, target)
    return target


def zip_in(folder: Path, data: bytes) -> Path:
    path = folder / "package.zip"
    path.write_bytes(data)
    return path


def named(path: Path) -> set[tuple[str, str]]:
    """Codes with the files that they name."""
    return {(one.code, str(one.span)) for one in verify(path).findings}


def test_a_package_is_good_as_folder_and_as_zip(folder: Path) -> None:
    for path in (folder, zip_in(folder.parent, zip_of(FILES, NAME))):
        verdict = verify(path)
        assert verdict.findings == ()
        assert verdict.good
        assert (verdict.name, verdict.files, verdict.octets) == (NAME, 2, 9005)
        assert verdict.digest == tag_manifest_digest(FILES)
        assert ("Source-Organization", "Жоба тобы") in verdict.info
        assert verdict.signature is None


def _streamed(files: dict[str, bytes]) -> bytes:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError("a pipe")

        def tell(self) -> int:
            raise OSError("a pipe")

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return pipe.getvalue()


def _with_folders(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in sorted({str(parent) for name in files for parent in PurePosixPath(name).parents} - {"."}):
            archive.mkdir(folder)
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _unmarked_sizes_afterwards(files: dict[str, bytes]) -> bytes:
    def sizes(data: bytes) -> bytes:
        return struct.pack("<3L", zlib.crc32(data), len(data), len(data))

    return zipped(part(name, data, flags=8, after=sizes(data)) for name, data in files.items())


@pytest.mark.parametrize("zip_anew", [_streamed, _with_folders, _unmarked_sizes_afterwards])
def test_a_package_that_somebody_zipped_again_is_good(
    zip_anew: Callable[[dict[str, bytes]], bytes], tmp_path: Path
) -> None:
    data = zip_anew({f"{NAME}/{path}": data for path, data in FILES.items()})
    assert data != zip_of(FILES, NAME)
    assert verify(zip_in(tmp_path, data)).findings == ()


@pytest.mark.skipif(not shutil.which("zip"), reason="no program zip")
def test_a_package_that_the_usual_program_zipped_again_is_good(folder: Path) -> None:
    subprocess.run(["zip", "-q", "-r", "again.zip", NAME], cwd=folder.parent, check=True)
    assert verify(folder.parent / "again.zip").findings == ()


def test_one_changed_byte_is_found_in_each_file_of_a_folder(folder: Path) -> None:
    for path, data in FILES.items():
        for at in {0, len(data) // 2, len(data) - 1}:
            (folder / path).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            found = {name.partition(":")[0] for _, name in named(folder)}
            if not str(path).startswith("tagmanifest"):
                assert str(path) in found
            assert found, f"{path} at {at}"
            (folder / path).write_bytes(data)
    assert verify(folder).good


def test_a_tag_manifest_that_was_changed_is_named_wherever_it_can_be(folder: Path) -> None:
    for name in ("tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        path = folder / name
        data = path.read_bytes()
        path.write_bytes((b"1" if data[:1] == b"0" else b"0") + data[1:])
        assert named(folder) == {("MK957", name)}
        path.write_bytes(data)


def test_one_changed_byte_is_found_in_each_file_of_a_zip(tmp_path: Path) -> None:
    for path, data in FILES.items():
        changed = {**FILES, path: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:]}
        found = {name.partition(":")[0] for _, name in named(zip_in(tmp_path, zip_of(changed, NAME)))}
        assert found
        assert str(path).startswith("tagmanifest") or str(path) in found


def test_a_file_that_was_removed_is_named(folder: Path) -> None:
    for path in FILES:
        (folder / path).unlink()
        if str(path) == "bagit.txt":
            assert {code for code, _ in named(folder)} == {"MK951"}
        else:
            assert ("MK958", str(path)) in named(folder)
        without = {name: data for name, data in FILES.items() if name != path}
        assert not verify(zip_in(folder.parent, zip_of(without, NAME))).good
        (folder / path).write_bytes(FILES[path])


def test_a_file_that_was_added_is_named(folder: Path) -> None:
    for name in (
        "readme.exe",
        "data/readme.exe",
        "data/trainers/Thumbs.db",
        "data/new/x",
        "tagmanifest-sha512.txt.sig",
    ):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
        assert named(folder) == {("MK960", name)}
        path.unlink()
        added = {**FILES, PurePosixPath(name): b""}
        assert named(zip_in(folder.parent, zip_of(added, NAME))) == {("MK960", name)}
        if path.parent.name == "new":
            assert named(folder) == {("MK960", "data/new")}
            path.parent.rmdir()


def test_a_file_that_was_renamed_is_named_twice(folder: Path) -> None:
    (folder / "data/plan.txt").rename(folder / "data/plans.txt")
    assert named(folder) == {("MK958", "data/plan.txt"), ("MK960", "data/plans.txt")}


def test_a_signature_beside_the_list_belongs_there(folder: Path) -> None:
    (folder / "tagmanifest-sha256.txt.sig").write_bytes(b"signature")
    verdict = verify(folder)
    assert verdict.findings == ()
    assert verdict.signature == b"signature"


def test_changing_both_manifests_with_the_file_is_found(folder: Path) -> None:
    forged = bag_files({PurePosixPath("plan.txt"): b"other\n"}, [("A", "b")])
    for name in ("manifest-sha256.txt", "manifest-sha512.txt", "data/plan.txt"):
        (folder / name).write_bytes(forged[PurePosixPath(name)])
    assert {("MK959", "manifest-sha256.txt"), ("MK959", "manifest-sha512.txt")} <= named(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator reads everything")
def test_what_may_not_be_read_is_said(folder: Path) -> None:
    (folder / "data/plan.txt").chmod(0)
    assert named(folder) == {("MK959", "data/plan.txt")}


def test_what_is_no_package_is_said(tmp_path: Path) -> None:
    for path in (Path(os.devnull), tmp_path / "missing.zip", tmp_path):
        assert [one.code for one in verify(path).findings] == ["MK951"]


def test_a_folder_in_a_folder_is_hinted_at(folder: Path) -> None:
    outer = folder.parent / "unpacked"
    outer.mkdir()
    folder.rename(outer / NAME)
    (one,) = verify(outer).findings
    assert NAME in one.hint


def test_limits_can_be_set_and_hold_for_folder_and_zip(folder: Path) -> None:
    package = zip_in(folder.parent, zip_of(FILES, NAME))
    for limits in (replace(LIMITS, package=9000), replace(LIMITS, file=8000), replace(LIMITS, members=5)):
        for path in (folder, package):
            assert {one.code for one in verify(path, limits).findings} == {"MK955"}
    assert {one.code for one in verify(package, replace(LIMITS, contents=100)).findings} == {"MK955"}


def test_many_findings_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    crowd = [part(f"{TOP}/data/{number}.exe") for number in range(400)]
    found = verify(zip_in(tmp_path, zipped([*parts(), *crowd]))).findings
    assert len(found) == LIMITS.findings + 1
    assert found[-1].message == "There are 350 more findings of this kind."
    assert at_most([Diagnostic("MK960", "x")] * 3, 3) == (Diagnostic("MK960", "x"),) * 3


def test_words_of_strangers_are_fit_to_be_printed() -> None:
    assert shown("a\x1b[2Jb\u202ec\udcff") == "a<001B>[2Jb<202E>c<DCFF>"
    assert shown("имя Ә.pdf") == "имя Ә.pdf"
    assert len(shown("x" * 9000)) == 160


def test_the_command_says_what_is_good(folder: Path) -> None:
    done = modulekit("verify", str(folder), cwd=folder.parent)
    assert (done.code, done.err) == (0, "")
    digest = tag_manifest_digest(FILES)
    assert f"{digest[:4]} {digest[4:8]} {digest[8:12]}" in done.out
    assert "complete, unaltered, nothing added" in done.out
    assert "It carries no signature" in done.out


def test_the_command_names_what_is_wrong_and_ends_with_3(folder: Path) -> None:
    (folder / "data/plan.txt").write_bytes(b"plans")
    done = modulekit("verify", NAME, cwd=folder.parent)
    assert done.code == 3
    assert "do not rely on this package" in done.out
    assert "error[MK959] data/plan.txt is not as it was sent." in done.out
    done = modulekit("verify", NAME, "--output-format", "json", cwd=folder.parent)
    assert done.code == 3
    answer = json.loads(done.out)
    assert answer["good"] is False
    assert [one["code"] for one in answer["findings"]] == ["MK959"]
    assert answer["findings"][0]["place"]["file"] == "data/plan.txt"


def test_wrong_use_of_the_command_ends_with_2(folder: Path) -> None:
    assert modulekit("verify", "nothing.zip", cwd=folder.parent).code == 2
    signers = folder.parent / "signers"
    assert modulekit("verify", NAME, "--allowed-signers", "nobody", cwd=folder.parent).code == 2
    signers.write_bytes(b"\xff\xfe")
    assert modulekit("verify", NAME, "--allowed-signers", "signers", cwd=folder.parent).code == 2
    signers.write_bytes(b"x" * 2_000_000)
    done = modulekit("verify", NAME, "--allowed-signers", "signers", cwd=folder.parent)
    assert (done.code, done.out) == (2, "")
    assert "no list of keys" in done.err


def test_the_command_asks_for_a_signature_by_somebody_on_the_list(folder: Path) -> None:
    key, other = ed25519_key(1), ed25519_key(2)
    (folder.parent / "signers").write_text(f"academy@example.org {key.line}\n", encoding="utf-8")

    def verified() -> Ended:
        return modulekit("verify", NAME, "--allowed-signers", "signers", cwd=folder.parent)

    unsigned = verified()
    assert (unsigned.code, "MK971" in unsigned.out) == (3, True)
    data = FILES[PurePosixPath("tagmanifest-sha256.txt")]
    beside = folder / "tagmanifest-sha256.txt.sig"
    beside.write_bytes(signature_of(data, key))
    good = verified()
    assert good.code == 0
    assert "academy@example.org" in good.out
    assert "was not checked" in modulekit("verify", NAME, cwd=folder.parent).out
    for wrong in (signature_of(data, other), signature_of(data + b"x", key), b"no signature"):
        beside.write_bytes(wrong)
        assert verified().code == 3
    beside.write_bytes(signature_of(data, key))
    (folder / "data/plan.txt").write_bytes(b"plans")
    assert verified().code == 3


def test_the_command_loads_no_library_that_a_package_could_confuse(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from modulekit.cli.verify import run\n"
        "code = run(Path(sys.argv[1]), None, 'text')\n"
        "print(code, sorted({name.partition('.')[0] for name in sys.modules} & set(sys.argv[2:])))"
    )
    heavy = ("zipfile", "yaml", "lxml", "pydantic", "pikepdf", "PIL", "weasyprint", "docx", "pptx", "babel")
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), *heavy],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder.parent,
    )
    assert done.stdout.splitlines()[-1] == "0 []"


def test_a_package_cannot_speak_in_the_name_of_the_program(tmp_path: Path) -> None:
    said = f"a{' ' * 90}It carries a signature by the academy.\x1b[1A\u00a0x"
    info = "".join(f"Note-{number}: x\n" for number in range(60))
    package = zip_in(tmp_path, zipped(parts(bag(bag_info=f"Note: {said}\n{info}".encode()))))
    done = modulekit("verify", str(package), cwd=tmp_path)
    assert done.code == 0
    lines = done.lines[done.lines.index("It says of itself:") :]
    assert lines[1] == "  Note: a It carries a signature by the academy.<001B>[1A x"
    assert lines[31] == "  … and 31 more lines"
    assert len(done.out) < 2500
