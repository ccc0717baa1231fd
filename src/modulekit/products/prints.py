"""How many copies of each document are printed for a course, and on how many sheets of paper.

Takes what the table of products says of copies and what was laid out before, gives numbers and words. Must not know the
table itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from modulekit.products.quantities import Amount

if TYPE_CHECKING:
    from modulekit.products.context import Context


class Copies(StrEnum):
    """For whom a document is printed."""

    NONE = "none"
    PARTICIPANT = "participant"
    TRAINER = "trainer"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Print:
    """A product by its name, for whom it is printed, and whether the backs of its sheets stay empty."""

    product: str
    copies: Copies
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """A document with the number of its copies, the rule behind it in words, and the sheets of paper that it takes.

    ``pages`` is the length of one copy, 0 where it was not laid out; ``sheets`` what all copies need, for the least and
    for the most participants: every copy begins on a sheet of its own.
    """

    title: str
    amount: Amount
    rule: str
    pages: int
    sheets: Amount
    one_sided: bool


def copies(context: Context, prints: Iterable[Print]) -> tuple[Copied, ...]:
    """The documents that are printed, in the order of ``prints``."""
    strings, group = context.strings, context.module.group
    amounts = {
        Copies.PARTICIPANT: Amount(group.least, group.most),
        Copies.TRAINER: Amount(context.module.trainers, context.module.trainers),
        Copies.ONCE: Amount(1, 1),
    }
    return tuple(
        Copied(
            strings(f"product-{item.product}"),
            amounts[item.copies],
            strings(f"copies-{item.copies.value}"),
            pages := context.layouts.lengths.get(item.product, 0),
            _sheets(amounts[item.copies], pages if item.one_sided else -(-pages // 2)),
            item.one_sided,
        )
        for item in prints
        if item.copies is not Copies.NONE
    )


def paper(copied: Iterable[Copied]) -> Amount:
    """The sheets that all documents need together; nothing where one of them was not laid out."""
    documents = tuple(copied)
    if not all(copy.pages for copy in documents):
        return Amount(0, 0)
    return Amount(sum(copy.sheets.least for copy in documents), sum(copy.sheets.most for copy in documents))


def _sheets(copies: Amount, each: int) -> Amount:
    return Amount(copies.least * each, copies.most * each)
