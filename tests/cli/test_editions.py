"""Editions on the command line: languages, centres, deliveries, and what is said of those that there are not.

A language, a centre and a region that the repository has never heard of are files in a workspace, and no line of
Python.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import typer
import yaml

from modulekit.cli.editions import minutes_to_fit
from modulekit.resources import templates
from tests.cli.program import modulekit
from tests.courses import SMALL

MODULE = "short-meetings"
OUT = Path("dist") / MODULE


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "workspace"))


def _record(workspace: Path) -> dict[str, dict[str, object]]:
    record = json.loads((workspace / OUT / "build.json").read_text(encoding="utf-8"))
    return {edition["folder"]: edition for edition in record["editions"]}


def test_the_edition_of_a_centre_holds_its_regions_material_and_no_other(workspace: Path) -> None:
    ended = modulekit("build", "-p", "handout", "-f", "text", "-c", "hills-centre", cwd=workspace)
    assert (ended.out, ended.code) == (f"{OUT}/hills-centre/en/handout.txt\n", 0)
    printed = (workspace / ended.out.strip()).read_text(encoding="utf-8")
    assert "The road council" in printed
    assert "The harbour council" not in printed
    assert "Training Centre of the Hills" in printed
    edition = _record(workspace)["hills-centre/en"]
    assert edition["centre"] == "hills-centre"
    assert edition["adapted"] == [{"slot": "local-meeting", "regions": ["The hills"]}]


def test_an_academy_gets_the_material_of_every_region(workspace: Path) -> None:
    modulekit("build", "-p", "handout", "-f", "text", "-c", "academy", cwd=workspace)
    printed = (workspace / OUT / "academy" / "en" / "handout.txt").read_text(encoding="utf-8")
    assert printed.index("The harbour council") < printed.index("The road council")


def test_a_centre_that_nobody_programmed(workspace: Path) -> None:
    region = workspace / "modules" / MODULE / "regions" / "islands.yaml"
    fill = {"slot": "local-meeting", "content": ["The ferry council meets when there is no wind."]}
    region.write_text(yaml.safe_dump({"region": "islands", "name": "The islands", "slots": [fill]}), encoding="utf-8")
    centre = {"centre": "islands", "name": "Centre of the Islands", "place": "Port", "region": "islands"}
    (workspace / "centres" / "islands.yaml").write_text(yaml.safe_dump(centre), encoding="utf-8")
    assert modulekit("build", "-p", "handout", "-f", "text", "-c", "islands", cwd=workspace).code == 0
    printed = (workspace / OUT / "islands" / "en" / "handout.txt").read_text(encoding="utf-8")
    assert "The ferry council" in printed
    assert "The road council" not in printed


def test_a_language_that_nobody_programmed(workspace: Path) -> None:
    """Its words are a file, its texts are another: here a few of them in Kyrgyz."""
    words = yaml.safe_load((templates() / "strings" / "en.yaml").read_text(encoding="utf-8"))
    words["contents"] = "Мазмуну"
    (workspace / "modulekit.yaml").write_text("title: T\norganisation: O\n", "utf-8")  # without a funder's words
    (workspace / "strings").mkdir()
    (workspace / "strings" / "ky.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")
    assert modulekit("translate", "extract", MODULE, "--language", "ky", cwd=workspace).code == 0
    catalogue = workspace / "modules" / MODULE / "locale" / "ky.po"
    title = 'msgid "Meetings that *decide*"\nmsgstr "'
    texts = catalogue.read_text("utf-8")
    catalogue.write_text(texts.replace(title, f"{title}*Чечим* кылган жыйындар"), "utf-8")
    order = ("-p", "handout", "-f", "text", "-l", "ky", "--translations", "fallback")
    assert modulekit("build", *order, cwd=workspace).code == 0
    printed = (workspace / OUT / "ky" / "handout.txt").read_text(encoding="utf-8")
    assert "Чечим кылган жыйындар" in printed
    assert "Мазмуну" in printed


def test_names_that_there_are_not(workspace: Path) -> None:
    ended = modulekit("build", "-c", "hils-centre", "-l", "ru", "-d", "winter", cwd=workspace)
    assert ended.code == 2
    assert "There is no centre “hils-centre”." in ended.err
    assert "Did you mean “hills-centre”?" in ended.err
    assert "There is no language “ru”." in ended.err
    assert "There is no delivery “winter”." in ended.err
    assert not (workspace / "dist").exists()


def _planned(out: str) -> list[str]:
    """The files of a plan, which stand in its second column."""
    return [file for _, file, _ in (line.split("\t") for line in out.splitlines()) if file]


def test_products_that_an_edition_cannot_have(workspace: Path) -> None:
    ended = modulekit("build", "-p", "certificates", cwd=workspace)
    assert ended.code == 2
    assert "certificates is not made: it belongs to a delivery" in ended.err
    ended = modulekit("build", "-p", "certificates", "-d", "hilltown-2026", "--dry-run", cwd=workspace)
    assert ended.code == 0
    assert _planned(ended.out)[0] == f"{OUT}/hills-centre/hilltown-2026/en/certificates.pdf"


def test_everything_in_one_order(workspace: Path) -> None:
    ended = modulekit("build", "--all", "-p", "agenda", "--dry-run", "-f", "pdf", cwd=workspace)
    folders = ("en", "academy/en", "hills-centre/en", "hills-centre/hilltown-2026/en")
    assert _planned(ended.out) == [f"{OUT}/{folder}/agenda.pdf" for folder in folders]


def test_the_list_names_every_edition(workspace: Path) -> None:
    ended = modulekit("list", cwd=workspace)
    assert "editions  en, academy/en, hills-centre/en, hills-centre/hilltown-2026/en" in ended.out


def test_an_edition_with_errors_leaves_the_whole_set_as_it_was(workspace: Path) -> None:
    assert modulekit("build", "-p", "handout", "-f", "text", cwd=workspace).code == 0
    before = (workspace / OUT / "build.json").read_bytes()
    catalogue = workspace / "modules" / MODULE / "locale" / "ru.po"
    catalogue.parent.mkdir()
    catalogue.write_text('msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n', "utf-8")
    ended = modulekit("build", "-p", "handout", "-f", "text", "-l", "en,ru", cwd=workspace)
    assert ended.code == 1
    assert "MK836" in ended.err
    assert (workspace / OUT / "build.json").read_bytes() == before
    assert not (workspace / OUT / "ru").exists()


def test_texts_that_are_not_translated_are_marked_and_counted(workspace: Path) -> None:
    catalogue = workspace / "modules" / MODULE / "locale" / "ru.po"
    catalogue.parent.mkdir()
    catalogue.write_text('msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n', "utf-8")
    order = ("-p", "handout", "-f", "text", "-l", "ru", "--translations", "fallback")
    assert modulekit("build", *order, cwd=workspace).code == 0
    printed = (workspace / OUT / "ru" / "handout.txt").read_text(encoding="utf-8")
    assert "‹EN› Meetings that decide" in printed
    marked = _record(workspace)["ru"]["marked"]
    assert isinstance(marked, list)
    assert "title" in marked


@pytest.mark.parametrize(("given", "minutes"), [(None, None), ("4h", 240), ("3h30", 210), ("90", 90), ("45 min", 45)])
def test_a_length_of_time(given: str | None, minutes: int | None) -> None:
    assert minutes_to_fit(given) == minutes


@pytest.mark.parametrize("given", ["", "h", "-5", "4 hours", "0", "1:30"])
def test_what_is_no_length_of_time(given: str) -> None:
    with pytest.raises(typer.BadParameter):
        minutes_to_fit(given)
