"""Packages delivered through real servers: they arrive whole under their own name, or it is said why they did not."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import paramiko
import pytest

from modulekit.cli.delivering import send
from modulekit.delivery.bag import Files, bag_files
from modulekit.delivery.package import write_file, write_folder, zip_of
from modulekit.delivery.verify import verify
from modulekit.diagnostics import Report
from tests.cli.servers import PASSWORD, Served, sftp, webdav

NAME = "meetings-1.0-centre"
VARIABLE = "MODULEKIT_UPLOAD_PASSWORD"


def contents(edition: int, file: int) -> bytes:
    """30 000 bytes that cannot be compressed."""
    return random.Random(edition * 10 + file).randbytes(30_000)


def files(edition: int) -> Files:
    payload = {PurePosixPath("participants", f"{at} – handout.pdf"): contents(edition, at) for at in range(4)}
    return bag_files(payload, [("Source-Organization", "Town hall")])


def packed(folder: Path, edition: int = 1, *, as_folder: bool) -> Path:
    if as_folder:
        write_folder(files(edition), folder / NAME)
        return folder / NAME
    write_file(zip_of(files(edition), NAME), folder / f"{NAME}.zip")
    return folder / f"{NAME}.zip"


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server with a folder ``incoming``, which this computer knows, and whose password is where it belongs."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv(VARIABLE, PASSWORD)
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    (tmp_path / "served" / "incoming").mkdir(parents=True)
    with (sftp if request.param == "sftp" else webdav)(tmp_path / "served") as served:
        if served.key is not None:
            know(served, served.key)
        yield served


def know(served: Served, key: paramiko.PKey) -> None:
    file = Path("~/.ssh/known_hosts").expanduser()
    file.parent.mkdir(parents=True, exist_ok=True)
    host, _, port = served.host.partition(":")
    file.write_text(f"[{host}]:{port} {key.get_name()} {key.get_base64()}\n", encoding="utf-8")


def delivered(package: Path, served: Served, address: str | None = None) -> tuple[bool, list[str]]:
    """Whether it got there, and what was said; never a password."""
    report = Report()
    done = send(package, f"{address or served.address}/incoming", report)
    said = [f"{found.message} {found.hint}" for found in report]
    assert not [words for words in said if PASSWORD in words or "s3cret" in words]
    return done is not None, said


def arrived(served: Served) -> list[str]:
    """The names in the folder that packages come into."""
    return sorted(path.name for path in (served.folder / "incoming").iterdir())


BOTH = pytest.mark.parametrize("server", ["sftp", "webdav"], indirect=True)
SHAPES = pytest.mark.parametrize("as_folder", [True, False], ids=["folder", "zip"])


@BOTH
@SHAPES
def test_a_package_arrives_whole_and_a_newer_one_takes_its_place(
    server: Served, tmp_path: Path, as_folder: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    for edition in (1, 2):
        package = packed(tmp_path / str(edition), edition, as_folder=as_folder)
        assert delivered(package, server) == (True, [])
        assert arrived(server) == [package.name]
        assert verify(server.folder / "incoming" / package.name).good
        assert "read back: every file has its SHA-256" in capsys.readouterr().err
        assert delivered(package, server) == (True, [])
        assert "it is there already" in capsys.readouterr().err


@BOTH
@SHAPES
def test_a_line_that_breaks_leaves_the_old_one_and_the_next_try_goes_on(
    server: Served, tmp_path: Path, as_folder: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    old = packed(tmp_path / "old", 1, as_folder=as_folder)
    assert delivered(old, server)[0]
    new = packed(tmp_path / "new", 2, as_folder=as_folder)
    server.temper.line = 70_000
    there, said = delivered(new, server)
    assert not there
    assert len(said) == 1
    assert f"{new.name} did not get to {server.address}/incoming: the server" in said[0] or "line broke" in said[0]
    assert "give the same command again" in said[0]
    place = server.folder / "incoming" / new.name
    assert verify(place).good
    assert _edition(place) == 1
    assert len(arrived(server)) == 2  # the old one, and under a name with a dot what has come of the new one
    server.temper.line = None
    capsys.readouterr()
    assert delivered(new, server) == (True, [])
    if as_folder:
        assert "were there from an earlier try" in capsys.readouterr().err
    assert arrived(server) == [new.name]
    assert verify(place).good
    assert _edition(place) == 2


def _edition(place: Path) -> int:
    """Which edition stands there."""
    if place.is_file():
        with zipfile.ZipFile(place) as archive:
            found = {archive.read(name) for name in archive.namelist()}
    else:
        found = {path.read_bytes() for path in place.rglob("*.pdf")}
    (edition,) = [edition for edition in (1, 2) if contents(edition, 0) in found]
    return edition


@BOTH
def test_a_full_disk_is_said(server: Served, tmp_path: Path) -> None:
    server.temper.room = 40_000
    there, said = delivered(packed(tmp_path, as_folder=True), server)
    assert not there
    (words,) = said
    assert "no room left" in words or "its disk is full" in words
    assert not [name for name in arrived(server) if not name.startswith(".")]


@BOTH
def test_a_place_without_rights_is_said(server: Served, tmp_path: Path) -> None:
    server.temper.allows = False
    there, said = delivered(packed(tmp_path, as_folder=False), server)
    assert not there
    (words,) = said
    assert "Permission denied" in words or "does not allow it" in words
    assert arrived(server) == []


@BOTH
def test_where_nobody_may_read_the_sizes_are_compared(
    server: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.temper.shows = False
    assert delivered(packed(tmp_path, as_folder=False), server) == (True, [])
    assert "the sizes are right; nobody may read there" in capsys.readouterr().err


@BOTH
def test_a_wrong_password_is_said(server: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "s3cret-but-wrong")
    there, said = delivered(packed(tmp_path, as_folder=True), server)
    assert not there
    (words,) = said
    assert "does not let you in" in words
    assert VARIABLE in words
    typed = server.address.replace("@", ":s3cret-typed@")
    there, said = delivered(packed(tmp_path, as_folder=True), server, typed)
    assert not there
    assert len(said) == 1
    assert arrived(server) == []


@BOTH
def test_a_server_that_is_not_there_is_said(server: Served, tmp_path: Path) -> None:
    nobody = server.address.rpartition(":")[0] + ":9"
    known = paramiko.ECDSAKey.generate()
    know(Served(server.folder, nobody, server.temper), known)
    there, said = delivered(packed(tmp_path, as_folder=True), server, nobody)
    assert not there
    (words,) = said
    assert "did not get to" in words


@pytest.mark.parametrize("server", ["sftp"], indirect=True)
def test_a_server_that_nobody_knows_is_not_spoken_to(server: Served, tmp_path: Path) -> None:
    package = packed(tmp_path, as_folder=True)
    know(server, paramiko.ECDSAKey.generate())
    there, said = delivered(package, server)
    assert not there
    assert "shows another key than the one in ~/.ssh/known_hosts" in said[0]
    Path("~/.ssh/known_hosts").expanduser().unlink()
    there, said = delivered(package, server)
    assert not there
    (words,) = said
    assert "is not in ~/.ssh/known_hosts" in words
    assert arrived(server) == []


@pytest.mark.parametrize(
    "address", ["sftp://ann:se/cret@host/x", "sftp://ann:s3cret@host:99999999/x", "webdav://ann:s3cret@[host/x"]
)
def test_addresses_that_are_none_are_said_without_their_password(address: str, tmp_path: Path) -> None:
    report = Report()
    assert send(packed(tmp_path, as_folder=True), address, report) is None
    (found,) = report
    assert "cret" not in f"{found.message} {found.hint}"
    assert found.code in ("MK902", "MK904")
