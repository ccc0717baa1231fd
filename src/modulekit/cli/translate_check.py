"""``modulekit translate check``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import typer

from modulekit.cli.workspace import exit_code, load, print_findings
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Report, Severity
from modulekit.review.translated import check_catalogues
from modulekit.source.catalogues import languages_of, read_catalogue
from modulekit.source.po import LOCALE


def run_check(modules: tuple[str, ...], languages: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Check the translations of ``modules`` in ``languages``, or in those that exist, and print every finding; the exit
    code."""
    report = Report()
    loaded = load(workspace, modules, report)
    checked: list[str] = []
    files = loaded.workspace.files if loaded.workspace else None
    for source in loaded.sources:
        found = languages_of(source, report)
        catalogues = []
        for language in languages or found:
            if language not in found:
                message = f"{source.module.module} has no catalogue in “{language}”."
                hint = f"`modulekit translate extract --language {language}` writes one."
                report.add(finding("MK835", message, hint=hint))
                continue
            read = read_catalogue(source, language, report)
            if read is not None:
                catalogues.append(read)
                checked.append(str(source.home / LOCALE / f"{language}.po"))
        report.extend(check_catalogues(source, catalogues, files))
    print_findings(report, loaded, output_format)
    if output_format == "text":
        count = Counter(found.severity for found in report)
        said = f"{plural(count[Severity.ERROR], 'error')}, {plural(count[Severity.WARNING], 'warning')}"
        typer.echo(f"{said} in {', '.join(checked)}." if checked else "No catalogue was checked.")
    return exit_code(report, loaded)
