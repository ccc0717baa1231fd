"""Findings as people and programs get them."""

from __future__ import annotations

import io
import json
from pathlib import Path, PurePosixPath

import pytest

from modulekit.cli.render import render
from modulekit.diagnostics import Diagnostic, Severity, Span

FILE = PurePosixPath("modules/m/module.yaml")
LINES = "title: Қысқа кеңес\ntable: 計画 x y\n" + "long: " + "word " * 100 + "\n\tkey: [[term:x]]\n"

TITLE = Diagnostic("MK206", "Too short.", Span(FILE, 1, 8, 1, 13), "Say more.")
WHOLE = Diagnostic("MK105", "The file is empty.", Span(FILE))
NOWHERE = Diagnostic("MK901", "Pango is missing.", None, "Install it: 100%.", Severity.WARNING)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(LINES, encoding="utf-8")
    return tmp_path


def rendered(root: Path, output_format: str, *findings: Diagnostic) -> str:
    stream = io.StringIO()
    render(findings, root, output_format, stream)
    return stream.getvalue()


def test_text_shows_the_line_and_marks_the_words(root: Path) -> None:
    assert rendered(root, "text", TITLE) == (
        "error[MK206] Too short.\n"
        "  modules/m/module.yaml:1:8\n"
        "      1 │ title: Қысқа кеңес\n"
        "        │        ^^^^^\n"
        "  hint: Say more.\n"
        "\n"
        "1 error. `modulekit explain MK206` says more.\n"
    )


def test_wide_letters_take_two_cells(root: Path) -> None:
    text = rendered(root, "text", Diagnostic("MK703", "No glyph.", Span(FILE, 2, 11, 2, 12)))
    assert "      2 │ table: 計画 x y\n        │             ^\n" in text


def test_a_long_line_is_cut_around_the_words(root: Path) -> None:
    text = rendered(root, "text", Diagnostic("MK206", "Far.", Span(FILE, 3, 307, 3, 311)))
    source, marks = text.splitlines()[2:4]
    assert len(source) < 125
    assert source[marks.index("^") : marks.rindex("^") + 1] == "word"
    assert "…" in source


def test_brackets_are_no_markup_and_tabs_are_one_cell(root: Path) -> None:
    text = rendered(root, "text", Diagnostic("MK302", "No [[term:x]].", Span(FILE, 4, 7, 4, 17)))
    assert "No [[term:x]]." in text
    source, marks = text.splitlines()[2:4]
    assert source[marks.index("^") : marks.rindex("^") + 1] == "[[term:x]]"


def test_a_place_that_is_gone_does_no_harm(root: Path) -> None:
    gone = Diagnostic("MK206", "Gone.", Span(PurePosixPath("nowhere.yaml"), 9, 1, 9, 2))
    assert "nowhere.yaml:9:1" in rendered(root, "text", gone, Diagnostic("MK206", "Below.", Span(FILE, 99, 1)))


def test_text_counts_and_stays_silent_about_nothing(root: Path) -> None:
    assert rendered(root, "text", TITLE, WHOLE, NOWHERE).endswith(
        "2 errors, 1 warning. `modulekit explain MK105` says more.\n"
    )
    assert rendered(root, "text") == ""


def test_json(root: Path) -> None:
    content = json.loads(rendered(root, "json", TITLE, NOWHERE))
    assert content["version"] == 1
    assert content["summary"] == {"error": 1, "warning": 1, "note": 0}
    assert content["findings"][0] == {
        "code": "MK206",
        "severity": "error",
        "message": "Too short.",
        "hint": "Say more.",
        "place": {"file": str(FILE), "line": 1, "column": 8, "end_line": 1, "end_column": 13},
    }
    assert content["findings"][1]["place"] is None


def test_sarif(root: Path) -> None:
    content = json.loads(rendered(root, "sarif", TITLE, WHOLE, NOWHERE))
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    places = [result.get("locations", [{}])[0].get("physicalLocation") for result in run["results"]]
    assert places[0]["region"] == {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 13}
    assert "region" not in places[1]
    assert places[2] is None
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]


def test_sarif_addresses_are_encoded(root: Path) -> None:
    odd = Diagnostic("MK603", "Unused.", Span(PurePosixPath("modules/m/assets/a b#1.svg")))
    content = json.loads(rendered(root, "sarif", odd))
    place = content["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "modules/m/assets/a%20b%231.svg", "uriBaseId": "SRCROOT"}


def test_github(root: Path) -> None:
    odd = Diagnostic("MK603", "Line\nbreak.", Span(PurePosixPath("a,b:c.svg")), severity=Severity.NOTE)
    assert rendered(root, "github", TITLE, odd, NOWHERE).splitlines() == [
        "::error file=modules/m/module.yaml,line=1,endLine=1,col=8,title=MK206::Too short. Say more.",
        "::notice file=a%2Cb%3Ac.svg,title=MK603::Line%0Abreak.",
        "::warning title=MK901::Pango is missing. Install it: 100%25.",
    ]


@pytest.mark.parametrize("output_format", ["text", "json", "sarif", "github"])
def test_an_old_console_does_no_harm(root: Path, output_format: str) -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="ascii")
    render([Diagnostic("MK206", "“Қысқа” is short.", Span(FILE, 1, 8, 1, 13))], root, output_format, stream)
    stream.flush()
    assert b"is short." in buffer.getvalue()


def test_an_unknown_format_is_a_mistake_of_the_program(root: Path) -> None:
    with pytest.raises(ValueError, match="yaml"):
        rendered(root, "yaml", TITLE)
