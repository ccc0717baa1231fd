"""Sentences of another language are found in finished texts, and what may stay is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.delivery.contents import texts
from modulekit.delivery.leftovers import LEAST, runs_left

ENGLISH = "Write the evidence under each cause"


def left(*found: str, allowed: tuple[str, ...] = ()) -> list[str]:
    return list(runs_left(found, "Latn", allowed))


@pytest.mark.parametrize(
    "text",
    [
        f"Доказательство: {ENGLISH}. Дальше.",
        ENGLISH.replace(" ", "\n"),
        ENGLISH.replace(" ", "\u00a0"),
        ENGLISH.replace("evidence", "evi\u00addence"),
        ENGLISH.replace("evidence", "evi\ufffe\ndence"),
    ],
)
def test_a_sentence_is_found_however_its_lines_end(text: str) -> None:
    assert left(text) == [ENGLISH]


@pytest.mark.parametrize(
    "text",
    [
        "Проект GDSI Limited, CC BY 4.0, PDF и DOCX",
        "Варианты a, b, c, d, e и f",
        "Таблицы I, II, III, IV и V",
        "См. https://example.org/one/two/three/four/five",
        "Причины и следствия",
        "<p class='a b c d e'>Write the evidence under each cause</p>",
    ],
)
def test_names_letters_numbers_and_addresses_are_no_sentences(text: str) -> None:
    assert left(text) == []


def test_titles_in_their_own_language_may_stay() -> None:
    title = "Glossary of Key Terms in Evaluation"
    assert left(f"OECD (2002). {title}.") == [title]
    assert left("OECD (2002). glossary of\nkey terms in evaluation.", allowed=(title, "Glossary", "")) == []


def test_each_is_said_once() -> None:
    assert left(ENGLISH, f"{ENGLISH}. Ещё раз: {ENGLISH}") == [ENGLISH]


def test_a_page_of_html_is_read_without_its_tags() -> None:
    page = f"<html><head><style>a b c d e f</style></head><body><p>Итог: {ENGLISH}</p></body></html>".encode()
    assert left(*texts("page.html", page)) == [ENGLISH]


def test_cyrillic_is_looked_for_in_a_latin_edition() -> None:
    assert [*runs_left(["Read: запишите доказательство под каждой причиной."], "Cyrl")]
    with pytest.raises(ValueError, match="Hebr"):
        [*runs_left(["x"], "Hebr")]


@given(st.lists(st.sampled_from(["cause", "effect", "the", "of", "plan", "water"]), min_size=1, max_size=9), st.data())
def test_long_enough_runs_are_found_wherever_they_stand(words: list[str], data: st.DataObject) -> None:
    before, after = (data.draw(st.sampled_from(["", "Причина: ", "«әсер» — ", "12 "])) for _ in range(2))
    assert bool(left(f"{before}{' '.join(words)} {after}")) == (len(words) >= LEAST)
