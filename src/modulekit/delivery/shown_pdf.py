"""What the first page of a PDF shows: each tagged figure with the extent of what is drawn for it, and the words.

Takes a PDF's bytes. The extent is not what the file says of the figure but the bounds of the drawing on the page, as
pdfium finds them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from modulekit.delivery.shown import FirstPage, Placed
from modulekit.delivery.zips import UnreadableError

_DEEPEST = 64  # elements in elements: more is no document


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Left, bottom, right and top in points."""

    left: float
    bottom: float
    right: float
    top: float

    def with_(self, other: _Bounds) -> _Bounds:
        """The bounds of both."""
        return _Bounds(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


def first_page_of_pdf(name: str, data: bytes) -> FirstPage:
    """The tagged figures and the words of the first page.

    Raises :class:`modulekit.delivery.contents.UnreadableError` where the file is damaged or locked.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error
    try:
        if len(document) == 0:
            return FirstPage((), "")
        page = document[0]
        text = page.get_textpage()
        words = text.get_text_range()
        text.close()
        pictures = tuple(_figures(page))
        page.close()
        return FirstPage(pictures, words)
    finally:
        document.close()


def _figures(page: Any) -> Iterator[Placed]:
    drawn = _drawn(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), drawn, 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _below(element: Any, drawn: dict[int, _Bounds], depth: int) -> Iterator[Placed]:
    """The figures in ``element`` of which something is drawn on this page."""
    if not element or depth > _DEEPEST:
        return
    if _text(pdfium.FPDF_StructElement_GetType, element) == "Figure":
        ids = _marks(element)
        found = [drawn[id] for id in ids if id in drawn]
        if found:
            whole = found[0]
            for bounds in found[1:]:
                whole = whole.with_(bounds)
            alt = _text(pdfium.FPDF_StructElement_GetAltText, element)
            yield Placed(alt, whole.right - whole.left, whole.top - whole.bottom)
        return
    for at in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
        yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, at), drawn, depth + 1)


def _marks(element: Any) -> tuple[int, ...]:
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    return tuple(pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at) for at in range(max(count, 0)))


def _drawn(page: Any) -> dict[int, _Bounds]:
    """The bounds of all that is drawn on the page, by the number of the marked content to which it belongs."""
    found: dict[int, _Bounds] = {}
    for thing in page.get_objects(max_depth=1):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        if mark >= 0:
            bounds = _Bounds(*thing.get_pos() if hasattr(thing, "get_pos") else thing.get_bounds())
            found[mark] = found[mark].with_(bounds) if mark in found else bounds
    return found


def _text(ask: Callable[..., int], element: Any) -> str:
    """What pdfium says in UTF-16, which it is asked for twice: how long it is, and what it is."""
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")
