"""A Deck becomes a PDF: one page for each slide.

Takes a Deck and a Press, gives Printed with the page of every slide. The layout sets a slide that does not fit in
smaller type; where it still does not fit its rest stands on a page of its own and is reported. Must not know WeasyPrint
or pikepdf's objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from modulekit.document import (
    Asset,
    Block,
    Chart,
    ChartBody,
    ColumnsBody,
    Deck,
    DiagramBody,
    ExerciseBody,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    Section,
    SectionBody,
    Slide,
    SlideBody,
    SummaryBody,
    TableBody,
    TitleBody,
    pictured,
    plain,
)
from modulekit.formats.charts.drawing import Drawings
from modulekit.formats.drawing import SLIDE_GAP, SLIDE_SIZES
from modulekit.formats.drawing.size import too_small
from modulekit.formats.drawing.studio import Studio
from modulekit.formats.markup import Addresses, Renderer, TypeArea
from modulekit.formats.pdf.assemble import Sheaf, assemble
from modulekit.formats.pdf.findings import OVERFLOW, findings
from modulekit.formats.pdf.fonts import FontFiles
from modulekit.formats.pdf.fragment import Layouts
from modulekit.formats.pdf.layout import Bookmark, Fragment, Job, Place
from modulekit.formats.pdf.links import address
from modulekit.formats.press import Finding, Press, Printed
from modulekit.formats.styles import style_sheet
from modulekit.formats.targets import node_ids

_DRAWING = 78.0  # millimetres: the height of a drawing, with a caption below it
_SIDES = 36.0  # millimetres: both side margins of a slide, as in deck.css


def write_deck(deck: Deck, press: Press) -> Printed:
    """Print ``deck``, one page for each slide; the page labels are the slides' own numbers.

    Raises what a worker raises.
    """
    jobs, tiny = split_deck(deck, press)
    return join_deck(deck, press, Layouts.over(press.cache, press.pool, press.fonts).of(jobs), tiny)


def split_deck(deck: Deck, press: Press) -> tuple[list[Job], tuple[Finding, ...]]:
    """The sections of ``deck``, to be laid out apart, and what was noticed when they were drawn."""
    work = _Work(deck, press)
    return [work.job(section) for section in _shown(deck)], tuple(work.too_small)


def join_deck(deck: Deck, press: Press, laid: Sequence[Fragment], tiny: Sequence[Finding]) -> Printed:
    """``deck`` as one file, from what :func:`split_deck` gave, laid out."""
    sheaves, labels, found, anchors = [], [], [], {}
    page = 1
    for section, fragment in zip(_shown(deck), laid, strict=True):
        spans = _spans(section, fragment)
        for slide, span in zip(section.slides, spans, strict=True):
            labels += [slide.number] * len(span)
            anchors[slide.id] = page + span.start
            if len(span) > 1:
                found.append(_overflow(slide))
        anchors |= {name: page + place.page for name, place in fragment.anchors.items()}
        found += findings(section.slides[0].id, fragment.complaints)
        heading = Bookmark(1, section.title, Place(0, 0, fragment.bookmarks[0].place.y))
        slides = (Bookmark(2, mark.label, mark.place) for mark in fragment.bookmarks)
        sheaves.append(Sheaf(fragment, (heading, *slides)))
        page += fragment.pages
    data = assemble(deck.meta, sheaves, labels, FontFiles(press.fonts, press.cache))
    return Printed(data, page - 1, anchors, (*found, *tiny))


def _shown(deck: Deck) -> list[Section]:
    return [section for section in deck.sections if section.slides]


class _Work:
    """What all sections of one deck share."""

    def __init__(self, deck: Deck, press: Press) -> None:
        self._deck, self._press = deck, press
        self._targets = frozenset(_deck_ids(deck))
        self.too_small: list[Finding] = []
        self._css = style_sheet(press.templates, press.theme, ("base", "deck"), deck.meta.style)

    def job(self, section: Section) -> Job:
        """What the layout of ``section`` needs."""
        theme = self._press.theme
        charts = Drawings(self._press, theme.number("size", "slide-small"), _chart_height)
        diagrams = Studio(self._press, _DRAWING, SLIDE_SIZES, gap=SLIDE_GAP, columns=False)
        addresses = Addresses(
            href=lambda target, words: address(target, words) if target in self._targets else None,
            src=lambda asset: f"asset:{asset.digest}",
            chart=charts,
            diagram=lambda diagram, width, _: diagrams(diagram, width),
        )
        renderer = Renderer(
            self._press.templates,
            addresses,
            TypeArea(
                theme.number("page", "slide-width") - _SIDES,
                theme.number("size", "slide-body"),
                theme.number("size", "slide-small"),
            ),
            paper=True,
        )
        html = renderer.page(
            "deck.html",
            meta=self._deck.meta,
            section=section,
            paper_face=self._deck.paper,
            kind_of=kind_of,
            plain=plain,
        )
        self.too_small += [
            too_small(diagram, drawing, room, slide.id)
            for diagram, drawing, room in diagrams.tiny
            for slide in section.slides
            if isinstance(slide.body, DiagramBody) and slide.body.diagram == diagram
        ]
        shown = (*_assets(section), *charts.assets.values(), *diagrams.assets.values())
        assets = {f"asset:{asset.digest}": (asset.media_type, asset.data) for asset in shown}
        return Job(html, self._css, str(self._press.fonts), assets, leaves=tuple(slide.id for slide in section.slides))


def _chart_height(chart: Chart) -> float:
    """Millimetres, as deck.css gives them to a picture with words below it or without."""
    return 76.0 if chart.number or chart.caption or chart.source else 86.0


def kind_of(body: SlideBody) -> str:
    """The name of the macro and the style of a slide with ``body``."""
    match body:
        case TitleBody():
            return "title"
        case SectionBody():
            return "section"
        case PointsBody():
            return "points_body"
        case ColumnsBody():
            return "columns"
        case PictureBody():
            return "picture"
        case DiagramBody():
            return "diagram"
        case ChartBody():
            return "chart"
        case TableBody():
            return "table"
        case QuestionBody():
            return "question"
        case ExerciseBody():
            return "exercise"
        case QuotationBody():
            return "quotation"
        case SummaryBody():
            return "summary"
        case _:
            assert_never(body)


def _spans(section: Section, fragment: Fragment) -> list[range]:
    """The pages of each slide within the fragment, from 0: one each, where all fit."""
    starts = [fragment.anchors[slide.id].page for slide in section.slides]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], fragment.pages], strict=True)]


def _overflow(slide: Slide) -> Finding:
    return Finding(
        OVERFLOW,
        slide.id,
        f"slide {slide.number} “{plain(slide.title)}” holds more than fits on one slide",
        "say less on it, or make two slides of it",
    )


def _blocks(body: SlideBody) -> tuple[Block, ...]:
    match body:
        case PictureBody():
            return (body.figure,)
        case ChartBody():
            return (body.chart,)
        case TableBody():
            return (body.table,)
        case DiagramBody():
            return (body.diagram,)
        case _:
            return ()


def _assets(section: Section) -> Iterator[Asset]:
    for slide in section.slides:
        yield from pictured(_blocks(slide.body))
        if isinstance(slide.body, TitleBody):
            yield from (sign.asset for sign in slide.body.signs)


def _deck_ids(deck: Deck) -> Iterator[str]:
    for slide in deck.slides:
        yield slide.id
        yield from node_ids(_blocks(slide.body))
