"""What a build shows while it works, and a package that was made. Quiet where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from modulekit.build.plan import Task
from modulekit.cli.listed import shown

if TYPE_CHECKING:  # packing loads what writes pages, and a dry run loads none of it
    from modulekit.build.pack import Packed

__all__ = ["packed_listing", "shown", "working"]


@contextmanager
def working(title: str, tasks: int) -> Iterator[Callable[[Task], None]]:
    """A bar on standard error that moves as ``tasks`` end; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[now]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(title, total=tasks, now="")
        yield lambda task: progress.update(bar, advance=1, now=f"{task.product} {task.kind}")


def _silent(task: Task) -> None:
    """Nobody watches."""


def packed_listing(target: Path, packed: Packed) -> None:
    """A package that was made: for people with its size and the digest that stands for it, for a pipe its path."""
    if not sys.stdout.isatty():
        print(shown(target))
        return
    from rich.console import Console

    console = Console()
    size = f"{(target.stat().st_size if target.is_file() else packed.octets) / 1_000_000:,.1f} MB"
    digest = " ".join(packed.digest[at : at + 4] for at in range(0, len(packed.digest), 4))
    console.print(f"{shown(target)}  {size}, {len(packed.files)} files", soft_wrap=True, highlight=False)
    console.print(f"  SHA-256 of its tag manifest: {digest}", soft_wrap=True, highlight=False)
