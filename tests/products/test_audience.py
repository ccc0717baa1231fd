"""A canary sits in every text that only trainers may see: the guide prints each of them, participants get none."""

from __future__ import annotations

import dataclasses
import re

import pytest

from modulekit.document import Deck, Document
from modulekit.model.audience import Audience
from modulekit.products.table import EARLIER, PRODUCTS
from tests.courses import hills_centre, hilltown, with_canaries
from tests.products.composed import composed, context, document, text_of

FOR_PARTICIPANTS = [name for name, product in PRODUCTS.items() if product.audience is Audience.PARTICIPANT]
FORMS = ("evaluation", "daily-feedback", "observation")
TESTS = ("test-before", "test-after", "test-key")


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _held(content: Document | Deck) -> str:
    """Everything that a product holds, printed or not: every field of every node, whatever a format makes of it."""
    return _squeezed(repr(dataclasses.asdict(content)))


@pytest.mark.parametrize("name", FOR_PARTICIPANTS)
def test_participants_get_no_canary(name: str) -> None:
    planted = with_canaries()
    held = _held(composed(name, planted.job))
    assert len(held) > 1500
    assert not [loc for loc, canary in planted.canaries.items() if _squeezed(canary) in held]
    assert "canary" not in held.casefold()


def test_the_guide_and_the_observation_sheets_print_every_canary() -> None:
    planted = with_canaries()
    names = ("guide", "observation", "test-key")
    printed = "".join(_squeezed(text_of(composed(name, planted.job))) for name in names)
    missing = [loc for loc, canary in planted.canaries.items() if _squeezed(canary) not in printed]
    assert len(planted.canaries) > 60
    assert not missing


def test_the_answers_print_every_answer() -> None:
    planted = with_canaries()
    printed = _squeezed(text_of(composed("answers", planted.job)))
    wanted = {
        loc: canary
        for loc, canary in planted.canaries.items()
        if loc[0] == "exercises" and loc[2] in ("worksheet", "answer", "debrief", "mistakes")
    }
    assert len(wanted) > 15
    assert not [loc for loc, canary in wanted.items() if _squeezed(canary) not in printed]


def test_speaker_notes_carry_what_belongs_to_their_slides() -> None:
    """A step that shows a slide has its notes there; and so has each slide of its own."""
    planted = with_canaries()
    printed = _squeezed(text_of(composed("slides", planted.job)))
    wanted = {
        loc: canary
        for loc, canary in planted.canaries.items()
        if loc[0] == "lessons" and loc[2] == "steps" and ("trainer" in loc or "notes" in loc)
    }
    assert len(wanted) > 15
    assert not [loc for loc, canary in wanted.items() if _squeezed(canary) not in printed]


def test_decks_for_participants_carry_no_notes_at_all() -> None:
    deck = composed("slides-participant")
    assert isinstance(deck, Deck)
    assert all(slide.notes is None for slide in deck.slides)
    trainers = composed("slides")
    assert isinstance(trainers, Deck)
    assert all(slide.notes is not None for slide in trainers.slides)


def test_a_product_for_trainers_that_gets_the_wrong_edition_shows_nothing_secret() -> None:
    """What an audience may not see is not there to be printed, whatever is asked to print it."""
    planted = with_canaries()
    wrong = context("handout", planted.job)
    edition = dataclasses.replace(wrong.edition, centre=hills_centre(), delivery=hilltown().node)
    wrong = dataclasses.replace(wrong, edition=edition, beside=wrong)
    for product in PRODUCTS.values():
        if product.only_with != EARLIER:  # what changed is compared before anything is taken away: it is for trainers
            assert "canary" not in _held(product.compose(wrong)).casefold(), product.name


def test_participants_get_no_picture_of_an_answer() -> None:
    names = ("handout", "guide", "workbook", "answers")
    pictures = {name: {asset.name for asset in document(name).assets()} for name in names}
    assert "assets/answer.svg" in pictures["guide"] & pictures["answers"]
    assert "assets/clock.svg" in pictures["handout"]
    assert "assets/answer.svg" not in pictures["handout"] | pictures["workbook"]


def test_every_text_of_a_course_is_printed_somewhere() -> None:
    """Nothing that an author wrote is dropped in silence, whoever may read it."""
    planted = with_canaries(everywhere=True)
    printed = "".join(
        _squeezed(text_of(composed(name, planted.job))) for name in ("guide", "handout", "slides", *FORMS, *TESTS)
    )
    missing = [loc for loc, canary in planted.canaries.items() if _squeezed(canary) not in printed]
    assert len(planted.canaries) > 200
    assert not missing


def test_every_text_for_participants_is_printed_for_them_but_the_names_of_steps() -> None:
    """A step of which participants read nothing has a name for its trainer alone."""
    planted = with_canaries(everywhere=True)
    secret = with_canaries().canaries.keys()
    names = ("handout", "slides-participant", "evaluation", "daily-feedback", "test-before", "test-after")
    printed = "".join(_squeezed(text_of(composed(name, planted.job))) for name in names)
    missing = [
        loc for loc, canary in planted.canaries.items() if loc not in secret and _squeezed(canary) not in printed
    ]
    assert missing == [("lessons", 0, "steps", 0, "title")]
