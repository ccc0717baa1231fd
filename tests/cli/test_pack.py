"""``modulekit pack`` as it is typed: what comes out, twice the same, and what is said where something is wrong."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.program import change, modulekit
from tests.courses import SMALL

MODULE = "short-meetings"
OUT = Path("dist") / "packages"
LIGHT = """
kits:
  - kit: light
    name: {en: For whoever reads on a screen}
    audience: trainer
    source: true
    folders:
      - folder: reading
        name: {en: To read}
        about: {en: Everything as web pages and plain text.}
        products: {handout: [html, text], guide: [text], badges: [docx], changes: [text]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The small course with a kit of its own that needs no pages laid out but those that the guide cites."""
    place = Path(shutil.copytree(SMALL, tmp_path / "workspace"))
    with (place / "modulekit.yaml").open("a", encoding="utf-8") as file:
        file.write(LIGHT)
    return place


def test_a_package_for_a_centre(workspace: Path) -> None:
    ended = modulekit("pack", MODULE, "-k", "light", "-c", "hills-centre", "-l", "en", "--folder", cwd=workspace)
    name = f"{MODULE}-1.10-light-hills-centre-en"
    assert (ended.lines[0], ended.code) == (str(OUT / name), 0)
    assert "note[MK964] badges is not packed: it belongs to a delivery, and none is asked for." in ended.err
    package = workspace / OUT / name
    reading = sorted(path.name for path in (package / "data" / "reading").iterdir())
    assert reading == ["guide-en.txt", "handout-en.html", "handout-en.txt"]
    handout = (package / "data" / "reading" / "handout-en.txt").read_text(encoding="utf-8")
    assert "The road council" in handout  # of the centre's region
    start = (package / "00_START_HERE.html").read_text(encoding="utf-8")
    assert "For whoever reads on a screen" in start
    assert "Everything as web pages and plain text." in start
    bagit = [sys.executable, "-m", "bagit", "--validate", "--quiet", str(package)]
    assert subprocess.run(bagit, capture_output=True, check=False).returncode == 0


def test_where_nobody_wants_two_languages_none_are_missed(workspace: Path) -> None:
    settings = workspace / "modulekit.yaml"
    change(settings, "products: {handout: [html, text]", "products: {handout-bilingual: [text], handout: [html, text]")
    ended = modulekit("pack", MODULE, "-k", "light", cwd=workspace)
    assert (ended.code, "handout-bilingual" in ended.err) == (0, False), ended.err
    with settings.open("a", encoding="utf-8") as file:
        file.write("bilingual: [kk, en]\n")
    ended = modulekit("pack", MODULE, "-k", "light", cwd=workspace)
    assert "note[MK964] handout-bilingual is not packed: it belongs to the first language of a pair" in ended.err


def test_the_source_in_a_package_is_a_workspace_that_builds(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert modulekit("pack", MODULE, "-k", "light", "--folder", "-o", str(out), cwd=workspace).code == 0
    (packed,) = out.glob("*/data/source/*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "unpacked")
    source = tmp_path / "unpacked" / packed.stem
    files = {str(path.relative_to(source)) for path in source.rglob("*") if path.is_file()}
    assert files >= {"modulekit.yaml", "brand/emblem.svg", f"modules/{MODULE}/module.yaml", "centres/academy.yaml"}
    assert not [file for file in files if file.startswith("deliveries")]  # lists of people stay where they are
    built = modulekit("build", "-p", "handout", "-f", "text", "-o", str(tmp_path / "again"), cwd=source)
    assert built.code == 0
    (once,) = out.glob("*/data/reading/handout-en.txt")
    assert (tmp_path / "again" / MODULE / "en" / "handout.txt").read_bytes() == once.read_bytes()


def test_packing_twice_gives_the_same_bytes(workspace: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        seed = {"PYTHONHASHSEED": str(len(folder) + ord(folder[0]))}
        arguments = ("pack", MODULE, "-k", "light", "-o", str(tmp_path / folder), "--date", "2026-11-23")
        assert modulekit(*arguments, cwd=workspace, **seed).code == 0
    (one,), (two,) = (sorted((tmp_path / folder).iterdir()) for folder in ("one", "two"))
    assert one.name == f"{MODULE}-1.10-light-en.zip" == two.name
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(io.BytesIO(one.read_bytes())) as archive:
        info = archive.read(f"{MODULE}-1.10-light-en/bag-info.txt").decode()
        assert "Bagging-Date: 2026-11-23" in info
        assert archive.testzip() is None


def test_each_centre_gets_a_package_of_its_own(workspace: Path) -> None:
    ended = modulekit("pack", MODULE, "-k", "light", "-c", "academy,hills-centre", "-l", "en", cwd=workspace)
    assert [line for line in ended.lines if line.endswith(".zip")] == [
        str(OUT / f"{MODULE}-1.10-light-academy-en.zip"),
        str(OUT / f"{MODULE}-1.10-light-hills-centre-en.zip"),
    ]


def test_a_delivery_brings_the_lists_of_its_people(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("pack", MODULE, "-k", "light", "-d", "hilltown-2026", "--folder", "-o", str(out))
    ended = modulekit(*arguments, cwd=workspace)
    assert ended.code == 0
    assert "MK964" not in ended.err
    assert [path.name for path in out.iterdir() if path.is_dir()] == [
        f"{MODULE}-1.10-light-hills-centre-hilltown-2026-en"
    ]
    assert [*out.glob("*/data/reading/badges-en.docx")]


def test_the_change_sheet_for_trainers_who_know_an_earlier_version(workspace: Path, tmp_path: Path) -> None:
    shutil.copytree(workspace, tmp_path / "before")
    exercise = workspace / "modules" / MODULE / "lessons" / "01-purpose.yaml"
    title = next(line for line in exercise.read_text(encoding="utf-8").splitlines() if line.startswith("title: "))
    change(exercise, title, "title: A purpose that nobody knew before")
    out = tmp_path / "out"
    arguments = ("pack", MODULE, "-k", "light", "--since", str(tmp_path / "before"), "--folder", "-o", str(out))
    assert modulekit(*arguments, cwd=workspace).code == 0
    (sheet,) = out.glob("*/data/reading/changes-en.txt")
    assert "A purpose that nobody knew before" in sheet.read_text(encoding="utf-8")


def test_participants_are_not_told_how_many_copies_others_print(workspace: Path, tmp_path: Path) -> None:
    change(workspace / "modulekit.yaml", "    audience: trainer\n    source: true\n", "    audience: participant\n")
    change(workspace / "modulekit.yaml", "guide: [text], badges: [docx], changes: [text]", "agenda: [pdf]")
    out = tmp_path / "out"
    assert modulekit("pack", MODULE, "-k", "light", "--folder", "-o", str(out), cwd=workspace).code == 0
    (package,) = out.iterdir()
    start = (package / "00_START_HERE.html").read_text(encoding="utf-8")
    assert "agenda-en.pdf" in start
    assert "as needed" in start
    assert "4–12" not in start
    assert not [*package.glob("PRINT_LIST*")]


def test_names_that_do_not_exist_are_wrong_use(workspace: Path) -> None:
    for wrong, said in (
        ((MODULE, "-k", "center"), "There is no kit “center”."),
        ((MODULE, "-k", "light", "-c", "hill-centre"), "There is no centre “hill-centre”."),
        (("short-meeting", "-k", "light"), "There is no module “short-meeting”."),
        ((MODULE, "-k", "light", "--date", "23.11.2026"), "is no day"),
    ):
        ended = modulekit("pack", *wrong, cwd=workspace)
        assert ended.code == 2
        assert said in ended.err
    assert not (workspace / "dist").exists()


def test_a_kit_that_would_leak_packs_nothing(workspace: Path) -> None:
    change(workspace / "modulekit.yaml", "    audience: trainer\n", "    audience: participant\n")
    ended = modulekit("pack", MODULE, "-k", "light", "--output-format", "json", cwd=workspace)
    assert ended.code == 1
    found = {one["code"] for one in json.loads(ended.out)["findings"] if one["severity"] == "error"}
    assert found == {"MK961"}
    assert not (workspace / "dist").exists()


def test_a_file_of_the_course_that_no_package_can_hold(workspace: Path) -> None:
    module = workspace / "modules" / MODULE
    shutil.copy(module / "assets" / "well.png", module / "assets" / "50%.png")
    ended = modulekit("pack", MODULE, "-k", "light", cwd=workspace)
    assert ended.code == 1
    assert "error[MK902] The package cannot be made: “" in ended.err
    assert f"/modules/{MODULE}/assets/50%.png”" in ended.err
    assert "Rename the file" in ended.err
    assert not (workspace / "dist").exists()


def test_a_folder_of_something_else_is_not_replaced(workspace: Path) -> None:
    place = workspace / OUT / f"{MODULE}-1.10-light-en"
    place.mkdir(parents=True)
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    ended = modulekit("pack", MODULE, "-k", "light", "--folder", cwd=workspace)
    assert ended.code == 1
    assert "MK902" in ended.err
    assert [path.name for path in place.iterdir()] == ["notes.txt"]
