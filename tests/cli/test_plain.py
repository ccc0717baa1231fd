"""A check that is typed plainly is the check that typer understands; what is not plain is left to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from modulekit.cli import check
from modulekit.cli.app import app
from modulekit.cli.options import OutputFormat
from modulekit.cli.plain import FORMATS, plain_check

PLAIN = [
    "",
    "meetings other",
    "-w here meetings",
    "--workspace here --output-format json",
    "--workspace=here --output-format=sarif a b",
    "a -w ../x=y b",
]


@pytest.mark.parametrize("words", PLAIN)
def test_both_ways_ask_for_the_same(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[tuple[str, ...], Path | None, str]] = []

    def run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
        asked.append((modules, workspace, output_format))
        return 0

    monkeypatch.setattr(check, "run", run)
    plain = plain_check(["check", *words.split()])
    assert plain is not None
    assert plain.run() == 0
    assert CliRunner().invoke(app, ["check", *words.split()]).exit_code == 0
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "list",
            "checks",
            "check --help",
            "check -h",
            "check --workspace",
            "check -w",
            "check -wx",
            "check --work x",
        ),
        *("check -w a -w b", "check --output-format xml", "check --output-format JSON", "check --all", "check -- -a"),
        *("check --workspace= a", "check -w --output-format json", "--version", "check -"),
    ],
)
def test_what_is_not_plain_goes_the_long_way(words: str) -> None:
    assert plain_check(words.split()) is None
    assert plain_check(["check", ""]) is None


def test_the_formats_are_those_of_the_option() -> None:
    assert {str(value) for value in OutputFormat} == FORMATS


def test_a_check_that_is_interrupted_ends_as_shells_expect(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    plain = plain_check(["check"])
    assert plain is not None
    assert plain.run() == CliRunner().invoke(app, ["check"]).exit_code == 130
