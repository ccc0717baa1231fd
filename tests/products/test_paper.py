"""Sheets of paper: from the pages that were laid out, on both sides where that does no harm, for every copy."""

from __future__ import annotations

import re

from modulekit.products.context import Layouts
from modulekit.products.prints import Copies, paper
from modulekit.products.prints import copies as copied
from modulekit.products.quantities import Amount
from modulekit.products.table import PRODUCTS, _prints
from tests.courses import english
from tests.products.composed import context, delivered, text, text_of

PRINTED = {name: product for name, product in PRODUCTS.items() if product.copies is not Copies.NONE}


def _row(name: str) -> list[str]:
    """What the list of the small course, for 4 to 12 people, says of a product."""
    line = re.search(rf"^\[ \] {english()(f'product-{name}')}\t(.*)$", text("materials"), re.M)
    assert line is not None
    return line.group(1).split("\t")[:-1]


def _of(lengths: dict[str, int]) -> str:
    """The list of materials with products of ``lengths`` pages."""
    return text_of(PRODUCTS["materials"].compose(context("materials", layouts=Layouts(lengths=lengths))))


def test_two_pages_are_one_sheet_and_each_copy_begins_a_new_one() -> None:
    assert _row("handout") == ["4", "12", "7", "48"]  # 7 pages: 4 sheets for each of 12
    assert _row("agenda") == ["4", "12", "6", "36"]


def test_what_is_collected_page_by_page_is_printed_on_one_side() -> None:
    assert {name for name, product in PRINTED.items() if product.one_sided} == {
        "badges",
        "certificates",
        "daily-feedback",
    }
    assert _row("daily-feedback") == ["4", "12", "14", "168"]
    assert "On one side only: Daily feedback." in text("materials")


def test_sheets_are_added_up_and_counted_in_packs() -> None:
    lengths = dict.fromkeys(PRINTED, 0) | dict.fromkeys(("handout", "guide"), 40)
    of = context("materials", layouts=Layouts(lengths=lengths))
    both = [copy for copy in copied(of, _prints(of)) if copy.pages]
    assert paper(both) == Amount(4 * 20 + 2 * 20, 12 * 20 + 2 * 20)
    rows = re.findall(r"^\[ \] .*\t\d+\t(\d+)\t[a-z ]+$", text("materials"), re.M)
    assert len(rows) == len([name for name in PRINTED if PRINTED[name].only_with == ""])
    assert f"In all {sum(map(int, rows))} sheets of A4, packs of 500 to buy: 1." in text("materials")
    assert f"Have {sum(map(int, rows))} sheets of A4 paper ready" in text("checklists")
    assert "In all 2,275 sheets of A4, packs of 500 to buy: 5." in _of(dict.fromkeys(PRINTED, 50))


def test_where_something_was_not_laid_out_no_sheets_are_told() -> None:
    """A sum that leaves something out would be believed."""
    lengths = dict.fromkeys(PRINTED, 4)
    del lengths["evaluation"]
    assert "sheets of A4" not in _of(lengths)
    assert "Document\tFor 4\tFor 12\tHow many\n" in _of(lengths)


def test_a_delivery_counts_its_own_papers_too() -> None:
    of = delivered("materials")
    sheets = {copy.title: copy.sheets for copy in copied(of, _prints(of))}
    assert sheets["Certificates"] == Amount(len("certificates"), len("certificates"))  # one side each
    assert sheets["Attendance"] == Amount(5, 5)  # 10 pages
    assert sheets["Participant handout"] == Amount(23 * 4, 23 * 4)
    assert "On one side only: Daily feedback, Badges and Certificates." in text_of(PRODUCTS["materials"].compose(of))
