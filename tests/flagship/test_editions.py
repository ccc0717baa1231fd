"""Every edition of the flagship that there can be: three languages, the course and four centres, and the delivery.

Composed and written without laying out a page, which takes a second or two for each. The tests of one language run in
one process, which composes each edition once; what is laid out is for test_languages.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from modulekit.build import Job
from modulekit.build.lattice import Point, Wish
from modulekit.build.prepare import Preparation, points
from modulekit.build.record import EditionRecord
from modulekit.delivery.leaks import Scan
from modulekit.diagnostics import Report
from modulekit.document import Chart, Document, walk
from modulekit.editions import identify, number, redact
from modulekit.formats.charts.canvas import Canvas, Room
from modulekit.formats.table import FORMATS
from modulekit.model.audience import Audience
from modulekit.model.edition import Edition
from modulekit.model.numbering import Numbering
from modulekit.products.context import Context
from modulekit.products.table import PRODUCTS
from modulekit.source import OpenWorkspace, Source, open_workspace, read_module
from tests.flagship.conftest import MODULE, ROOT
from tests.formats.charts.words import complaints
from tests.presses import drawing_press


def in_one_process(language: str) -> pytest.MarkDecorator:
    """The mark that keeps tests of a language together."""
    return pytest.mark.xdist_group(f"flagship-{language}")


LANGUAGES = ("en", "kk", "ru")
CENTRES = ("academy", "east-kazakhstan", "kyzylorda", "mangystau")
REGIONS = CENTRES[1:]
DELIVERY = Point("kyzylorda", "kyzylorda-2015-01", "")
POINTS = (
    *(Point("", "", language) for language in LANGUAGES),
    *(Point(centre, "", language) for centre in CENTRES for language in LANGUAGES),
    *(Point(DELIVERY.centre, DELIVERY.delivery, language) for language in ("kk", "ru")),
)
EVERY_LANGUAGE = [pytest.param(language, marks=in_one_process(language)) for language in LANGUAGES]
EVERY_POINT = [pytest.param(point, marks=in_one_process(point.language), id=str(point.folder)) for point in POINTS]
NOTHING = Scan((), 0, (), (), 0, 0)


@dataclass(frozen=True)
class Lattice:
    """The workspace of this repository, the course, and all of its editions."""

    workspace: OpenWorkspace
    source: Source
    points: tuple[Point, ...]


@cache
def lattice() -> Lattice:
    report = Report()
    workspace = open_workspace(ROOT, report)
    assert workspace is not None, [*report]
    source = read_module(workspace, MODULE, report)
    assert source is not None, [*report]
    return Lattice(workspace, source, points(workspace, source, Wish(everything=True)))


@cache
def prepared(language: str) -> Preparation:
    """What the editions in a language are made from, read as a strict build reads it, with nothing to say."""
    report, read = Report(), lattice()
    spoken = tuple(point for point in read.points if point.language == language)
    made = Preparation.of(read.workspace, read.source, spoken, report)
    assert [*report] == []
    return made


@cache
def job(point: Point) -> Job:
    """The edition at ``point``, with nothing to say."""
    report = Report()
    made = prepared(point.language).job(point, report)
    assert [*report] == []
    return made


def contexts(of: Job, audience: Audience) -> Context:
    """What products for ``audience`` are composed with, before anything was laid out."""
    whole = identify(of.module)
    edition = Edition(
        redact(whole, audience),
        number(whole),
        of.assets,
        of.organisation,
        of.centre,
        of.visible,
        of.delivery,
        of.participants,
        of.schedule,
        of.written_in,
        of.adaptations,
    )
    return Context(edition, of.strings, beside=contexts(of.beside, audience) if of.beside else None)


@cache
def written(point: Point) -> dict[str, str]:
    """All products of an edition as text, with HTML where they have it; a finding of a writer is a failure."""
    of = job(point)
    by_audience = {audience: contexts(of, audience) for audience in Audience}
    texts = {}
    for product in PRODUCTS.values():
        if product.only_with and product.only_with not in of.having:
            continue
        content = product.compose(by_audience[product.audience])
        formats = ("text", "html") if isinstance(content, Document) and "html" in product.formats else ("text",)
        printed = [FORMATS[name].write(content, drawing_press()) for name in formats]
        assert [found for file in printed for found in file.findings] == []
        texts[product.name] = "\n".join(file.data.decode() for file in printed)
    return texts


def regions_in(language: str) -> dict[str, str]:
    """What the regions are called in a language, as the edition that holds the sheets of all of them calls them."""
    everywhere = job(Point("", "", language)).adaptations
    (sheet,) = (found for found in everywhere if found.slot == "regional-sheet")
    return dict(zip((region.region for region in lattice().source.module.regions), sheet.regions, strict=True))


def numbering(point: Point) -> Numbering:
    return number(identify(job(point).module))


def test_the_lattice_is_what_it_was_meant_to_be() -> None:
    assert set(lattice().points) == set(POINTS)
    assert len(lattice().points) == 17


@pytest.mark.parametrize("point", EVERY_POINT)
def test_every_edition_composes(point: Point) -> None:
    texts = written(point)
    lacking = {product.name for product in PRODUCTS.values() if product.only_with} - job(point).having
    assert set(texts) == {name for name, product in PRODUCTS.items() if product.only_with in ("", *job(point).having)}
    assert len(texts) >= len(PRODUCTS) - len(lacking)
    assert min(len(text) for text in texts.values()) > 200
    centre = job(point).centre
    if centre:
        assert centre.name.text(point.language) in texts["handout"].replace("\u00a0", " ")


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("region", REGIONS)
def test_a_region_holds_its_own_sheet_and_no_other(region: str, language: str) -> None:
    """Titles of sheets are long enough to be no chance: what other regions' editions say stands nowhere in this one."""
    own = written(Point(region, "", language))
    sheets = {id: _sheet(Point(id, "", language)) for id in REGIONS}
    assert len({title for title, _ in sheets.values()}) == len(REGIONS)
    for id, (title, tree) in sheets.items():
        assert {name for name, text in own.items() if title in text} >= ({"handout"} if id == region else set()), id
        assert any(title in text for text in own.values()) == (id == region), id
        if tree:
            assert any(tree in text for text in own.values()) == (id == region), id


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_where_no_region_is_meant_all_sheets_stand(language: str) -> None:
    for centre in ("", "academy"):
        handout = written(Point(centre, "", language))["handout"]
        assert all(_sheet(Point(id, "", language))[0] in handout for id in REGIONS)


