"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

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


Workspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="FOLDER",
        help="Folder with modulekit.yaml. Default: here or above.",
        show_default=False,
    ),
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
