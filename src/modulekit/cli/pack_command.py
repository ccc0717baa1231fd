"""``modulekit pack`` and its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modulekit.cli import complete
from modulekit.cli.options import (
    Findings,
    Jobs,
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

_Module = Annotated[str, typer.Argument(metavar="MODULE", help="The id of a module.", autocompletion=complete.modules)]
_Kit = Annotated[
    str, typer.Option("--kit", "-k", metavar="KIT", help="Whom it is for: participant, trainer, centre, academy.")
]
_Languages = Annotated[list[str] | None, languages("those of the receiver")]
_Centres = Annotated[list[str] | None, centres("a package for each")]
_Deliveries = Annotated[list[str] | None, deliveries("a package for each, with the lists of their people")]
_AsFolder = Annotated[bool, typer.Option("--folder/--zip", help="As a folder, for a USB stick, or as one zip file.")]
_Date = Annotated[
    str | None,
    option(
        "--date",
        metavar="DATE",
        help="The day of packing, 2026-11-23. Default: the date of the module's version.",
    ),
]
_Sign = Annotated[
    Path | None,
    option(
        "--sign",
        metavar="KEY",
        help="Sign with this OpenSSH key: a private one, or a public one whose private key the agent holds.",
    ),
]
_ActNumber = Annotated[
    str, option("--act-number", metavar="NUMBER", help="The number of the act. Default: a line for it.")
]
_Record = Annotated[bool, typer.Option("--record/--no-record", help="Record the hand-over to a centre in handovers/.")]
_Out = Annotated[Path | None, output("dist/packages/")]
_To = Annotated[
    str,
    option(
        "--to",
        metavar="PLACE",
        help="Copy the package there once it verifies: a folder, sftp://host/folder or webdavs://host/folder.",
    ),
]
_Since = Annotated[str, since("Pack")]


def pack(
    module: _Module,
    kit: _Kit,
    workspace: Workspace = None,
    language: _Languages = None,
    centre: _Centres = None,
    delivery: _Deliveries = None,
    translations: Untranslated = Translations.STRICT,
    folder: _AsFolder = False,
    date: _Date = None,
    sign: _Sign = None,
    act_number: _ActNumber = "",
    record: _Record = True,
    out: _Out = None,
    to: _To = "",
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    since: _Since = "",
    output_format: Findings = OutputFormat.TEXT,
) -> None:
    """Build a kit and pack it, so that its receiver can check that it is whole."""
    from modulekit.cli.editions import wish
    from modulekit.cli.handing import Handing
    from modulekit.cli.pack import Options, day_of, run

    options = Options(
        module=module,
        kit=kit,
        wish=wish(language, centre, delivery, everything=False),
        translations=translations.value,
        as_folder=folder,
        day=day_of(date),
        workspace=workspace,
        out=out,
        jobs=jobs,
        use_cache=not no_cache,
        output_format=output_format.value,
        handing=Handing(key=sign, act_number=act_number, day=day_of(date), records=record),
        since=since,
        to=to,
    )
    raise typer.Exit(run(options))
