"""Options that several commands share: one name, one letter and one sentence for one thing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from modulekit.cli import complete

# typer reads annotations at run time, where StrEnum members become the choices of an option


class OutputFormat(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class TableFormat(StrEnum):
    """How a table is printed."""

    TEXT = "text"
    JSON = "json"


class Translations(StrEnum):
    """What stands where there is no translation that fits its source."""

    STRICT = "strict"
    LAST_APPROVED = "last-approved"
    FALLBACK = "fallback"


def option(*names: str, metavar: str, help: str, **more: Any) -> Any:
    """An option with a value whose sentence says what happens without it, so that typer need not."""
    return typer.Option(*names, metavar=metavar, help=help, show_default=False, **more)


def languages(default: str) -> Any:
    """``--language``; ``default`` says which ones are meant without it."""
    return option(
        "--language",
        "-l",
        metavar="LANGUAGE",
        help=f"In these languages, with commas between them. Default: {default}.",
    )


def centres(each: str) -> Any:
    """``--centre``; ``each`` says what is made for one of them."""
    return option("--centre", "-c", metavar="CENTRE", help=f"For these centres, {each}.")


def deliveries(each: str) -> Any:
    """``--delivery``; ``each`` says what is made for one of them."""
    return option("--delivery", "-d", metavar="DELIVERY", help=f"For these deliveries, {each}.")


def output(default: str) -> Any:
    """``--out``; ``default`` says where things lie without it."""
    return option("--out", "-o", metavar="FOLDER", help=f"Where to put it. Default: {default} of the workspace.")


def since(what: str) -> Any:
    """``--since``; ``what`` says what happens to the change sheet."""
    words = f"{what} the change sheet for trainers who know this version: a tag in git, a folder or a package."
    return option("--since", metavar="VERSION", help=words)


def modules_named(help: str) -> Any:
    """``--module``, for commands whose argument is something else."""
    return option("--module", "-m", metavar="MODULE", autocompletion=complete.modules, help=help)


Workspace = Annotated[
    Path | None,
    option("--workspace", "-w", metavar="FOLDER", help="Folder with modulekit.yaml. Default: here or above."),
]
Modules = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="MODULE",
        help="Ids of modules. Default: all of the workspace.",
        show_default=False,
        autocompletion=complete.modules,
    ),
]
Findings = Annotated[OutputFormat, typer.Option("--output-format", help="How problems are printed.")]
Table = Annotated[TableFormat, typer.Option("--output-format", help="How the table is printed.")]
Untranslated = Annotated[
    Translations, typer.Option("--translations", help="What to do with texts that are not translated.")
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", metavar="N", min=0, max=256, help="Processes to use; 0 means one for each core."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Make everything anew.")]
