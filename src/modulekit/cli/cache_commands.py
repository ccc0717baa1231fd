"""``modulekit cache …`` and the options of each."""

from __future__ import annotations

from typing import Annotated

import typer

from modulekit.cli.options import Table, TableFormat, Workspace

cache = typer.Typer(
    help="What is kept of earlier builds, so that later ones are quick: how much of it, and how to get rid of it.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@cache.command()
def stats(workspace: Workspace = None, output_format: Table = TableFormat.TEXT) -> None:
    """Say how many entries of which kind there are, and how many the last build could use."""
    from modulekit.cli.cache import run_stats

    raise typer.Exit(run_stats(workspace, output_format.value))


@cache.command()
def clear(workspace: Workspace = None) -> None:
    """Remove everything. The next build makes it anew."""
    from modulekit.cli.cache import run_clear

    raise typer.Exit(run_clear(workspace))


@cache.command()
def limit(
    size: Annotated[
        str | None,
        typer.Argument(metavar="SIZE", help="500 MB, 2 GB. Default: say what it is.", show_default=False),
    ] = None,
    workspace: Workspace = None,
) -> None:
    """Say how large the cache may become on this computer, or set it."""
    from modulekit.cli.cache import run_limit

    raise typer.Exit(run_limit(size, workspace))


@cache.command()
def trust(workspace: Workspace = None) -> None:
    """Use a cache that was copied from elsewhere, from one's own continuous integration for example."""
    from modulekit.cli.cache import run_trust

    raise typer.Exit(run_trust(workspace))
