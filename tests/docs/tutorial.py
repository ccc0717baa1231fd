"""The tutorial as a sequence of things to do: files to write, lines to change, commands to run, words to expect.

Takes the Markdown, gives actions in their order. Understands no more Markdown than the tutorial uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Write:
    """A whole file."""

    path: str
    text: str


@dataclass(frozen=True)
class Insert:
    """Lines that go into a file, after the line ``after`` or at its end."""

    path: str
    text: str
    after: str | None


@dataclass(frozen=True)
class Change:
    """Words to replace in a file, once."""

    path: str
    old: str
    new: str


@dataclass(frozen=True)
class Run:
    """Commands of a shell, and lines that their output must hold; ``…`` stands for any words."""

    commands: tuple[str, ...]
    expected: tuple[str, ...] = ()


Action = Write | Insert | Change | Run

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^File `([^`]+)`(?:, (?:(at the end)|after `([^`]+)`))?:\s*\Z", re.MULTILINE)
_CHANGE = re.compile(r"in `([^`]+)`\s+change\s+`([^`]+)`\s+to\s+`([^`]+)`")


def actions(markdown: str) -> Iterator[Action]:
    """Everything that the reader is told to do.

    Raises ``ValueError`` for a fence of which it is not clear what to do with it.
    """
    position = 0
    waiting: Run | None = None
    for fence in _FENCE.finditer(markdown):
        before, language, text = markdown[position : fence.start()], fence[1], fence[2]
        position = fence.end()
        changes = [Change(*found.groups()) for found in _CHANGE.finditer(before)]
        named = _FILE.search(before)
        if language == "text" and waiting is not None and before.strip() == "It prints:":
            yield Run(waiting.commands, tuple(text.splitlines()))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield from changes
        if named is not None:
            path, at_end, after = named.groups()
            yield Insert(path, text, after) if at_end or after else Write(path, text)
        elif language == "sh":
            waiting = Run(tuple(text.splitlines()))
        else:
            raise ValueError(f"it is not clear what to do with this: {text}")
    if waiting is not None:
        yield waiting
