"""Commands that build nothing: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from modulekit import __version__
from modulekit.cli import doctor, system
from modulekit.codes import CODES
from modulekit.products.table import PRODUCTS
from modulekit.source.schema import FILES
from tests.cases.case import BASE
from tests.cli.program import MODULE, change, copy_of_course, modulekit


def test_version(tmp_path: Path) -> None:
    ended = modulekit("--version", cwd=tmp_path)
    assert (ended.out, ended.err, ended.code) == (f"modulekit {__version__}\n", "", 0)


def test_a_command_that_does_not_exist_is_guessed(tmp_path: Path) -> None:
    ended = modulekit("bild", cwd=tmp_path)
    assert "Did you mean 'build'?" in ended.err
    assert ended.code == 2


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["list"]])
def test_a_folder_without_a_workspace_is_wrong_use(arguments: list[str], tmp_path: Path) -> None:
    ended = modulekit(*arguments, cwd=tmp_path)
    assert "There is no modulekit.yaml in" in ended.out + ended.err
    assert ended.code == 2


def test_the_workspace_is_found_from_a_folder_in_it() -> None:
    ended = modulekit("check", cwd=BASE / "modules" / MODULE / "lessons")
    assert (ended.out, ended.code) == (f"No problems in {MODULE}.\n", 0)


def test_the_workspace_can_be_named(tmp_path: Path) -> None:
    ended = modulekit("check", MODULE, "--workspace", str(BASE), cwd=tmp_path)
    assert (ended.out, ended.code) == (f"No problems in {MODULE}.\n", 0)


def test_errors_in_the_content_end_with_1(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    change(courses / "modules" / MODULE / "lessons" / "01-agenda.yaml", "minutes: 60\n", "minutes: 50\n")
    ended = modulekit("check", cwd=courses)
    assert ended.lines[0].startswith("error[MK401] ")
    assert f"modules/{MODULE}/lessons/01-agenda.yaml:3:10" in ended.out
    assert (ended.err, ended.code) == ("", 1)


def test_warnings_alone_end_with_0(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    (courses / "modules" / MODULE / "lessons" / "notes.txt").write_text("to be done", encoding="utf-8")
    ended = modulekit("check", cwd=courses)
    assert ended.lines[0].startswith("warning[MK111] ")
    assert ended.code == 0


def test_findings_for_programs_are_all_that_is_printed(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    change(courses / "modules" / MODULE / "lessons" / "01-agenda.yaml", "minutes: 60\n", "minutes: 50\n")
    asked = {name: modulekit("check", "--output-format", name, cwd=courses) for name in ("json", "sarif", "github")}
    assert {ended.code for ended in asked.values()} == {1}
    assert {finding["code"] for finding in json.loads(asked["json"].out)["findings"]} == {"MK401"}
    assert json.loads(asked["sarif"].out)["version"] == "2.1.0"
    assert all(line.startswith("::error file=modules/") for line in asked["github"].lines)


def test_a_module_that_does_not_exist_is_wrong_use() -> None:
    ended = modulekit("check", "meating", cwd=BASE)
    assert "There is no module “meating”." in ended.out
    assert f"Did you mean “{MODULE}”?" in ended.out
    assert ended.code == 2


def test_list_names_modules_and_products() -> None:
    ended = modulekit("list", cwd=BASE)
    assert ended.lines[0].startswith(f"{MODULE}  1.0  ")
    assert {line.split()[0] for line in ended.lines if line.startswith("  ")} >= PRODUCTS.keys()
    assert (ended.err, ended.code) == ("", 0)


@pytest.mark.parametrize("code", ["MK401", "mk401"])
def test_explain(code: str, tmp_path: Path) -> None:
    ended = modulekit("explain", code, cwd=tmp_path)
    assert ended.lines[0] == f"MK401 (error): {CODES['MK401'].title}"
    assert "Wrong:" in ended.lines
    assert "Right:" in ended.lines
    assert ended.code == 0


def test_a_code_that_does_not_exist_is_guessed(tmp_path: Path) -> None:
    ended = modulekit("explain", "MK4O1", cwd=tmp_path)
    assert (ended.out, ended.err, ended.code) == ("", "There is no code “MK4O1”. Did you mean “MK401”?\n", 2)


def test_schema(tmp_path: Path) -> None:
    ended = modulekit("schema", "lesson", cwd=tmp_path)
    assert "steps" in json.loads(ended.out)["properties"]
    assert ended.code == 0


def test_schemas_can_be_written(tmp_path: Path) -> None:
    ended = modulekit("schema", "--write", "of/editor", cwd=tmp_path)
    written = sorted((tmp_path / "of" / "editor").iterdir())
    assert [path.stem for path in written] == sorted(FILES)
    assert {"workspace", "module", "lesson", "centre"} <= FILES.keys()
    assert [json.loads(path.read_bytes())["$schema"] for path in written]
    assert ended.code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["schema", "leson"], "Did you mean “lesson”?"), (["schema"], "workspace, module, lesson, exercise")],
)
def test_a_schema_must_be_named_rightly(arguments: list[str], words: str, tmp_path: Path) -> None:
    ended = modulekit(*arguments, cwd=tmp_path)
    assert words in ended.err
    assert (ended.out, ended.code) == ("", 2)


def test_doctor_says_what_is_missing_and_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "_loads", lambda name: not name.startswith("libharfbuzz-subset"))
    assert doctor.run() == 1
    printed = capsys.readouterr().out
    assert "MISSING  libharfbuzz-subset0" in printed
    assert "good     libpango-1.0-0" in printed
    assert "apt-get install --no-install-recommends libharfbuzz-subset0" in printed


def test_doctor_is_content_with_everything_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "_loads", lambda _name: True)
    assert doctor.run() == 0
    assert "MISSING" not in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str, tmp_path: Path) -> None:
    ended = modulekit(cwd=tmp_path, _MODULEKIT_COMPLETE=f"source_{shell}")
    assert "modulekit" in ended.out
    assert ended.code == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("modulekit bu", ["build"]),
        ("modulekit build me", [MODULE]),
        ("modulekit build --product wo", ["workbook", "worksheets"]),
        ("modulekit build -f p", ["pdf", "pptx"]),
        ("modulekit explain MK80", sorted(code for code in CODES if code.startswith("MK80"))),
    ],
)
def test_shells_complete_names(typed: str, expected: list[str]) -> None:
    ended = modulekit(cwd=BASE, COMP_WORDS=typed, COMP_CWORD=str(typed.count(" ")), _MODULEKIT_COMPLETE="complete_bash")
    assert ended.lines == expected
