"""A drawing with its words in another language.

Takes the bytes of an SVG and a catalogue, gives the bytes of the same drawing with other words in the same places:
where they are too long, on other lines, then smaller. Must not know files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from modulekit.editions.lettering import Element, Lettering, letterings, parsed, picture_texts
from modulekit.editions.room import is_bold, rooms, width
from modulekit.editions.translate import Gap, Marks, Policy, choice
from modulekit.model.catalogue import Catalogue

_SMALLEST = 0.75  # of the size that the author drew
_STEP = 0.5  # units of the drawing


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A drawing in another language. ``cramped`` are words that do not fit even in the smallest letters."""

    data: bytes
    gaps: tuple[Gap, ...] = ()
    cramped: tuple[str, ...] = ()


def redraw(path: str, data: bytes, catalogue: Catalogue, policy: Policy, marks: Marks) -> Redrawn:
    """The drawing at ``path`` with the words of ``catalogue``. What holds no words comes back as it is."""
    found = {text.source: text for text in picture_texts(path, data)}
    root = parsed(data)
    if root is None or not found:
        return Redrawn(data)
    gaps: dict[str, Gap] = {}
    placed: list[tuple[Lettering, str, tuple[float, ...]]] = []
    for lettering in letterings(root):
        text = found.get(lettering.text)
        if text is None:
            continue
        words, gap = choice(text, catalogue, policy, marks)
        if gap is not None:
            gaps[text.source] = gap
        placed.append((lettering, words, rooms(root, lettering) if lettering.placed else ()))
    cramped = [words for lettering, words, room in placed if not _put(lettering, words, room)]
    return Redrawn(etree.tostring(root, encoding="UTF-8"), tuple(gaps.values()), tuple(cramped))


def _put(lettering: Lettering, words: str, room: Sequence[float]) -> bool:
    """Write ``words`` into the elements of a lettering; whether they fit."""
    if not lettering.placed:
        _write(lettering.elements[0], " ".join(words.split()))
        return True
    bold = is_bold(lettering.elements[0])
    size = lettering.size
    while True:
        lines = next((lines for lines in _broken(words, room, size, bold) if _fit(lines, room, size, bold)), None)
        if lines is not None or size - _STEP < lettering.size * _SMALLEST:
            break
        size -= _STEP
    fits = lines is not None
    for element, line in zip(lettering.elements, _padded(lines or _balanced(words, len(room)), len(room)), strict=True):
        _write(element, line)
        if size != lettering.size:
            element.set("font-size", f"{size:g}")
    return fits


def _broken(words: str, room: Sequence[float], size: float, bold: bool) -> Iterator[list[str]]:
    """Ways to break ``words``: as the translator did, then as few lines as the room asks for, then evenly."""
    own = [" ".join(line.split()) for line in words.split("\n") if line.strip()]
    if len(own) <= len(room):
        yield own
    yield _filled(words.split(), room, size, bold)
    yield _balanced(words, len(room))


def _filled(words: Sequence[str], room: Sequence[float], size: float, bold: bool) -> list[str]:
    lines = [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        at = min(len(lines), len(room)) - 1
        if lines[-1] and width(joined, size, bold=bold) > room[at]:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def _balanced(words: str, count: int) -> list[str]:
    """``words`` on at most ``count`` lines of about one length."""
    pieces = words.split()
    target = sum(map(len, pieces)) / count
    lines: list[str] = [""]
    for piece in pieces:
        if lines[-1] and len(lines) < count and len(lines[-1]) + len(piece) / 2 > target:
            lines.append(piece)
        else:
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines


def _fit(lines: Sequence[str], room: Sequence[float], size: float, bold: bool) -> bool:
    if len(lines) > len(room):
        return False
    return all(width(line, size, bold=bold) <= free for line, free in zip(lines, room, strict=False))


def _padded(lines: Sequence[str], count: int) -> list[str]:
    return [*lines, *[""] * (count - len(lines))]


def _write(element: Element, line: str) -> None:
    """Put ``line`` into an element. Words that had a style of their own within the line lose it."""
    for child in list(element):
        element.remove(child)
    element.text = line
