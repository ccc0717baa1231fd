"""What a build shows while it works, and the list of what it made. Quiet where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from modulekit.build.plan import Task
from modulekit.build.record import Record

if TYPE_CHECKING:  # packing loads what writes pages, and a dry run loads none of it
    from modulekit.build.pack import Packed


@contextmanager
def working(title: str, tasks: int) -> Iterator[Callable[[Task], None]]:
    """A bar on standard error that moves as ``tasks`` end; nothing where that is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[now]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(title, total=tasks, now="")
        yield lambda task: progress.update(bar, advance=1, now=f"{task.product} {task.kind}")


def _silent(task: Task) -> None:
    """Nobody watches."""


def listing(target: Path, record: Record) -> None:
    """The files that were made, as a table for people, as plain paths for a pipe."""
    console = Console()
    if not console.is_terminal:
        for file in record.files:
            print(shown(target / file.path))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("file")
    table.add_column("for")
    table.add_column("pages", justify="right")
    table.add_column("size", justify="right")
    for file in record.files:
        table.add_row(file.path, file.audience, str(file.pages or ""), f"{file.bytes / 1024:,.0f} KB")
    console.print(table)
    console.print(f"in {shown(target)}", soft_wrap=True, highlight=False)


def packed_listing(target: Path, packed: Packed) -> None:
    """A package that was made: for people with its size and the digest that stands for it, for a pipe its path."""
    console = Console()
    if not console.is_terminal:
        print(shown(target))
        return
    size = f"{packed.octets / 1_000_000:,.1f} MB"
    digest = " ".join(packed.digest[at : at + 4] for at in range(0, len(packed.digest), 4))
    console.print(f"{shown(target)}  {size}, {len(packed.files)} files", soft_wrap=True, highlight=False)
    console.print(f"  SHA-256 of its tag manifest: {digest}", soft_wrap=True, highlight=False)


def shown(path: Path) -> Path:
    """``path`` as somebody in the current folder would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
