"""Each judge must refuse something. One that accepts everything would make every other test worthless."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from tests.judges.programs import (
    JUDGES,
    libreoffice_to_pdf,
    missing,
    ooxml_validator,
    pdf_text,
    pdffonts,
    pdfinfo_struct_text,
    qpdf_check,
    verapdf,
)

PAGE = "<html lang='en'><title>Needs</title><h1>Needs</h1><p>Water for the upper fields.</p></html>"


@pytest.fixture
def untagged_pdf(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "untagged.pdf", variant=None)


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Needs")
    document.add_paragraph("Water for the upper fields.")
    path = tmp_path / "needs.docx"
    document.save(str(path))
    return path


def write_pdf(path: Path, variant: str | None) -> Path:
    import weasyprint

    weasyprint.HTML(string=PAGE).write_pdf(path, pdf_variant=variant)
    return path


def with_broken_part(source: Path, target: Path, old: bytes, new: bytes) -> Path:
    """Copies a DOCX with other bytes in its main part: still a zip, still XML, no longer WordprocessingML."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                assert old in content
                content = content.replace(old, new)
            broken.writestr(name, content)
    return target


def test_an_unknown_judge_is_a_mistake_in_the_test() -> None:
    with pytest.raises(KeyError):
        missing("nobody")


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.judge(name)) for name in JUDGES])
def test_judge_is_here(name: str) -> None:
    assert missing(name) is None


@pytest.mark.judge("verapdf")
def test_verapdf_accepts_a_good_file_and_refuses_a_bad_one(tmp_path: Path, untagged_pdf: Path) -> None:
    accessible = write_pdf(tmp_path / "ua.pdf", variant="pdf/ua-1")
    archivable = write_pdf(tmp_path / "a.pdf", variant="pdf/a-3a")

    good, bad = verapdf([accessible, untagged_pdf], "ua1")
    assert good, good
    assert not bad
    assert any("tagged" in complaint.lower() for complaint in bad.complaints), bad

    good, bad = verapdf([archivable, untagged_pdf], "3a")
    assert good, good
    assert not bad


@pytest.mark.judge("ooxml")
def test_validator_accepts_a_good_file_and_refuses_bad_ones(tmp_path: Path, word_file: Path) -> None:
    misplaced = with_broken_part(word_file, tmp_path / "misplaced.docx", b"<w:body>", b"<w:body><w:jc w:val='left'/>")
    not_a_zip = tmp_path / "text.docx"
    not_a_zip.write_text("not a zip", "utf-8")

    good, bad, worse = ooxml_validator([word_file, misplaced, not_a_zip])
    assert good, good
    assert not bad
    assert not worse
    assert any("jc" in complaint for complaint in bad.complaints), bad


@pytest.mark.judge("libreoffice", "poppler")
def test_libreoffice_prints_the_text(tmp_path: Path, word_file: Path) -> None:
    (pdf,) = libreoffice_to_pdf([word_file], tmp_path / "printed")
    assert "Water for the upper fields." in pdf_text(pdf)


@pytest.mark.judge("libreoffice")
def test_libreoffice_reports_a_file_that_it_cannot_print(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"made no missing\.pdf"):
        libreoffice_to_pdf([tmp_path / "missing.docx"], tmp_path / "printed")


@pytest.mark.judge("qpdf")
def test_qpdf_refuses_a_damaged_file(tmp_path: Path, untagged_pdf: Path) -> None:
    assert qpdf_check(untagged_pdf)
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(untagged_pdf.read_bytes().replace(b"startxref", b"startxxxx"))
    assert not qpdf_check(damaged)


@pytest.mark.judge("poppler")
def test_poppler_sees_fonts_and_structure(tmp_path: Path, untagged_pdf: Path) -> None:
    tagged = write_pdf(tmp_path / "ua.pdf", variant="pdf/ua-1")
    fonts = pdffonts(tagged)
    assert fonts
    assert all(font.embedded and font.subset and font.unicode for font in fonts)
    assert "+" not in fonts[0].family
    assert "H1" in pdfinfo_struct_text(tagged)
    assert "H1" not in pdfinfo_struct_text(untagged_pdf)
