"""Fragments become one PDF: pages, one structure tree, links, outline, page labels, metadata.

Takes fragments in order and what stands in the margins, gives the file's bytes. No stock tool keeps the tags when it
merges: the structure trees are joined here. Must not know nodes, HTML or layout.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from modulekit.document import Meta
from modulekit.formats.pdf.fields import make_form
from modulekit.formats.pdf.fonts import FontFiles, merge_fonts
from modulekit.formats.pdf.layout import Bookmark, Fragment
from modulekit.formats.pdf.links import resolve_links
from modulekit.formats.pdf.metadata import information, xmp
from modulekit.formats.pdf.outline import Entry, write_outline
from modulekit.formats.pdf.profiles import share_profiles
from modulekit.formats.pdf.resources import resources_of
from modulekit.formats.pdf.stamp import Layer, Stamps
from modulekit.formats.pdf.structure import Structure


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the whole file: page from 0, points from the left and from the foot."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A fragment with its lines of the outline and, where it has any, what is laid over each of its pages."""

    fragment: Fragment
    bookmarks: Sequence[Bookmark]
    layers: Sequence[Sequence[Layer]] = ()


def assemble(
    meta: Meta,
    sheaves: Sequence[Sheaf],
    labels: Sequence[int],
    fonts: FontFiles,
    furniture: Mapping[str, Fragment] | None = None,
    shift: float = 0.0,
    *,
    fillable: bool = False,
) -> bytes:
    """One tagged PDF of ``sheaves``. ``labels`` are the numbers printed on the pages, ``furniture`` what their layers
    are of.

    Pages with an even number are moved ``shift`` points to the left, for the inner margin of sheets that are printed on
    both sides; fragments without furniture and pages across are not moved. With ``fillable`` the fields of the
    fragments become one form, and the file no longer claims to be PDF/A.
    """
    with pikepdf.new() as out:
        structure = Structure(out)
        stamps = Stamps(out, {name: fragment.data for name, fragment in (furniture or {}).items()})
        spots: dict[str, Spot] = {}
        entries: list[Entry] = []
        for sheaf in sheaves:
            fragment, first = sheaf.fragment, len(out.pages)
            with pikepdf.open(io.BytesIO(fragment.data)) as part:
                for page in part.pages:  # one by one: their fields are gathered below, when all are there
                    out.pages.append(page)
                structure.take(part, first)
                if first == 0 and not fillable:
                    _take_intent(out, part)
            for name, place in fragment.anchors.items():
                spots.setdefault(name, Spot(first + place.page, place.x, place.y))
            for mark in sheaf.bookmarks:
                entries.append(Entry(mark.level, mark.label, first + mark.place.page, mark.place.x, mark.place.y))
            if sheaf.layers:
                for page, layers in zip(out.pages[first:], sheaf.layers, strict=True):
                    stamps.lay(page, layers)
                for number in range(first + 1, len(out.pages) + 1):
                    if shift and number % 2 == 0 and number - 1 - first not in fragment.landscape:
                        _move(out.pages[number - 1], shift)
        structure.close()
        fragments = (*(sheaf.fragment for sheaf in sheaves), *(furniture or {}).values())
        resources = tuple(resources_of(out))
        merge_fonts(out, resources, {name: file for one in fragments for name, file in one.faces.items()}, fonts)
        share_profiles(resources)
        if fillable:
            make_form(out, fonts)
        resolve_links(out, {name: (spot.page, spot.x, spot.y) for name, spot in spots.items()})
        write_outline(out, entries)
        _describe(out, meta, archival=not fillable)
        out.Root.PageLabels = _page_labels(labels)
        buffer = io.BytesIO()
        out.save(
            buffer,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
        return buffer.getvalue()


def _take_intent(out: pikepdf.Pdf, part: pikepdf.Pdf) -> None:
    intents = part.Root.OutputIntents
    out.Root.OutputIntents = out.copy_foreign(intents if intents.is_indirect else part.make_indirect(intents))


def _move(page: pikepdf.Page, shift: float) -> None:
    """Move what stands on ``page`` to the left: the boxes move to the right, so that links and tags stay true."""
    for name in (Name.MediaBox, Name.TrimBox, Name.BleedBox, Name.CropBox):
        if name in page.obj:
            left, bottom, right, top = (float(number) for number in page.obj[name])
            page.obj[name] = Array([left + shift, bottom, right + shift, top])


def _describe(out: pikepdf.Pdf, meta: Meta, *, archival: bool) -> None:
    out.Root.Lang = String(meta.language)
    out.Root.MarkInfo = Dictionary(Marked=True)
    out.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = out.make_stream(xmp(meta, archival=archival))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    out.Root.Metadata = packet
    out.trailer.Info = out.make_indirect(Dictionary({name: String(value) for name, value in information(meta).items()}))


def _page_labels(labels: Sequence[int]) -> pikepdf.Object:
    """Decimal numbers; a new run wherever the numbers do not simply go on."""
    runs = Array()
    for page, label in enumerate(labels):
        if page == 0 or label != labels[page - 1] + 1:
            runs.append(page)
            runs.append(Dictionary(S=Name.D, St=label))
    return Dictionary(Nums=runs)
