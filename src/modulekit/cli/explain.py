"""``modulekit explain``."""

from __future__ import annotations

import typer

from modulekit.cli.workspace import WRONG_USE, unknown_name
from modulekit.codes import CODES, explain


def run(code: str) -> int:
    """Print the page of one code."""
    name = code.strip().upper()
    if name not in CODES:
        diagnostic = unknown_name("code", name, tuple(CODES))
        typer.echo(f"{diagnostic.message} {diagnostic.hint}", err=True)
        return WRONG_USE
    typer.echo(explain(name))
    return 0
