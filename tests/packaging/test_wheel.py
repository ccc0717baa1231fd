"""The wheel alone, in an environment of its own, builds a course in a folder that has nothing to do with this one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.courses import SMALL

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it must end well. Nothing of this process's Python leaks into it."""
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def packed(kind: str, source: Path, folder: Path) -> Path:
    """The wheel or the source archive of the project in ``source``."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder, cwd=source)
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel. What the wheel requires is lent by the environment of these tests, because a
    test has no network: its folder is on the path, but the editable install of this clone in it is not."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=home,
    )
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home


def test_the_wheel_carries_templates_fonts_and_words(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(archive.read(name).decode() for name in names if name.endswith(".dist-info/METADATA"))
    carried = {name.removeprefix("modulekit/") for name in names if name.startswith("modulekit/")}
    in_clone = {str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert {"templates/theme.yaml", "templates/strings/en.yaml", "templates/fonts/NotoSerif-Regular.ttf"} <= carried
    assert in_clone <= carried
    assert {name.split("/")[0] for name in names} == {"modulekit", wheel.name.rsplit("-", 3)[0] + ".dist-info"}
    assert "License-Expression: Apache-2.0" in metadata
    assert "# ModuleKit" in metadata


def test_a_wheel_from_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    archive = packed("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(archive) as packed_source:
        packed_source.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = packed("wheel", source, tmp_path / "wheel")
    assert again.name == wheel.name
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_installed_command_builds_a_course_in_a_foreign_folder(environment: Path, tmp_path: Path) -> None:
    courses = tmp_path / "somewhere else"
    shutil.copytree(SMALL, courses)
    command = environment / "bin" / "modulekit"
    where = run(environment / "bin" / "python", "-c", "import modulekit; print(modulekit.__file__)", cwd=courses)
    assert Path(where.strip()).is_relative_to(environment)
    assert run(command, "doctor", cwd=courses).count("MISSING") == 0

    made = run(command, "build", "-p", "handout", "-p", "slides", "-j", "1", cwd=courses).split("\n")

    record = json.loads((courses / "dist" / "short-meetings" / "build.json").read_bytes())
    listed = [f"dist/short-meetings/{file['path']}" for file in record["files"]]
    assert [line for line in made if line] == listed
    assert {Path(name).name for name in listed} >= {"handout.pdf", "handout.docx", "handout.html", "slides.pptx"}
    assert all((courses / name).stat().st_size > 1000 for name in listed)