def _sheet(point: Point) -> tuple[str, str]:
    """The title of the regional sheet as the edition calls it, and the caption of the region's problem tree."""
    mine = next(region for region in lattice().source.module.regions if region.region == point.centre)
    ids = {entry.case.id for fill in mine.slots for entry in fill.content if entry.case}
    trees = {entry.problem_tree.id for fill in mine.slots for entry in fill.content if entry.problem_tree}
    context = contexts(job(point), Audience.TRAINER)
    (title,) = (entry.case.title for entry in context.entries if entry.case and entry.case.id in ids)
    captions = [e.problem_tree.caption or "" for e in context.entries if e.problem_tree and e.problem_tree.id in trees]
    return title, captions[0] if captions else ""


def test_lessons_and_exercises_have_one_number_everywhere() -> None:
    first = numbering(POINTS[0])
    assert len(first.lessons) == 8
    assert len(first.exercises) == 7
    for point in POINTS[1:]:
        if not point.delivery:
            assert numbering(point).lessons == first.lessons, point
            assert numbering(point).exercises == first.exercises, point
    taught = [numbering(Point(DELIVERY.centre, DELIVERY.delivery, language)) for language in ("kk", "ru")]
    assert taught[0].lessons == taught[1].lessons == first.lessons
    assert taught[0].exercises == taught[1].exercises == first.exercises


@pytest.mark.parametrize("point", EVERY_POINT)
def test_the_record_says_whose_material_stands_in_each_slot(point: Point) -> None:
    record = EditionRecord.of(job(point), NOTHING)
    names = regions_in(point.language)
    filled = {slot["slot"]: slot["regions"] for slot in record.adapted}
    assert {"regional-sheet", "regional-answer"} < set(filled)
    assert set(names) == set(REGIONS)
    own = names.get(point.centre)
    assert filled["regional-sheet"] == ((own,) if own else tuple(names.values()))
    assert all(set(regions) <= ({own} if own else set(names.values())) for regions in filled.values())
    assert record.marked == ()


@pytest.mark.parametrize("point", EVERY_POINT)
def test_no_words_of_a_chart_are_cut(point: Point) -> None:
    """In the widths of a page, of a cell, of a telephone and of a slide: names are longest in Russian and Kazakh."""
    press = drawing_press()
    document = PRODUCTS["handout"].compose(contexts(job(point), Audience.PARTICIPANT))
    assert isinstance(document, Document)
    charts = [block for part in document.parts for block in walk(part.blocks) if isinstance(block, Chart)]
    assert len(charts) >= 3
    for chart in charts:
        for room in (Room(166, 7.6), Room(100, 7.6), Room(110, 9.7), Room(218, 13, 76)):
            assert complaints(chart, Canvas(room, press.theme, press.fonts)) == [], (chart.id, room)
