"""``modulekit coverage``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from modulekit.cli.check import check_sources
from modulekit.cli.workspace import exit_code, load, print_findings
from modulekit.diagnostics import Report
from modulekit.editions import identify, number
from modulekit.model import Module
from modulekit.model.coverage import Covered, coverage

_HEAD = ("outcome", "lessons", "steps", "exercises", "slides", "before", "after", "min", "never")


def run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Print for each outcome what serves it, and the findings to standard error; the exit code."""
    report = Report()
    loaded = load(workspace, modules, report)
    check_sources(loaded, report)
    found = {source.module.module: identify(source.module) for source in loaded.sources}
    if output_format == "json":
        typer.echo(json.dumps({name: _data(module) for name, module in found.items()}, ensure_ascii=False, indent=2))
    else:
        for module in found.values():
            typer.echo(f"{module.title}\n")
            typer.echo(_table(module))
    print_findings(report, loaded, "text", sys.stderr)
    return exit_code(report, loaded)


def _data(module: Module) -> list[dict[str, object]]:
    slides = number(module).slides
    return [
        {
            "outcome": item.outcome.id,
            "level": item.outcome.level.value,
            "lessons": list(item.lessons),
            "steps": [{"lesson": lesson, "step": step} for lesson, step in item.steps],
            "exercises": list(item.exercises),
            "slides": [slides[id] for id in item.slides],
            "before": list(item.before),
            "after": list(item.after),
            "spare": list(item.spare),
            "minutes": item.minutes,
            "holes": list(item.holes),
        }
        for item in coverage(module)
    ]


def _table(module: Module) -> str:
    rows = [_HEAD, *(_row(item) for item in coverage(module))]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(item: Covered) -> tuple[str, ...]:
    counts = (item.lessons, item.steps, item.exercises, item.slides, item.before, item.after)
    return (item.outcome.id, *(str(len(count)) for count in counts), str(item.minutes), ", ".join(item.holes))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Names to the left, figures to the right."""
    last = len(row) - 1
    cells = (
        text.ljust(width) if at in (0, last) else text.rjust(width)
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()
