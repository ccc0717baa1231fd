"""The table of products: what is handed out, to whom, in which formats, and what it has to know of other products."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from modulekit.document import Deck, Document
from modulekit.model.audience import Audience
from modulekit.products.agenda import agenda
from modulekit.products.answers import answers
from modulekit.products.assessment import AFTER, BEFORE, test_form
from modulekit.products.attendance import attendance, register
from modulekit.products.badges import badges
from modulekit.products.bilingual import bilingual
from modulekit.products.certificates import certificates
from modulekit.products.changes import changes
from modulekit.products.checklists import checklists
from modulekit.products.context import Context
from modulekit.products.coverage import coverage
from modulekit.products.evaluation import daily_feedback, evaluation
from modulekit.products.guide import guide
from modulekit.products.handout import handout, workbook
from modulekit.products.marking import test_key
from modulekit.products.materials import materials
from modulekit.products.observation import observation
from modulekit.products.prints import Copies, Print
from modulekit.products.slides import slides
from modulekit.products.worksheets import worksheets


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that is handed out.

    ``pages_of`` names products whose page numbers it prints, or whose pages it counts; ``pictures_of`` a product whose
    slides it shows; ``copies`` says for whom it is printed before a course, and ``one_sided`` that each of its pages
    takes a sheet of its own; ``emblem`` says that its first page or slide carries the funder's emblem and statement.
    ``only_with`` names what an edition must have so that the product can be made: ``delivery`` (dates and a group),
    ``second-language`` or ``earlier`` (a version that was taught before); empty for most.
    """

    name: str
    audience: Audience
    formats: tuple[str, ...]
    compose: Callable[[Context], Document | Deck]
    pages_of: tuple[str, ...] = ()
    pictures_of: str = ""
    copies: Copies = Copies.NONE
    one_sided: bool = False
    emblem: bool = False
    only_with: str = ""


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
        handout,
        copies=Copies.PARTICIPANT,
        emblem=True,
    ),
    Product(
        "guide",
        Audience.TRAINER,
        ("pdf", "docx", "text"),
        guide,
        ("handout",),
        "slides",
        Copies.TRAINER,
        emblem=True,
    ),
    Product(
        "handout-bilingual",
        Audience.PARTICIPANT,
        ("pdf", "docx", "html", "text"),
        bilingual,
        emblem=True,
        only_with=SECOND_LANGUAGE,
    ),
    Product("slides", Audience.TRAINER, ("pdf", "pptx"), partial(slides, notes=True), ("handout",), emblem=True),
    Product(
        "slides-participant",
        Audience.PARTICIPANT,
        ("pdf", "pptx"),
        partial(slides, notes=False),
        ("handout",),
        emblem=True,
    ),
    Product("agenda", Audience.PARTICIPANT, ("pdf", "docx"), agenda, copies=Copies.PARTICIPANT),
    Product("workbook", Audience.PARTICIPANT, ("pdf", "docx"), workbook, emblem=True),
    Product("worksheets", Audience.PARTICIPANT, ("pdf", "docx", "form"), worksheets),
    Product("answers", Audience.TRAINER, ("pdf", "docx"), answers, copies=Copies.TRAINER, emblem=True),
    Product(
        "test-before",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        partial(test_form, form=BEFORE),
        copies=Copies.PARTICIPANT,
    ),
    Product(
        "test-after",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        partial(test_form, form=AFTER),
        copies=Copies.PARTICIPANT,
    ),
    Product("test-key", Audience.TRAINER, ("pdf", "docx"), test_key, copies=Copies.TRAINER),
    Product("coverage", Audience.TRAINER, ("pdf", "docx", "text"), coverage, ("handout",)),
    Product("changes", Audience.TRAINER, ("pdf", "docx", "text"), changes, ("handout",), only_with=EARLIER),
    Product("evaluation", Audience.PARTICIPANT, ("pdf", "docx"), evaluation, copies=Copies.PARTICIPANT),
    Product(
        "daily-feedback",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        daily_feedback,
        copies=Copies.PARTICIPANT,
        one_sided=True,  # each day's page is collected in the evening
    ),
    Product("observation", Audience.TRAINER, ("pdf", "docx"), observation, copies=Copies.ONCE),
    Product("attendance", Audience.TRAINER, ("pdf", "docx"), attendance, copies=Copies.ONCE, only_with=DELIVERY),
    Product(
        "badges", Audience.TRAINER, ("pdf", "docx"), badges, copies=Copies.ONCE, one_sided=True, only_with=DELIVERY
    ),
    Product(
        "certificates",
        Audience.PARTICIPANT,
        ("pdf", "docx"),
        certificates,
        copies=Copies.ONCE,
        one_sided=True,
        emblem=True,
        only_with=DELIVERY,
    ),
    Product("register", Audience.TRAINER, ("pdf", "docx"), register, copies=Copies.ONCE, only_with=DELIVERY),
)

_PRINTED = tuple(product.name for product in _HANDED_OUT if product.copies is not Copies.NONE)

_LISTS = (
    Product(
        "checklists",
        Audience.TRAINER,
        ("pdf", "docx"),
        lambda context: checklists(context, _prints(context)),
        _PRINTED,
    ),
    Product(
        "materials",
        Audience.TRAINER,
        ("pdf", "docx"),
        lambda context: materials(context, _prints(context)),
        _PRINTED,
    ),
)
"""What counts the sheets that everything else is printed on. Nothing that is printed may ask for their pages."""

PRODUCTS: dict[str, Product] = {product.name: product for product in (*_HANDED_OUT, *_LISTS)}
