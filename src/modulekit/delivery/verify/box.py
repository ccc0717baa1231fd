"""What a package is to those who check it: members with a path and a size, read piece by piece.

Must not know whether a folder or a zip stands behind it, nor what the members mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Span

PIECE = 64 * 1024
"""Bytes that are read at once."""

_LONGEST = 160


class RefusedError(Exception):
    """A package that is not looked at any further, with the findings that say why."""

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__(*(found.message for found in findings))
        self.findings = findings


class DamagedError(Exception):
    """A member whose bytes cannot be read as they should. The message is the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file: its path below the package's folder, its size in bytes, and how to read it.

    ``read`` gives pieces, never more than ``size`` bytes in all, and raises :class:`DamagedError`.
    """

    path: str
    size: int
    read: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Box:
    """A package that is safe to read: its name, its members by path, and its folders."""

    name: str
    members: Mapping[str, Member]
    folders: frozenset[str] = frozenset()
    outside: tuple[str, ...] = ()
    """Files of the zip beside the package's folder."""


def found(code: str, path: str, words: str, hint: str = "", line: int = 0) -> Diagnostic:
    """A finding about the member ``path``; ``words`` go on from its name, as in “… is missing”."""
    place = Span(PurePosixPath(shown(path)), line, 1 if line else 0)
    return finding(code, f"{shown(path)} {words}.", place, hint)


def shown(text: str) -> str:
    """Words of a stranger, fit to be printed: no character that moves the cursor or does not show, and not too long."""
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return "".join(letter if letter.isprintable() else f"<{ord(letter):04X}>" for letter in cut)


def at_most(findings: Iterable[Diagnostic], number: int) -> tuple[Diagnostic, ...]:
    """The first ``number`` findings of each code, and for each code how many more there were."""
    kept: list[Diagnostic] = []
    count: dict[str, int] = {}
    for one in findings:
        count[one.code] = count.get(one.code, 0) + 1
        if count[one.code] <= number:
            kept.append(one)
    more = {code: total - number for code, total in count.items() if total > number}
    return (*kept, *(finding(code, f"There are {left} more findings of this kind.") for code, left in more.items()))
