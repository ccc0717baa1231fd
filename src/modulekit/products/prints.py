"""How many copies of each document are printed for a course.

Takes what the table of products says of copies, gives numbers and words. Must not know the table itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from modulekit.products.context import Context
from modulekit.products.quantities import Amount


class Copies(StrEnum):
    """For whom a document is printed."""

    NONE = "none"
    PARTICIPANT = "participant"
    TRAINER = "trainer"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Print:
    """A product by its name, and for whom it is printed."""

    product: str
    copies: Copies


@dataclass(frozen=True, slots=True)
class Copied:
    """A document with the number of its copies and the rule behind it, in words."""

    title: str
    amount: Amount
    rule: str


def copies(context: Context, prints: Iterable[Print]) -> tuple[Copied, ...]:
    """The documents that are printed, in the order of ``prints``."""
    strings, group = context.strings, context.module.group
    amounts = {
        Copies.PARTICIPANT: Amount(group.least, group.most),
        Copies.TRAINER: Amount(context.module.trainers, context.module.trainers),
        Copies.ONCE: Amount(1, 1),
    }
    return tuple(
        Copied(strings(f"product-{item.product}"), amounts[item.copies], strings(f"copies-{item.copies.value}"))
        for item in prints
        if item.copies is not Copies.NONE
    )
