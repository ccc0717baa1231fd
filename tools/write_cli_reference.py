"""Writes the commands and options of the command line into docs/reference/cli.md, between the two marks there.

    python tools/write_cli_reference.py

What stands around the marks is written by hand. A test says when the page is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from modulekit.cli.app import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "cli.md"
BEGIN = "<!-- Written by tools/write_cli_reference.py: from here -->"
END = "<!-- to here -->"


def commands() -> str:
    """Every command with its arguments and options, as Markdown."""
    group: Any = typer.main.get_command(app)
    lines = ["### Options of `modulekit` itself", "", *_table(group.params)]
    lines.append("| `-h`, `--help` | Print help and exit; every command has it. |")
    for name, command in group.commands.items():
        usage = " ".join(["modulekit", name, *_usage(command.params)])
        lines += ["", f"### `{usage}`", "", command.help]
        if command.params:
            lines += ["", *_table(command.params)]
    return "\n".join(lines)


def with_commands(page: str) -> str:
    """``page`` with the commands between its marks.

    Raises ``ValueError`` where a mark is missing or stands twice.
    """
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{commands()}\n\n{END}{after}"


def _usage(params: list[Any]) -> Iterator[str]:
    if any(param.param_type_name == "option" for param in params):
        yield "[OPTIONS]"
    for param in params:
        if param.param_type_name == "argument":
            name = _name(param)
            yield (name if param.required else f"[{name}]") + ("..." if param.nargs == -1 else "")


def _table(params: Iterable[Any]) -> Iterator[str]:
    yield from ("| Name | Meaning |", "|---|---|")
    for param in params:
        if param.param_type_name == "argument":
            yield f"| `{_name(param)}` | {_cell(param.help)} |"
        else:
            yield f"| {_option(param)} | {_cell(_what(param))} |"


def _name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _option(param: Any) -> str:
    value = "" if param.is_flag else f" {param.metavar or '|'.join(_choices(param))}"
    *shorts, long = sorted(param.opts, key=lambda name: name.startswith("--"))
    return ", ".join(f"`{_cell(name)}`" for name in (*shorts, long + value))


def _what(param: Any) -> str:
    if param.is_flag or not param.show_default or param.default is None:
        return str(param.help)
    default = param.default.value if isinstance(param.default, Enum) else param.default
    return f"{param.help} Default: {default}."


def _choices(param: Any) -> Iterable[str]:
    """The words of an option that takes one of a few."""
    kind = type(param.default)
    return [str(member.value) for member in kind] if issubclass(kind, Enum) else ["VALUE"]


def _cell(text: str) -> str:
    """Words in a cell of a table, where a bar would end the cell even within code."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(with_commands(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
