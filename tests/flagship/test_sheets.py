"""Sheets to write on hold on their pages in Word as they do in the PDF, in every language of the course."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from modulekit.products.strings import parse_strings
from modulekit.resources import templates
from tests.flagship.conftest import Flagship
from tests.judges.programs import libreoffice_to_pdf


@pytest.mark.judge("libreoffice")
def test_no_sheet_is_split_that_one_page_can_hold(
    flagship: Flagship, flagship_translated: Flagship, tmp_path: Path
) -> None:
    for language in ("en", "ru", "kk"):
        folder = (flagship if language == "en" else flagship_translated).folder / language
        (shown,) = libreoffice_to_pdf([folder / "worksheets.docx"], tmp_path / language)
        printed, in_word = (lengths(path, language) for path in (folder / "worksheets.pdf", shown))
        assert len(printed) > 12
        assert printed.count(1) > 12
        assert printed[0] == 1  # two tables and lines to write on: the fullest sheet of the course
        assert len(in_word) == len(printed)
        assert [at for at, (here, there) in enumerate(zip(in_word, printed, strict=True), 1) if here > there] == []


def lengths(path: Path, language: str) -> list[int]:
    """How many pages each sheet has: one begins where a name is asked for."""
    words = (templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    asked = parse_strings(words, language)("name-or-group").casefold()
    found: list[int] = []
    pdf = pypdfium2.PdfDocument(path)
    try:
        for page in pdf:
            shown = page.get_textpage().get_text_range().casefold().replace("\ufffe", "-")
            if asked in shown:
                found.append(0)
            found[-1] += 1
    finally:
        pdf.close()
    return found
