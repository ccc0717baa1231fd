"""The flagship's translations: they say what the course says, nothing English is left, and the checks would notice."""

from __future__ import annotations

import re
from functools import cache

import pytest

from modulekit.build.leftovers import may_stay
from modulekit.delivery.contents import texts
from modulekit.delivery.leftovers import runs_left
from modulekit.diagnostics import Report
from modulekit.model.catalogue import State
from modulekit.review.translated import check_catalogues
from modulekit.source import Source, open_workspace, read_module
from modulekit.source.catalogues import read_catalogue
from modulekit.source.po import ReadCatalogue, read_po
from tests.flagship.conftest import MODULE, ROOT, Flagship

LANGUAGES = ("ru", "kk")
PRODUCTS = ("handout.txt", "handout.html", "handout.pdf", "guide.txt", "guide.pdf", "coverage.txt")

STANDARD = ("Integer internal The part of ISO", "that the file conforms to")
"""What every PDF/UA says of itself, in the words of the standard."""


@cache
def source() -> Source:
    workspace = open_workspace(ROOT, Report())
    assert workspace is not None
    read = read_module(workspace, MODULE, Report())
    assert read is not None
    return read


@cache
def catalogue(language: str) -> ReadCatalogue:
    read = read_catalogue(source(), language, Report())
    assert read is not None
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert {entry.state for entry in catalogue(language).catalogue} == {State.TRANSLATED}
    assert len(catalogue(language).catalogue.entries) > 2500


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_what_the_course_says(language: str) -> None:
    found = [*check_catalogues(source(), [catalogue(language)])]
    assert [f"{one.span} {one.code} {one.message}" for one in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_figure_anywhere_would_be_noticed(language: str) -> None:
    """One digit changed in every tenth text that has a figure: each is found, at its own line."""
    path = ROOT / "modules" / MODULE / "locale" / f"{language}.po"
    lines, changed = path.read_text(encoding="utf-8").split("\n"), []
    answers = [n for n, line in enumerate(lines) if re.fullmatch(r'msgstr "[^\[]*[2-9]\d[^\[]*"', line)]
    for number in answers[::10]:
        lines[number] = re.sub(r"[2-9](?=\d)", lambda found: str(int(found[0]) - 1), lines[number], count=1)
        changed.append(number + 1)
    read = read_po("\n".join(lines).encode(), language, source().home / "locale" / path.name, Report())
    assert read is not None
    noticed = {one.span.line for one in check_catalogues(source(), [read]) if one.code == "MK843" and one.span}
    assert len(changed) > 20
    assert noticed == set(changed)


@pytest.mark.parametrize("name", PRODUCTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_sentence_is_left(flagship_translated: Flagship, language: str, name: str) -> None:
    """Titles of sources in their own language aside."""
    path = flagship_translated.folder / language / name
    allowed = (*may_stay(source().module), *STANDARD)
    assert [*runs_left(texts(name, path.read_bytes()), "Latn", allowed)] == []


def test_the_same_search_finds_english(flagship_translated: Flagship) -> None:
    sentence = "Nearly half of the lesson time is exercises"
    page = (flagship_translated.folder / "ru" / "handout.html").read_text(encoding="utf-8")
    left = runs_left(texts("handout.html", page.replace("</p>", f" {sentence}. </p>", 1).encode()), "Latn")
    assert any(sentence in run for run in left)


def test_the_build_itself_finds_none(flagship_translated: Flagship) -> None:
    assert "MK848" not in flagship_translated.said
