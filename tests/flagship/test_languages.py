"""The flagship in Russian and Kazakh, laid out and judged: what is read most, and what is laid out unlike all else.

Every other edition is composed of the same parts (test_editions.py). What is said in them is for other tests.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from modulekit.build.lattice import Point
from modulekit.build.leakscan import scan_for_leaks
from modulekit.document.words import words_of
from modulekit.editions import identify, phrases
from modulekit.model import Module
from tests.flagship.conftest import Flagship
from tests.flagship.test_editions import in_one_process, job, written
from tests.flagship.test_judged import FAMILIES
from tests.judges.programs import ooxml_validator, pdffonts, qpdf_check, verapdf

LANGUAGES = ("kk", "ru")
PDF = {"handout.pdf", "guide.pdf", "coverage.pdf", "slides.pdf", "worksheets.pdf", "worksheets-fillable.pdf"}
OFFICE = {"handout.docx", "guide.docx", "coverage.docx", "worksheets.docx", "slides.pptx"}
ACCESSIBLE = ("kk/handout-bilingual.pdf", "ru/handout.pdf", "kk/slides.pdf", "ru/worksheets-fillable.pdf")
ARCHIVED = ("kk/handout-bilingual.pdf", "ru/slides.pdf", "kk/certificates.pdf")


def files(built: tuple[Flagship, ...], *endings: str) -> list[Path]:
    return [path for flagship in built for path in flagship.files(*endings)]


@pytest.fixture(name="built", scope="session")
def both(flagship_translated: Flagship, flagship_certificates: Flagship) -> tuple[Flagship, ...]:
    return flagship_translated, flagship_certificates


def test_a_strict_build_finds_nothing_and_marks_nothing(built: tuple[Flagship, ...]) -> None:
    """No slide is too full and no letter lacks in the fonts: these would be said."""
    assert [flagship.said for flagship in built] == ["", ""]
    assert [edition["marked"] for flagship in built for edition in flagship.record["editions"]] == [[]] * 4


def test_what_was_ordered_is_there(built: tuple[Flagship, ...]) -> None:
    course, certificates = built
    for language, more in (("ru", set[str]()), ("kk", {"handout-bilingual.pdf", "handout-bilingual.docx"})):
        made = {path.name for path in course.files("pdf", "docx", "pptx") if path.parent.name == language}
        assert made == PDF | OFFICE | more
    pages = {file["path"]: file["pages"] for file in course.record["files"]}
    assert {pages[f"{language}/slides.{ending}"] for language in LANGUAGES for ending in ("pdf", "pptx")} == {
        pages["ru/slides.pdf"]
    }
    assert pages["kk/handout-bilingual.pdf"] > max(pages["kk/handout.pdf"], pages["ru/handout.pdf"]) > 40
    assert {path.parent.name for path in certificates.files("pdf")} == set(LANGUAGES)
    assert {file["pages"] for file in certificates.record["files"] if file["format"] == "pdf"} == {23}


@pytest.mark.judge("verapdf")
@pytest.mark.parametrize(("profile", "sample"), [("ua1", ACCESSIBLE), ("3a", ARCHIVED)])
def test_pdfs_that_differ_most_comply(
    built: tuple[Flagship, ...], profile: Literal["ua1", "3a"], sample: tuple[str, ...]
) -> None:
    """The parts of the others are the same as in these; the English pack is judged whole."""
    chosen = [path for path in files(built, "pdf") if f"{path.parent.name}/{path.name}" in sample]
    verdicts = verapdf(chosen, profile)
    assert len(verdicts) == len(sample)
    assert [str(verdict) for verdict in verdicts if not verdict] == []


@pytest.mark.judge("qpdf")
@pytest.mark.judge("poppler")
def test_every_pdf_is_sound_and_has_no_fonts_but_ours(built: tuple[Flagship, ...]) -> None:
    everything = files(built, "pdf")
    assert [str(verdict) for verdict in map(qpdf_check, everything) if not verdict] == []
    fonts = [font for path in everything for font in pdffonts(path)]
    assert len(fonts) > 40
    assert [font for font in fonts if not FAMILIES.match(font.name) or not font.embedded] == []


@pytest.mark.judge("ooxml")
def test_every_office_file_opens_without_repair(built: tuple[Flagship, ...]) -> None:
    verdicts = ooxml_validator(files(built, "docx", "pptx"))
    assert len(verdicts) == 2 * len(OFFICE) + 1 + 2
    assert [str(verdict) for verdict in verdicts if not verdict] == []


def test_the_leak_scan_looked_at_every_file_for_translated_phrases(built: tuple[Flagship, ...]) -> None:
    for flagship in built:
        for edition in flagship.record["editions"]:
            own = [file for file in flagship.record["files"] if file["path"].startswith(f"{edition['folder']}/")]
            scan = edition["leak_scan"]
            participants = [file for file in own if file["audience"] == "participant"]
            assert scan["files"] == len(participants) > 0
            assert scan["leaks"] == 0
            assert scan["phrases_searched"] > 500
    searched = {
        edition["language"]: edition["leak_scan"]["phrases_searched"] for edition in built[0].record["editions"]
    }
    assert searched["kk"] > 1.5 * searched["ru"]  # in the handout of both languages, the phrases of both


@pytest.mark.parametrize("language", [pytest.param(name, marks=in_one_process(name)) for name in LANGUAGES])
def test_a_translated_phrase_in_a_handout_would_be_found(language: str) -> None:
    point = Point("", "", language)
    whole, handout = identify(job(point).module), written(point)["handout"]
    assert leaks(whole, handout, point) == []
    said = next(phrase for phrase in phrases(whole) if phrase.loc[-1] == "say" and len(phrase.text) > 80)
    (leak,) = leaks(whole, "\n".join((handout, *words_of(said.text))), point)
    assert leak.startswith("Trainer material stands in what participants get: handout.txt")


def leaks(whole: Module, handout: str, point: Point) -> list[str]:
    """What the search of an edition's handout says, were it ``handout``."""
    made = job(point)
    _, found = scan_for_leaks(whole, {"handout.txt": handout.encode()}, made.strings, made.places, made.assets)
    return [diagnostic.message for diagnostic in found if diagnostic.code == "MK802"]
