"""``modulekit check``."""

from __future__ import annotations

from pathlib import Path

import typer

from modulekit.cli.workspace import Loaded, exit_code, load, print_findings
from modulekit.diagnostics import Report


def run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Check ``modules`` and print every finding; the exit code."""
    report = Report()
    loaded = load(workspace, modules, report)
    check_sources(loaded, report)
    print_findings(report, loaded, output_format)
    if output_format == "text" and not len(report):
        checked = ", ".join(source.module.module for source in loaded.sources)
        typer.echo(f"No problems in {checked}." if checked else "The workspace holds no modules.")
    return exit_code(report, loaded)


def check_sources(loaded: Loaded, report: Report) -> None:
    """Run every check on the modules that could be read."""
    from modulekit.build.kits import check_kits
    from modulekit.build.prepare import languages
    from modulekit.build.taught import check_deliveries
    from modulekit.build.translated import check_catalogues
    from modulekit.checks import Subject, run_checks
    from modulekit.checks.insignia import Shown, check_insignia
    from modulekit.source.catalogues import read_catalogues

    if loaded.workspace is not None:
        report.extend(check_kits(loaded.workspace))
        built = sorted({language for source in loaded.sources for language in languages(source)})
        report.extend(check_insignia(Shown(loaded.workspace.insignia, loaded.workspace.places, built)))
    for source in loaded.sources:
        if loaded.workspace is not None:
            report.extend(check_deliveries(loaded.workspace, source))
        files = loaded.workspace.files if loaded.workspace else None
        catalogues = read_catalogues(source, report).values()
        report.extend(check_catalogues(source, catalogues, files, errors_only=True))
        subject = Subject(source.module, source.places, source.home, source.asset_files, source.asset, source.whole)
        report.extend(run_checks(subject))
