"""``modulekit doctor``."""

from __future__ import annotations

import typer

from modulekit.cli.system import INSTALL, examine, missing_libraries


def run() -> int:
    """Print what is there and what is missing; 1 where a build would fail."""
    findings = list(examine())
    for finding in findings:
        typer.echo(f"{'good   ' if finding.good else 'MISSING'}  {finding.what}")
        if not finding.good and finding.hint:
            typer.echo(f"         {finding.hint}")
    missing = missing_libraries()
    if missing:
        typer.echo(f"\nInstall all of them with:\n  {INSTALL} {' '.join(missing)}")
    return 0 if all(finding.good for finding in findings) else 1
