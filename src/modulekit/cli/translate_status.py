"""``modulekit translate status``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from modulekit.cli.translate import all_texts
from modulekit.cli.workspace import exit_code, load, print_findings
from modulekit.diagnostics import Report
from modulekit.editions.progress import Progress, progress
from modulekit.model.catalogue import Catalogue
from modulekit.source import Source
from modulekit.source.catalogues import languages_of, read_catalogue

_HEAD = ("part", "texts", "translated", "outdated", "missing", "words left")


def run_status(modules: tuple[str, ...], languages: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Print how far each translation is, and the findings to standard error; the exit code."""
    report = Report()
    loaded = load(workspace, modules, report)
    found = {source.module.module: _of(source, languages, report) for source in loaded.sources if source.whole}
    if output_format == "json":
        data = {module: {name: _data(parts) for name, parts in each.items()} for module, each in found.items()}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for module, each in found.items():
            for language, parts in each.items():
                _print(module, language, parts)
            if not each:
                typer.echo(f"{module}: no catalogue yet; `modulekit translate extract --language ru` writes one.")
    print_findings(report, loaded, "text", sys.stderr)
    return exit_code(report, loaded)


def _of(source: Source, languages: tuple[str, ...], report: Report) -> dict[str, tuple[Progress, ...]]:
    """The progress of each language. One that was asked for and has no catalogue has nothing yet."""
    texts = all_texts(source)
    found = {}
    for language in languages or languages_of(source, report):
        mine = Report()
        read = read_catalogue(source, language, mine)
        report.extend(mine)
        if not mine.has_errors:
            catalogue = read.catalogue if read else Catalogue(language)
            found[language] = progress(source.module, texts, catalogue)
    return found


def _data(parts: Sequence[Progress]) -> dict[str, object]:
    *each, whole = parts
    return {"total": _counts(whole), "parts": [{"part": part.part, **_counts(part)} for part in each]}


def _counts(part: Progress) -> dict[str, int]:
    return {
        "texts": part.texts,
        "translated": part.translated,
        "outdated": part.outdated,
        "missing": part.missing,
        "words_left": part.words_left,
    }


def _print(module: str, language: str, parts: Sequence[Progress]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    *each, whole = parts
    table = Table(title=f"{module}, {language}", title_justify="left", box=SIMPLE_HEAD, show_footer=True)
    for at, (name, total) in enumerate(zip(_HEAD, ("all", *_row(whole)[1:]), strict=True)):
        table.add_column(name, footer=total, justify="right" if at else "left", no_wrap=True)
    for part in each:
        table.add_row(*_row(part))
    console = Console(highlight=False, file=sys.stdout)
    if not console.is_terminal:
        console.width = 120  # a pipe has no width, and a cut table is none
    console.print(table)


def _row(part: Progress) -> tuple[str, ...]:
    counts = (part.texts, part.translated, part.outdated, part.missing, part.words_left)
    return (part.part, *(f"{count:,}".replace(",", " ") if count else "·" for count in counts))
