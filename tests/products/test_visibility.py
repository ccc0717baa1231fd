"""Every cover and every first slide shows who paid; everything else says it at its foot."""

from __future__ import annotations

import pytest

from modulekit.document import Asset, Cover, Deck, Document, PartKind, Signs, TitleBody, plain, walk
from modulekit.document.blocks import Paragraph
from modulekit.products.table import PRODUCTS
from tests.courses import small
from tests.products.composed import composed

OF_THE_COURSE = [product.name for product in PRODUCTS.values() if not product.only_with]
WORDS = (
    "This course was paid for by the Example Fund.",
    "The Training Centre alone answers for what it says, and the Fund's Secretariat does not.",
)


@pytest.mark.parametrize("product", OF_THE_COURSE)
def test_what_has_a_first_page_to_show_it_on_carries_the_emblem(product: str) -> None:
    content = composed(product)
    shown = isinstance(content, Deck) or content.parts[0].kind is PartKind.COVER
    assert PRODUCTS[product].emblem is shown
    if isinstance(content, Document):
        assert content.line == ("" if shown else "Paid for by the Example Fund")


@pytest.mark.parametrize("product", [name for name in OF_THE_COURSE if PRODUCTS[name].emblem])
def test_emblem_and_words_stand_together(product: str) -> None:
    content = composed(product)
    if isinstance(content, Deck):
        body = content.slides[0].body
        assert isinstance(body, TitleBody)
        signs, said = body.signs, plain(body.statement)
    else:
        (cover,) = (block for block in content.parts[0].blocks if isinstance(block, Cover))
        (row,) = (block for block in walk(cover.statement) if isinstance(block, Signs))
        signs = row.signs
        said = " ".join(plain(block.children) for block in cover.statement if isinstance(block, Paragraph))
    assert said.endswith(" ".join(WORDS))
    emblem, partner = signs
    assert emblem.alt == "Emblem of the Example Fund, a disc on a green ground"
    assert emblem.height == pytest.approx(14.4)
    assert emblem.width == pytest.approx(19.2)
    assert partner.alt == "Example Partner"
    assert partner.width == pytest.approx(emblem.width)
    assert partner.height < emblem.height
    assert {sign.asset.digest for sign in signs} <= {asset.digest for asset in _assets(content)}


def _assets(content: Document | Deck) -> tuple[Asset, ...]:
    if isinstance(content, Document):
        return content.assets()
    body = content.slides[0].body
    assert isinstance(body, TitleBody)
    return tuple(sign.asset for sign in body.signs)


def test_the_small_course_has_a_funder_of_its_own() -> None:
    assert small().visible.statement == WORDS
    assert small().visible.minimum_height == 12
