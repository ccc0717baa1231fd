"""What is searched for of a text are its words as they will be printed, whatever marks stand around them."""

from __future__ import annotations

import pytest

from modulekit.document.words import UNKNOWN, words_of


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Plain words.", ["Plain words."]),
        ("", []),
        ("A **strong** and *soft* word.", ["A strong and soft word."]),
        ("One.\n\nTwo\nlines.", ["One.", "Two lines."]),
        ("- first\n- second\n  - inner", ["first", "second", "inner"]),
        ("> A quotation", ["A quotation"]),
        ("### Heading\n\nText", ["Heading", "Text"]),
        ("| A | B |\n|---|---|\n| c | d |", ["A", "B", "c", "d"]),
        ("`code` & more", ["code & more"]),
        ("See [[table:a]] there.", [f"See {UNKNOWN} there."]),
        ("See [[table:a|this table]] there.", ["See this table there."]),
        ("On [the page](https://a.test/x).", ["On the page.", "https://a.test/x"]),
        ("On **[the page](https://a.test/x)**.", ["On the page.", "https://a.test/x"]),
        ("| [A](https://a.test/) |\n|---|\n| b |", ["A", "https://a.test/", "b"]),
    ],
)
def test_words(markdown: str, words: list[str]) -> None:
    assert [*words_of(markdown)] == words


def test_a_reference_is_printed_as_its_label_where_that_is_known() -> None:
    assert [*words_of("The [[term:baseline]] of [[table:a]].", {"term:baseline": "baseline"})] == [
        f"The baseline of {UNKNOWN}."
    ]
