"""The file as a whole: the same bytes everywhere, fixed properties, accepted by Word's validator and LibreOffice."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from modulekit.document import Document
from modulekit.formats.docx import write
from modulekit.formats.press import Press
from tests.formats.docx.reading import Opened, opened
from tests.formats.samples import handout, plain_document
from tests.judges.programs import ROOT, libreoffice_to_pdf, ooxml_validator, pdf_text

SCRIPT = """
import hashlib
from concurrent.futures import ThreadPoolExecutor
from modulekit.cache import Cache
from modulekit.formats.docx import write
from modulekit.formats.press import Press
from modulekit.formats.theme import parse_theme
from modulekit.resources import templates
from tests.formats.samples import handout
theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
print(hashlib.sha256(write(handout(), Press(templates(), theme, Cache(), ThreadPoolExecutor(1))).data).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1234"])
def test_other_processes_write_the_same_bytes(press: Press, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.stdout.strip() == hashlib.sha256(write(handout(), press).data).hexdigest()


def test_properties_are_those_of_the_document(sample: Opened) -> None:
    core = sample.parts["docProps/core.xml"].decode()
    for words in (
        "<dc:title>Impact-Oriented Programming</dc:title>",
        "<dc:creator>Regional Development Project</dc:creator>",
        "<dc:language>en</dc:language>",
        "<cp:keywords>programming, monitoring, бағдарлама</cp:keywords>",
        "<cp:revision>1</cp:revision>",
    ):
        assert words in core
    assert core.count("2026-11-02T00:00:00Z") == 2
    assert b"<ep:Company>Academy of Public Administration</ep:Company>" in sample.parts["docProps/app.xml"]


def test_nothing_tells_who_made_the_file_or_when(sample: Opened) -> None:
    whole = b"".join(sample.parts.values())
    for word in (b"rsid", b"python-docx", b"Macintosh", b"thumbnail"):
        assert word not in whole


LANGUAGES = [("ru", "ru-RU"), ("kk", "kk-KZ"), ("kk-Latn", "kk-Latn-KZ"), ("en-US", "en-US")]


@pytest.mark.parametrize(("tag", "office"), LANGUAGES)
def test_the_language_is_in_the_defaults_and_in_the_runs(press: Press, tag: str, office: str) -> None:
    document = plain_document(1)
    made = opened(write(Document(replace(document.meta, language=tag), document.parts), press).data)
    assert f'w:lang w:val="{office}"'.encode() in made.parts["word/styles.xml"]
    assert f'w:lang w:val="{office}"'.encode() in made.parts["word/document.xml"]


@pytest.mark.judge("ooxml")
@pytest.mark.parametrize("office", ["Office2013", "Microsoft365"])
def test_word_opens_it_without_repair(press: Press, tmp_path: Path, office: str) -> None:
    path = tmp_path / "handout.docx"
    path.write_bytes(write(handout(), press).data)
    (verdict,) = ooxml_validator([path], office)
    assert verdict, str(verdict)


@pytest.mark.judge("libreoffice", "poppler")
def test_libreoffice_prints_all_of_it(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "handout.docx"
    path.write_bytes(write(handout(), press).data)
    (pdf,) = libreoffice_to_pdf([path], tmp_path / "out")
    text = " ".join(pdf_text(pdf).split())
    for words in (
        "Impact-Oriented Programming for Regions and Rural Territories",
        "state a problem as a negative condition;",
        "Exercise 2 · Draw the tree",
        "A tree with two causes",
        "Which of the two could a visitor check?",
        "Нәтиже; результат.",
    ):
        assert words in text
