"""Products of a course as it is taught once: counts that are exact, dates and places, and what was left out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from modulekit.archive import unpack
from modulekit.document import Cell, Columns, ColumnsRole, Document, Paragraph, PartKind, Table, TableRole, plain, walk
from modulekit.formats.docx.writer import write
from modulekit.model import Pause
from modulekit.model.delivery import Participant
from modulekit.products import locale, occasion
from modulekit.products.attendance import attendance
from modulekit.products.strings import Strings, parse_strings
from modulekit.products.table import DELIVERY, PRODUCTS
from modulekit.resources import templates
from tests.presses import drawing_press
from tests.products.composed import composed, context, delivered, text_of

PEOPLE = tuple(
    Participant(name=f"Sample Person {number}", institution=f"Division {number}", position="specialist")
    for number in range(1, 12)
)
"""Made for the test: nobody is called so."""

OF_PEOPLE = [name for name, product in PRODUCTS.items() if product.only_with == DELIVERY]


def _text(product: str, people: tuple[Participant, ...] = ()) -> str:
    return text_of(PRODUCTS[product].compose(delivered(product, people=people)))


def _document(product: str, people: tuple[Participant, ...] = ()) -> Document:
    content = PRODUCTS[product].compose(delivered(product, people=people))
    assert isinstance(content, Document)
    return content


def _strings(language: str) -> Strings:
    return parse_strings((templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8"), language)


def test_the_agenda_says_weekday_date_place_and_clock() -> None:
    found = _text("agenda")
    assert "Tuesday, 1\u00a0December 2026 · 09:00–10:20 · Hilltown, Blue room" in found
    assert "Wednesday, 2\u00a0December 2026 · 10:00–11:50 · Hilltown, Old hall" in found


def test_what_is_left_out_stands_in_the_agenda_and_in_the_guide_and_in_no_lesson() -> None:
    assert "Left out for lack of time: State the purpose (30 min)" in _text("agenda")
    guide = _text("guide")
    assert "# Left out" in guide
    assert "30\u00a0minutes together" in guide or "30 minutes together" in guide
    whole = delivered("guide").module
    lesson = next(lesson for lesson in whole.lessons if lesson.lesson == "decisions")
    assert len(lesson.steps) == 2
    assert lesson.minutes == 45


def test_the_slides_say_when_and_where() -> None:
    content = PRODUCTS["slides"].compose(delivered("slides"))
    assert not isinstance(content, Document)
    assert all("1–2\u00a0December 2026, Hilltown" in slide.footer for slide in content.slides)
    as_such = PRODUCTS["slides"].compose(context("slides"))
    assert not isinstance(as_such, Document)
    assert not any("Hilltown" in slide.footer for slide in as_such.slides)


def test_materials_are_counted_for_23_people_in_groups_of_5() -> None:
    rows = {}
    for block in walk(tuple(block for part in _document("materials").parts[:1] for block in part.blocks)):
        if isinstance(block, Table):
            for row in block.rows:
                name, count = (text_of_cell(cell) for cell in row.cells[:2])
                rows[name] = count
    assert rows["Participant handout"] == "23"
    assert rows["Trainer guide"] == "2"  # the observer teaches nothing
    assert rows["Certificates"] == "1"
    assert rows["felt pen"] == "23"
    assert rows["form"] == "15"  # three for each of five groups: 23 / 5 is rounded up
    assert "23 participants in 5 groups" in _text("materials")


def test_a_course_that_is_not_delivered_prints_no_lists_of_people() -> None:
    assert "Attendance" not in text_of(composed("materials"))
    assert "For 4 to 12 participants" in text_of(composed("materials"))


@pytest.mark.parametrize("product", ["attendance", "register"])
def test_lists_have_a_row_for_everybody(product: str) -> None:
    for people, count in (((), 23), (PEOPLE, 11)):
        document = _document(product, people)
        tables = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
        assert len(tables[0].rows) == count
        assert all(table.role is TableRole.FORM for table in tables)
        assert all(person.name in _text(product, people) for person in people)


def test_attendance_is_signed_once_more_after_a_lunch() -> None:
    found = delivered("attendance")
    opening, pause, purpose = found.module.programme[0].sessions
    lunch = pause.model_copy(update={"pause": Pause.LUNCH})
    for sessions, columns in (
        ((opening, pause, purpose), ["Signature"]),
        ((opening, purpose, lunch), ["Signature"]),
        ((opening, lunch, purpose), ["Morning", "Afternoon"]),
    ):
        days = tuple(day.model_copy(update={"sessions": sessions}) for day in found.module.programme[:1])
        module = found.module.model_copy(update={"programme": days})
        table = attendance(replace(found, edition=replace(found.edition, module=module))).parts[0].blocks[1]
        assert isinstance(table, Table)
        assert [plain(column.title) for column in table.columns][3:] == columns


def test_eight_badges_are_on_a_sheet_and_everybody_has_one() -> None:
    document = _document("badges", PEOPLE)
    rows = [block for part in document.parts for block in part.blocks if isinstance(block, Columns)]
    assert {row.role for row in rows} == {ColumnsRole.BADGES}
    assert sum(1 for row in rows for cell in row.cells if cell) == len(PEOPLE) + 3
    assert all(len([b for b in part.blocks if isinstance(b, Columns)]) <= 4 for part in document.parts)


def test_certificates_are_numbered_and_say_hours_dates_and_language() -> None:
    document = _document("certificates", PEOPLE)
    assert {part.kind for part in document.parts} == {PartKind.CERTIFICATE}
    found = _text("certificates", PEOPLE)
    assert re.findall(r"HIL-2026-\d{3}", found) == [f"HIL-2026-{n:03d}" for n in range(1, 12)]
    assert found.count("2.5 academic hours · language: English") == 11
    assert found.count("1–2\u00a0December 2026, Hilltown") == 11
    assert "Deputy governor" in found


def test_without_a_list_a_certificate_has_a_line_for_the_name() -> None:
    assert len(_document("certificates").parts) == 23


@pytest.mark.parametrize("product", OF_PEOPLE)
def test_a_product_that_needs_a_delivery_says_so(product: str) -> None:
    with pytest.raises(ValueError, match="needs a delivery"):
        PRODUCTS[product].compose(context("handout"))


def test_certificates_in_word_lie_across_in_a_frame_without_margins_of_the_course() -> None:
    written = write(_document("certificates", PEOPLE[:2]), drawing_press())
    body = unpack(written.data)["word/document.xml"].decode()
    assert 'w:orient="landscape"' in body
    assert "<w:pgBorders" in body
    assert "w:footerReference" not in body
    assert body.count("Sample Person 1") == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "20–21\u00a0January 2015"),
        ("ru", "20–21\u00a0января 2015\u00a0г."),
        ("kk", "2015\u00a0жылғы 20–21\u00a0қаңтар"),
    ],
)
def test_days_in_a_row_are_one_date(language: str, words: str) -> None:
    assert locale.days(_strings(language), [date(2015, 1, 20), date(2015, 1, 21)]) == words


def test_days_apart_are_named_one_by_one() -> None:
    found = locale.days(_strings("en"), [date(2015, 1, 20), date(2015, 1, 22)])
    assert found == "20\u00a0January 2015 and 22\u00a0January 2015"
    assert locale.days(_strings("en"), [date(2015, 1, 20)]) == "20\u00a0January 2015"


def test_without_a_delivery_nothing_is_said_of_dates_and_places() -> None:
    as_such = context("agenda")
    assert occasion.dates_and_place(as_such) == occasion.day_date(as_such, 1) == occasion.room(as_such, 1) == ""
    assert occasion.host(as_such) == as_such.edition.organisation


def text_of_cell(cell: Cell) -> str:
    """The words of a table cell."""
    return " ".join(plain(block.children) for block in cell.blocks if isinstance(block, Paragraph))
