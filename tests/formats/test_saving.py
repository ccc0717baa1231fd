"""Packages of the office libraries as entries: the same bytes as in the files that the libraries save."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import docx
import docx.opc.spec
import pptx
import pptx.opc.spec
import pytest

from modulekit.archive import unpack
from modulekit.formats.ooxml.saving import entries_of
from modulekit.formats.press import Press
from modulekit.formats.raster import svg_to_png
from tests.formats.samples import TREE


def opened(kind: str, press: Press) -> tuple[Any, Any, Iterable[tuple[str, str]]]:
    """What can be saved, its package, and the types of its library: with a picture, a slide and a link."""
    picture = io.BytesIO(svg_to_png(TREE.data, press.fonts, 60))
    if kind == "docx":
        document: Any = docx.Document(str(press.templates / "docx/base.docx"))
        document.part.get_or_add_image(picture)
        document.part.relate_to("https://example.org/", "http://example.org/link", is_external=True)
        return document, document.part.package, docx.opc.spec.default_content_types
    slides: Any = pptx.Presentation(str(press.templates / "pptx/base.pptx"))
    slides.slides.add_slide(slides.slide_layouts[0]).part.get_or_add_image_part(picture)
    return slides, slides.part.package, pptx.opc.spec.default_content_types


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_entries_are_those_of_the_file(kind: str, press: Press) -> None:
    saved, package, types = opened(kind, press)
    buffer = io.BytesIO()
    saved.save(buffer)
    relations = package.rels if kind == "docx" else package._rels
    assert entries_of(package, relations, types) == unpack(buffer.getvalue())
