"""The version that a receiver holds is found by the record of the last hand-over: in git, or among the packages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from modulekit.archive import pack
from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.cli.earlier import with_earlier, with_held
from modulekit.diagnostics import Report
from modulekit.products.table import EARLIER
from modulekit.source import open_workspace, read_module
from modulekit.source.handovers import handover_path, handover_text
from tests.build.test_holdings import handover
from tests.cli.program import change
from tests.courses import SMALL

MODULE = "short-meetings"
WANTED = (Point("hills-centre", "", "en"), Point("hills-centre", "", "ru"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The small course as it was in version 1.0."""
    root = Path(shutil.copytree(SMALL, tmp_path / "old"))
    change(root / "modules" / MODULE / "module.yaml", '  version: "1.10"\n', '  version: "1.0"\n')
    return root


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The course as it is, after version 1.0 was handed over to the centre of the hills."""
    root = Path(shutil.copytree(SMALL, tmp_path / "new"))
    record = handover("1.0")
    file = root / handover_path(record.handover)
    file.parent.mkdir()
    file.write_text(handover_text(record), encoding="utf-8")
    return root


def found(root: Path, packages: Path, wanted: tuple[Point, ...] = WANTED) -> tuple[str, list[str]]:
    """The version that was found, or nothing, and what was said."""
    report = Report()
    prepared = with_held(_prepared(root, report), wanted, packages, report)
    return _number(prepared), [str(one.message) for one in report]


def _prepared(root: Path, report: Report) -> Preparation:
    workspace = open_workspace(root, report)
    assert workspace is not None, [*report]
    source = read_module(workspace, MODULE, report)
    assert source is not None, [*report]
    return Preparation.of(workspace, source, WANTED[:1], report)


def _number(prepared: Preparation) -> str:
    return prepared.earlier.source.module.document.version if prepared.earlier else ""


def _git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


def _kept(old: Path, new: Path, tag: str) -> None:
    """Git with the old version as ``tag`` and the new one as it is."""
    _git(old, "init", "-q")
    _git(old, "add", "-A")
    _git(old, "commit", "-qm", "first")
    _git(old, "tag", tag)
    shutil.copytree(old / ".git", new / ".git")


@pytest.mark.parametrize("tag", ["v1.0", "1.0", f"{MODULE}-1.0"])
def test_a_tag_in_git(old: Path, new: Path, tag: str) -> None:
    _kept(old, new, tag)
    version, said = found(new, new / "dist", WANTED[:1])
    assert (version, said) == ("1.0", [])


def test_the_package_that_was_sent(old: Path, new: Path, tmp_path: Path) -> None:
    files = ((f"course/{file.relative_to(old)}", file.read_bytes()) for file in old.rglob("*") if file.is_file())
    inner = pack(files)
    (tmp_path / "a-package.zip").write_bytes(pack([("a-package/data/source/course.zip", inner)], compress=False))
    assert found(new, tmp_path, WANTED[:1]) == ("1.0", [])
    (tmp_path / "a-package.zip").unlink()
    folder = tmp_path / "a-package" / "data" / "source"
    folder.mkdir(parents=True)
    (folder / "course.zip").write_bytes(inner)
    assert found(new, tmp_path, WANTED[:1]) == ("1.0", [])


def test_a_tag_that_is_another_version_is_not_believed(old: Path, new: Path) -> None:
    change(old / "modules" / MODULE / "module.yaml", '  version: "1.0"\n', '  version: "1.2"\n')
    _kept(old, new, "v1.0")
    version, (said,) = found(new, new / "dist")
    assert version == ""
    assert said.startswith(f"hills-centre holds version 1.0 of {MODULE} since 2026-11-01, and this version is found ")


def test_where_it_is_not_found_that_is_said(new: Path) -> None:
    version, (said,) = found(new, new / "dist")
    assert version == ""
    assert said.endswith("no change sheet is packed.")


def test_nothing_is_said_of_a_receiver_who_holds_nothing_older(new: Path) -> None:
    assert found(new, new / "dist", (Point("academy", "", "en"),)) == ("", [])
    record = handover("1.10", day=9)
    (new / handover_path(record.handover)).write_text(handover_text(record), encoding="utf-8")
    assert found(new, new / "dist") == ("", [])


def test_a_language_that_the_earlier_version_lacks_is_named(old: Path, new: Path) -> None:
    report = Report()
    prepared = with_earlier(_prepared(new, report), WANTED, str(old), report)
    assert _number(prepared) == "1.0"
    (said,) = report
    assert said.code == "MK965"
    assert said.message == "Version 1.0 is not to be had in “ru” (русский): this edition has no change sheet."
    assert EARLIER in prepared.having(WANTED[0])
    assert EARLIER not in prepared.having(WANTED[1])
