"""A catalogue as XLIFF 1.2, for programs of translation agencies, and back.

Takes a catalogue and gives bytes, or bytes and gives the translations in them. Contexts, states, the earlier source and
the notes go both ways. Must not know how catalogues are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.model.catalogue import Catalogue, State, Translation

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES = {State.TRANSLATED: "translated", State.OUTDATED: "needs-review-translation", State.MISSING: "new"}
_DONE = frozenset(("translated", "final", "signed-off"))
_PREVIOUS = "previous-version"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An lxml element; lxml carries no type information."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a file from a translator holds: the module and the language that it is for, and its texts."""

    module: str
    language: str
    entries: tuple[Translation, ...]


def write_xliff(catalogue: Catalogue, module: str, language: str) -> bytes:
    """The XLIFF file of a catalogue; ``language`` is that of the source. The same catalogue gives the same bytes."""
    from lxml import etree

    root = etree.Element(f"{{{_NAMESPACE}}}xliff", nsmap={None: _NAMESPACE}, version="1.2")
    head = {"original": module, "datatype": "plaintext", "source-language": language}
    file = etree.SubElement(root, _tag("file"), head | {"target-language": catalogue.language})
    body = etree.SubElement(file, _tag("body"))
    for entry in catalogue:
        _unit(body, entry)
    etree.indent(root)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"


def read_xliff(content: bytes, file: PurePosixPath, report: Report) -> Delivered | None:
    """What is in a file, or ``None`` after saying why it cannot be used."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"This is not well-formed XML: {error.msg.split(', line')[0]}."
        report.add(finding("MK840", message, Span(file, line or 1, max(column, 1), line or 1, max(column, 1) + 1)))
        return None
    found = root.find(_tag("file")) if root.tag == _tag("xliff") else None
    if found is None or not found.get("target-language") or not found.get("original"):
        hint = "Ask for the file back in the format in which it was sent: XLIFF 1.2, with its target language."
        report.add(finding("MK840", "This is not an XLIFF 1.2 file that ModuleKit wrote.", Span(file), hint))
        return None
    entries = tuple(_entries(found))
    return Delivered(found.get("original"), found.get("target-language"), entries)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _unit(body: Element, entry: Translation) -> None:
    from lxml import etree

    name = hashlib.sha256("\0".join(entry.key).encode()).hexdigest()[:16]
    unit = etree.SubElement(body, _tag("trans-unit"), {"id": name, "resname": entry.context, _SPACE: "preserve"})
    etree.SubElement(unit, _tag("source")).text = entry.source
    etree.SubElement(unit, _tag("target"), {"state": _STATES[entry.state]}).text = entry.text
    for sender, notes in (("developer", entry.notes), ("translator", entry.remarks)):
        for note in notes:
            etree.SubElement(unit, _tag("note"), {"from": sender}).text = note
    if entry.state is State.OUTDATED and entry.previous is not None:
        before = etree.SubElement(unit, _tag("alt-trans"), {"alttranstype": _PREVIOUS, _SPACE: "preserve"})
        etree.SubElement(before, _tag("source")).text = entry.previous
        etree.SubElement(before, _tag("target")).text = entry.text


def _entries(file: Element) -> Iterator[Translation]:
    for unit in file.iter(_tag("trans-unit")):
        target = unit.find(_tag("target"))
        text = _text(target).strip()
        outdated = bool(text) and target.get("state", "translated") not in _DONE
        yield Translation(
            unit.get("resname", ""),
            _text(unit.find(_tag("source"))),
            text,
            outdated,
            next((_text(b.find(_tag("source"))) for b in _earlier(unit)), None) if outdated else None,
            tuple(_text(note) for note in unit.findall(_tag("note")) if note.get("from") == "developer"),
            tuple(_text(note) for note in unit.findall(_tag("note")) if note.get("from") != "developer"),
        )


def _earlier(unit: Element) -> Iterator[Element]:
    yield from (found for found in unit.findall(_tag("alt-trans")) if found.get("alttranstype") == _PREVIOUS)


def _text(element: Element | None) -> str:
    """The words of an element; what a program put around some of them is left out."""
    return "".join(element.itertext()) if element is not None else ""
