"""The plan: which tasks make what was ordered, each after what it needs.

Takes an order, gives tasks. A task is named by a product and a kind of result: its ``content`` (a Document or Deck),
the ``pictures`` of its slides, or one of its formats.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS

Kind = str
Key = tuple[str, Kind]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. Empty means everything. ``pairs`` are products with one format each, and nothing but them."""

    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    pairs: frozenset[tuple[str, str]] = frozenset()

    def wants(self, product: str, format: str) -> bool:
        """Whether this product in this format is among what was asked for."""
        return (
            (not self.products or product in self.products)
            and (not self.formats or format in self.formats)
            and (not self.pairs or (product, format) in self.pairs)
        )


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a build. ``wanted`` says that its result is a file of the output."""

    product: str
    kind: Kind
    needs: tuple[Key, ...] = ()
    wanted: bool = False

    @property
    def key(self) -> Key:
        """How other tasks name this one."""
        return (self.product, self.kind)

    @property
    def is_pdf(self) -> bool:
        """Whether its result is a PDF, laid out page by page."""
        return self.kind in FORMATS and FORMATS[self.kind].ending == "pdf"


def make_plan(order: Order, having: frozenset[str] = frozenset()) -> tuple[Task, ...]:
    """The tasks in an order in which each comes after what it needs.

    ``having`` names what the edition has of that which some products ask for: ``delivery``, ``second-language``,
    ``earlier``.
    """
    wanted = {
        (product.name, format)
        for product in PRODUCTS.values()
        if _can_be_made(product.name, having)
        for format in product.formats
        if order.wants(product.name, format)
    }
    tasks: dict[Key, Task] = {}
    for product in PRODUCTS.values():
        for format in product.formats:
            if (product.name, format) in wanted:
                _add(tasks, (product.name, format), wanted, having)
    return tuple(tasks.values())


def _add(tasks: dict[Key, Task], key: Key, wanted: set[Key], having: frozenset[str]) -> None:
    if key in tasks:
        return
    needs = tuple(need for need in _needs(*key) if _can_be_made(need[0], having))
    for need in needs:
        _add(tasks, need, wanted, having)
    tasks[key] = Task(*key, needs=needs, wanted=key in wanted)


def _can_be_made(name: str, having: frozenset[str]) -> bool:
    only_with = PRODUCTS[name].only_with
    return not only_with or only_with in having


def _needs(name: str, kind: Kind) -> tuple[Key, ...]:
    product = PRODUCTS[name]
    if kind == "content":
        pages = tuple((other, "pdf") for other in product.pages_of)
        pictures = ((product.pictures_of, "pdf"), (product.pictures_of, "pictures")) if product.pictures_of else ()
        return (*pages, *pictures)
    if kind == "pictures":
        return ((name, "pdf"),)
    laid_out = ((name, "pdf"),) if FORMATS[kind].shows_pages else ()
    return ((name, "content"), *laid_out)


def heights(tasks: Sequence[Task]) -> Mapping[Key, int]:
    """How long the longest chain of tasks is that waits for each: what is high is begun first."""
    high = dict.fromkeys((task.key for task in tasks), 0)
    for task in reversed(tasks):  # whoever needs a task stands behind it
        for need in task.needs:
            high[need] = max(high[need], high[task.key] + 1)
    return high
