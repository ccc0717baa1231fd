"""Furniture is laid over pages as an artifact of pagination: read by eyes, skipped by screen readers.

Takes PDFs of furniture, and for each page of a file which of their pages are laid over it. Must not know what the
furniture says.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Name


@dataclass(frozen=True, slots=True)
class Layer:
    """Page ``page``, from 0, of the furniture called ``source``, moved ``left`` points to the left."""

    source: str
    page: int
    left: float = 0.0


class Stamps:
    """The furniture of a file while it is laid over the pages of ``out``: what stands on several is there once."""

    def __init__(self, out: pikepdf.Pdf, sources: Mapping[str, bytes]) -> None:
        self._out = out
        self._sources = {name: pikepdf.open(io.BytesIO(data)) for name, data in sources.items()}
        self._forms: dict[tuple[str, int], tuple[Name, pikepdf.Object]] = {}

    def lay(self, page: pikepdf.Page, layers: Sequence[Layer]) -> None:
        """Lay ``layers`` over ``page``, one over the other."""
        _own_resources(self._out, page)
        drawn = []
        for layer in layers:
            name, form = self._form(layer.source, layer.page)
            page.add_resource(form, Name.XObject, name)  # without a name it would get a random one
            moved = f"1 0 0 1 {-layer.left:.3f} 0 cm " if layer.left else ""
            drawn.append(f"q {moved}{name} Do Q\n")
        page.contents_coalesce()
        mark = f"/Artifact <</Type /Pagination>> BDC\n{''.join(drawn)}EMC\n".encode()
        page.obj.Contents = self._out.make_stream(b"q\n" + page.obj.Contents.read_bytes() + b"\nQ\n" + mark)

    def _form(self, source: str, number: int) -> tuple[Name, pikepdf.Object]:
        key = (source, number)
        if key not in self._forms:
            form = self._sources[source].pages[number].as_form_xobject()
            self._forms[key] = (Name(f"/Furniture-{len(self._forms)}"), self._out.copy_foreign(form))
        return self._forms[key]


def _own_resources(out: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """All pages of a fragment share their resources; a stamp must not appear in those of its neighbours."""
    own = pikepdf.Dictionary(dict(page.obj.Resources.items()))
    if Name.XObject in own:
        own.XObject = pikepdf.Dictionary(dict(own.XObject.items()))
    page.obj.Resources = out.make_indirect(own)
