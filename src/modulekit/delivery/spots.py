"""Where in a finished file a text stands, as a reader counts: page, slide, paragraph, line.

Takes a file's bytes, gives its texts, each with its spot. This only points people to a place: what a file holds is
for ``contents`` to say, which knows hiding places that have no number. Must not know who wrote the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree


class SpotKind(StrEnum):
    """How a place in a file is counted."""

    PAGE = "page"
    SLIDE = "slide"
    NOTES = "notes"  # of a slide
    PARAGRAPH = "paragraph"
    LINE = "line"
    PART = "part"  # of a DOCX or PPTX that readers see elsewhere: comments, footers, properties


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place: its number, from 1, or the name of a part."""

    kind: SpotKind
    number: int = 0
    name: str = ""


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARAGRAPHS = {"word/document.xml": ("p",), "content.xml": ("p", "h")}
"""The part of a DOCX and of an ODT that is read as paragraphs, and what these are called."""


def spots(data: bytes) -> Iterator[tuple[Spot, str]]:
    """The texts of a file in their order, as far as anybody can point to them; nothing where it cannot be read."""
    try:
        if data.startswith(b"%PDF-"):
            yield from _pages(data)
        elif data.startswith(b"PK"):
            yield from _parts(data)
        else:
            lines = data.decode("utf-8", "replace").splitlines()
            yield from ((Spot(SpotKind.LINE, number), line) for number, line in enumerate(lines, start=1))
    except (zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, OSError, RuntimeError):
        return


def _pages(data: bytes) -> Iterator[tuple[Spot, str]]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(pdf, start=1):
            words = page.get_textpage()
            yield Spot(SpotKind.PAGE, number), words.get_text_range()
            words.close()
            page.close()
    finally:
        pdf.close()


def _parts(data: bytes) -> Iterator[tuple[Spot, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = _slides(archive)
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = _tree(archive, name)
            if name in _PARAGRAPHS:
                yield from _paragraphs(root, _PARAGRAPHS[name])
            else:
                yield slides.get(name, Spot(SpotKind.PART, name=name)), _words(root)


def _paragraphs(root: etree._Element, names: tuple[str, ...]) -> Iterator[tuple[Spot, str]]:
    """Paragraphs with words, as one counts them from the top; those of a table count too."""
    number = 0
    for element in root.iter():
        if isinstance(element.tag, str) and etree.QName(element).localname in names and (words := _words(element)):
            number += 1
            yield Spot(SpotKind.PARAGRAPH, number), words


def _slides(archive: zipfile.ZipFile) -> dict[str, Spot]:
    """The slides of a PPTX and their notes by the names of their parts, numbered as they are shown."""
    names = set(archive.namelist())
    if "ppt/presentation.xml" not in names:
        return {}
    targets = _targets(archive, "ppt/presentation.xml")
    found: dict[str, Spot] = {}
    ids = (
        element.get(f"{{{_OFFICE}}}id", "")
        for element in _tree(archive, "ppt/presentation.xml").iter()
        if isinstance(element.tag, str) and etree.QName(element).localname == "sldId"
    )
    for number, part in enumerate((targets[id] for id in ids if id in targets), start=1):
        found[part] = Spot(SpotKind.SLIDE, number)
        for target in _targets(archive, part).values():
            if "/notesSlides/" in target:
                found[target] = Spot(SpotKind.NOTES, number)
    return found


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part of a PPTX leads to, by the id of the relation."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
        for relation in _tree(archive, relations)
    }


def _tree(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part as XML. Entities stay as they are written and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(archive.read(name), parser)
    if root is None:
        raise ValueError(f"{name} holds no XML")
    return root


def _words(element: etree._Element) -> str:
    """Its words and the values of its attributes: alternative texts stand in these."""
    values = (str(value) for inner in element.iter() for value in inner.attrib.values() if " " in str(value))
    return " ".join(("".join(str(text) for text in element.itertext()), *values)).strip()
