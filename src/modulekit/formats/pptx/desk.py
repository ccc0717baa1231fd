"""What the writer of one slide has at hand: the part it belongs to, links, pictures, numbers for shapes, findings.

Must not know how any slide looks.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from modulekit.document import Asset
from modulekit.formats.ooxml.codes import DAMAGED_PICTURE
from modulekit.formats.ooxml.pictures import Picture, PictureError, picture
from modulekit.formats.press import Finding, Press

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK = f"{_OFFICE}/hyperlink"
IMAGE = f"{_OFFICE}/image"
CHART = f"{_OFFICE}/chart"
SLIDE = f"{_OFFICE}/slide"


@dataclass(slots=True)
class Desk:
    """Built once for each slide. ``parts`` are the parts of all slides by the ids of the slides."""

    part: Any
    press: Press
    language: str
    target: str
    parts: Mapping[str, Any]
    svg_parts: dict[str, Any]
    findings: list[Finding]
    numbers: count[int] = field(default_factory=lambda: count(2))

    def number(self) -> int:
        """A number that no other shape of the slide has."""
        return next(self.numbers)

    def link(self, url: str) -> str:
        """The relation to ``url``."""
        return str(self.part.relate_to(url, HYPERLINK, is_external=True))

    def slide(self, target: str) -> str | None:
        """The relation to the slide ``target``; ``None`` where the deck does not have it."""
        part = self.parts.get(target)
        return None if part is None else str(self.part.relate_to(part, SLIDE))

    def picture(self, asset: Asset, width: float) -> tuple[Picture, str, str | None] | None:
        """The picture of ``asset`` for ``width`` millimetres, with its relations; ``None`` after a finding."""
        try:
            found = picture(asset, width, self.press)
        except PictureError as error:
            self.find(DAMAGED_PICTURE, f"a picture cannot be read: {error}", "check that the file is whole")
            return None
        _, image = self.part.get_or_add_image_part(io.BytesIO(found.data))
        return found, str(image), self._svg(found.svg, asset.digest) if found.svg else None

    def _svg(self, data: bytes, digest: str) -> str:
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        if digest not in self.svg_parts:
            name = PackURI(f"/ppt/media/drawing-{digest[:12]}.svg")
            self.svg_parts[digest] = Part(name, "image/svg+xml", self.part.package, data)
        return str(self.part.relate_to(self.svg_parts[digest], IMAGE))

    def find(self, code: str, message: str, hint: str = "") -> None:
        """Report something about this slide."""
        self.findings.append(Finding(code, self.target, message, hint))
