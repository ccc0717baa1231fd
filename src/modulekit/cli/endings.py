"""What `check` and `build` say last. Loads nothing that reads courses."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from modulekit.cli.render import render
from modulekit.diagnostics import Diagnostic


def print_checked(findings: Iterable[Diagnostic], modules: Iterable[str], root: Path, output_format: str) -> None:
    """Findings on standard output; for people a word where there are none."""
    found = tuple(findings)
    render(found, root, output_format)
    if output_format == "text" and not found:
        checked = ", ".join(modules)
        print(f"No problems in {checked}." if checked else "The workspace holds no modules.")


def print_built(findings: Iterable[Diagnostic], root: Path, output_format: str) -> None:
    """Findings. The list of files is the result and belongs to standard output, unless a program reads the findings
    there."""
    render(tuple(findings), root, output_format, sys.stderr if output_format == "text" else sys.stdout)
