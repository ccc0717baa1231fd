"""``modulekit translate …`` and the options of each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modulekit.cli.options import Findings, Modules, OutputFormat, Table, TableFormat, Workspace, option

translate = typer.Typer(
    help="Translate courses: files for translators, and how far they are.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Languages = Annotated[
    list[str] | None,
    option(
        "--language",
        "-l",
        metavar="LANGUAGE",
        help="Languages, as ru,kk; may be given again. Default: those that have a catalogue.",
    ),
]


@translate.command()
def extract(modules: Modules = None, language: _Languages = None, workspace: Workspace = None) -> None:
    """Write or update the catalogues (locale/<language>.po) from the course."""
    from modulekit.cli.translate import run_extract

    raise typer.Exit(run_extract(tuple(modules or ()), _listed(language), workspace))


@translate.command()
def status(
    modules: Modules = None,
    language: _Languages = None,
    workspace: Workspace = None,
    output_format: Table = TableFormat.TEXT,
) -> None:
    """Show for each language and lesson what is translated, outdated and missing, and how many words are left."""
    from modulekit.cli.translate_status import run_status

    raise typer.Exit(run_status(tuple(modules or ()), _listed(language), workspace, output_format.value))


@translate.command()
def check(
    modules: Modules = None,
    language: _Languages = None,
    workspace: Workspace = None,
    output_format: Findings = OutputFormat.TEXT,
) -> None:
    """Compare translations with the course: references, numbers, Markdown, terms, letters, words left untranslated."""
    from modulekit.cli.translate_check import run_check

    raise typer.Exit(run_check(tuple(modules or ()), _listed(language), workspace, output_format.value))


@translate.command()
def export(
    module: Annotated[str, typer.Argument(metavar="MODULE", help="The id of a module.")],
    language: Annotated[str, typer.Option("--language", "-l", metavar="LANGUAGE", help="The language, as ru.")],
    xliff: Annotated[Path, typer.Option("--xliff", metavar="FILE", help="Where to write it.")],
    workspace: Workspace = None,
) -> None:
    """Write a catalogue as XLIFF 1.2, for translators who do not work with PO files."""
    from modulekit.cli.translate_exchange import run_export

    raise typer.Exit(run_export(module, language, xliff, workspace))


@translate.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An XLIFF file that `export` wrote.")],
    workspace: Workspace = None,
) -> None:
    """Put the translations of an XLIFF file into the catalogue."""
    from modulekit.cli.translate_exchange import run_import

    raise typer.Exit(run_import(file, workspace))


def _listed(values: list[str] | None) -> tuple[str, ...]:
    """``--language ru,kk`` and ``--language ru --language kk`` say the same."""
    return tuple(dict.fromkeys(part.strip() for value in values or () for part in value.split(",") if part.strip()))
