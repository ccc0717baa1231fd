"""What a diagnostic code is."""

from __future__ import annotations

from dataclasses import dataclass

from modulekit.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: what it is called, how bad it is, why it matters, and how it looks.

    ``wrong`` and ``right`` are what an author writes, or the circumstances where nothing of it is written.
    """

    code: str
    title: str
    severity: Severity
    why: str
    wrong: str
    right: str


def error(code: str, title: str, why: str, wrong: str, right: str) -> Code:
    """A code whose findings stop a build."""
    return Code(code, title, Severity.ERROR, why, wrong, right)


def warning(code: str, title: str, why: str, wrong: str, right: str) -> Code:
    """A code whose findings should be looked at before printing."""
    return Code(code, title, Severity.WARNING, why, wrong, right)


def note(code: str, title: str, why: str, wrong: str, right: str) -> Code:
    """A code whose findings are worth knowing."""
    return Code(code, title, Severity.NOTE, why, wrong, right)
