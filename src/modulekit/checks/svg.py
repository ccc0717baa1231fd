"""What an SVG drawing holds that paper cannot: scripts, and anything that is fetched from elsewhere."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from modulekit.checks.picture_files import LARGEST_AREA, area_of, kind_of
from modulekit.model.drawing import DrawingError, declares_entities, root_of

SMALLEST, LARGEST = 0.01, 100_000
"""Of the sides of a drawing, in its own unit."""

_LENGTH = re.compile(r"\+?(\d{1,20}(?:\.\d{1,20})?|\.\d{1,20})(?:e[+-]?\d)?\s*(?:px|pt|pc|mm|cm|in|em|%)?")
_NAMESPACE = "http://www.w3.org/2000/svg"
_PROGRAMS = frozenset({"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler"})
_INSIDE = re.compile(r"^\s*(#|data:image/(png|jpe?g|gif);base64,)", re.IGNORECASE)
_FETCH = re.compile(r"""@import|url\(\s*["']?\s*(?!["'#]|data:image/(?:png|jpe?g|gif);)""", re.IGNORECASE)


def svg_damage(data: bytes) -> str | None:
    """Why the file cannot be opened, or ``None`` where it can. Entities are no damage: see :func:`active_parts`."""
    try:
        root_of(data)
    except DrawingError as error:
        return None if declares_entities(data) else str(error)
    return None


def svg_lacks(data: bytes) -> str | None:
    """What a drawing that can be opened lacks to be laid out, or ``None`` where it lacks nothing."""
    if declares_entities(data):
        return None
    root = root_of(data)
    if root.tag != f"{{{_NAMESPACE}}}svg":
        return f'its first element lacks xmlns="{_NAMESPACE}"'
    if root.get("viewBox") is None and (root.get("width") is None or root.get("height") is None):
        return "it has neither a viewBox nor a width and a height"
    return _wrong_size(root)


def _wrong_size(root: Xml.Element) -> str | None:
    """Why the drawing has no size that a page can have."""
    box = root.get("viewBox")
    sides = [root.get(name) or "" for name in ("width", "height")]
    if box is not None:
        numbers = box.replace(",", " ").split()
        if len(numbers) != 4:
            return f"its viewBox is not four numbers, but “{box[:60]}”"
        sides.extend(numbers[2:])
    for side in sides:
        found = _LENGTH.fullmatch(side.strip())
        if found is None and (box is None or side in sides[2:]):
            return f"“{side[:60]}” is no width or height"
        if found is not None and not SMALLEST <= float(found[1]) <= LARGEST:
            return f"its width or height is “{side[:60]}”"
    return None


@dataclass(frozen=True, slots=True)
class Active:
    """Something that runs or is fetched, in words, and the line and column of its element."""

    part: str
    line: int
    column: int


def active_parts(data: bytes) -> Iterator[Active]:
    """Each kind of thing that runs or is fetched, once. Nothing for a file that cannot be parsed."""
    for sign, words in ((b"<!ENTITY", "an entity declaration"), (b"<?xml-stylesheet", "a style sheet of its own")):
        at = data.find(sign)
        if at >= 0:
            before = data[:at].decode("utf-8", "replace")
            yield Active(words, before.count("\n") + 1, len(before) - before.rfind("\n"))
    try:
        root = root_of(data)
    except DrawingError:
        return
    seen: set[str] = set()
    for element, (line, column) in zip(root.iter(), _beginnings(data), strict=True):
        for part in _active(element):
            if part not in seen:
                seen.add(part)
                yield Active(part, line, column)


def _beginnings(data: bytes) -> list[tuple[int, int]]:
    """Line and column of each element, in their order; of a drawing that can be opened."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
    parser.Parse(data, True)
    return found


def _is_too_large(value: str) -> bool:
    """Whether a picture inside the drawing says that it has more pixels than one beside it may have."""
    try:
        data = base64.b64decode(value.partition(",")[2])
    except ValueError:
        return False
    kind = kind_of(data)
    area = area_of(data, kind) if kind else None
    return area is not None and area > LARGEST_AREA


def _active(element: Xml.Element) -> Iterator[str]:
    name = str(element.tag).rsplit("}", 1)[-1]
    if name in _PROGRAMS:
        yield f"an element <{name}>"
    if name == "style" and _FETCH.search(element.text or ""):
        yield "a style that fetches a file"
    for key, value in element.attrib.items():
        attribute = key.rsplit("}", 1)[-1]
        if attribute.lower().startswith("on"):
            yield f"an event handler “{attribute}”"
        elif attribute in ("href", "src") and name != "a" and not _INSIDE.match(value):
            yield f"a reference to another file, “{value[:60]}”"
        elif attribute in ("href", "src") and name != "a" and _is_too_large(value):
            yield f"a picture of more than {LARGEST_AREA // 1_000_000} million pixels"
        elif attribute == "href" and name == "a":
            yield "a link"
        elif _FETCH.search(value):
            yield f"a style that fetches a file, in “{attribute}”"
