"""What an SVG drawing holds that paper cannot: scripts, and anything that is fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

_NAMESPACE = "http://www.w3.org/2000/svg"
_PROGRAMS = frozenset({"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler"})
_INSIDE = re.compile(r"^\s*(#|data:image/(png|jpe?g|gif);base64,)", re.IGNORECASE)
_FETCH = re.compile(r"""@import|url\(\s*["']?\s*(?!["'#]|data:image/(?:png|jpe?g|gif);)""", re.IGNORECASE)


def svg_damage(data: bytes) -> str | None:
    """Why the file is not well-formed XML, or ``None`` where it is."""
    try:
        Xml.fromstring(data)
    except Xml.ParseError as error:
        line, column = error.position
        return f"it is not well-formed XML in line {line}, column {column + 1}"
    except (ValueError, LookupError):
        return "its encoding is unknown"
    return None


def svg_lacks(data: bytes) -> str | None:
    """What a well-formed drawing lacks to be laid out, or ``None`` where it lacks nothing."""
    root = Xml.fromstring(data)
    if root.tag != f"{{{_NAMESPACE}}}svg":
        return f'its first element lacks xmlns="{_NAMESPACE}"'
    if root.get("viewBox") is None and (root.get("width") is None or root.get("height") is None):
        return "it has neither a viewBox nor a width and a height"
    return None


def active_parts(data: bytes) -> Iterator[str]:
    """Each kind of thing that runs or is fetched, once, in words. Nothing for a file that cannot be parsed."""
    if b"<!ENTITY" in data:
        yield "an entity declaration"
    if b"<?xml-stylesheet" in data:
        yield "a style sheet of its own"
    try:
        root = Xml.fromstring(data)
    except (Xml.ParseError, ValueError, LookupError):
        return
    seen: set[str] = set()
    for element in root.iter():
        for part in _active(element):
            if part not in seen:
                seen.add(part)
                yield part


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
        elif attribute == "href" and name == "a":
            yield "a link"
        elif _FETCH.search(value):
            yield f"a style that fetches a file, in “{attribute}”"
