"""Places to deliver to, as they are typed."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from uuid import uuid4

import fsspec
import pytest

from modulekit.cli.delivering import NoDestinationError, far, send
from modulekit.delivery.bag import Files, bag_files
from modulekit.delivery.package import write_file, write_folder, zip_of
from modulekit.delivery.verify import verify
from modulekit.diagnostics import Report
from tests.cli.program import modulekit
from tests.courses import SMALL

NAME = "meetings-1.0-centre"


@pytest.fixture
def files() -> Files:
    payload = {PurePosixPath("participants/handout.pdf"): b"%PDF-", PurePosixPath("trainers/guide.pdf"): b"%PDF-1"}
    return bag_files(payload, [("Source-Organization", "Town hall")])


@pytest.fixture(params=["folder", "zip"])
def package(request: pytest.FixtureRequest, tmp_path: Path, files: Files) -> Path:
    if request.param == "folder":
        target = tmp_path / "packages" / NAME
        write_folder(files, target)
    else:
        target = tmp_path / "packages" / f"{NAME}.zip"
        write_file(zip_of(files, NAME), target)
    return target


def test_a_package_is_copied_to_a_folder_and_verifies_there(package: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    report = Report()
    assert send(package, str(stick), report) is not None
    assert not len(report)
    assert verify(stick / package.name).good


def test_a_package_is_copied_through_fsspec(package: Path) -> None:
    report, root = Report(), f"/{uuid4().hex}"
    done = send(package, f"memory:/{root}", report)
    assert done is not None, [*report]
    system = fsspec.filesystem("memory")
    assert [name.rsplit("/", 1)[-1] for name in system.ls(root, detail=False)] == [package.name]


def test_a_package_that_does_not_verify_goes_nowhere(package: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    torn = package / "data" / "participants" / "handout.pdf" if package.is_dir() else package
    torn.write_bytes(torn.read_bytes()[:-3] + b"xxx")
    report = Report()
    assert send(package, str(stick), report) is None
    assert report.has_errors
    assert [*stick.iterdir()] == []


def test_places_that_do_not_exist_are_said(package: Path, tmp_path: Path) -> None:
    for place in (str(tmp_path / "nowhere"), "gopher9://host/folder"):
        report = Report()
        assert send(package, place, report) is None
        assert [found.code for found in report] == ["MK904"]


def test_a_password_is_never_printed() -> None:
    with pytest.raises(NoDestinationError) as raised:
        far("gopher9://ann:secret@host/folder")
    assert "secret" not in str(raised.value)
    assert "ann@host" in str(raised.value)


def test_packing_delivers_and_says_where(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "workspace"))
    with (root / "modulekit.yaml").open("a", encoding="utf-8") as file:
        file.write("kits: [{kit: paper, audience: participant, folders: [{folder: a, products: {handout: [text]}}]}]\n")
    stick = tmp_path / "stick"
    stick.mkdir()
    arguments = ("pack", "short-meetings", "-k", "paper", "-l", "en")
    ended = modulekit(*arguments, "--to", str(stick), cwd=root)
    assert ended.code == 0, ended.err
    (arrived,) = stick.iterdir()
    assert f"{arrived}: 1 file sent; read back" in ended.err
    assert verify(arrived).good
    assert "it is there already" in modulekit(*arguments, "--to", str(stick), cwd=root).err
    lost = modulekit(*arguments, "--to", str(tmp_path / "nowhere"), cwd=root)
    assert lost.code == 1
    assert "There is no folder" in lost.err
