"""What the writer of one document has at hand: style ids, relations, bookmarks, list numbers, findings.

The one mutable thing of this format: it collects what the parts of the package need while the body is written. Must not
know how any block looks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any

from modulekit.document import Asset
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.numbering import Counter, Numbering
from modulekit.formats.ooxml.codes import DAMAGED_PICTURE
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.ooxml.pictures import Picture, PictureError, picture
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.press import Finding, Press

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_LONGEST_NAME = 40  # Word cuts longer bookmarks


class Desk:
    """Built once for each document."""

    def __init__(
        self,
        part: Any,
        press: Press,
        look: Look,
        styles: Mapping[str, str],
        numbering: Numbering,
        language: str,
        targets: Iterable[str],
    ) -> None:
        self.press = press
        self.look = look
        self.language = language
        self.findings: list[Finding] = []
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._anchors = bookmark_names(targets)
        self._used: set[str] = set()
        self._bookmarks = 0
        self._drawings = 0
        self._across: list[Element] = []
        self._pictures: dict[tuple[str, int], tuple[Picture, str, str | None]] = {}
        self._svgs: dict[str, str] = {}
        images = list(part.package.image_parts)  # a base may hold some
        self._images: dict[bytes, Any] = {hashlib.sha256(image.blob).digest(): image for image in images}
        self._numbers = {image.partname.idx for image in images}

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """While this lasts, runs are in ``language`` (a BCP 47 tag), or as before where it is empty."""
        before = self.language
        self.language = office_language(language) if language else before
        try:
            yield
        finally:
            self.language = before

    # --- names ---------------------------------------------------------------------------------------

    def style(self, name: str) -> str:
        """The id of the style called ``name``."""
        return self._styles[name]

    def anchor(self, target: str) -> str | None:
        """The bookmark of the node ``target``; ``None`` where this document does not have it."""
        name = self._anchors.get(target)
        if name is not None:
            self._used.add(name)
        return name

    def mark(self, target: str, elements: list[Element]) -> list[Element]:
        """Put the bookmark of ``target`` around the first paragraph of ``elements``; gives ``elements`` back."""
        name = self._anchors.get(target)
        first = first_paragraph(elements) if name else None
        if first is not None:
            self._bookmarks += 1
            has_properties = len(first) > 0 and first[0].tag == qname("w:pPr")
            first.insert(
                1 if has_properties else 0,
                el("w:bookmarkStart", {"w:id": self._bookmarks, "w:name": name or ""}),
            )
            first.append(el("w:bookmarkEnd", {"w:id": self._bookmarks}))
        return elements

    def forget_unused(self, body: Element) -> None:
        """Take the bookmarks out of ``body`` that nothing leads to: an editor should meet only those that matter."""
        idle = set()
        for start in list(body.iter(qname("w:bookmarkStart"))):
            if start.get(qname("w:name")) not in self._used:
                idle.add(start.get(qname("w:id")))
                start.getparent().remove(start)
        for end in list(body.iter(qname("w:bookmarkEnd"))):
            if end.get(qname("w:id")) in idle:
                end.getparent().remove(end)

    def lay_across(self, elements: list[Element]) -> None:
        """Put ``elements``, which stand in the body itself, on a page across."""
        self._across += elements

    def is_across(self, element: Element) -> bool:
        """Whether ``element`` is to stand on a page across."""
        return any(element is other for other in self._across)

    def drawing_id(self) -> int:
        """A number that no other drawing of the document has."""
        self._drawings += 1
        return self._drawings

    # --- parts of the package ------------------------------------------------------------------------

    def link(self, url: str) -> str:
        """The relation to ``url``."""
        return str(self._part.relate_to(url, HYPERLINK, is_external=True))

    def picture(self, asset: Asset, width: float, target: str) -> tuple[Picture, str, str | None] | None:
        """The picture of ``asset`` for ``width`` millimetres, with its relations; ``None`` after a finding."""
        key = (asset.digest, round(width))
        if key not in self._pictures:
            try:
                found = picture(asset, width, self.press)
            except PictureError as error:
                self.find(DAMAGED_PICTURE, target, f"a picture cannot be read: {error}", "check that the file is whole")
                return None
            image = self._image(found.data, found.extension)
            self._pictures[key] = (found, image, self._svg(found.svg) if found.svg else None)
        return self._pictures[key]

    def _image(self, data: bytes, extension: str) -> str:
        """The relation to a picture, of which the file holds one part however often it is shown. The library would
        compare each with all."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        digest = hashlib.sha256(data).digest()
        if digest not in self._images:
            number = next(number for number in count(1) if number not in self._numbers)
            self._numbers.add(number)
            name = PackURI(f"/word/media/image{number}.{extension.replace('jpeg', 'jpg')}")
            self._images[digest] = Part(name, f"image/{extension}", data, self._part.package)
        return str(self._part.relate_to(self._images[digest], IMAGE))

    def _svg(self, data: bytes) -> str:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        name = f"/word/media/drawing-{hashlib.sha256(data).hexdigest()[:12]}.svg"
        if name not in self._svgs:  # one drawing may stand there in two sizes
            part = Part(PackURI(name), "image/svg+xml", data, self._part.package)
            self._svgs[name] = str(self._part.relate_to(part, IMAGE))
        return self._svgs[name]

    # --- lists, findings -----------------------------------------------------------------------------

    def begin_list(self, style: str, start: int) -> Counter:
        """A new numbered list whose items have ``style``."""
        return self._numbering.begin(style, start)

    def find(self, code: str, target: str, message: str, hint: str = "") -> None:
        """Report something about the node ``target``."""
        self.findings.append(Finding(code, target, message, hint))


def first_paragraph(elements: list[Element]) -> Element | None:
    """The first paragraph of ``elements``, in a table's first cell where a table comes first."""
    for element in elements:
        if element.tag == qname("w:p"):
            return element
        for paragraph in element.iter(qname("w:p")):
            return paragraph
    return None


def bookmark_names(targets: Iterable[str]) -> dict[str, str]:
    """A bookmark for each target: letters, digits and underscores, at most 40, no two alike (Word ignores case)."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for target in sorted(set(targets)):
        name = "m_" + re.sub(r"\W+", "_", target, flags=re.ASCII)
        if len(name) > _LONGEST_NAME or name.lower() in taken or name[2:].replace("_", "-") != target:
            digest = hashlib.sha256(target.encode()).hexdigest()[:8]
            name = f"{name[: _LONGEST_NAME - 9]}_{digest}"
        taken.add(name.lower())
        names[target] = name
    return names
