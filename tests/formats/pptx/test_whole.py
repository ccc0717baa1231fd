"""The file as a whole: the same bytes everywhere, accepted by PowerPoint's validator and LibreOffice."""

from __future__ import annotations

import hashlib
import os
import runpy
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from modulekit.archive import pack, unpack
from modulekit.formats.pptx import write
from modulekit.formats.pptx.writer import BaseFileError
from modulekit.formats.press import Press
from modulekit.formats.theme import Theme
from tests.formats.samples import slides
from tests.judges.programs import ROOT, libreoffice_to_pdf, ooxml_validator, pdf_text

SCRIPT = """
import hashlib
from concurrent.futures import ThreadPoolExecutor
from modulekit.cache import Cache
from modulekit.formats.pptx import write
from modulekit.formats.press import Press
from modulekit.formats.theme import parse_theme
from modulekit.resources import templates
from tests.formats.samples import slides
theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
print(hashlib.sha256(write(slides(), Press(templates(), theme, Cache(), ThreadPoolExecutor(1))).data).hexdigest())
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
    assert done.stdout.strip() == hashlib.sha256(write(slides(), press).data).hexdigest()


def test_slides_are_counted_and_found(press: Press) -> None:
    printed = write(slides(), press)
    assert printed.pages == 12
    assert printed.anchors["slide-exercise"] == 8


def test_slides_are_sixteen_by_nine_in_the_size_of_the_pdf(press: Press) -> None:
    presentation = unpack(write(slides(), press).data)["ppt/presentation.xml"]
    assert b'<p:sldSz cx="9144000" cy="5143500"/>' in presentation


def test_colours_sizes_and_fonts_are_the_themes(press: Press) -> None:
    groups = {name: dict(tokens) for name, tokens in press.theme.groups.items()}
    groups["office"]["sans"] = "Calibri"
    groups["colour"]["petrol"] = "#102030"
    groups["size"]["slide-title"] = 26
    parts = unpack(write(slides(), replace(press, theme=Theme(groups))).data)
    theme = parts["ppt/theme/theme1.xml"]
    assert b'<a:dk2><a:srgbClr val="102030"/></a:dk2>' in theme
    assert theme.count(b'<a:latin typeface="Calibri"') == 2
    assert b'sz="2600"' in parts["ppt/slideMasters/slideMaster1.xml"]


def test_a_base_without_a_layout_is_refused(press: Press, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(press.templates, folder, ignore=shutil.ignore_patterns("html", "css"))
    base = folder / "pptx" / "base.pptx"
    parts = unpack(base.read_bytes())
    name = "ppt/slideLayouts/slideLayout3.xml"
    assert b'name="Points"' in parts[name]
    parts[name] = parts[name].replace(b'<p:cSld name="Points"', b'<p:cSld name="Bullets"')
    base.write_bytes(pack(parts.items()))
    with pytest.raises(BaseFileError, match="Points"):
        write(slides(), replace(press, templates=folder))


@pytest.mark.judge("ooxml")
@pytest.mark.parametrize("office", ["Office2013", "Microsoft365"])
@pytest.mark.parametrize("paper", [False, True])
def test_powerpoint_opens_it_without_repair(press: Press, tmp_path: Path, office: str, paper: bool) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(write(slides(paper=paper), press).data)
    (verdict,) = ooxml_validator([path], office)
    assert verdict, str(verdict)


@pytest.mark.judge("libreoffice", "poppler")
def test_libreoffice_prints_all_of_it(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(write(slides(), press).data)
    (pdf,) = libreoffice_to_pdf([path], tmp_path / "out")
    text = " ".join(pdf_text(pdf).split())
    for words in ("For regions and rural territories", "Мәселе бәріне түсінікті", "debrief 8", "Point to it."):
        assert words in text


def test_the_base_is_what_the_tool_makes(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes the layouts makes the base anew: python tools/make_pptx_base.py"""
    monkeypatch.syspath_prepend(ROOT / "tools")
    made = runpy.run_path(str(ROOT / "tools" / "make_pptx_base.py"))["make"]()
    assert unpack(made) == unpack((press.templates / "pptx" / "base.pptx").read_bytes())
