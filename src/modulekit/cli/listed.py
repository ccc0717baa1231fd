"""The list of what a build made: a table for people, plain paths for a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Listed(Protocol):
    """What is said of a file. ``bytes`` is its size."""

    @property
    def path(self) -> str:
        """Its path below the folder of the module."""

    @property
    def audience(self) -> str:
        """For whom it is."""

    @property
    def pages(self) -> int | None:
        """How many pages or slides it has, where its format has them."""

    @property
    def bytes(self) -> int:
        """Its size."""


@dataclass(frozen=True, slots=True)
class Row:
    """One file, as far as the list tells of it."""

    path: str
    audience: str
    pages: int | None
    bytes: int


def listing(target: Path, files: Iterable[Listed]) -> None:
    """Print the files that were made in the folder ``target``."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        for file in files:
            print(shown(target / file.path))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("file")
    table.add_column("for")
    table.add_column("pages", justify="right")
    table.add_column("size", justify="right")
    for file in files:
        table.add_row(file.path, file.audience, str(file.pages or ""), f"{file.bytes / 1024:,.0f} KB")
    console.print(table)
    console.print(f"in {shown(target)}", soft_wrap=True, highlight=False)


def shown(path: Path) -> Path:
    """``path`` as somebody in the current folder would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
