"""The plan: every task comes after what it needs, and nothing is made that nobody asked for or needs."""

from __future__ import annotations

from itertools import combinations

import pytest

from modulekit.build.plan import Order, Task, make_plan
from modulekit.formats.table import FORMATS
from modulekit.model.audience import Audience
from modulekit.products.prints import Copies
from modulekit.products.table import PRODUCTS

ORDERS = [
    Order(products, formats)
    for products in ((), *((name,) for name in PRODUCTS), *combinations(PRODUCTS, 2))
    for formats in ((), *((name,) for name in FORMATS), ("docx", "text"))
]


EVERYTHING = frozenset(product.only_with for product in PRODUCTS.values())
"""An edition that has all that any product asks for."""


def _keys(tasks: tuple[Task, ...]) -> list[tuple[str, str]]:
    return [task.key for task in tasks]


def test_every_task_comes_once_and_after_what_it_needs() -> None:
    for order in ORDERS:
        done: set[tuple[str, str]] = set()
        for task in make_plan(order):
            assert task.key not in done
            assert done.issuperset(task.needs), f"{task.key} before {set(task.needs) - done}"
            done.add(task.key)


def test_exactly_what_was_ordered_is_wanted() -> None:
    for order in ORDERS:
        wanted = {task.key for task in make_plan(order, EVERYTHING) if task.wanted}
        assert wanted == {
            (product.name, format)
            for product in PRODUCTS.values()
            for format in product.formats
            if product.name in (order.products or PRODUCTS) and format in (order.formats or FORMATS)
        }


def test_what_an_edition_lacks_is_not_made() -> None:
    plain = {task.product for task in make_plan(Order()) if task.wanted}
    asking = {product.name for product in PRODUCTS.values() if product.only_with}
    assert len(asking) > 3
    assert plain == set(PRODUCTS) - asking


def test_what_is_not_wanted_is_needed() -> None:
    for order in ORDERS:
        tasks = make_plan(order)
        needed = {need for task in tasks for need in task.needs}
        assert {task.key for task in tasks if not task.wanted} <= needed


def test_the_guide_as_text_needs_the_pages_of_the_handout_and_pictures_of_the_slides() -> None:
    tasks = make_plan(Order(("guide",), ("text",)))
    assert {("handout", "pdf"), ("slides", "pdf"), ("slides", "pictures")} < set(_keys(tasks))
    assert [task.key for task in tasks if task.wanted] == [("guide", "text")]


def test_word_files_count_their_pages_in_the_pdf() -> None:
    tasks = make_plan(Order(("guide",), ("docx",)))
    assert {("guide", "pdf"), ("handout", "pdf")} < set(_keys(tasks))
    assert [task.key for task in tasks if task.wanted] == [("guide", "docx")]


@pytest.mark.parametrize("name", ["materials", "checklists"])
def test_lists_of_what_is_printed_need_the_pages_of_it(name: str) -> None:
    printed = {product.name for product in PRODUCTS.values() if product.copies is not Copies.NONE}
    assert not printed & {"materials", "checklists"}
    with_delivery, without = (
        {need for task in make_plan(Order((name,)), having) for need in task.needs if task.key == (name, "content")}
        for having in (EVERYTHING, frozenset[str]())
    )
    assert with_delivery == {(product, "pdf") for product in printed}
    assert without == {(product, "pdf") for product in printed if not PRODUCTS[product].only_with}
    assert without != with_delivery


def test_a_handout_as_text_needs_nothing_but_itself() -> None:
    assert _keys(make_plan(Order(("handout",), ("text",)))) == [("handout", "content"), ("handout", "text")]


def test_a_format_that_a_product_has_not_gives_nothing() -> None:
    assert make_plan(Order(("slides",), ("docx",))) == ()


@pytest.mark.parametrize("name", PRODUCTS)
def test_the_tables_ask_for_what_exists(name: str) -> None:
    product = PRODUCTS[name]
    assert product.name == name
    assert product.formats
    for format in product.formats:
        assert FORMATS[format].deck if name.startswith("slides") else FORMATS[format].document, format
    for other in (*product.pages_of, product.pictures_of):
        assert not other or "pdf" in PRODUCTS[other].formats


def test_pictures_of_slides_with_notes_never_reach_participants() -> None:
    """Only a product for trainers may show the trainers' slides, which are laid out from their edition."""
    for product in PRODUCTS.values():
        sources = [PRODUCTS[name] for name in (*product.pages_of, product.pictures_of) if name]
        if product.audience is Audience.PARTICIPANT:
            assert all(source.audience is Audience.PARTICIPANT for source in sources), product.name
