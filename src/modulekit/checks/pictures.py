"""MK6xx, part two: whether a picture can be printed, and whether those who cannot see it learn what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from modulekit.checks.assets import span_of_file
from modulekit.checks.picture_files import LARGEST_AREA, Kind, area_of, damage_of, kind_of
from modulekit.checks.subject import Subject
from modulekit.checks.svg import active_parts, svg_damage, svg_lacks
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Span
from modulekit.model import Figure
from modulekit.model.picture_size import ratio_of

LONGEST = 100
"""How many times as long as the other a side of a picture may be."""

_ENDINGS = {".png": Kind.PNG, ".jpg": Kind.JPEG, ".jpeg": Kind.JPEG, ".svg": Kind.SVG}
_EMPTY_WORDS = frozenset(
    {"picture", "image", "figure", "photo", "diagram", "chart", "graph", "drawing", "illustration"}
)


def without_alt(subject: Subject) -> Iterator[Diagnostic]:
    """MK604: figures have alternative text."""
    for item, figure in subject.of(Figure):
        if figure.alt is None:
            message = f"The figure {figure.file} has no alternative text."
            hint = "Add `alt`: what the picture says, for somebody who cannot see it."
            yield finding("MK604", message, subject.at(*item.loc), hint)


def empty_alt(subject: Subject) -> Iterator[Diagnostic]:
    """MK605: alternative text says what the picture shows."""
    for item, figure in subject.of(Figure):
        if figure.alt is None:
            continue
        words = _bare(figure.alt)
        nothing = {_bare(figure.caption), _bare(figure.file), _bare(PurePosixPath(figure.file).stem), ""} | _EMPTY_WORDS
        if words in nothing:
            message = f"“{figure.alt}” tells nothing to somebody who cannot see the picture."
            yield finding("MK605", message, subject.at(*item.loc, "alt"), "Say what it shows.")


def not_printable(subject: Subject) -> Iterator[Diagnostic]:
    """MK606: pictures are PNG, JPEG or SVG, as their names say."""
    for path, data in subject.pictures.items():
        reason = unfit(path, data)
        if reason is not None:
            yield finding("MK606", f"{path} cannot be printed: {reason}.", span_of_file(subject, path))


def damaged(subject: Subject) -> Iterator[Diagnostic]:
    """MK607: pictures can be opened to their end."""
    for path, data in subject.pictures.items():
        reason = broken(data)
        if reason is not None:
            hint = "Export it again, or copy the whole file."
            yield finding("MK607", f"{path} is damaged: {reason}.", span_of_file(subject, path), hint)


def active(subject: Subject) -> Iterator[Diagnostic]:
    """MK608: drawings run nothing and fetch nothing."""
    for path, data in subject.pictures.items():
        if kind_of(data) is Kind.SVG:
            file = span_of_file(subject, path).file
            for found in active_parts(data):
                message = f"{path} holds {found.part}, which a printed drawing cannot have."
                span = Span(file, found.line, found.column, found.line, found.column + 1)
                yield finding("MK608", message, span, "Remove it in a drawing program.")


def unfit(path: str, data: bytes) -> str | None:
    """Why no format can show the file, or ``None`` where every one can."""
    kind = kind_of(data)
    ending = PurePosixPath(path).suffix
    expected = _ENDINGS.get(ending.lower())
    if kind is None:
        return "it is neither PNG nor JPEG nor SVG"
    if expected is None:
        return f"its name ends in “{ending}”, its content is {kind.value}" if ending else "its name has no ending"
    if expected is not kind:
        return f"its name says {expected.value}, its content is {kind.value}"
    if kind is Kind.SVG:
        lack = svg_lacks(data) if svg_damage(data) is None else None
        if lack is not None:
            return lack
    area, ratio = area_of(data, kind), ratio_of(data)
    if area is not None and area > LARGEST_AREA:
        return f"it has {area // 1_000_000} million pixels, the most is {LARGEST_AREA // 1_000_000}"
    if ratio is not None and not 1 / LONGEST <= ratio <= LONGEST:
        return f"one of its sides is more than {LONGEST} times as long as the other"
    return None


def broken(data: bytes) -> str | None:
    """What is missing of a picture that was not copied as a whole, or ``None``."""
    kind = kind_of(data)
    if kind is None:
        return None
    return svg_damage(data) if kind is Kind.SVG else damage_of(data, kind)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
