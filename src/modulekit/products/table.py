"""The table of products: what is handed out, to whom, in which formats, and what it has to know of other products."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from modulekit.document import Deck, Document
from modulekit.model.audience import Audience
from modulekit.products.agenda import agenda
from modulekit.products.answers import answers
from modulekit.products.context import Context
from modulekit.products.guide import guide
from modulekit.products.handout import handout, workbook
from modulekit.products.slides import slides
from modulekit.products.worksheets import worksheets


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that is handed out.

    ``pages_of`` names products whose page numbers it prints; ``pictures_of`` a product whose slides it shows.
    """

    name: str
    audience: Audience
    formats: tuple[str, ...]
    compose: Callable[[Context], Document | Deck]
    pages_of: tuple[str, ...] = ()
    pictures_of: str = ""


PRODUCTS: dict[str, Product] = {
    product.name: product
    for product in (
        Product("handout", Audience.PARTICIPANT, ("pdf", "docx", "html", "text"), handout),
        Product("guide", Audience.TRAINER, ("pdf", "docx", "text"), guide, ("handout",), "slides"),
        Product("slides", Audience.TRAINER, ("pdf", "pptx"), partial(slides, notes=True), ("handout",)),
        Product(
            "slides-participant",
            Audience.PARTICIPANT,
            ("pdf", "pptx"),
            partial(slides, notes=False),
            ("handout",),
        ),
        Product("agenda", Audience.PARTICIPANT, ("pdf", "docx"), agenda),
        Product("workbook", Audience.PARTICIPANT, ("pdf", "docx"), workbook),
        Product("worksheets", Audience.PARTICIPANT, ("pdf", "docx", "form"), worksheets),
        Product("answers", Audience.TRAINER, ("pdf", "docx"), answers),
    )
}
