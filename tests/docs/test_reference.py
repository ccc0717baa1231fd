"""The pages of docs/reference/ say what the program says."""

from __future__ import annotations

import pytest
from tools.write_reference import BEGIN, CLI, CODES, codes, commands, with_commands

from modulekit.cli.exit_codes import CONTENT_HAS_ERRORS, GOOD, PACKAGE_DOES_NOT_VERIFY, WRONG_USE
from modulekit.codes import CODES as KNOWN
from modulekit.codes import GROUPS

HOW = "run: python tools/write_reference.py"


def test_codes_are_current() -> None:
    assert CODES.read_text(encoding="utf-8") == codes(), HOW


def test_every_code_is_explained() -> None:
    page = codes()
    assert len(KNOWN) >= 60
    for theme, group in GROUPS.items():
        assert f"\n## {theme}\n" in page
        for code in group:
            assert page.count(f"\n### {code.code}\n") == 1
            assert f"```text\n{code.wrong}\n```" in page


def test_commands_and_options_are_current() -> None:
    page = CLI.read_text(encoding="utf-8")
    assert page == with_commands(page), HOW


def test_every_command_is_in_it() -> None:
    section = commands()
    for command in ("build", "check", "explain", "list", "schema", "doctor", "verify", "translate extract"):
        assert f"### `modulekit {command}" in section
    assert "| `-p`, `--product PRODUCT` |" in section


def test_exit_codes_are_those_of_the_program() -> None:
    table = CLI.read_text(encoding="utf-8").partition("## Exit codes")[2].partition("\n## ")[0]
    assert f"| {GOOD} | Good." in table
    assert f"| {CONTENT_HAS_ERRORS} | The content has errors" in table
    assert f"| {WRONG_USE} | Wrong use" in table
    assert f"| {PACKAGE_DOES_NOT_VERIFY} | A package does not verify" in table


def test_a_page_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        with_commands(CLI.read_text(encoding="utf-8").replace(BEGIN, ""))
