"""What the pages of a PDF draw with: their resources, and those of the drawings in them.

Takes a PDF whose pages are all there. What else it holds, ten tags for each line, need not be looked at to find a font.
Must not know what becomes of what is found.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Name


def resources_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The resources of each page and of each drawing on it, in the order of the pages, none twice."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        yield from _with_drawings(page.obj.Resources, seen)


def drawings_in(resources: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The pictures and drawings that ``resources`` name."""
    for _, drawn in resources.get(Name.XObject, pikepdf.Dictionary()).items():
        yield drawn


def _with_drawings(resources: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[pikepdf.Object]:
    if resources.is_indirect:
        if resources.objgen in seen:
            return
        seen.add(resources.objgen)
    yield resources
    for drawn in drawings_in(resources):
        if drawn.objgen not in seen:
            seen.add(drawn.objgen)
            if Name.Resources in drawn:
                yield from _with_drawings(drawn.Resources, seen)
