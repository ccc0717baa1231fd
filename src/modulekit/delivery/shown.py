"""What the first page of a finished file shows: the pictures with their sizes, and the words.

Takes a file's bytes, gives what was found and measured: a PDF is asked for the drawn extent of each tagged figure, DOCX
and PPTX for the size at which they place a picture. Must not know who wrote the file, what the pictures are, or why
somebody asks.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from modulekit.delivery.leaks import squeeze
from modulekit.delivery.zips import UnreadableError

_EMU = 12700  # to a point
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture as it is placed, with its alternative text; ``width`` and ``height`` in points."""

    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The pictures and the words of a first page or slide; the words of the margins are among them."""

    pictures: tuple[Placed, ...]
    words: str

    def picture(self, alt: str) -> Placed | None:
        """The picture with this alternative text; the smallest, where there are several."""
        found = [placed for placed in self.pictures if squeeze(placed.alt) == squeeze(alt)]
        return min(found, key=lambda placed: placed.height, default=None)

    def says(self, words: str) -> bool:
        """Whether ``words`` stand there, whatever the line ends and hyphens."""
        return squeeze(words) in squeeze(self.words)


def first_page(name: str, data: bytes) -> FirstPage:
    """What the first page of a PDF, DOCX or PPTX shows; the kind is told by the content.

    Raises :class:`modulekit.delivery.contents.UnreadableError` where it is damaged or of another kind.
    """
    if data.startswith(b"%PDF-"):
        from modulekit.delivery.shown_pdf import first_page_of_pdf

        return first_page_of_pdf(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "word/document.xml" in names:
                return _docx(archive)
            if "ppt/presentation.xml" in names:
                return _pptx(archive)
    except (zipfile.BadZipFile, zlib.error, KeyError, IndexError, RuntimeError, etree.XMLSyntaxError) as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error
    raise UnreadableError(f"{name} is not a file whose first page can be measured")


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


# --- DOCX ------------------------------------------------------------------------------------------


def _docx(archive: zipfile.ZipFile) -> FirstPage:
    breaking = _breaking_styles(_parsed(archive, "word/styles.xml"))
    body = _parsed(archive, "word/document.xml").find(f"{_W}body")
    elements = tuple(_until_break(body if body is not None else (), breaking))
    pictures = tuple(placed for element in elements for placed in _drawings(element))
    words = [_words(element) for element in elements]
    margins = [name for name in archive.namelist() if name.startswith(("word/footer", "word/header"))]
    words.extend(_words(_parsed(archive, name)) for name in sorted(margins))
    return FirstPage(pictures, "\n".join(words))


def _words(element: etree._Element) -> str:
    """The words of ``element``, without those of controls that are bound to a property: Word replaces them."""
    return "".join(text.text or "" for text in element.iter(f"{_W}t") if not _is_bound(text))


def _is_bound(text: etree._Element) -> bool:
    return any(control.find(f"{_W}sdtPr/{_W}dataBinding") is not None for control in text.iterancestors(f"{_W}sdt"))


def _breaking_styles(styles: etree._Element) -> frozenset[str]:
    """The styles whose paragraphs begin a page, also through the style that they are based on."""
    based = {}
    breaking: dict[str, bool] = {}
    for style in styles.iterfind(f"{_W}style"):
        id = style.get(f"{_W}styleId", "")
        base = style.find(f"{_W}basedOn")
        based[id] = base.get(f"{_W}val", "") if base is not None else ""
        switch = style.find(f"{_W}pPr/{_W}pageBreakBefore")
        if switch is not None:
            breaking[id] = _is_on(switch)
    found = set()
    for id in based:
        at, seen = id, set[str]()
        while at and at not in breaking and at not in seen:
            seen.add(at)
            at = based.get(at, "")
        if breaking.get(at):
            found.add(id)
    return frozenset(found)


def _until_break(body: etree._Element | tuple[()], breaking: frozenset[str]) -> Iterator[etree._Element]:
    """The children of the body before the second page begins, as far as the file itself says."""
    for number, element in enumerate(body):
        if number and element.tag == f"{_W}p" and _breaks_before(element, breaking):
            return
        yield element
        ends = any(mark.get(f"{_W}type") == "page" for mark in element.iter(f"{_W}br"))
        if ends or next(element.iter(f"{_W}sectPr"), None) is not None:
            return


def _breaks_before(paragraph: etree._Element, breaking: frozenset[str]) -> bool:
    own = paragraph.find(f"{_W}pPr/{_W}pageBreakBefore")
    if own is not None:
        return _is_on(own)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val") in breaking


def _is_on(switch: etree._Element) -> bool:
    return switch.get(f"{_W}val", "1") in _ON


def _drawings(element: etree._Element) -> Iterator[Placed]:
    for kind in ("inline", "anchor"):
        for drawing in element.iter(f"{_WP}{kind}"):
            facts, extent = drawing.find(f"{_WP}docPr"), drawing.find(f"{_WP}extent")
            if facts is not None and extent is not None:
                yield _placed(facts.get("descr", ""), extent)


def _placed(alt: str, extent: etree._Element) -> Placed:
    return Placed(alt, int(extent.get("cx", "0")) / _EMU, int(extent.get("cy", "0")) / _EMU)


# --- PPTX ------------------------------------------------------------------------------------------


def _pptx(archive: zipfile.ZipFile) -> FirstPage:
    first = _parsed(archive, "ppt/presentation.xml").find(f"{_P}sldIdLst/{_P}sldId")
    if first is None:
        return FirstPage((), "")
    relations = _parsed(archive, "ppt/_rels/presentation.xml.rels")
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    name = posixpath.normpath(posixpath.join("ppt", targets[first.get(f"{_R}id")]))
    slide = _parsed(archive, name.lstrip("/"))
    pictures = []
    for picture in slide.iter(f"{_P}pic"):
        facts, extent = picture.find(f"{_P}nvPicPr/{_P}cNvPr"), picture.find(f"{_P}spPr/{_A}xfrm/{_A}ext")
        if facts is not None and extent is not None:
            pictures.append(_placed(facts.get("descr", ""), extent))
    return FirstPage(tuple(pictures), "\n".join("".join(p.itertext(f"{_A}t")) for p in slide.iter(f"{_A}p")))
