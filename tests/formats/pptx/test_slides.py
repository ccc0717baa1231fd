"""Slides as a trainer finds them in PowerPoint: native text in placeholders, on the layout of its kind."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pptx
import pytest

from modulekit.archive import unpack
from modulekit.document import (
    Asset,
    Cell,
    ColumnsBody,
    Deck,
    Figure,
    Link,
    Paragraph,
    PictureBody,
    PointsBody,
    Reference,
    Row,
    Section,
    Slide,
    SlideBody,
    Table,
    TableBody,
    TableColumn,
    plain,
)
from modulekit.formats.drawing.words import in_words
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.pptx import fit, write
from modulekit.formats.press import Press, Printed
from tests.formats.sample_charts import CHARTS
from tests.formats.sample_diagrams import TREE
from tests.formats.samples import slides, words


def deck(*bodies: SlideBody, first: int = 1) -> Deck:
    made = tuple(
        Slide(f"slide-{number}", number, words(f"Slide {number}"), body) for number, body in enumerate(bodies, first)
    )
    return Deck(slides().meta, (Section("s", "Section", made),))


def opened(printed: Printed) -> Any:
    return pptx.Presentation(io.BytesIO(printed.data))


def words_of(slide: Any) -> list[str]:
    """The texts of a slide in reading order, those of tables and groups included."""
    found = []
    for shape in slide.shapes:
        for body in shape._element.iter(qname("p:txBody"), qname("a:txBody")):
            paragraphs = ("".join(run.text or "" for run in p.iter(qname("a:t"))) for p in body.iter(qname("a:p")))
            found.append("\n".join(paragraphs))
    return found


def test_each_body_has_its_layout(sample: Any) -> None:
    assert [slide.slide_layout.name for slide in sample.slides] == [
        "Title",
        "Section",
        "Points",
        "Columns",
        "Picture",
        "Table",
        "Question",
        "Exercise",
        "Quotation",
        "Summary",
        "Picture",
        "Picture",
    ]


def test_every_slide_has_its_title_first(sample: Any) -> None:
    for slide, source in zip(sample.slides, slides().slides, strict=True):
        assert slide.shapes[0] == slide.shapes.title
        assert slide.shapes.title.text == plain(source.title)


SHOWN = """
Impact-Oriented Programming / For regions and rural territories / Өскемен   2–3 November 2026 / Funded by … / 1
From evidence to a problem tree / 3 / After this lesson you can / state a problem; trace its causes / Day 1 / 2
A problem is not a missing solution / “No irrigation fund” is a project in disguise; \
“Yields fell by a third” is a state; Ask: who could show it, and where? / \
From evidence to a problem tree · Handout p. 17 / 3
Two ways to begin / From projects / Quick; Nobody asks why / \
From problems / Slower; Мәселе бәріне түсінікті / 4
A small tree / Drawing: the authors / 5
What the figures say / District / Income, % / District A / 63 / District B / 81 / \
Illustrative figures for training. / 6
Think for a minute / Who could dispute your figure? / 7
Exercise 2 · Draw the tree / Choose a figure and ask “why?” until a district can act. / Groups of five / \
brief 5 / work 25 / report 12 / debrief 8 / Handout p. 18 / 8
In their words / We had a plan before we had a problem. / A head of division, 2025 / 9
To remember / Point to it.; Ask why. / 10
What the years say / 11
Why yields fall / Урожайность орошаемых земель упала на треть; 63 % of the mean / Водообеспеченность ниже нормы / \
Межхозяйственные каналы не обслуживаются; Inspection, 2025 / There are few stores; 4 of 31 farms / \
Доходы сельскохозяйственных домохозяйств снизились / Жас отбасылар ауылдан көшіп кетеді / \
Figure 3.3 Why yields fall / Invented / 12
"""


def test_nothing_of_the_sample_is_lost(sample: Any) -> None:
    shown = [" / ".join(filter(None, words_of(slide))).replace("\n", "; ") for slide in sample.slides]
    assert shown == SHOWN.strip().splitlines()


def test_texts_stand_in_placeholders_of_the_layout(sample: Any) -> None:
    """Only bars, drawings and charts have places of their own; all else follows its layout when that is changed."""
    for slide in sample.slides:
        places = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        for shape in slide.shapes:
            if shape.shape_type is not None and "GROUP" in str(shape.shape_type):
                assert slide.slide_layout.name in ("Exercise", "Picture")
                continue
            if shape.has_chart:
                continue
            assert shape.is_placeholder, shape.name
            assert shape.placeholder_format.idx in places


def test_no_placeholder_is_empty(sample: Any) -> None:
    for slide in sample.slides:
        empty = [s.name for s in slide.placeholders if s.has_text_frame and not s.text_frame.text.strip()]
        assert empty == []


def test_every_run_says_its_language(sample: Any) -> None:
    properties = [p for slide in sample.slides for p in slide._element.iter(qname("a:rPr"))]
    assert len(properties) > 40
    assert {p.get("lang") for p in properties} == {"en-GB"}


def test_pictures_and_bars_are_described(sample: Any) -> None:
    described = {
        properties.get("name"): properties.get("descr")
        for slide in sample.slides
        for properties in slide._element.iter(qname("p:cNvPr"))
        if properties.get("descr")
    }
    assert described == {
        "Picture": "A tree: yields fall in dry years because there is no water and few stores.",
        "Table": "Table",
        "Time": "Time: brief 5 minutes, work 25, report 12, debrief 8.",
        "Chart 3": CHARTS["negative"].alt,
        "Drawing": in_words(TREE),
    }


def test_bars_are_drawn_to_scale(sample: Any) -> None:
    (group,) = [shape for shape in sample.slides[7].shapes if shape.name == "Time"]
    widths = [shape.width for shape in group.shapes][:4]
    pieces = [width + 0.7 * 36_000 for width in widths]
    assert [round(piece / sum(pieces) * 50) for piece in pieces] == [5, 25, 12, 8]


def test_no_column_is_too_narrow_for_its_longest_word(press: Press) -> None:
    """A narrow first column holds a long label, which is bold; what else it needs, the wide one gives."""
    labels = ("Түйінді", "Орындалды")
    rows = tuple(Row((Cell((Paragraph(words(label)),)), Cell((Paragraph(words("63")),)))) for label in labels)
    table = Table((TableColumn(words("№"), 4.0), TableColumn(words("Проблема"), 96.0)), rows)
    (shape,) = (s for s in opened(write(deck(TableBody(table)), press)).slides[0].shapes if s.has_table)
    narrow, wide = (column.width / 36000 for column in shape.table.columns)
    least = fit.width("Орындалды", 16.0, press.fonts, bold=True)
    assert least + 4.8 < narrow < least * 1.2 + 4.8
    assert narrow + wide == pytest.approx(shape.width / 36000, abs=0.1)


def test_tables_are_native_with_a_header_row(sample: Any) -> None:
    (table,) = [shape.table for shape in sample.slides[5].shapes if shape.has_table]
    assert table.first_row
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["District A", "63"]


def dark_slides(presentation: Any) -> list[str]:
    return [
        slide.slide_layout.name
        for slide in presentation.slides
        if slide._element.find(f".//{qname('a:overrideClrMapping')}") is not None
    ]


def test_openings_and_exercises_are_dark(sample: Any) -> None:
    assert dark_slides(sample) == ["Title", "Section", "Exercise"]


def test_a_deck_for_paper_has_no_dark_slide_and_no_dark_layout(press: Press) -> None:
    printed = write(slides(paper=True), press)
    assert dark_slides(opened(printed)) == []
    assert not any(b"overrideClrMapping" in data for data in unpack(printed.data).values())


def test_numbers_are_fields_where_powerpoint_counts_the_same(sample: Any) -> None:
    kinds = [bool(list(slide._element.iter(qname("a:fld")))) for slide in sample.slides]
    assert kinds == [True] * len(slides().slides)


def test_numbers_that_leave_some_out_are_printed_as_they_are(press: Press) -> None:
    whole = deck(*[PointsBody((words("One"),))] * 3, first=12)
    gap = replace(whole, sections=(replace(whole.sections[0], slides=(whole.slides[0], whole.slides[2])),))
    made = opened(write(gap, press))
    assert made.part._element.get("firstSlideNum") == "12"
    assert [words_of(slide)[-1] for slide in made.slides] == ["12", "14"]
    assert [bool(list(slide._element.iter(qname("a:fld")))) for slide in made.slides] == [True, False]


def test_sections_are_in_the_outline(sample: Any) -> None:
    sections = [(section.get("name"), len(section[0])) for section in sample.part._element.iter(qname("p14:section"))]
    assert sections == [("Opening", 1), ("From evidence to a tree", 11)]


@pytest.mark.parametrize("count", [1, 3, 4])
def test_any_number_of_columns_is_written(press: Press, count: int) -> None:
    columns = tuple((words(f"Column {n}"), (words(f"Point {n}"),)) for n in range(count))
    made = opened(write(deck(ColumnsBody(columns)), press))
    shown = words_of(made.slides[0])
    assert [text for text in shown if text.startswith(("Column", "Point"))] == [
        text for n in range(count) for text in (f"Column {n}", f"Point {n}")
    ]
    boxes = [shape for shape in made.slides[0].shapes if not shape.is_placeholder]
    assert all(shape.left + shape.width <= made.slide_width for shape in boxes)


def test_text_that_is_long_is_set_smaller(press: Press) -> None:
    sentence = "A point that takes a good deal more than one line of the slide to be said " * 2
    points = (words(sentence),) * 4
    printed = write(deck(PointsBody(points)), press)
    body = opened(printed).slides[0].placeholders[1]
    scale = body._element.find(f".//{qname('a:normAutofit')}").get("fontScale")
    assert 70_000 < int(scale) < 100_000
    assert printed.findings == ()


def test_text_that_cannot_fit_is_reported_and_written(press: Press) -> None:
    points = tuple(words(f"Point {n}, which is far too long for a slide. " * 4) for n in range(15))
    printed = write(deck(PointsBody(points)), press)
    assert [(found.code, found.target) for found in printed.findings] == [("MK701", "slide-1")]
    assert "Point 14" in words_of(opened(printed).slides[0])[1]


def test_references_jump_to_slides_and_links_leave(press: Press) -> None:
    body = PointsBody(
        (
            words(Reference("slide-2", words("the next slide"))),
            words(Reference("nowhere", words("nothing"))),
            words(Link("https://example.org/a", words("the source"))),
            words(Link("file:///etc/passwd", words("a file"))),
        )
    )
    slide = opened(write(deck(body, PointsBody((words("Here"),))), press)).slides[0]
    links = {
        "".join(t.text for t in run.iter(qname("a:t"))): (
            slide.part.rels[click.get(qname("r:id"))].reltype.rpartition("/")[2],
            click.get("action"),
        )
        for run in slide._element.iter(qname("a:r"))
        for click in run.iter(qname("a:hlinkClick"))
    }
    assert links == {
        "the next slide": ("slide", "ppaction://hlinksldjump"),
        "the source": ("hyperlink", None),
    }


def test_a_picture_that_cannot_be_read_leaves_its_words(press: Press) -> None:
    broken = Figure(Asset("tree.svg", "image/svg+xml", b"<svg"), "A tree with two causes")
    printed = write(deck(PictureBody(broken)), press)
    assert [found.code for found in printed.findings] == ["MK607"]
    assert "A tree with two causes" in words_of(opened(printed).slides[0])
