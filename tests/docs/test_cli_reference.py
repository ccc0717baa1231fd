"""docs/reference/cli.md says what the program says."""

from __future__ import annotations

import pytest
from tools.write_cli_reference import BEGIN, PAGE, commands, with_commands

from modulekit.cli.workspace import CONTENT_HAS_ERRORS, WRONG_USE


def test_commands_and_options_are_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_commands(page), "run: python tools/write_cli_reference.py"


def test_every_command_is_in_it() -> None:
    section = commands()
    for command in ("build", "check", "explain", "list", "schema", "doctor"):
        assert f"### `modulekit {command}" in section
    assert "| `-p`, `--product PRODUCT` |" in section


def test_exit_codes_are_those_of_the_program() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## Exit codes")[2].partition("\n## ")[0]
    assert f"| {CONTENT_HAS_ERRORS} | The content has errors" in table
    assert f"| {WRONG_USE} | Wrong use" in table


def test_a_page_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        with_commands(PAGE.read_text(encoding="utf-8").replace(BEGIN, ""))
