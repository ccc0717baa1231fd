"""The plan: which tasks make what was ordered, each after what it needs.

Takes an order, gives tasks. A task is named by a product and a kind of result: its ``content`` (a Document or Deck),
the ``pictures`` of its slides, or one of its formats.
"""

from __future__ import annotations

from dataclasses import dataclass

from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS

Kind = str
Key = tuple[str, Kind]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. Empty means everything."""

    products: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


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


def make_plan(order: Order, having: frozenset[str] = frozenset()) -> tuple[Task, ...]:
    """The tasks in an order in which each comes after what it needs.

    ``having`` names what the edition has of that which some products ask for: ``delivery``, ``second-language``.
    """
    wanted = {
        (product.name, format)
        for product in PRODUCTS.values()
        if (not order.products or product.name in order.products)
        and (not product.only_with or product.only_with in having)
        for format in product.formats
        if not order.formats or format in order.formats
    }
    tasks: dict[Key, Task] = {}
    for product in PRODUCTS.values():
        for format in product.formats:
            if (product.name, format) in wanted:
                _add(tasks, (product.name, format), wanted)
    return tuple(tasks.values())


def _add(tasks: dict[Key, Task], key: Key, wanted: set[Key]) -> None:
    if key in tasks:
        return
    needs = _needs(*key)
    for need in needs:
        _add(tasks, need, wanted)
    tasks[key] = Task(*key, needs=needs, wanted=key in wanted)


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
