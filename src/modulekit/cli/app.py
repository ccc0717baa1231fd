"""The commands and their options. Each command lives in a module of its own and is imported when it is called."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from modulekit.cli import complete
from modulekit.cli.handover_commands import handovers
from modulekit.cli.options import Findings, Modules, OutputFormat, Table, TableFormat, Workspace
from modulekit.cli.translate_commands import translate

app = typer.Typer(
    name="modulekit",
    help="Build participant handouts, trainer guides and slides from a course written in YAML.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(translate, name="translate")
app.add_typer(handovers, name="handovers")

# typer reads annotations at run time, where StrEnum members become the choices of an option


class Translations(StrEnum):
    """What stands where there is no translation that fits its source."""

    STRICT = "strict"
    LAST_APPROVED = "last-approved"
    FALLBACK = "fallback"


def _version(asked: bool) -> None:
    if asked:
        from modulekit import __version__

        typer.echo(f"modulekit {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


@app.command()
def build(
    modules: Modules = None,
    workspace: Workspace = None,
    product: Annotated[
        list[str] | None,
        typer.Option(
            "--product",
            "-p",
            metavar="PRODUCT",
            autocompletion=complete.products,
            help="Build only this product; may be given again.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            autocompletion=complete.formats,
            help="Build only this format; may be given again.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            "-l",
            metavar="LANGUAGE",
            help="In these languages, with commas between them. Default: the one the module is written in.",
            show_default=False,
        ),
    ] = None,
    centre: Annotated[
        list[str] | None,
        typer.Option(
            "--centre",
            "-c",
            metavar="CENTRE",
            help="For these centres, each with its region's material.",
            show_default=False,
        ),
    ] = None,
    delivery: Annotated[
        list[str] | None,
        typer.Option(
            "--delivery",
            "-d",
            metavar="DELIVERY",
            help="For these deliveries, with their dates, rooms and group.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every language, for every centre and every delivery.")
    ] = False,
    translations: Annotated[
        Translations, typer.Option("--translations", help="What to do with texts that are not translated.")
    ] = Translations.STRICT,
    fit: Annotated[
        str | None,
        typer.Option(
            "--fit",
            metavar="TIME",
            help="Leave steps out until the course fits: 4h, 3h30 or minutes. Not with --delivery.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where to put it. Default: dist/ of the workspace.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="N", min=0, max=256, help="Processes to use; 0 means one for each core."),
    ] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Make everything anew.")] = False,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="VERSION",
            help="Make the change sheet for trainers who know this version: a tag in git, a folder or a package.",
            show_default=False,
        ),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be built, and build nothing.")] = False,
    output_format: Findings = OutputFormat.TEXT,
) -> None:
    """Build handouts, guides and slides into dist/."""
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
        output_format=output_format.value,
        since=since,
    )
    raise typer.Exit(run(options))


@app.command()
def pack(
    module: Annotated[
        str, typer.Argument(metavar="MODULE", help="The id of a module.", autocompletion=complete.modules)
    ],
    kit: Annotated[
        str, typer.Option("--kit", "-k", metavar="KIT", help="Whom it is for: participant, trainer, centre, academy.")
    ],
    workspace: Workspace = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            "-l",
            metavar="LANGUAGE",
            help="In these languages, with commas between them. Default: those of the receiver.",
            show_default=False,
        ),
    ] = None,
    centre: Annotated[
        list[str] | None,
        typer.Option(
            "--centre", "-c", metavar="CENTRE", help="For these centres, a package for each.", show_default=False
        ),
    ] = None,
    delivery: Annotated[
        list[str] | None,
        typer.Option(
            "--delivery",
            "-d",
            metavar="DELIVERY",
            help="For these deliveries, a package for each, with the lists of their people.",
            show_default=False,
        ),
    ] = None,
    translations: Annotated[
        Translations, typer.Option("--translations", help="What to do with texts that are not translated.")
    ] = Translations.STRICT,
    folder: Annotated[
        bool, typer.Option("--folder/--zip", help="As a folder, for a USB stick, or as one zip file.")
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The day of packing, 2026-11-23. Default: the date of the module's version.",
            show_default=False,
        ),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(
            "--sign",
            metavar="KEY",
            help="Sign with this OpenSSH key: a private one, or a public one whose private key the agent holds.",
            show_default=False,
        ),
    ] = None,
    act_number: Annotated[
        str,
        typer.Option(
            "--act-number", metavar="NUMBER", help="The number of the act. Default: a line for it.", show_default=False
        ),
    ] = "",
    record: Annotated[
        bool, typer.Option("--record/--no-record", help="Record the hand-over to a centre in handovers/.")
    ] = True,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FOLDER",
            help="Where to put it. Default: dist/packages/ of the workspace.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="PLACE",
            help="Copy the package there once it verifies: a folder, sftp://host/folder or webdavs://host/folder.",
            show_default=False,
        ),
    ] = "",
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", metavar="N", min=0, max=256, help="Processes to use; 0 means one for each core."),
    ] = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Make everything anew.")] = False,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="VERSION",
            help="Pack the change sheet for trainers who know this version: a tag in git, a folder or a package.",
            show_default=False,
        ),
    ] = "",
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


@app.command()
def check(modules: Modules = None, workspace: Workspace = None, output_format: Findings = OutputFormat.TEXT) -> None:
    """Find every problem of a workspace, and build nothing."""
    from modulekit.cli.check import run

    raise typer.Exit(run(tuple(modules or ()), workspace, output_format.value))


@app.command()
def audit(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A file, a folder or a package, also one that came back edited.")
    ],
    module: Annotated[
        list[str] | None,
        typer.Option(
            "--module",
            "-m",
            metavar="MODULE",
            autocompletion=complete.modules,
            help="Look for this module's trainer material; may be given again. Default: that of every module.",
            show_default=False,
        ),
    ] = None,
    workspace: Workspace = None,
    output_format: Findings = OutputFormat.TEXT,
) -> None:
    """Search finished files for what only trainers may see."""
    from modulekit.cli.audit import run

    raise typer.Exit(run(path, tuple(module or ()), workspace, output_format.value))


@app.command()
def coverage(
    modules: Modules = None,
    workspace: Workspace = None,
    output_format: Table = TableFormat.TEXT,
) -> None:
    """Show for each outcome which lessons, steps, exercises, slides and test items serve it."""
    from modulekit.cli.coverage import run

    raise typer.Exit(run(tuple(modules or ()), workspace, output_format.value))


@app.command()
def verify(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="A package: a folder, or a zip as it was sent.")],
    allowed_signers: Annotated[
        Path | None,
        typer.Option(
            "--allowed-signers",
            metavar="FILE",
            help="Trusted keys, one a line as OpenSSH writes them. The package must be signed by one of them.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        TableFormat, typer.Option("--output-format", help="How the answer is printed.")
    ] = TableFormat.TEXT,
) -> None:
    """Say whether a package is complete, unaltered and signed, and which file is wrong if not."""
    from modulekit.cli.verify import run

    raise typer.Exit(run(package, allowed_signers, output_format.value))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A workspace, a module, a package or a version in git.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same. Default: the workspace here.")] = ".",
    module: Annotated[
        str | None,
        typer.Option(
            "--module",
            "-m",
            metavar="MODULE",
            autocompletion=complete.modules,
            help="Which module, where there are several.",
            show_default=False,
        ),
    ] = None,
    workspace: Workspace = None,
    output_format: Table = TableFormat.TEXT,
) -> None:
    """Say what changed for a trainer who taught an earlier version."""
    from modulekit.cli.diff import run

    raise typer.Exit(run(old, new, module, workspace, output_format.value))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", autocompletion=complete.codes, help="A code such as MK401.")],
) -> None:
    """Say what a code means, why it matters, and show a wrong and a right example."""
    from modulekit.cli.explain import run

    raise typer.Exit(run(code))


@app.command(name="list")
def list_(workspace: Workspace = None) -> None:
    """List the modules of a workspace, and what can be built of them."""
    from modulekit.cli.listing import run

    raise typer.Exit(run(workspace))


@app.command()
def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="workspace, module, lesson, exercise or quiz.", show_default=False),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="FOLDER", help="Write all schemas into this folder.", show_default=False),
    ] = None,
) -> None:
    """Print a JSON Schema of the YAML files, for editors."""
    from modulekit.cli.schema import run

    raise typer.Exit(run(name, write))


@app.command()
def doctor() -> None:
    """Say whether this computer has all that a build needs, and the command that installs what is missing."""
    from modulekit.cli.doctor import run

    raise typer.Exit(run())
