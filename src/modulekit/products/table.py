"""The table of products: what is handed out, to whom, in which formats, and what it has to know of other products.

A product is named, not imported, so that a check loads none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from modulekit.model.audience import Audience
from modulekit.products.prints import Copies, Print

if TYPE_CHECKING:
    from modulekit.document import Deck, Document
    from modulekit.products.context import Context


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that is handed out.

    ``composer`` names the function that makes it, ``module:function`` of this package, and ``options`` what it is told
    beside the context; with ``lists_prints`` it is told of all that is printed. ``pages_of`` names products whose page
    numbers it prints, or whose pages it counts; ``pictures_of`` a product whose slides it shows; ``copies`` says
    for whom it is printed before a course, and ``one_sided`` that each of its pages takes a sheet of its own;
    ``emblem`` says that its first page or slide carries the funder's emblem and statement.
    ``only_with`` names what an edition must have so that the product can be made: ``delivery`` (dates and a group),
    ``second-language`` or ``earlier`` (a version that was taught before); empty for most.
    """

    name: str
    audience: Audience
    formats: tuple[str, ...]
    composer: str
    pages_of: tuple[str, ...] = ()
    pictures_of: str = ""
    copies: Copies = Copies.NONE
    one_sided: bool = False
    emblem: bool = False
    only_with: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    lists_prints: bool = False

    def load(self) -> Callable[..., Document | Deck]:
        """The function that makes it, with all that it needs."""
        module, function = self.composer.split(":")
        found: Callable[..., Document | Deck] = getattr(import_module(f"modulekit.products.{module}"), function)
        return found

    def compose(self, context: Context) -> Document | Deck:
        """The product as ``context`` has it."""
        told = {**self.options, **({"prints": _prints(context)} if self.lists_prints else {})}
        content = self.load()(context, **told)
        if context.edition.written_in in ("", context.language):
            return content
        from modulekit.products.marks import explained

        return explained(content, context.strings, context.edition.written_in)


def _prints(context: Context) -> tuple[Print, ...]:
    """What is printed, for the products that list it."""
    return tuple(
        Print(product.name, product.copies, product.one_sided)
        for product in PRODUCTS.values()
        if product.only_with != DELIVERY or context.edition.delivery is not None
    )


DELIVERY = "delivery"
"""What an edition must have for lists of people: who, when and where."""

SECOND_LANGUAGE = "second-language"
"""What an edition must have for papers in two languages."""

EARLIER = "earlier"
"""What an edition must have for a change sheet: the version that trainers know."""

_HANDED_OUT = (
    Product(
        "handout",
        Audience.PARTICIPANT,
        ("pdf", "docx", "html", "text"),
        "handout:handout",
        copies=Copies.PARTICIPANT,
        emblem=True,
    ),
    Product(
        "guide",
        Audience.TRAINER,
        ("pdf", "docx", "text"),
        "guide:guide",
        ("handout",),
        "slides",
        Copies.TRAINER,
        emblem=True,
    ),
    Product(
        "handout-bilingual",
        Audience.PARTICIPANT,
        ("pdf", "docx", "html", "text"),
        "bilingual:bilingual",
        emblem=True,
        only_with=SECOND_LANGUAGE,
    ),
    Product(
        "slides",
        Audience.TRAINER,
        ("pdf", "pptx"),
        "slides:slides",
        ("handout",),
        emblem=True,
        options={"notes": True},
    ),
    Product(
        "slides-participant",
        Audience.PARTICIPANT,
        ("pdf", "pptx"),
        "slides:slides",
        ("handout",),
        emblem=True,
        options={"notes": False},
    ),
    Product("agenda", Audience.PARTICIPANT, ("pdf", "docx"), "agenda:agenda", copies=Copies.PARTICIPANT),
    Product("workbook", Audience.PARTICIPANT, ("pdf", "docx"), "handout:workbook", emblem=True),
    Product("worksheets", Audience.PARTICIPANT, ("pdf", "docx", "form"), "worksheets:worksheets"),
    Product(
        "answers",
        Audience.TRAINER,
        ("pdf", "docx"),
        "answers:answers",
        copies=Copies.TRAINER,
        emblem=True,
    ),
    Product(
        "test-before",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        "assessment:test_form",
        options={"form": "before"},
        copies=Copies.PARTICIPANT,
    ),
    Product(
        "test-after",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        "assessment:test_form",
        options={"form": "after"},
        copies=Copies.PARTICIPANT,
    ),
    Product("test-key", Audience.TRAINER, ("pdf", "docx"), "marking:test_key", copies=Copies.TRAINER),
    Product("coverage", Audience.TRAINER, ("pdf", "docx", "text"), "coverage:coverage", ("handout",)),
    Product(
        "changes",
        Audience.TRAINER,
        ("pdf", "docx", "text"),
        "changes:changes",
        ("handout",),
        only_with=EARLIER,
    ),
    Product(
        "evaluation",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        "evaluation:evaluation",
        copies=Copies.PARTICIPANT,
    ),
    Product(
        "daily-feedback",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        "evaluation:daily_feedback",
        copies=Copies.PARTICIPANT,
        one_sided=True,  # each day's page is collected in the evening
    ),
    Product(
        "observation",
        Audience.TRAINER,
        ("pdf", "docx"),
        "observation:observation",
        copies=Copies.ONCE,
    ),
    Product(
        "attendance",
        Audience.TRAINER,
        ("pdf", "docx"),
        "attendance:attendance",
        copies=Copies.ONCE,
        only_with=DELIVERY,
    ),
    Product(
        "badges",
        Audience.TRAINER,
        ("pdf", "docx"),
        "badges:badges",
        copies=Copies.ONCE,
        one_sided=True,
        only_with=DELIVERY,
    ),
    Product(
        "certificates",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        "certificates:certificates",
        copies=Copies.ONCE,
        one_sided=True,
        emblem=True,
        only_with=DELIVERY,
    ),
    Product(
        "register",
        Audience.TRAINER,
        ("pdf", "docx"),
        "attendance:register",
        copies=Copies.ONCE,
        only_with=DELIVERY,
    ),
)

_PRINTED = tuple(product.name for product in _HANDED_OUT if product.copies is not Copies.NONE)

_LISTS = (
    Product(
        "checklists",
        Audience.TRAINER,
        ("pdf", "docx"),
        "checklists:checklists",
        _PRINTED,
        lists_prints=True,
    ),
    Product(
        "materials",
        Audience.TRAINER,
        ("pdf", "docx"),
        "materials:materials",
        _PRINTED,
        lists_prints=True,
    ),
)
"""What counts the sheets that everything else is printed on. Nothing that is printed may ask for their pages."""

PRODUCTS: dict[str, Product] = {product.name: product for product in (*_HANDED_OUT, *_LISTS)}
