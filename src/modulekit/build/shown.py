"""Whether the finished files show the funder as its profile says: measured in the files, shortfalls as diagnostics.

Takes what an edition must show and its files; gives findings that stop the build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from modulekit.codes import finding
from modulekit.delivery.zips import UnreadableError
from modulekit.diagnostics import Diagnostic
from modulekit.model.visibility import Visible

if TYPE_CHECKING:
    from modulekit.delivery.shown import FirstPage

_POINT = 25.4 / 72  # millimetres
_ROUNDING = 0.1  # millimetres
_TOLERANCE = 0.03  # of a ratio: hairlines are drawn across the edge
_HINT = "Nothing was written. The rules are those of the profile in `visibility`."


def not_shown(visible: Visible, files: Mapping[tuple[str, bool], bytes]) -> Iterator[Diagnostic]:
    """What is missing on the first pages of ``files``, which are named with whether they carry the emblem; those that
    do not say the short line."""
    from modulekit.delivery.shown import first_page  # loads lxml, which a check does without

    for (name, emblem), data in sorted(files.items()):
        if not (visible.emblem or visible.statement if emblem else visible.line):
            continue
        try:
            page = first_page(name, data)
        except UnreadableError as error:
            yield finding("MK857", f"A finished file cannot be looked at for the funder's words: {error}.", hint=_HINT)
            continue
        if emblem:
            yield from _emblem(name, page, visible)
            yield from _logos(name, page, visible)
        for words in visible.statement if emblem else (visible.line,):
            if not page.says(words):
                message = f"The first page of {name} does not say: “{words}”"
                yield finding("MK857", message, hint=_HINT)


def _emblem(name: str, page: FirstPage, visible: Visible) -> Iterator[Diagnostic]:
    """MK856: the emblem is there, high enough and in its shape."""
    if visible.emblem is None:
        return
    placed = page.picture(visible.emblem.alt)
    if placed is None:
        message = f"The first page of {name} has no picture with the text “{visible.emblem.alt}”."
        yield finding("MK856", message, hint=_HINT)
        return
    height = placed.height * _POINT
    if height < visible.minimum_height - _ROUNDING:
        least = f"{visible.minimum_height:g} mm"
        message = f"The emblem on the first page of {name} is {height:.1f} mm high; the least is {least}."
        yield finding("MK856", message, hint=_HINT)
    if visible.ratio and abs(placed.width / placed.height / visible.ratio - 1) > _TOLERANCE:
        message = (
            f"The emblem on the first page of {name} is {placed.width / placed.height:.2f} times as wide as high; "
            f"it must be {visible.ratio:.2f} times."
        )
        yield finding("MK856", message, hint=_HINT)


def _logos(name: str, page: FirstPage, visible: Visible) -> Iterator[Diagnostic]:
    """MK858: no logo is larger than the emblem."""
    emblem = page.picture(visible.emblem.alt) if visible.emblem else None
    if emblem is None:
        return
    for logo in visible.logos:
        placed = page.picture(logo.alt)
        if placed is None:
            continue
        if max(placed.height - emblem.height, placed.width - emblem.width) * _POINT > _ROUNDING:
            message = (
                f"“{logo.alt}” is {placed.width * _POINT:.1f} × {placed.height * _POINT:.1f} mm on the first page of "
                f"{name}, the emblem {emblem.width * _POINT:.1f} × {emblem.height * _POINT:.1f} mm."
            )
            yield finding("MK858", message, hint=_HINT)
