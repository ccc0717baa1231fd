"""``modulekit explain``."""

from __future__ import annotations

import typer

from modulekit.cli.exit_codes import GOOD, WRONG_USE
from modulekit.codes import explain


def run(code: str) -> int:
    """Print the page of one code."""
    try:
        typer.echo(explain(code))
    except LookupError as error:
        typer.echo(error.args[0], err=True)
        return WRONG_USE
    return GOOD
