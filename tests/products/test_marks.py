"""Texts without a translation: marked for the eye, tagged with their language, and the mark explained to the reader."""

from __future__ import annotations

import re
from functools import cache

import pytest

from modulekit.document import Deck, Document
from modulekit.editions import identify, number, redact
from modulekit.editions.translate import Marks, Policy, translate
from modulekit.formats.table import FORMATS
from modulekit.model import Module
from modulekit.model.catalogue import Catalogue
from modulekit.model.edition import Edition
from modulekit.products.context import Context
from modulekit.products.marks import explained, source_mark
from modulekit.products.table import PRODUCTS
from tests.courses import small
from tests.presses import plain_press
from tests.products.composed import text_of
from tests.products.test_languages import words

MEANS = "Знак ‹EN› стоит перед текстом, который ещё не переведён"
EARLIER = "Пометка ‹прежний текст› стоит перед переводом прежней редакции"
PLAIN = [name for name, product in PRODUCTS.items() if not product.only_with]


@cache
def untranslated() -> Module:
    """The small course as a Russian build has it on the day when the catalogue was begun."""
    marks = Marks(source_mark(words("ru"), "en"), words("ru")("mark-earlier"))
    return translate(small().module, Catalogue("ru", ()), Policy.FALLBACK, marks).module


def composed(product: str) -> Document | Deck:
    whole = identify(untranslated())
    module = redact(whole, PRODUCTS[product].audience)
    edition = Edition(module, number(whole), small().assets, "Организация", written_in="en")
    return PRODUCTS[product].compose(Context(edition, words("ru")))


@pytest.mark.parametrize("product", PLAIN)
def test_the_reader_is_told_what_the_mark_means(product: str) -> None:
    text = text_of(composed(product)).replace("\n", " ")
    assert text.count(MEANS) == (1 if "‹EN›" in text else 0)
    assert EARLIER not in text
    assert "‹EN›" in text


def test_each_mark_that_is_there_has_its_sentence() -> None:
    content = composed("handout")
    assert explained(content, words("kk"), "en") != content
    assert explained(content, words("ru"), "fr") == content


def test_words_that_are_not_translated_are_tagged_with_their_language() -> None:
    """Every mark in running text stands within words that are tagged as English."""
    page = FORMATS["html"].write(composed("handout"), plain_press()).data.decode()
    body = re.sub(r"<(title|svg)\b.*?</\1>|<[^>]*‹EN›[^>]*>", "", page, flags=re.DOTALL)
    tagged = re.findall(r'<span lang="en">‹EN›', body)
    assert len(tagged) > 60
    assert len(tagged) > 0.95 * body.count("‹EN›")  # names of people in tables are not
    assert 'Упражнение 1 · <span lang="en">‹EN› State the <i>purpose</i></span>' in body
