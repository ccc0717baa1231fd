"""The commands, in the order of `--help`. What each does lies in a module that is imported when it is called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modulekit.cli import complete
from modulekit.cli.build_command import build
from modulekit.cli.cache_commands import cache
from modulekit.cli.handover_commands import handovers
from modulekit.cli.options import (
    Findings,
    Modules,
    OutputFormat,
    Table,
    TableFormat,
    Workspace,
    modules_named,
    option,
)
from modulekit.cli.pack_command import pack
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
app.add_typer(cache, name="cache")

app.command()(build)
app.command()(pack)


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
        modules_named("Look for this module's trainer material; may be given again. Default: that of every module."),
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
        option(
            "--allowed-signers",
            metavar="FILE",
            help="Trusted keys, one a line as OpenSSH writes them. The package must be signed by one of them.",
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
        modules_named("Which module, where there are several."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Lay out both handouts, and tell the old and new page of each change.")
    ] = False,
    workspace: Workspace = None,
    output_format: Table = TableFormat.TEXT,
) -> None:
    """Say what changed for a trainer who taught an earlier version."""
    from modulekit.cli.diff import run

    raise typer.Exit(run(old, new, module, workspace, output_format.value, with_pages=pages))


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
        option("--write", metavar="FOLDER", help="Write all schemas into this folder."),
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
