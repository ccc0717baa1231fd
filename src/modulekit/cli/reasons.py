"""``modulekit build --why``: for each file why it was made anew, or was not; and the record that this is told from.

The record lies beside the cache and is as small as that of what was made: digests. Without it every file is new.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

import typer

from modulekit.build.why import Remembered, Trace
from modulekit.cache import write_whole
from modulekit.cli.listed import shown


def remembered(root: Path, target: Path) -> Remembered:
    """What the last build in the workspace at ``root`` put into the folder ``target``."""
    try:
        return Remembered.read(_file(root, target).read_bytes())
    except OSError:
        return Remembered({})


def keep(root: Path, target: Path, before: Remembered, traces: Iterable[Trace]) -> None:
    """Remember what files were made of. Where that cannot be written, the next build says that all is new."""
    file = _file(root, target)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, (before.after(traces).to_bytes(),))


def tell(target: Path, before: Remembered, traces: Iterable[Trace]) -> None:
    """Print each file with the reason: a table for people, columns with a tab between them for a pipe."""
    rows = [(str(shown(target / trace.path)), before.why(trace)) for trace in sorted(traces, key=lambda one: one.path)]
    table(("file", "why"), rows)


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Print ``rows``: a table for people, columns with a tab between them for a pipe."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(row))
        return
    grid = Table(box=None, pad_edge=False)
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    console.print(grid)


def _file(root: Path, target: Path) -> Path:
    name = hashlib.sha256(str(target.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return root / ".modulekit" / "why" / f"{name}.json"
