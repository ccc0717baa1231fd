"""What every writer gets beside the Document or Deck, and what it gives back.

A writer is a function ``(Document | Deck, Press) -> Printed``. It must be pure: the same input gives the same bytes in
any process. It may use the cache and the pool, and it reports what it could not express as findings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from modulekit.cache import Cache
from modulekit.document import Deck, Document
from modulekit.formats.theme import Theme


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a writer noticed about a node, by the node's ``target`` id; the builder knows where that stands."""

    code: str
    target: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file. ``pages`` counts pages or slides where the format has them; ``anchors`` gives the page, from 1,
    on which the node with an id begins."""

    data: bytes
    pages: int | None = None
    anchors: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A file in the making: pieces of work that can be done in any process, by the keys of their results, and what is
    needed beside the results to make one file of them."""

    jobs: tuple[tuple[str, bytes], ...]
    rest: bytes


class Apart(Protocol):
    """A writer whose work can be divided; the same file comes of it as of the writer in one go."""

    def load(self, templates: Path) -> None:
        """Make ready what all the work needs, before there is any."""

    def split(self, content: Document | Deck, press: Press) -> Parts:
        """Divide the work on ``content``."""

    def work(self, job: bytes, press: Press) -> bytes:
        """Do one piece of it; pure."""

    def join(self, content: Document | Deck, press: Press, done: Sequence[bytes], rest: bytes) -> Printed:
        """Make the file of all pieces, in the order in which they were divided."""


@dataclass(frozen=True, slots=True)
class Press:
    """The tools of a writer: templates and fonts, design tokens, a cache, and processes to work in."""

    templates: Path
    theme: Theme
    cache: Cache
    pool: Executor

    @property
    def fonts(self) -> Path:
        """The folder of the bundled fonts, the only ones that are used."""
        return self.templates / "fonts"
