"""What is remembered of a command that ended: what it saw, what it said, and what it put where.

Takes and gives plain data, as JSON. Whoever reads one must take it for a stranger's until all of it has been compared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from modulekit.cli.listed import Row
from modulekit.diagnostics import Diagnostic, Severity, Span
from modulekit.seen import Question


@dataclass(frozen=True, slots=True)
class Set:
    """A set of files that was put in place: its folder as it was named, the SHA-256 of its record, and its list."""

    target: str
    record: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a command ended. ``modules`` are those that it worked on."""

    answers: Mapping[Question, str]
    sets: tuple[Set, ...]
    findings: tuple[Diagnostic, ...]
    modules: tuple[str, ...]
    output_format: str
    code: int

    def to_bytes(self) -> bytes:
        """The stamp as JSON."""
        data = {
            "answers": [[*question, answer] for question, answer in self.answers.items()],
            "sets": [
                [made.target, made.record, [[row.path, row.audience, row.pages, row.bytes] for row in made.rows]]
                for made in self.sets
            ],
            "findings": [_plain(finding) for finding in self.findings],
            "modules": self.modules,
            "output_format": self.output_format,
            "code": self.code,
        }
        return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogateescape")

    @classmethod
    def from_bytes(cls, data: bytes) -> Stamp:
        """What :meth:`to_bytes` wrote. Raises ``ValueError``, ``TypeError`` or ``KeyError`` for anything else."""
        found = json.loads(data.decode("utf-8", "surrogateescape"))
        return cls(
            answers={(below, asked, path): answer for below, asked, path, answer in found["answers"]},
            sets=tuple(Set(target, record, tuple(Row(*row) for row in rows)) for target, record, rows in found["sets"]),
            findings=tuple(_finding(item) for item in found["findings"]),
            modules=tuple(found["modules"]),
            output_format=str(found["output_format"]),
            code=int(found["code"]),
        )


def _plain(finding: Diagnostic) -> list[Any]:
    span = finding.span
    place = [str(span.file), span.line, span.column, span.end_line, span.end_column] if span else None
    return [finding.code, finding.message, place, finding.hint, finding.severity.value]


def _finding(item: list[Any]) -> Diagnostic:
    code, message, place, hint, severity = item
    span = Span(PurePosixPath(place[0]), *place[1:]) if place else None
    return Diagnostic(code, message, span, hint, Severity(severity))
