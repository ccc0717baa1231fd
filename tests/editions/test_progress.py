"""How far a translation is, lesson by lesson."""

from __future__ import annotations

from dataclasses import replace

from modulekit.editions.ledger import update
from modulekit.editions.progress import progress
from modulekit.editions.texts import texts
from modulekit.model.catalogue import Catalogue
from tests.editions.ledgers import catalogue, cyrillic, source

MODULE = source().module
TEXTS = tuple(texts(MODULE))


def test_nothing_is_left_of_a_whole_translation() -> None:
    *parts, whole = progress(MODULE, TEXTS, catalogue(MODULE, cyrillic))
    assert whole.words_left == whole.missing == whole.outdated == 0
    assert whole.translated == whole.texts == len(update(Catalogue("ru"), TEXTS).entries)
    assert [part.part for part in parts if part.part.startswith("lesson")] == [
        f"lesson {lesson.lesson}" for lesson in MODULE.lessons
    ]
    assert sum(part.texts for part in parts) >= whole.texts


def test_words_wait_where_a_text_is_missing_or_outdated() -> None:
    full = catalogue(MODULE, cyrillic)
    changes = {"module/title": {"text": ""}, "lesson:opening/title": {"outdated": True}}
    entries = tuple(replace(entry, **changes.get(entry.context, {})) for entry in full)  # type: ignore[arg-type]
    parts = {part.part: part for part in progress(MODULE, TEXTS, Catalogue("ru", entries))}
    assert (parts["module"].missing, parts["module"].words_left) == (1, 3)
    assert (parts["lesson opening"].outdated, parts["lesson opening"].words_left) == (1, 1)
    assert (parts[""].missing, parts[""].outdated, parts[""].words_left) == (1, 1, 4)


def test_texts_that_are_new_are_missing() -> None:
    whole = progress(MODULE, TEXTS, Catalogue("ru"))[-1]
    assert whole.missing == whole.texts
    assert whole.words_left > 1000
