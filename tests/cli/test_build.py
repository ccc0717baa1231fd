"""``modulekit build``: what it prints where, how it ends, and what stands in dist/ afterwards."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from modulekit.build.lattice import Wish
from modulekit.cli import build as command
from modulekit.cli import making
from modulekit.cli.pool import Workers
from tests.cases.case import BASE
from tests.cli.program import MODULE, change, copy_of_course, modulekit

TEXTS = [f"dist/{MODULE}/en/{name}.txt" for name in ("coverage", "guide", "handout")]


def as_text(*more: str, cwd: Path) -> Any:
    """Build what can be plain text: the quickest that there is."""
    return modulekit("build", "--format", "text", "--product", "handout", *more, cwd=cwd)


def record(courses: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((courses / "dist" / MODULE / "build.json").read_bytes())
    return found


def paths(courses: Path) -> list[str]:
    return [file["path"] for file in record(courses)["files"]]


def test_a_pipe_gets_the_paths_and_nothing_else(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    ended = modulekit("build", "--format", "text", cwd=courses)
    assert ended.lines == TEXTS
    assert (ended.err, ended.code) == ("", 0)
    assert all((courses / name).is_file() for name in TEXTS)


def test_a_dry_run_prints_the_plan_and_makes_nothing(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    ended = modulekit("build", "--dry-run", "-p", "guide", "-p", "slides", "-f", "pdf", cwd=courses)
    assert [line.split("\t") for line in ended.lines] == [
        ["en handout content", "", ""],
        ["en handout pdf", "", "handout content"],
        ["en slides content", "", "handout pdf"],
        ["en slides pdf", f"dist/{MODULE}/en/slides.pdf", "slides content"],
        ["en slides pictures", "", "slides pdf"],
        ["en guide content", "", "handout pdf, slides pdf, slides pictures"],
        ["en guide pdf", f"dist/{MODULE}/en/guide.pdf", "guide content"],
    ]
    assert (ended.err, ended.code) == ("", 0)
    assert not (courses / "dist").exists()
    assert not (courses / ".modulekit").exists()


def test_a_dry_run_finds_what_is_wrong(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    change(courses / "modules" / MODULE / "lessons" / "01-agenda.yaml", "minutes: 60\n", "minutes: 50\n")
    ended = modulekit("build", "--dry-run", cwd=courses)
    assert "error[MK401]" in ended.err
    assert (ended.out, ended.code) == ("", 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["meating"], f"Did you mean “{MODULE}”?"),
        (["-p", "handot"], "Did you mean “handout”?"),
        (["-f", "pfd"], "Did you mean “pdf”?"),
        (["-p", "xyz"], "There are: handout, guide,"),
        (["-p", "agenda", "-f", "html"], "agenda cannot be built as html."),
    ],
)
def test_a_wrong_name_is_wrong_use(arguments: list[str], words: str, tmp_path: Path) -> None:
    ended = modulekit("build", *arguments, "--out", str(tmp_path / "out"), cwd=BASE)
    assert "error[MK904]" in ended.err
    assert words in ended.err
    assert (ended.out, ended.code) == ("", 2)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--pages", "3"], ["--jobs", "many"], ["--output-format", "xml"]])
def test_a_wrong_option_is_wrong_use(arguments: list[str], tmp_path: Path) -> None:
    ended = modulekit("build", *arguments, cwd=tmp_path)
    assert ended.err
    assert (ended.out, ended.code) == ("", 2)


def test_errors_leave_the_last_good_output(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    assert as_text(cwd=courses).code == 0
    before = {path: path.read_bytes() for path in (courses / "dist").rglob("*") if path.is_file()}
    change(courses / "modules" / MODULE / "lessons" / "01-agenda.yaml", "minutes: 60\n", "minutes: 50\n")
    ended = as_text(cwd=courses)
    assert "error[MK401]" in ended.err
    assert (ended.out, ended.code) == ("", 1)
    assert {path: path.read_bytes() for path in (courses / "dist").rglob("*") if path.is_file()} == before


def test_a_program_that_asks_for_findings_gets_only_them(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    good = as_text("--output-format", "json", cwd=courses)
    assert json.loads(good.out)["findings"] == []
    assert good.code == 0
    change(courses / "modules" / MODULE / "lessons" / "01-agenda.yaml", "minutes: 60\n", "minutes: 50\n")
    bad = as_text("--output-format", "json", cwd=courses)
    assert json.loads(bad.out)["summary"]["error"] == 1
    assert bad.code == 1


def test_a_build_of_one_product_keeps_the_others(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    modulekit("build", "-f", "text", cwd=courses)
    handout = next(file for file in record(courses)["files"] if file["product"] == "handout")
    ended = modulekit("build", "-f", "text", "-p", "guide", cwd=courses)
    assert ended.lines == [f"dist/{MODULE}/en/guide.txt"]
    assert paths(courses) == ["en/coverage.txt", "en/guide.txt", "en/handout.txt"]
    assert handout in record(courses)["files"]


def test_what_the_record_does_not_list_is_not_kept(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    as_text(cwd=courses)
    (courses / "dist" / MODULE / "en" / "guide-2019.pdf").write_bytes(b"%PDF-1.4 old")
    as_text(cwd=courses)
    assert sorted(path.name for path in (courses / "dist" / MODULE).rglob("*.*")) == ["build.json", "handout.txt"]


def test_output_goes_where_it_is_told(tmp_path: Path) -> None:
    ended = as_text("--out", str(tmp_path / "for print"), cwd=BASE)
    assert ended.lines == [str(tmp_path / "for print" / MODULE / "en" / "handout.txt")]
    assert Path(ended.lines[0]).is_file()


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MODULE).mkdir()
    (tmp_path / MODULE / "thesis.txt").write_text("years of work", encoding="utf-8")
    ended = as_text("--out", str(tmp_path), cwd=BASE)
    assert "error[MK902]" in ended.err
    assert (ended.out, ended.code) == ("", 1)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["thesis.txt"]


def test_one_module_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    other = courses / "modules" / "a-klingon-course"
    shutil.copytree(courses / "modules" / MODULE, other)
    change(other / "module.yaml", f"module: {MODULE}\n", "module: a-klingon-course\n")
    change(other / "module.yaml", "language: en\n", "language: tlh\n")
    ended = as_text(cwd=courses)
    assert "no words of its own in the language “tlh”" in ended.err
    assert "modules/a-klingon-course/module.yaml:4:11" in ended.err
    assert ended.lines == [f"dist/{MODULE}/en/handout.txt"]
    assert ended.code == 1


def test_a_theme_that_cannot_be_used_is_pointed_at(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    with (courses / "modulekit.yaml").open("a", encoding="utf-8") as file:
        file.write("theme: theme.yaml\n")
    (courses / "theme.yaml").write_text("colour: {petrol: dark blue}\n", encoding="utf-8")
    ended = as_text(cwd=courses)
    assert "error[MK903]" in ended.err
    assert "colour.petrol must be a colour" in ended.err
    assert "theme.yaml:1:18" in ended.err
    assert ended.code == 1


def test_missing_libraries_stop_what_needs_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(making, "missing_libraries", lambda: ("libpango-1.0-0",))
    options = command.Options(
        (), ("handout",), ("pdf",), Wish(), "strict", None, BASE, tmp_path, 1, False, False, "text"
    )
    assert command.run(options, Workers(1)) == 1
    printed = capsys.readouterr()
    assert "This computer lacks libpango-1.0-0" in printed.err
    assert "apt-get install --no-install-recommends libpango-1.0-0" in printed.err
    plain = dataclasses.replace(options, formats=("text",))
    assert command.run(plain, Workers(1)) == 0
    assert (tmp_path / MODULE / "en" / "handout.txt").is_file()


def test_a_workspace_without_modules_says_so(tmp_path: Path) -> None:
    shutil.copy(BASE / "modulekit.yaml", tmp_path)
    ended = modulekit("build", cwd=tmp_path)
    assert ended.err == "The workspace holds no modules.\n"
    assert (ended.out, ended.code) == ("", 0)
