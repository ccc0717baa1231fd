"""The course in a package lies there as a zip: one that bites is refused by who reads it, in little time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from modulekit.cli.exit_codes import GOOD, WRONG_USE
from modulekit.delivery.verify import verify
from tests.courses import SMALL
from tests.delivery import measured
from tests.delivery.bags import GOOD as PAPERS
from tests.delivery.bags import TOP, bag
from tests.delivery.zips import Part, part, zipped

COURSE = "data/source/course.zip"
MARK = part("course/modulekit.yaml", b"format: 1\n")


def course(**more: bytes) -> list[Part]:
    """The small course as it lies in a package."""
    files = {f"course/{file.relative_to(SMALL)}": file.read_bytes() for file in SMALL.rglob("*") if file.is_file()}
    return [part(name, data, deflate=True) for name, data in {**files, **more}.items()]


def _deep(levels: int) -> bytes:
    data = zipped(course())
    for _ in range(levels):
        data = zipped([part("course.zip", data)])
    return data


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "a file of zeros": lambda: zipped([*course(), part("course/zeros.bin", bytes(60_000_000), deflate=True)]),
    "a workspace file of zeros": lambda: zipped([part("course/modulekit.yaml", bytes(30_000_000), deflate=True)]),
    "many dense files": lambda: zipped(
        [MARK, *(part(f"course/{n}.bin", bytes(3_900_000), deflate=True) for n in range(80))]
    ),
    "more files than a course has": lambda: zipped([MARK, *(part(f"course/{n}") for n in range(10_001))]),
    "a long table": lambda: zipped([MARK, *(part(f"x/{n}", comment=b"x" * 60_000) for n in range(80))]),
    "a zip in a zip in a zip": lambda: _deep(4),
    "torn": lambda: zipped(course())[:-400],
    "no zip": lambda: b"PK\x03\x04 and nothing more",
    "a file that is a folder": lambda: zipped([*course(), part("course/modulekit.yaml/x", b"x")]),
    "a name too long": lambda: zipped([*course(), part(f"course/{'x' * 300}", b"x")]),
    "a size that lies": lambda: zipped([part("course/modulekit.yaml", b"format: 1\n", size=40_000_000)]),
    "only another zip": lambda: zipped([part("README.md", b"words")]),
}


def package(folder: Path, name: str, inner: bytes) -> Path:
    """A package whose lists are right, with ``inner`` as the course."""
    target = folder / f"{name.replace(' ', '-')}.zip"
    files = bag({**PAPERS, COURSE: inner})
    target.write_bytes(zipped([part(f"{TOP}/{path}", data) for path, data in files.items()]))
    return target


def _asked(packages: list[Path], here: Path) -> list[dict[str, object]]:
    here.mkdir()
    done = subprocess.run(
        [sys.executable, measured.__file__, "--course", *map(str, packages)],
        cwd=here,
        env={**os.environ, "TMPDIR": str(here)},
        capture_output=True,
        text=True,
        check=True,
    )
    ended: list[dict[str, object]] = json.loads(done.stdout)
    return ended


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_to_who_verifies_it_is_one_file_among_others(name: str, tmp_path: Path) -> None:
    assert verify(package(tmp_path, name, HOSTILE[name]())).good


def test_each_is_refused_in_2_seconds_and_200_mb(tmp_path: Path) -> None:
    made = [package(tmp_path, name, build()) for name, build in HOSTILE.items()]
    good = package(tmp_path, "good", zipped(course()))
    *ended, control = _asked([*made, good], tmp_path / "here")
    assert control["code"] == GOOD, control
    assert control["printed"] == "Meetings that *decide*\n"
    for one in ended:
        assert one["code"] == WRONG_USE, one
        assert "Traceback" not in str(one["printed"]), one
    assert [*(tmp_path / "here").iterdir()] == []


def test_nothing_is_written_outside(tmp_path: Path) -> None:
    bites = [part("course/../../evil", b"x"), part("/evil", b"x"), part("course/C:/evil", b"x")]
    (ended,) = _asked([package(tmp_path, "climbs", zipped([*course(), *bites]))], tmp_path / "here")
    assert ended["code"] == GOOD, ended
    assert not [*tmp_path.rglob("evil")]
    assert not Path("/evil").exists()
