"""The words in an SVG drawing: which lines of lettering belong together and make one text.

Takes the bytes of a drawing, gives its groups of lines with the elements that hold them. Drawings have no line breaks:
a sentence on three lines is three elements, one below the other in the same style. A translator needs the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from modulekit.editions.texts import Text, says_something

SVG = "{http://www.w3.org/2000/svg}"
_SIZE = 16.0  # what programs take where a drawing does not say
_TIGHT = 1.6  # the next line of a text begins at most so many letter heights below
_STYLE = ("x", "text-anchor", "font-size", "font-weight", "font-style", "font-family", "fill", "style", "class")

Element = Any
"""An lxml element; lxml carries no type information."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """One text of a drawing: the elements that hold its lines, from top to bottom, and the size of its letters in the
    drawing's own unit."""

    elements: tuple[Element, ...]
    lines: tuple[str, ...]
    size: float
    placed: bool = True

    @property
    def text(self) -> str:
        """The text with a line break where the drawing has one."""
        return "\n".join(self.lines)


def picture_texts(path: str, data: bytes) -> Iterator[Text]:
    """The texts of the drawing at ``path``, as figures name it. Nothing for a file that is no drawing."""
    name = path.rsplit("/", 1)[-1]
    root = parsed(data)
    for found in letterings(root) if root is not None else ():
        if not says_something(found.text):
            continue
        about = "Words in the drawing." if found.placed else "What the drawing is, for those who cannot see it."
        count = len(found.lines)
        lines = (f"There is room for {count} lines; a line break here is one in the drawing.",) if count > 1 else ()
        longest = (f"About {max(map(len, found.lines))} characters fit on a line.",) if found.placed else ()
        yield Text(
            ("assets", path), f"asset:{name}", found.text, (f"drawing {name}", " ".join((about, *lines, *longest)))
        )


def parsed(data: bytes) -> Element | None:
    """The root of a drawing, or ``None`` where the bytes are none. Entities are not resolved and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.tag == f"{SVG}svg" else None


def letterings(root: Element) -> Iterator[Lettering]:
    """Every text of a drawing, in the order of the file."""
    group: list[tuple[Element, str]] = []
    for element in root.iter(f"{SVG}text", f"{SVG}title", f"{SVG}desc"):
        if element.tag != f"{SVG}text":
            yield Lettering((element,), (_words(element),), 0.0, placed=False)
            continue
        lines = list(_lines(element))
        if len(lines) != 1:
            yield from _closed(group)
            group = []
            if lines:
                yield _lettering(lines)
            continue
        apart = not says_something(lines[0][1]) or not says_something(group[-1][1]) if group else False
        if group and (apart or not _continues(group[-1][0], lines[0][0])):
            yield from _closed(group)
            group = []
        group += lines
    yield from _closed(group)


def _closed(group: list[tuple[Element, str]]) -> Iterator[Lettering]:
    if group:
        yield _lettering(group)


def _lettering(lines: list[tuple[Element, str]]) -> Lettering:
    return Lettering(tuple(element for element, _ in lines), tuple(text for _, text in lines), size_of(lines[0][0]))


def _lines(text: Element) -> Iterator[tuple[Element, str]]:
    """The lines of a ``<text>``: itself, or each of its ``<tspan>`` that has a place of its own."""
    spans = [span for span in text.iter(f"{SVG}tspan") if span.keys() and {"x", "y", "dy"} & set(span.keys())]
    for element in spans if len(spans) > 1 else [text]:
        words = _words(element)
        if words:
            yield element, words


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _continues(above: Element, below: Element) -> bool:
    """Whether ``below`` is the next line of the same text."""
    if above.getparent() is not below.getparent() or any(above.get(key) != below.get(key) for key in _STYLE):
        return False
    step = number(below, "y") - number(above, "y")
    return 0 < step <= _TIGHT * size_of(below)


def number(element: Element, key: str, default: float = 0.0) -> float:
    """A length of a drawing in its own unit; ``px`` is that unit."""
    try:
        return float(str(element.get(key, default)).removesuffix("px"))
    except ValueError:
        return default


def size_of(element: Element) -> float:
    """The size of the letters: that of the element, or of the nearest one above that says it."""
    while element is not None:
        if element.get("font-size") is not None:
            return number(element, "font-size", _SIZE)
        element = element.getparent()
    return _SIZE
