"""Findings for people: the sentence, the place, the line itself with a mark under it, and the hint.

Takes findings and a function that gives the lines of a file. Colours and widths are those of the terminal; a pipe gets
plain text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic, Severity, Span

Lines = Callable[[PurePosixPath], Sequence[str]]
"""Gives the lines of a file of the workspace, or none where it cannot be shown."""

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_LONGEST = 110
"""Cells of a source line that are shown."""


def print_text(findings: Sequence[Diagnostic], lines: Lines, to: TextIO) -> None:
    """Print ``findings`` one after the other, and how many there were."""
    console = Console(file=to, highlight=False, soft_wrap=True)
    for finding in findings:
        for line in _paragraph(finding, lines):
            console.print(line)
        console.print()
    if findings:
        console.print(_summary(findings))


def source_of(root: Path) -> Lines:
    """The lines of the files under ``root``, each file read once."""

    @cache
    def lines(file: PurePosixPath) -> Sequence[str]:
        try:
            return (root / file).read_bytes().decode("utf-8-sig", errors="replace").splitlines()
        except (OSError, ValueError):
            return ()

    return lines


def _paragraph(finding: Diagnostic, lines: Lines) -> Iterator[Text]:
    colour = _COLOURS[finding.severity]
    yield Text.assemble((f"{finding.severity.value}[{finding.code}]", colour), " ", (finding.message, "bold"))
    if finding.span is not None:
        yield Text(f"  {finding.span}", "cyan")
        yield from _excerpt(finding.span, lines(finding.span.file) if finding.span.line else (), colour)
    if finding.hint:
        yield Text.assemble("  ", ("hint:", "green"), f" {finding.hint}")


def _excerpt(span: Span, lines: Sequence[str], colour: str) -> Iterator[Text]:
    if not 0 < span.line <= len(lines):
        return
    whole = "".join(letter if letter.isprintable() else " " for letter in lines[span.line - 1])
    begin = min(span.column - 1, len(whole))
    end = span.end_column - 1 if span.end_line == span.line else begin + 1
    text, cut = _window(whole, begin)
    before = cell_len(text[: begin - cut])
    marked = max(cell_len(text[begin - cut : max(end - cut, 0)]), 1)
    margin = f"  {span.line:>5} │ "
    yield Text.assemble((margin, "dim"), text)
    yield Text.assemble((" " * (len(margin) - 2) + "│ ", "dim"), " " * before, ("^" * marked, colour))


def _window(line: str, at: int) -> tuple[str, int]:
    """The part of a long line around ``at``, and where it begins in the line."""
    if cell_len(line) <= _LONGEST:
        return line, 0
    start = max(0, min(at - _LONGEST // 3, len(line) - _LONGEST))
    part = line[start : start + _LONGEST]
    if start:
        part = "…" + part[1:]
    if start + _LONGEST < len(line):
        part = part[:-1] + "…"
    return part, start


def _summary(findings: Sequence[Diagnostic]) -> Text:
    count = Counter(finding.severity for finding in findings)
    parts = [plural(count[severity], severity.value) for severity in Severity if count[severity]]
    worst = next(severity for severity in Severity if count[severity])
    known = sorted({finding.code for finding in findings})
    return Text.assemble((", ".join(parts), _COLOURS[worst]), f". `modulekit explain {known[0]}` says more.")
