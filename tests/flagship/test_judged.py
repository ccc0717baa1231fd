"""Programs that nobody here wrote look at every file of the flagship."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest

from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS
from tests.flagship.conftest import MODULE, ROOT, Flagship
from tests.judges.programs import libreoffice_to_pdf, ooxml_validator, pdffonts, qpdf_check, verapdf

WORD = re.compile(r"\b[A-Za-z]{5,}\b")
HYPHEN = re.compile(r"[\u00ad\u2010\u0002\ufffe-](\r?\n)?")  # what text extraction makes of a word that was divided
FAMILIES = re.compile(r"^([A-Z]{6}\+)?(Noto-Sans|Noto-Serif|ModuleKit-Symbols)(-[A-Za-z-]+)?$")


def names(*formats: str) -> set[str]:
    """What the files in ``formats`` are called of all products that a course has as such."""
    plain = (product for product in PRODUCTS.values() if not product.only_with)
    made = ((product.name, name) for product in plain for name in product.formats)
    return {FORMATS[name].file_name(product) for product, name in made if name in formats}


@pytest.mark.judge("verapdf")
@pytest.mark.parametrize(("profile", "formats"), [("ua1", ("pdf", "form")), ("3a", ("pdf",))])
def test_every_pdf_complies(flagship: Flagship, profile: Literal["ua1", "3a"], formats: tuple[str, ...]) -> None:
    """Forms to fill in on screen are no PDF/A, which allows no fields that do anything."""
    expected = names(*formats)
    verdicts = verapdf([path for path in flagship.files("pdf") if path.name in expected], profile)
    assert len(verdicts) == len(expected)
    assert [str(verdict) for verdict in verdicts if not verdict] == []


@pytest.mark.judge("qpdf")
def test_every_pdf_is_sound(flagship: Flagship) -> None:
    verdicts = [qpdf_check(path) for path in flagship.files("pdf")]
    assert len(verdicts) == len(names("pdf", "form"))
    assert [str(verdict) for verdict in verdicts if not verdict] == []


@pytest.mark.judge("poppler")
def test_every_font_is_bundled_and_embedded(flagship: Flagship) -> None:
    fonts = [font for path in flagship.files("pdf") for font in pdffonts(path)]
    assert len(fonts) > 20
    assert [font for font in fonts if not FAMILIES.match(font.name)] == []
    assert all(font.embedded and font.unicode for font in fonts)
    assert {font.name for font in fonts if not font.subset} <= {"Noto-Sans"}  # what is typed into fields


@pytest.mark.judge("ooxml")
def test_every_office_file_opens_without_repair(flagship: Flagship) -> None:
    verdicts = ooxml_validator(flagship.files("docx", "pptx"))
    assert len(verdicts) == len(names("docx", "pptx"))
    assert [str(verdict) for verdict in verdicts if not verdict] == []


@pytest.mark.judge("libreoffice")
def test_every_office_file_renders(flagship: Flagship, tmp_path: Path) -> None:
    made = libreoffice_to_pdf(flagship.files("docx", "pptx"), tmp_path)
    assert len(made) == len(names("docx", "pptx"))
    expected = {path.stem: words_of(path) - in_pictures() for path in flagship.files("pdf")}
    described = {path.stem: in_descriptions(path) for path in flagship.files("docx", "pptx")}
    for path in made:
        lost = expected[path.stem] - words_of(path) - described[path.stem]
        assert len(expected[path.stem]) > 20
        allowed = max(3, len(expected[path.stem]) // 25)  # a narrow column breaks a word without a hyphen
        assert len(lost) <= allowed, (path.stem, sorted(lost)[:40])


def in_pictures() -> set[str]:
    """The words of drawings: text in a PDF, dots in what LibreOffice makes of an office file."""
    assets = ROOT / "modules" / MODULE / "assets"
    return {word for path in assets.glob("*.svg") for word in WORD.findall(path.read_text(encoding="utf-8"))}


def in_descriptions(path: Path) -> set[str]:
    """The words of an office file's alternative texts, which say what its drawings of trees, chains and charts say."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    return {word for part in parts for text in re.findall(r'descr="([^"]*)"', part) for word in WORD.findall(text)}


def words_of(path: Path) -> set[str]:
    """The longer words of a PDF; both faces of a product must hold the same ones, hyphenation aside."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()
    return set(WORD.findall(HYPHEN.sub("", text)))
