"""The flagship course, built once for all tests of a run, however many processes run them."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MODULE = "impact-oriented-programming"


@dataclass(frozen=True)
class Flagship:
    """A built pack: its folder, its record, and what the command said on standard error."""

    folder: Path
    said: str

    @property
    def record(self) -> dict[str, Any]:
        """``build.json``."""
        record: dict[str, Any] = json.loads((self.folder / "build.json").read_bytes())
        return record

    def files(self, *endings: str) -> list[Path]:
        """The built files with one of ``endings``, sorted."""
        return sorted(path for ending in endings for path in self.folder.rglob(f"*.{ending}"))

    def file(self, name: str) -> Path:
        """One built file by its name."""
        return self.folder / "en" / name


def build_flagship(folder: Path, seed: int, *order: str) -> Flagship:
    """Build it from nothing, in processes of their own, with a given hash seed; ``order`` are further options."""
    command = [sys.executable, "-m", "modulekit", "build", MODULE, "--no-cache", "--workspace", str(ROOT)]
    done = subprocess.run(
        [*command, *order, "--out", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    return Flagship(folder / MODULE, done.stderr)


def _once(folder: Path, seed: int, *order: str) -> Flagship:
    """Build into ``folder`` unless another process of this run has done it already."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = folder / "said.txt"
        if not said.exists():
            said.write_text(build_flagship(folder, seed, *order).said)
        return Flagship(folder / MODULE, said.read_text())


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Flagship:
    """The pack that all tests look at."""
    return _once(_shared(tmp_path_factory) / "flagship", seed=1)


@pytest.fixture(scope="session")
def flagship_again(tmp_path_factory: pytest.TempPathFactory) -> Flagship:
    """The same pack, built in other processes with another hash seed."""
    return _once(_shared(tmp_path_factory) / "flagship-again", seed=2)


@pytest.fixture(scope="session")
def flagship_translated(tmp_path_factory: pytest.TempPathFactory) -> Flagship:
    """In the other languages of the course what is read most, and what is laid out in another way than all else."""
    products = ("handout", "guide", "coverage", "slides", "worksheets", "handout-bilingual")
    order = [option for name in products for option in ("--product", name)]
    order += [option for name in ("text", "html", "pdf", "docx", "pptx", "form") for option in ("--format", name)]
    return _once(_shared(tmp_path_factory) / "flagship-translated", 1, *order, "--language", "ru,kk")


@pytest.fixture(scope="session")
def flagship_certificates(tmp_path_factory: pytest.TempPathFactory) -> Flagship:
    """The certificates of the delivery that the repository holds, in its languages."""
    order = ("--delivery", "kyzylorda-2015-01", "--product", "certificates")
    return _once(_shared(tmp_path_factory) / "flagship-certificates", 1, *order)


def _shared(factory: pytest.TempPathFactory) -> Path:
    """A folder that all worker processes of one run see, and no other run."""
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
