"""Which words the program prints for a language, and what it says where it has none."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from modulekit.diagnostics import Report, Span
from modulekit.products.strings import words_for
from modulekit.review.words import own_words

HERE = Span(PurePosixPath("modules/m/module.yaml"), 4, 11, 4, 18)


@pytest.mark.parametrize("language", ["kk", "kk-Cyrl", "kk-KZ", "kk-Cyrl-KZ"])
def test_kazakh_is_cyrillic_with_and_without_its_script(language: str) -> None:
    report = Report()
    found = own_words(language, HERE, report)
    assert found is not None
    assert not len(report)
    assert found.language == language
    assert found("day-n", n=1) == "1-күн"


@pytest.mark.parametrize("language", ["kk-Latn", "kk-Latn-KZ", "kk-CN"])
def test_another_script_asks_for_words_of_its_own(language: str) -> None:
    report = Report()
    assert own_words(language, HERE, report) is None
    (found,) = report
    assert (found.code, found.span) == ("MK904", HERE)
    assert f"strings/{language}.yaml" in found.hint


def test_a_language_without_words_names_those_that_have() -> None:
    report = Report()
    assert own_words("uz", HERE, report) is None
    (found,) = report
    assert found.hint == "There are: en, kk, ru. Others stand in the workspace, in strings/uz.yaml."


def test_words_in_the_other_script_serve_it_as_soon_as_they_are_there() -> None:
    known = {"en", "kk", "kk-Latn"}
    assert words_for("kk-Latn", known) == "kk-Latn"
    assert words_for("kk-Latn-KZ", known) == "kk-Latn"
    assert words_for("kk", known) == "kk"
