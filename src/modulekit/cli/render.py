"""Findings as people and programs read them.

Takes findings in their order and the folder of the workspace, prints text for people, or JSON, SARIF 2.1.0 or GitHub's
workflow commands for programs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from modulekit.diagnostics import Diagnostic


def render(findings: Iterable[Diagnostic], root: Path, output_format: str, to: TextIO | None = None) -> None:
    """Print ``findings`` as ``text``, ``json``, ``sarif`` or ``github``, to standard output unless ``to`` is given.

    Raises ``ValueError`` for any other format.
    """
    stream = to or sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # an old console has no “ or │; that is no reason to fail
    found = tuple(findings)
    if output_format == "text" and not found:
        return
    from modulekit.cli import render_data, render_text

    match output_format:
        case "text":
            render_text.print_text(found, render_text.source_of(root), stream)
        case "json":
            print(render_data.as_json(found), file=stream)
        case "sarif":
            print(render_data.as_sarif(found), file=stream)
        case "github":
            for line in render_data.as_github(found):
                print(line, file=stream)
        case _:
            raise ValueError(f"findings cannot be printed as {output_format!r}")
