"""A Document becomes a PDF: parts, then contents, then margins, then one file.

Takes a Document and a Press, gives Printed with the page of every id. Must not know WeasyPrint or pikepdf's objects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from modulekit.document import Document, Part, PartKind, pictured
from modulekit.formats.charts.drawing import Drawings
from modulekit.formats.drawing.size import too_small
from modulekit.formats.drawing.studio import Studio
from modulekit.formats.markup import Addresses, Renderer
from modulekit.formats.pdf.assemble import Sheaf, assemble
from modulekit.formats.pdf.findings import findings
from modulekit.formats.pdf.fonts import FontFiles
from modulekit.formats.pdf.fragment import Layouts
from modulekit.formats.pdf.frames import Frames, Run, frames
from modulekit.formats.pdf.furniture import Running
from modulekit.formats.pdf.layout import FILLABLE, Fragment, Job
from modulekit.formats.pdf.links import address
from modulekit.formats.press import Finding, Press, Printed
from modulekit.formats.styles import landscape_area, sheet_of, style_sheet, type_area
from modulekit.formats.targets import node_ids, targets

_MM = 72 / 25.4  # points in a millimetre
_ATTEMPTS = 4
_WHOLE_PAGES = (PartKind.COVER, PartKind.CERTIFICATE)  # nothing stands in their margins
_TALLEST = 220.0  # millimetres: what a page has for a drawing beside its caption
_CAPTION = 17.0  # millimetres: caption and source on a page across


def write_document(document: Document, press: Press) -> Printed:
    """Print ``document``. Pages count from 1, the cover is page 1; every page but the cover prints its number.

    Raises what a worker raises.
    """
    return _printed(document, press, fillable=False)


def write_form(document: Document, press: Press) -> Printed:
    """Print ``document`` with fields where its nodes have some, to be filled in on screen: PDF/UA-1 and no PDF/A.

    Raises what a worker raises.
    """
    return _printed(document, press, fillable=True)


def _printed(document: Document, press: Press, *, fillable: bool) -> Printed:
    jobs, tiny = split_document(document, press, fillable=fillable)
    laid = Layouts.over(press.cache, press.pool, press.fonts).of(jobs)
    return join_document(document, press, laid, tiny, fillable=fillable)


def split_document(document: Document, press: Press, *, fillable: bool) -> tuple[list[Job], tuple[Finding, ...]]:
    """The parts of ``document`` that can be laid out apart, and what was noticed when they were drawn."""
    work = _Work(document, press, fillable=fillable)
    jobs = [work.job(document.parts[index], {}) for index in work.early]
    return jobs, tuple(work.too_small)


def join_document(
    document: Document, press: Press, laid: Sequence[Fragment], tiny: Sequence[Finding], *, fillable: bool
) -> Printed:
    """``document`` as one file, from what :func:`split_document` gave, laid out.

    Raises what a worker raises.
    """
    work = _Work(document, press, fillable=fillable)
    fragments = work.fragments(laid)
    firsts = _first_pages(fragments)
    pages = sum(fragment.pages for fragment in fragments)
    sheet = sheet_of(press.theme, document.meta.style)
    framed = [index for index, part in enumerate(document.parts) if part.kind not in _WHOLE_PAGES]
    furniture = work.furniture([(document.parts[index].title, fragments[index], firsts[index]) for index in framed])
    layers = dict(zip(framed, furniture.layers, strict=True))
    sheaves = [Sheaf(laid, laid.bookmarks, layers.get(index, ())) for index, laid in enumerate(fragments)]
    files, shift = FontFiles(press.fonts, press.cache), (sheet.inner - sheet.outer) * _MM
    labels = range(1, pages + 1)
    data = assemble(document.meta, sheaves, labels, files, furniture.sources, shift, fillable=fillable)
    found = [
        finding
        for part, fragment in zip(document.parts, fragments, strict=True)
        for finding in findings(part.id, fragment.complaints)
    ]
    return Printed(data, pages, _anchors(fragments, firsts), (*found, *tiny, *work.too_small))


class _Work:
    """What all parts of one document share."""

    def __init__(self, document: Document, press: Press, *, fillable: bool) -> None:
        self._document, self._press, self._fillable = document, press, fillable
        self._targets = targets(document)
        self.too_small: list[Finding] = []
        self._css = style_sheet(press.templates, press.theme, ("base", "pages"), document.meta.style)
        width, height = landscape_area(press.theme, document.meta.style)
        self._landscape = (width, height - _CAPTION)
        self._layouts = Layouts.over(press.cache, press.pool, press.fonts)
        self.early = [index for index, part in enumerate(document.parts) if part.kind is not PartKind.CONTENTS]
        """The parts that need no page numbers of others."""

    def fragments(self, early: Sequence[Fragment]) -> list[Fragment]:
        """All parts laid out. The contents come last, when the pages of all others are known."""
        parts = self._document.parts
        late = [index for index in range(len(parts)) if index not in self.early]
        done = dict(zip(self.early, early, strict=True))
        lengths = {index: fragment.pages for index, fragment in done.items()} | dict.fromkeys(late, 1)
        for _ in range(_ATTEMPTS):
            pages: dict[str, int] = {}
            for index, fragment in done.items():
                before = sum(lengths[other] for other in range(index))
                for name, place in fragment.anchors.items():
                    pages.setdefault(name, before + place.page + 1)
            laid = self._layouts.of([self.job(parts[index], pages) for index in late])
            guessed = lengths
            lengths = lengths | {index: fragment.pages for index, fragment in zip(late, laid, strict=True)}
            if lengths == guessed:
                done.update(zip(late, laid, strict=True))
                return [done[index] for index in range(len(parts))]
        # Page numbers stand in a column of their own and cannot change the length of the contents.
        raise RuntimeError("the length of the contents does not settle")

    def furniture(self, framed: Sequence[tuple[str, Fragment, int]]) -> Frames:
        """The margins of parts, from their titles, what they became, and the number of the first page of each."""
        meta = self._document.meta
        css = style_sheet(self._press.templates, self._press.theme, ("furniture",), meta.style)
        running = Running(f"{meta.running_title} · {meta.label}", self._document.line, meta.language)
        runs = [Run(title, first, fragment.pages, fragment.landscape) for title, fragment, first in framed]
        return frames(self._layouts, self._press.templates, css, running, runs)

    def job(self, part: Part, pages: Mapping[str, int]) -> Job:
        """What the layout of ``part`` needs; ``pages`` are those that it prints."""
        charts = Drawings(self._press, self._press.theme.number("size", "tiny"))
        diagrams = Studio(self._press, _TALLEST, landscape=self._landscape)
        addresses = Addresses(
            href=lambda target, words: address(target, words) if target in self._targets else None,
            src=lambda asset: f"asset:{asset.digest}",
            chart=charts,
            diagram=lambda diagram, width, beside: diagrams(diagram, width, alone=not beside),
            pages=pages,
        )
        renderer = Renderer(
            self._press.templates,
            addresses,
            type_area(self._press.theme, self._document.meta.style),
            paper=True,
            fillable=self._fillable,
        )
        html = renderer.page(
            "part.html",
            meta=self._document.meta,
            part=part,
            anchor="" if part.id in node_ids(part.blocks) else part.id,
        )
        self.too_small += [too_small(*tiny) for tiny in diagrams.tiny]
        shown = (*pictured(part.blocks), *charts.assets.values(), *diagrams.assets.values())
        assets = {f"asset:{asset.digest}": (asset.media_type, asset.data) for asset in shown}
        job = Job(html, self._css, str(self._press.fonts), assets)
        return replace(job, variant=FILLABLE) if self._fillable else job


def _first_pages(fragments: list[Fragment]) -> list[int]:
    firsts, page = [], 1
    for fragment in fragments:
        firsts.append(page)
        page += fragment.pages
    return firsts


def _anchors(fragments: list[Fragment], firsts: list[int]) -> dict[str, int]:
    pages: dict[str, int] = {}
    for fragment, first in zip(fragments, firsts, strict=True):
        for name, place in fragment.anchors.items():
            pages.setdefault(name, first + place.page)
    return pages
