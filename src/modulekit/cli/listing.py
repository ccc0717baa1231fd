"""``modulekit list``."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from modulekit.build.lattice import Wish
from modulekit.build.prepare import points
from modulekit.cli.workspace import exit_code, load, print_findings
from modulekit.diagnostics import Report
from modulekit.products.table import PRODUCTS
from modulekit.source.catalogues import languages


def run(workspace: Path | None) -> int:
    """Print the modules that can be read, and the products with their formats; the exit code."""
    report = Report()
    loaded = load(workspace, (), report)
    for source in loaded.sources:
        module = source.module
        days, lessons = len(module.programme), len(module.lessons)
        typer.echo(f"{module.module}  {module.document.version}  {module.title}")
        typer.echo(f"  {days} days, {lessons} sessions, {len(module.exercises)} exercises")
        typer.echo(f"  languages {', '.join(languages(source))}")
        if loaded.workspace is not None:
            editions = points(loaded.workspace, source, Wish(everything=True))
            typer.echo(f"  editions  {', '.join(str(point.folder) for point in editions)}")
    if loaded.sources:
        typer.echo("\nproducts")
        for product in PRODUCTS.values():
            typer.echo(f"  {product.name:20} {product.audience.value:12} {', '.join(product.formats)}")
    print_findings(report, loaded, "text", sys.stderr)
    return exit_code(report, loaded)
