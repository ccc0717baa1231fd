"""``modulekit handovers …`` and the options of each."""

from __future__ import annotations

from typing import Annotated

import typer

from modulekit.cli.options import Table, TableFormat, Workspace, option

handovers = typer.Typer(
    help="List who holds which version of which course, who is behind and by which changes, who has signed.",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@handovers.callback()
def _list(context: typer.Context, workspace: Workspace = None, output_format: Table = TableFormat.TEXT) -> None:
    """List who holds what, who is behind the current version, and which changes they do not have."""
    if context.invoked_subcommand is None:
        from modulekit.cli.handovers import run

        raise typer.Exit(run(workspace, output_format.value))


@handovers.command()
def receive(
    handover: Annotated[str, typer.Argument(metavar="ID", help="The id of a hand-over, or how no other one begins.")],
    date: Annotated[
        str | None,
        option("--date", metavar="DAY", help="The day on which the act was signed, as 2026-11-23. Default: today."),
    ] = None,
    act_number: Annotated[
        str | None,
        option("--act-number", metavar="NUMBER", help="The number of the act."),
    ] = None,
    note: Annotated[
        str | None,
        option("--note", metavar="WORDS", help="What the receiver remarked."),
    ] = None,
    workspace: Workspace = None,
) -> None:
    """Record that the act of transfer came back signed. What is recorded already stays unless it is given anew."""
    from modulekit.cli.handovers import run_receive

    raise typer.Exit(run_receive(handover, date, act_number, note, workspace))
