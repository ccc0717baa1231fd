"""Elements of OOXML, spelled as one reads them in the standard: ``el("w:p", {"w:rsid": "0"}, child, "text")``.

Takes prefixed names, attributes and children, gives lxml elements. Must not know what an element means; the order that
the schema asks for is given as data to :func:`in_order`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; lxml carries no type information."""
Child = Any
"""An element, a text, ``None`` (left out) or an iterable of these."""
_PLAIN = type(etree.Element("plain"))
_KEPT = 4096  # elements without children, some hundred bytes each

NAMESPACES: dict[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


@cache
def qname(name: str) -> str:
    """The full name of ``prefix:local``; a name without a prefix is in no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


@cache
def _declared(prefix: str) -> Mapping[str, str]:
    return {prefix: NAMESPACES[prefix]}


def root(name: str, prefixes: tuple[str, ...], *children: Child) -> Element:
    """The root element of a part, with the namespaces of ``prefixes`` declared once for all."""
    own = name.partition(":")[0]
    element = etree.Element(qname(name), nsmap={prefix: NAMESPACES[prefix] for prefix in (own, *prefixes)})
    _append(element, children)
    return element


def el(name: str, attributes: Mapping[str, str | int] | None = None, *children: Child) -> Element:
    """An element with prefixed ``name``, its ``attributes`` (also prefixed where they need it) and ``children``."""
    said = tuple([(key, str(value)) for key, value in attributes.items()]) if attributes else ()
    element = _pattern(name, said).__copy__()  # a third of what it takes to make one: a file holds few that differ
    if children:
        _append(element, children)
    return element


@lru_cache(_KEPT)
def _pattern(name: str, attributes: tuple[tuple[str, str], ...]) -> Element:
    """An element without children, to be copied. It holds no text and no parent, and nobody may change it."""
    element = etree.Element(qname(name), nsmap=_declared(name.partition(":")[0]))
    for key, value in attributes:
        element.set(qname(key), value)
    return element


def _append(element: Element, children: Iterable[Child]) -> None:
    for child in children:
        if type(child) is _PLAIN:  # most children, told without a call
            element.append(child)
        elif child is None:
            continue
        elif isinstance(child, str):
            if len(element):
                raise ValueError("text after elements has no place in OOXML")
            element.text = (element.text or "") + child
        elif etree.iselement(child):
            element.append(child)
        else:
            _append(element, child)


def in_order(name: str, order: tuple[str, ...], children: Iterable[Element | None]) -> Element | None:
    """An element ``name`` whose ``children`` stand in the ``order`` of the schema; ``None`` where there are none.

    Raises ``ValueError`` for a child that the order does not name.
    """
    ranks = _ranks(order)
    present = [child for child in children if child is not None]
    if not present:
        return None
    for child in present:
        if child.tag not in ranks:
            raise ValueError(f"{name} has no place for {child.tag}")
    return el(name, None, sorted(present, key=lambda child: ranks[child.tag]))


@cache
def _ranks(order: tuple[str, ...]) -> Mapping[str, int]:
    return {qname(name): rank for rank, name in enumerate(order)}


def replace_child(parent: Element, child: Element | None, tag: str, order: tuple[str, ...]) -> None:
    """Put ``child`` into ``parent`` in place of its child ``tag``, where the ``order`` of the schema wants it."""
    ranks = _ranks(order)
    for old in parent.findall(qname(tag)):
        parent.remove(old)
    if child is None:
        return
    rank = ranks[child.tag]
    at = sum(1 for other in parent if ranks.get(other.tag, len(ranks)) < rank)
    parent.insert(at, child)


def parse(data: bytes) -> Element:
    """The root element of an XML part. Entities are not resolved: a template may come from anywhere."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def serialise(root: Element) -> bytes:
    """The bytes of an XML part."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["r"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
