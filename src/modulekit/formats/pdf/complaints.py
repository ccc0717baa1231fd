"""What is wrong with a laid out page: what the library complained of, and what it dropped without a word.

Takes the library's log lines, the parsed HTML and the laid out boxes, gives complaints, each with the id of the nearest
element that has one. Every element's letters are counted before and after: WeasyPrint drops, for example, what does not
fit into a box of fixed height, and says nothing. Words are also measured against the area of their page: a table whose
columns need more room than there is runs into the margin. Must not know documents; runs beside WeasyPrint, in its
process.
"""

from __future__ import annotations

import logging
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_GLYPH = re.compile(r'^\.notdef glyph rendered .*: "(.)" \(U\+[0-9A-F]+\)$', re.DOTALL)
_TOLERANCE = 1.0  # CSS pixels that rounding may add
_ADDRESS = re.compile(r"'(asset:[0-9a-f]+)'")


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong at or below the element with the id ``target``; ``lost``: words or a picture are gone;
    ``outside``: words reach beyond the area of their page."""

    target: str
    words: str
    glyph: str = ""
    lost: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of the page, its own words, and the nearest id at or above it."""

    node: Any
    target: str

    @property
    def words(self) -> str:
        return "".join((self.node.text or "", *(child.tail or "" for child in self.node)))


def complaints(log: Iterable[str], root: Any, pages: Iterable[Any]) -> tuple[Complaint, ...]:
    """All complaints about a page whose HTML is ``root`` and which was laid out to ``pages``."""
    elements, sheets = list(_elements(root.find("body"), "")), list(pages)
    found = [*(_located(line, elements) for line in log), *_lost(elements, sheets), *_outside(elements, sheets)]
    return tuple(dict.fromkeys(found))


@contextmanager
def listening() -> Iterator[dict[str, None]]:
    """Collects what WeasyPrint logs in this thread, and keeps it from the terminal."""
    logger = logging.getLogger("weasyprint")
    ear = _Ear()
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(ear)
    try:
        yield ear.heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagated


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.heard.setdefault(record.getMessage())


def _elements(node: Any, target: str) -> Iterator[_Element]:
    if not isinstance(node.tag, str):  # a comment
        return
    target = node.get("id") or target
    yield _Element(node, target)
    for child in node:
        yield from _elements(child, target)


def _located(line: str, elements: list[_Element]) -> Complaint:
    if match := _GLYPH.match(line):
        glyph = match[1]
        return Complaint(next((e.target for e in elements if glyph in e.words), ""), line, glyph)
    if match := _ADDRESS.search(line):
        return Complaint(next((e.target for e in elements if e.node.get("src") == match[1]), ""), line)
    return Complaint("", line)


def _lost(elements: list[_Element], pages: Iterable[Any]) -> Iterator[Complaint]:
    letters: Counter[Any] = Counter()
    shown: set[Any] = set()
    for page in pages:
        for box in _boxes(page._page_box):
            if box.element is None:
                continue
            if hasattr(box, "replacement"):
                shown.add(box.element)
            elif hasattr(box, "text"):
                letters[box.element] += _letters(box.text)
    for element in elements:
        words = element.words
        if _letters(words) > letters[element.node]:
            yield Complaint(element.target, " ".join(words.split()), lost=True)
        if element.node.tag == "img" and element.node not in shown:
            yield Complaint(element.target, element.node.get("alt", ""), lost=True)


def _outside(elements: list[_Element], pages: Iterable[Any]) -> Iterator[Complaint]:
    """What reaches beyond its page's area to the left or to the right, the farthest words of each target."""
    targets = {element.node: element.target for element in elements}
    farthest: dict[str, tuple[float, str]] = {}
    for page in pages:
        left = page._page_box.content_box_x()
        right = left + page._page_box.width
        for child in page._page_box.children[:1]:  # what follows it stands in the margins
            for box in _boxes(child):
                if not getattr(box, "text", "").strip():
                    continue
                beyond = max(left - box.position_x, box.position_x + box.width - right)
                target = targets.get(box.element, "")
                if beyond > max(_TOLERANCE, farthest.get(target, (0.0, ""))[0]):
                    farthest[target] = (beyond, box.text.strip())
    for target, (_, words) in farthest.items():
        yield Complaint(target, words, outside=True)


def _boxes(box: Any) -> Iterator[Any]:
    """All boxes at and below ``box``; a box that is positioned by itself hides behind a placeholder."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _letters(words: str) -> int:
    """Letters and digits: hyphens come and go with the lines."""
    return sum(map(str.isalnum, words))
