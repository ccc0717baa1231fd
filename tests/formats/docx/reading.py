"""Opens a DOCX as a test wants to see it: paragraphs with the names of their styles, and its parts as XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from modulekit.archive import unpack
from modulekit.formats.ooxml.xml import parse, qname

Element = Any


@dataclass(frozen=True)
class Line:
    """A paragraph: the name of its style, its words, and its element."""

    style: str
    text: str
    element: Element


@dataclass(frozen=True)
class Opened:
    """A DOCX by its parts."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> Element:
        return parse(self.parts[name])

    @property
    def body(self) -> Element:
        return self.xml("word/document.xml")[0]

    @property
    def style_names(self) -> dict[str, str]:
        """Names of styles by their ids."""
        return {
            style.get(qname("w:styleId")): value(style, "w:name")
            for style in self.xml("word/styles.xml").iter(qname("w:style"))
        }

    @property
    def lines(self) -> list[Line]:
        names = self.style_names
        return [Line(names[value(p, "w:pPr/w:pStyle")], text_of(p), p) for p in self.body.iter(qname("w:p"))]

    def styled(self, style: str) -> list[str]:
        """The words of every paragraph in ``style``."""
        return [line.text for line in self.lines if line.style == style]


def opened(data: bytes) -> Opened:
    return Opened(unpack(data))


def find(element: Element, path: str) -> Element | None:
    return element.find("/".join(qname(step) for step in path.split("/")))


def value(element: Element, path: str) -> str:
    found = find(element, path)
    return "" if found is None else str(found.get(qname("w:val"), ""))


def text_of(element: Element) -> str:
    """The words of an element; a tab is a tab."""
    found = []
    for node in element.iter(qname("w:t"), qname("w:tab")):
        if node.tag == qname("w:t"):
            found.append(node.text or "")
        elif node.getparent().tag == qname("w:r"):
            found.append("\t")
    return "".join(found)
