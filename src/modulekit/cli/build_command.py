"""``modulekit build`` and its options."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from modulekit.cli import complete
from modulekit.cli.options import (
    Findings,
    Jobs,
    Modules,
    NoCache,
    OutputFormat,
    Translations,
    Untranslated,
    Workspace,
    centres,
    deliveries,
    languages,
    option,
    output,
    since,
)

_Products = Annotated[
    list[str] | None,
    option(
        "--product",
        "-p",
        metavar="PRODUCT",
        autocompletion=complete.products,
        help="Build only this product; may be given again.",
    ),
]
_Formats = Annotated[
    list[str] | None,
    option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=complete.formats,
        help="Build only this format; may be given again.",
    ),
]
_Languages = Annotated[list[str] | None, languages("the one the module is written in")]
_Centres = Annotated[list[str] | None, centres("each with its region's material")]
_Deliveries = Annotated[list[str] | None, deliveries("with their dates, rooms and group")]
_Everything = Annotated[bool, typer.Option("--all", help="Every language, for every centre and every delivery.")]
_Fit = Annotated[
    str | None,
    option(
        "--fit",
        metavar="TIME",
        help="Leave steps out until the course fits: 4h, 3h30 or minutes. Not with --delivery.",
    ),
]
_Out = Annotated[Path | None, output("dist/")]
_Since = Annotated[str, since("Make")]
_Scheduler = Annotated[
    str,
    option(
        "--scheduler",
        metavar="ADDRESS",
        help="Let the Dask cluster do the work whose scheduler is there: tcp://host:8786. --jobs means nothing then.",
    ),
]
_VerifyReproducible = Annotated[
    bool,
    typer.Option("--verify-reproducible", help="Build twice from cold, compare, and put nothing into dist/."),
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the plan, and build nothing.")]
_Why = Annotated[
    bool, typer.Option("--why", help="Say for each file why it was made anew, or was not; with --dry-run, would be.")
]


def build(
    modules: Modules = None,
    workspace: Workspace = None,
    product: _Products = None,
    format: _Formats = None,
    language: _Languages = None,
    centre: _Centres = None,
    delivery: _Deliveries = None,
    everything: _Everything = False,
    translations: Untranslated = Translations.STRICT,
    fit: _Fit = None,
    out: _Out = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    since: _Since = "",
    scheduler: _Scheduler = "",
    dry_run: _DryRun = False,
    why: _Why = False,
    verify_reproducible: _VerifyReproducible = False,
    output_format: Findings = OutputFormat.TEXT,
) -> None:
    """Build handouts, guides and slides into dist/."""
    from modulekit.cli.pool import at_hand
    from modulekit.cli.stopping import until_stopped

    def work() -> int:
        with at_hand(jobs, (product or (), format or ())) as workers:
            if not (dry_run or verify_reproducible or scheduler):
                workers.begin()  # they load while the course is read
            gc.disable()  # until it is read: hardly anything becomes garbage, and looking for it takes long
            from modulekit.cli.build import Options, run
            from modulekit.cli.editions import minutes_to_fit, wish

            options = Options(
                modules=tuple(modules or ()),
                products=tuple(product or ()),
                formats=tuple(format or ()),
                wish=wish(language, centre, delivery, everything),
                translations=translations.value,
                fit=minutes_to_fit(fit),
                workspace=workspace,
                out=out,
                jobs=jobs,
                use_cache=not no_cache,
                dry_run=dry_run,
                why=why,
                verify_reproducible=verify_reproducible,
                output_format=output_format.value,
                since=since,
                scheduler=scheduler,
            )
            return run(options, workers)

    try:
        raise typer.Exit(until_stopped(work))
    finally:
        gc.enable()
