"""Furniture is laid over pages as an artifact of pagination: read by eyes, skipped by screen readers.

Takes the pages of a file and a PDF with as many pages of furniture. Must not know what the furniture says.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name


def stamp(out: pikepdf.Pdf, first_page: int, furniture: bytes) -> None:
    """Lay page i of ``furniture`` over page ``first_page`` + i of ``out``; pages count from 0.

    Raises ``ValueError`` where the numbers of pages differ.
    """
    with pikepdf.open(io.BytesIO(furniture)) as frame:
        for page, layer in zip(out.pages[first_page:], frame.pages, strict=True):
            form = out.copy_foreign(layer.as_form_xobject())
            _own_resources(out, page)
            name = page.add_resource(form, Name.XObject)
            page.contents_coalesce()
            mark = b"/Artifact <</Type /Pagination>> BDC\nq %s Do Q\nEMC\n" % str(name).encode()
            page.obj.Contents = out.make_stream(b"q\n" + page.obj.Contents.read_bytes() + b"\nQ\n" + mark)


def _own_resources(out: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """All pages of a fragment share their resources; a stamp must not appear in those of its neighbours."""
    own = pikepdf.Dictionary(dict(page.obj.Resources.items()))
    if Name.XObject in own:
        own.XObject = pikepdf.Dictionary(dict(own.XObject.items()))
    page.obj.Resources = out.make_indirect(own)
