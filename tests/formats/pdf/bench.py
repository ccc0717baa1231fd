"""What the tests of the PDF writer work with: a pool that works at once and counts, and files that are made once."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from modulekit.cache import Cache
from modulekit.formats.pdf import write_deck, write_document
from modulekit.formats.press import Press, Printed
from modulekit.resources import templates
from tests.formats.samples import handout, slides
from tests.presses import theme


class AtOnce(Executor):
    """Does the work in this process when it is handed in, and counts it."""

    def __init__(self) -> None:
        self.tasks = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.tasks += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def press(cache: Path | None = None, pool: Executor | None = None) -> Press:
    """A press for PDF that needs no other process."""
    return Press(templates(), theme(), Cache(cache), pool or AtOnce())


@cache
def printed_handout() -> Printed:
    """The sample document."""
    return write_document(handout(), press())


@cache
def printed_slides(*, paper: bool = False) -> Printed:
    """The sample deck."""
    return write_deck(slides(paper=paper), press())


def saved(printed: Printed, folder: Path) -> Path:
    """``printed`` as a file."""
    path = folder / "printed.pdf"
    path.write_bytes(printed.data)
    return path


def page_texts(pdf: bytes) -> list[str]:
    """What each page says, its white space squeezed."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def links_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """All annotations (we make links and no others), in the order of the pages."""
    return [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """All elements of the structure tree, in reading order."""
    found: list[pikepdf.Object] = []

    def collect(element: pikepdf.Object) -> None:
        found.append(element)
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                collect(kid)

    for top in pdf.Root.StructTreeRoot.K:
        collect(top)
    return found
