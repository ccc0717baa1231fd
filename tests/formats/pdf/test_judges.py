"""Programs that nobody here wrote judge the sample files."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from modulekit.formats.press import Printed
from tests.formats.pdf.bench import printed_handout, printed_slides, saved
from tests.judges.programs import pdffonts, pdfinfo_struct_text, qpdf_check, verapdf


@pytest.fixture(params=["handout", "slides", "slides on paper"])
def printed(request: pytest.FixtureRequest) -> Printed:
    if request.param == "handout":
        return printed_handout()
    return printed_slides(paper=request.param.endswith("paper"))


@pytest.mark.judge("verapdf")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_verapdf_accepts(printed: Printed, flavour: Literal["ua1", "3a"], tmp_path: Path) -> None:
    (verdict,) = verapdf([saved(printed, tmp_path)], flavour)
    assert verdict, verdict


@pytest.mark.judge("qpdf")
def test_qpdf_finds_no_fault(printed: Printed, tmp_path: Path) -> None:
    verdict = qpdf_check(saved(printed, tmp_path))
    assert verdict, verdict


@pytest.mark.judge("poppler")
def test_fonts_are_bundled_embedded_and_readable(printed: Printed, tmp_path: Path) -> None:
    fonts = pdffonts(saved(printed, tmp_path))
    assert fonts
    assert all(font.embedded and font.subset and font.unicode for font in fonts)
    assert all(font.family.startswith(("Noto-Sans", "Noto-Serif", "ModuleKit-Symbols")) for font in fonts)
    assert len({font.family for font in fonts}) == len(fonts)


@pytest.mark.judge("poppler")
def test_a_screen_reader_meets_the_words_in_their_order(tmp_path: Path) -> None:
    told = pdfinfo_struct_text(saved(printed_handout(), tmp_path))
    order = [
        told.index(words)
        for words in ("From evidence to an action plan", "Contents", "AFTER THIS LESSON", "Income and employment")
    ]
    assert order == sorted(order)
    assert "Participant handout 3" not in told  # margins are not read aloud
