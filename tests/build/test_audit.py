"""The audit finds trainer material in files from anywhere, in every language and of every region."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from modulekit.build.audit import Audit, findings
from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.delivery.spots import Spot, SpotKind
from modulekit.diagnostics import Diagnostic, Report
from modulekit.source import open_workspace, read_module
from modulekit.source.catalogues import languages
from modulekit.source.po_writer import default_headers, write_po
from tests.courses import SMALL
from tests.delivery import files
from tests.editions.ledgers import source
from tests.products.two_languages import catalogue, spelled


def _audit(root: Path) -> Audit:
    report = Report()
    workspace = open_workspace(root, report)
    assert workspace is not None
    source = read_module(workspace, "short-meetings", report)
    assert source is not None, [*report]
    points = tuple(Point("", "", language) for language in languages(source))
    return Audit.of(Preparation.of(workspace, source, points, Report(), policy="last-approved"))


@cache
def _small() -> Audit:
    return _audit(SMALL)


def _secret() -> str:
    """A trainer's text that can be searched for, as it stands in the source."""
    audit = _small()
    return next(s.text for s in audit.secrets if s.text.startswith("Leave out the story of the well"))


def _line(diagnostic: Diagnostic) -> str:
    assert diagnostic.span is not None
    return (SMALL / diagnostic.span.file).read_text(encoding="utf-8").splitlines()[diagnostic.span.line - 1].strip()


def test_a_clean_file_is_clean() -> None:
    searched = _small().search("a.docx", files.document())
    assert (searched.found, searched.unreadable, searched.unread) == ((), "", ())
    assert searched.characters > 80
    assert _small().hunt.searched > 50


def test_a_sentence_in_a_document_names_its_source_and_paragraph() -> None:
    body = f"</w:p><w:p/><w:p>{files.in_runs(_secret())}"
    searched = _small().search("a.docx", files.document(body))
    (found,) = searched.found
    assert found.spots == (Spot(SpotKind.PARAGRAPH, 2),)
    (told,) = findings([searched])
    assert told.code == "MK802"
    assert "a.docx (paragraph 2)." in told.message
    assert _line(told).startswith("if_short_of_time: Leave out the story of the well")


def test_places_in_other_files() -> None:
    audit, secret = _small(), _secret()
    presentation = files.pack(
        ("[Content_Types].xml", "<Types/>"),
        (
            "ppt/presentation.xml",
            '<p xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sldId r:id="b"/><sldId r:id="a"/></p>',
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            '<R><x Id="a" Target="slides/slide1.xml"/><x Id="b" Target="slides/slide2.xml"/></R>',
        ),
        ("ppt/slides/slide1.xml", f"<a>{secret}</a>"),
        ("ppt/slides/slide2.xml", "<a>Nothing</a>"),
        ("ppt/slides/_rels/slide2.xml.rels", '<R><x Id="n" Target="../notesSlides/notesSlide7.xml"/></R>'),
        ("ppt/notesSlides/notesSlide7.xml", f"<a>{secret}</a>"),
    )
    places = {
        "slides": (presentation, {Spot(SpotKind.SLIDE, 2), Spot(SpotKind.NOTES, 1)}),
        "pdf": (files.printed(extra=f'<p style="break-before:page">{secret}</p>'), {Spot(SpotKind.PAGE, 2)}),
        "text": (f"One.\n{secret}\nThree.".encode(), {Spot(SpotKind.LINE, 2)}),
        "odt": (
            files.pack(
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                ("content.xml", f'<o xmlns:t="t"><t:h>One</t:h><t:p>{secret}</t:p></o>'),
            ),
            {Spot(SpotKind.PARAGRAPH, 2)},
        ),
        "comment": (
            files.document("", ("word/comments.xml", f"<c>{secret}</c>")),
            {Spot(SpotKind.PART, name="word/comments.xml")},
        ),
    }
    for name, (data, expected) in places.items():
        (found,) = audit.search(name, data).found
        assert set(found.spots) == expected, name


def test_a_translated_secret_is_found_with_its_source(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "small"))
    locale = root / "modules" / "short-meetings" / "locale"
    locale.mkdir()
    ledger = catalogue(source().module, "kk")
    headers = default_headers("kk", "Small", "2026-11-02 00:00+0000")
    (locale / "kk.po").write_bytes(write_po(replace(ledger, headers=headers)))
    (found,) = _audit(root).search("a.txt", spelled(_secret(), "kk").encode()).found
    assert found.secret.language == "kk"
    (told,) = findings([_audit(root).search("a.txt", spelled(_secret(), "kk").encode())])
    assert _line(told).startswith("if_short_of_time: Leave out the story of the well")


def test_what_a_region_puts_into_an_answer_is_secret(tmp_path: Path) -> None:
    """The file of the region is for everyone; the place that it fills is not."""
    root = Path(shutil.copytree(SMALL, tmp_path / "small"))
    home = root / "modules" / "short-meetings"
    words = "The coast votes with pebbles before the second bell has rung."
    coast = home / "regions" / "coast.yaml"
    coast.write_text(f"{coast.read_text()}  - slot: secret-place\n    content: [{words}]\n", encoding="utf-8")
    exercise = next(file for file in sorted((home / "exercises").iterdir()) if "\nanswer:\n" in file.read_text())
    slot = "answer:\n  - slot: {id: secret-place, about: What the region knows}\n"
    exercise.write_text(exercise.read_text().replace("answer:\n", slot, 1), encoding="utf-8")
    (told,) = findings([_audit(root).search("a.txt", words.encode())])
    assert told.span is not None
    assert str(told.span.file).endswith("regions/coast.yaml")


@pytest.mark.parametrize("data", [files.locked(), b"PK\x03\x04", b"\x00\x01\x02\x80"], ids=["locked", "torn", "other"])
def test_a_file_that_cannot_be_searched_is_said(data: bytes) -> None:
    searched = _small().search("a", data)
    (told,) = findings([searched])
    assert told.code == "MK804"
    assert "a cannot be opened" in told.message or "a is neither text" in told.message


def test_a_part_that_cannot_be_searched_hides_nothing_else() -> None:
    body = f"</w:p><w:p>{files.in_runs(_secret())}"
    buffer = io.BytesIO(files.document(body))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/embeddings/object1.bin", b"\xd0\xcf\x11\xe0\x00\x00")
    searched = _small().search("a.docx", buffer.getvalue())
    assert len(searched.found) == 1
    assert {told.code for told in findings([searched])} == {"MK802", "MK805"}


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    bomb = files.document("", ("word/media/zeros.txt", "0" * 60_000_000))
    assert len(bomb) < 200_000
    (told,) = findings([_small().search("a.docx", bomb)])
    assert told.code == "MK804"
    assert "400 times its size" in told.message


def test_the_same_text_in_two_files_is_one_finding() -> None:
    results = [_small().search(name, _secret().encode()) for name in ("a.txt", "b.txt")]
    (told,) = findings(results)
    assert "a.txt (line 1), b.txt (line 1)." in told.message
