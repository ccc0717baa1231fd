"""A course in another language than its files: the words of that language around it, its figures and dates as there."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.document import Align, Document, Foreign, Text
from modulekit.document.blocks import Cell, Paragraph
from modulekit.editions import number
from modulekit.model.edition import Edition
from modulekit.products.context import Context
from modulekit.products.front import references
from modulekit.products.handout import handout
from modulekit.products.tables import cell
from tests.courses import small
from tests.products.test_languages import words

SPACE = "\u00a0"


def context(language: str) -> Context:
    """The small course as a translation that nobody has begun: ``language`` around English words."""
    job = small()
    module = job.module.model_copy(update={"language": language})
    edition = Edition(module, number(module), job.assets, job.organisation, written_in=job.module.language)
    return Context(edition, words(language))


def said(shown: Cell) -> str:
    (paragraph,) = shown.blocks
    assert isinstance(paragraph, Paragraph)
    (text,) = paragraph.children
    assert isinstance(text, Text)
    return text.text


@pytest.mark.parametrize(
    ("written", "align", "shown"),
    [
        ("6,288,000", Align.RIGHT, f"6{SPACE}288{SPACE}000"),
        ("4.1", Align.RIGHT, "4,1"),
        ("1.2", Align.LEFT, "1.2"),
        ("2,310 kg", Align.RIGHT, "2,310 kg"),
    ],
)
def test_figures_are_written_as_the_edition_does(written: str, align: Align, shown: str) -> None:
    assert said(cell(context("ru"), written, align)) == shown
    assert said(cell(context("en"), written, align)) == written


def test_what_is_printed_around_the_course_is_in_the_language_of_the_edition() -> None:
    made = handout(context("kk"))
    assert isinstance(made, Document)
    assert (made.meta.language, made.meta.label) == ("kk", "Үлестірме материал")
    assert made.meta.printed_date == f"2026{SPACE}жылғы 2{SPACE}қараша"
    assert made.meta.date == "2026-11-02"


def test_the_title_of_a_source_in_its_own_language_is_marked() -> None:
    here = context("ru")
    source, *others = here.module.references
    module = here.module.model_copy(update={"references": (source.model_copy(update={"language": "en"}), *others)})
    marked = dataclasses.replace(here, edition=dataclasses.replace(here.edition, module=module))
    (reference,) = marked.refer("ref", source.id)
    assert isinstance(reference.children[0], Foreign)  # type: ignore[union-attr]
    assert [title.language for title in _titles(marked)] == ["en"]
    assert _titles(here) == []


def _titles(here: Context) -> list[Foreign]:
    found = []
    for block in references(here).blocks:
        for item in getattr(block, "items", ()):
            found += [inline for inline in item.term if isinstance(inline, Foreign)]
    return found
