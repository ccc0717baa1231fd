"""Furniture is laid over pages as an artifact of pagination: read by eyes, skipped by screen readers.

Takes the pages of a file and a PDF with as many pages of furniture. Must not know what the furniture says.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name

_NAME = Name("/Furniture")
_MARK = b"/Artifact <</Type /Pagination>> BDC\nq /Furniture Do Q\nEMC\n"


def stamp(out: pikepdf.Pdf, first_page: int, furniture: bytes) -> None:
    """Lay page i of ``furniture`` over page ``first_page`` + i of ``out``; pages count from 0.

    Raises ``ValueError`` where the numbers of pages differ.
    """
    with pikepdf.open(io.BytesIO(furniture)) as frame:
        for page, layer in zip(out.pages[first_page:], frame.pages, strict=True):
            form = out.copy_foreign(layer.as_form_xobject())
            _own_resources(out, page)
            page.add_resource(form, Name.XObject, _NAME)  # without a name it would get a random one
            page.contents_coalesce()
            page.obj.Contents = out.make_stream(b"q\n" + page.obj.Contents.read_bytes() + b"\nQ\n" + _MARK)


def _own_resources(out: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """All pages of a fragment share their resources; a stamp must not appear in those of its neighbours."""
    own = pikepdf.Dictionary(dict(page.obj.Resources.items()))
    if Name.XObject in own:
        own.XObject = pikepdf.Dictionary(dict(own.XObject.items()))
    page.obj.Resources = out.make_indirect(own)
