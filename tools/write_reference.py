"""Writes the pages of docs/reference/ that the program knows best: the diagnostic codes and the command line.

    python tools/write_reference.py

codes.md is written whole; in cli.md only what stands between the two marks. A test says when either is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from modulekit.cli.app import app
from modulekit.codes import GROUPS, Code

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
CLI, CODES = FOLDER / "cli.md", FOLDER / "codes.md"
BEGIN = "<!-- Written by tools/write_reference.py: from here -->"
END = "<!-- to here -->"

_CODES = """\
# What ModuleKit can find

`modulekit check` finds these; `modulekit explain CODE` prints what this page says about one of them. An *error* stops a
build, a *warning* should be looked at before printing, a *note* is worth knowing.

This page is written by `tools/write_reference.py`.
"""


def codes() -> str:
    """The page of all codes, by theme."""
    lines = [_CODES]
    for theme, group in GROUPS.items():
        lines += [f"## {theme}", "", "| Code | | |", "|---|---|---|"]
        lines += [
            f"| [{code.code}](#{code.code.lower()}) | {code.severity.value} | {_text(code.title)} |" for code in group
        ]
        lines += [line for code in group for line in _code(code)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def commands() -> str:
    """Every command with its arguments and options."""
    group: Any = typer.main.get_command(app)
    lines = ["### Options of `modulekit` itself", "", *_table(group.params)]
    lines.append("| `-h`, `--help` | Print help and exit; every command has it. |")
    lines += _commands("modulekit", group)
    return "\n".join(lines)


def _commands(path: str, group: Any) -> Iterator[str]:
    """The commands of a group; a group among them is followed by its own."""
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        alone = not inner or command.invoke_without_command
        own = [*(_usage(command.params) if alone else ()), *(["[COMMAND]" if alone else "COMMAND"] if inner else ())]
        yield from ("", f"### `{' '.join([path, name, *own])}`", "", command.help)
        if command.params and alone:
            yield from ("", *_table(command.params))
        if inner:
            yield from _commands(f"{path} {name}", command)


def with_commands(page: str) -> str:
    """``page`` with the commands between its marks.

    Raises ``ValueError`` where a mark is missing or stands twice.
    """
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{commands()}\n\n{END}{after}"


def _code(code: Code) -> Iterator[str]:
    yield from ("", f"### {code.code}", "", f"**{_text(code.title)}** ({code.severity.value}). {_text(code.why)}")
    for label, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        yield from ("", label, "", "```text", *example.split("\n"), "```")


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


def _text(text: str) -> str:
    """Words in a paragraph, where angle brackets would be taken for HTML."""
    return text.replace("<", "\\<")


if __name__ == "__main__":
    CODES.write_text(codes(), encoding="utf-8", newline="\n")
    CLI.write_text(with_commands(CLI.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
