"""One HTML page becomes one tagged PDF fragment: the only module that runs WeasyPrint.

Takes a Job (plain strings and bytes, so that it can be sent to another process), gives a Fragment. Serves the job's own
pictures and refuses every other address; what went wrong comes back as complaints. Must not know documents, themes or
caches.
"""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from modulekit.formats.pdf.collector import no_collection, out_of_the_collectors_way
from modulekit.formats.pdf.complaints import Complaint, complaints, listening
from modulekit.formats.pdf.languages import languages_of_elements
from modulekit.formats.pdf.loading import load_weasyprint
from modulekit.formats.pdf.numbers import with_plain_numbers
from modulekit.formats.pdf.page import page_of
from modulekit.formats.pdf.palette import with_palettes
from modulekit.formats.pdf.programs import without_programs
from modulekit.formats.pdf.refit import refit
from modulekit.formats.pdf.spans import without_spans_of_lines

POINTS = 0.75  # of a CSS pixel
FILLABLE = "pdf/ua-1"
"""The standard of fragments with fields: PDF/A allows none that do anything."""
_DPI, _QUALITY = 200, 80  # of photographs in print
_SHEETS = 16  # style sheets that are kept ready: a few for each product


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be laid out. ``assets`` are media type and bytes by address; ``fonts`` is the folder of the only fonts
    that may be used; ``variant`` is WeasyPrint's name of a PDF standard; ``leaves`` are the ids of elements that should
    have a page each, where they are all that the page holds: what is longer is set in smaller type."""

    html: str
    css: str
    fonts: str
    assets: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    variant: str = "pdf/a-3a"
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A point of a fragment: page from 0, points from the left and from the foot of the page."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline."""

    level: int
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fragment:
    """A laid out part: the PDF, its number of pages, where each id stands, what the outline needs, and complaints."""

    data: bytes
    pages: int
    anchors: Mapping[str, Place]
    bookmarks: tuple[Bookmark, ...]
    complaints: tuple[Complaint, ...]
    landscape: tuple[int, ...]  # the pages that lie across, from 0
    faces: Mapping[str, str]  # the file of each embedded font, by the name that the PDF gives it


def lay_out(job: Job) -> Fragment:
    """Lay out ``job``. Can run in any process that was started by spawn or fork, or in a thread."""
    configuration = _configuration(job.fonts)
    with no_collection():
        return _laid_out(job, configuration)


def _laid_out(job: Job, configuration: Any) -> Fragment:
    style, said = _sheet(job.css)
    with listening() as log:
        fetcher = _fetcher(job.assets)
        page, own = page_of(job.html, fetcher)
        options = _options(job)
        sheets = [style, *_own_sheet(own)]
        render = functools.partial(page.render, font_config=configuration, stylesheets=sheets, cache={}, **options)
        rendered = refit(page, render(), job.leaves, render)
        for sheet in rendered.pages:  # WeasyPrint makes a link of every box inside a link
            sheet.links = [link for link in sheet.links if link[3].element_tag == "a"]
        faces: dict[str, str] = {}  # known when all is drawn
        with languages_of_elements():
            data = rendered.write_pdf(finisher=functools.partial(_finish, faces, job.fonts), **options)
    if any(kind == "image/png" for kind, _ in job.assets.values()):
        data = with_palettes(data)
    found = complaints((*said, *log), page.etree_element, rendered.pages)
    anchors: dict[str, Place] = {}
    bookmarks: list[Bookmark] = []
    for number, sheet in enumerate(rendered.pages):
        for name, (x, y, *_) in sheet.anchors.items():
            anchors.setdefault(name, _place(number, x, y, sheet.height))
        for level, label, (x, y), _state in sheet.bookmarks:
            bookmarks.append(Bookmark(level, label, _place(number, x, y, sheet.height)))
    return Fragment(
        data,
        len(rendered.pages),
        anchors,
        tuple(bookmarks),
        found,
        tuple(number for number, sheet in enumerate(rendered.pages) if sheet.width > sheet.height),
        faces,
    )


def _finish(faces: dict[str, str], fonts: str, document: Any, pdf: Any) -> None:
    faces |= _faces(document, fonts)
    without_programs(faces, pdf)
    without_spans_of_lines(pdf)
    with_plain_numbers(pdf)


def _configuration(fonts: str) -> Any:
    """The fonts of a folder as WeasyPrint knows them: opened once, shared by all pages that this thread lays out."""
    known: dict[str, Any] = _own.__dict__.setdefault("configurations", {})
    if fonts not in known:
        os.environ["FONTCONFIG_FILE"] = _fonts_file(fonts)
        load_weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        known[fonts] = FontConfiguration()
        out_of_the_collectors_way()
    return known[fonts]


_own = threading.local()  # Pango's maps of fonts must not be used by two threads at once


@functools.lru_cache(_SHEETS)
def _sheet(css: str) -> tuple[Any, tuple[str, ...]]:
    """A style sheet made ready, which takes as long as a short page, and what WeasyPrint had to say of it.

    It brings no fonts: the fetcher has none.
    """
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    with listening() as log:
        style = weasyprint.CSS(string=css, url_fetcher=_fetcher({}), font_config=FontConfiguration())
    return style, tuple(log)


def _own_sheet(css: str) -> list[Any]:
    """The sheet of one page only."""
    import weasyprint

    return [weasyprint.CSS(string=css)] if css else []


def _faces(rendered: Any, fonts: str) -> dict[str, str]:
    from weasyprint.text.fonts import get_hb_object_data

    files = names_of_files(fonts)
    faces = {}
    for font in rendered.fonts.values():
        digest = hashlib.sha256(get_hb_object_data(font.hb_face)).hexdigest()
        if digest in files:
            faces[font.name.decode().removeprefix("/")] = files[digest]
    return faces


@functools.cache
def names_of_files(folder: str) -> Mapping[str, str]:
    """The names of the fonts in ``folder`` by the SHA-256 of their bytes."""
    paths = sorted(Path(folder).glob("*.[to]tf"))
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path.name for path in paths}


def _options(job: Job) -> dict[str, Any]:
    """Photographs are made smaller, which takes long; drawings and pictures of slides are small already."""
    options: dict[str, Any] = {
        "pdf_identifier": False,
        "pdf_variant": job.variant,
        "pdf_forms": job.variant == FILLABLE,
    }
    if any(kind == "image/jpeg" for kind, _ in job.assets.values()):
        options |= {"dpi": _DPI, "optimize_images": True, "jpeg_quality": _QUALITY}
    return options


def _place(page: int, x: float, y: float, height: float) -> Place:
    return Place(page, round(x * POINTS, 2), round((height - y) * POINTS, 2))


def _fetcher(assets: Mapping[str, tuple[str, bytes]]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnAssets(URLFetcher):  # type: ignore[misc]
        """Serves what the job carries."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002 - as inherited
            if url not in assets:
                raise ValueError(f"the document may not read {url}")
            media_type, data = assets[url]
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    return OwnAssets()


@functools.cache
def _fonts_file(fonts: str) -> str:
    """A fontconfig file that names ``fonts`` and nothing else, in a folder that goes when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="modulekit-fonts-"))
    Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=0)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(fonts)}</dir><cachedir>{escape(str(folder))}</cachedir></fontconfig>",
        "utf-8",
    )
    return str(path)
