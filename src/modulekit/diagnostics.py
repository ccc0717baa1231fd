"""What went wrong, as values: Severity, Span, Diagnostic, Places and Report.

Takes facts (a code, a place, a sentence, a hint) and gives values that the command line renders last.
Must not know courses, documents, files on disk or how a diagnostic is printed. Imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

Step = str | int
Loc = tuple[Step, ...]
"""A path into a module's tree: field names and list indexes, e.g. ``("lessons", 2, "steps", 0, "minutes")``."""


class Severity(StrEnum):
    """How bad it is. Only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A place in a file of the workspace. Lines and columns count from 1, in characters.

    ``file`` is relative to the workspace and uses forward slashes. ``line`` 0 means the file as a whole.
    """

    file: PurePosixPath
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return str(self.file)
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a code of ``modulekit.codes``, a place, one sentence that stands alone, and a hint."""

    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Orders findings as a reader meets them: by file, line, column, then code."""
        if self.span is None:
            return ("", 0, 0, self.code, self.message)
        return (str(self.span.file), self.span.line, self.span.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each node of a module's tree stands in the source.

    Two maps, because "this value is wrong" points at the value and "this key is wrong" points at the key.
    """

    values: Mapping[Loc, Span] = field(default_factory=dict)
    keys: Mapping[Loc, Span] = field(default_factory=dict)

    def at(self, *loc: Step) -> Span | None:
        """The place of the value at ``loc``, or of its nearest ancestor that was written down."""
        return self._nearest(self.values, loc)

    def key(self, *loc: Step) -> Span | None:
        """The place of the key at ``loc``; falls back to the value, then to ancestors."""
        return self.keys.get(loc) or self._nearest(self.values, loc)

    def under(self, *root: Step) -> Places:
        """The same places seen from the node at ``root``: paths become relative to it."""
        size = len(root)
        return Places(
            {loc[size:]: span for loc, span in self.values.items() if loc[:size] == root},
            {loc[size:]: span for loc, span in self.keys.items() if loc[:size] == root},
        )

    @staticmethod
    def _nearest(table: Mapping[Loc, Span], loc: Loc) -> Span | None:
        for size in range(len(loc), -1, -1):
            span = table.get(loc[:size])
            if span is not None:
                return span
        return None


class Report:
    """Collects diagnostics during a run; the one mutable thing that is passed down."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Remember ``diagnostic``; the same finding twice counts once."""
        self._found.setdefault(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Remember each of ``diagnostics``."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def has_errors(self) -> bool:
        """Whether anything found must stop a build."""
        return any(d.severity is Severity.ERROR for d in self._found)

    def __iter__(self) -> Iterator[Diagnostic]:
        """All findings in the order of their places."""
        return iter(sorted(self._found, key=lambda d: d.sort_key))

    def __len__(self) -> int:
        return len(self._found)
