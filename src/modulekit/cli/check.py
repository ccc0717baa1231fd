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
    from modulekit.review import review

    review(loaded.workspace, loaded.sources, report)
