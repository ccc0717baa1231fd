"""The base file: its page, its styles, and what a centre may bring instead."""

from __future__ import annotations

import re
import runpy
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from modulekit.archive import pack, unpack
from modulekit.formats.docx import write
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.sheet import STYLES
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.press import Press
from modulekit.formats.theme import Theme
from tests.formats.docx.reading import Opened, find, opened, value
from tests.formats.samples import handout
from tests.judges.programs import ROOT


def test_the_page_is_a4_with_room_for_punching(sample: Opened) -> None:
    section = sample.body[-1]
    size, margins = find(section, "w:pgSz"), find(section, "w:pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(qname("w:w")), size.get(qname("w:h"))) == ("11906", "16838")
    assert int(margins.get(qname("w:left"))) > int(margins.get(qname("w:right")))
    settings = sample.xml("word/settings.xml")
    assert find(settings, "w:mirrorMargins") is not None
    modes = {s.get(qname("w:name")): s.get(qname("w:val")) for s in settings.iter(qname("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"


def test_the_base_has_every_style(press: Press) -> None:
    base = docx.Document(str(press.templates / "docx" / "base.docx"))
    names = {style.name for style in base.styles}
    spoken = {"heading 1": "Heading 1", "heading 2": "Heading 2", "heading 3": "Heading 3", "heading 4": "Heading 4"}
    spoken |= {"caption": "Caption", "header": "Header", "footer": "Footer"}
    assert {spoken.get(style.name, style.name) for style in STYLES} <= names


def test_the_base_is_empty_and_the_document_adds_no_style(press: Press, sample: Opened) -> None:
    base = opened((press.templates / "docx" / "base.docx").read_bytes())
    assert base.lines == []
    assert sample.style_names == base.style_names


def test_footers_say_title_label_and_page_and_the_cover_has_none(sample: Opened) -> None:
    words = {name: b"".join(re.findall(rb"<w:t[ >].*?</w:t>", data)) for name, data in sample.parts.items()}
    for name in ("word/footer1.xml", "word/footer2.xml"):
        assert b"Impact-Oriented Programming" in words[name]
        assert b"Participant handout" in words[name]
        assert b" PAGE " in sample.parts[name]
    assert words["word/footer3.xml"] == b""
    first = next(sample.body.iter(qname("w:sectPr")))
    assert find(first, "w:titlePg") is not None


def test_sizes_and_fonts_are_the_themes(press: Press) -> None:
    theme = Theme({**press.theme.groups, "office": {"serif": "Cambria", "sans": "Calibri"}})
    made = opened(write(handout(), replace(press, theme=theme)).data)
    families = re.findall(rb'<a:latin typeface="([^"]+)"', made.parts["word/theme/theme1.xml"])
    assert families[:2] == [b"Calibri", b"Cambria"]
    size = Look(theme, "handout", 166).size("serif", "body")
    (normal,) = [s for s in made.xml("word/styles.xml").iter(qname("w:style")) if value(s, "w:name") == "Normal"]
    assert value(normal, "w:rPr/w:sz") == str(round(size * 2))


@pytest.fixture
def workshop(press: Press, tmp_path: Path) -> Path:
    """Templates of a centre that brings its own base."""
    folder = tmp_path / "templates"
    shutil.copytree(press.templates, folder, ignore=shutil.ignore_patterns("html", "css"))
    return folder


def rewrite_styles(folder: Path, *pairs: tuple[bytes, bytes]) -> None:
    path = folder / "docx" / "base.docx"
    parts = unpack(path.read_bytes())
    for old, new in pairs:
        assert old in parts["word/styles.xml"], old
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(old, new)
    path.write_bytes(pack(parts.items()))


def test_a_base_of_another_language_of_word_has_other_style_ids(press: Press, workshop: Path) -> None:
    rewrite_styles(workshop, (b'w:styleId="Heading1"', b'w:styleId="1"'))
    made = opened(write(handout(), replace(press, templates=workshop)).data)
    heading = next(line for line in made.lines if line.style == "heading 1")
    assert value(heading.element, "w:pPr/w:pStyle") == "1"


def test_a_centres_base_decides_about_space(press: Press, workshop: Path) -> None:
    parts = unpack((workshop / "docx" / "base.docx").read_bytes())
    style = re.search(rb'<w:style [^>]*w:styleId="Heading2".*?</w:style>', parts["word/styles.xml"])
    assert style is not None
    wide = re.sub(rb'w:before="\d+"', b'w:before="999"', style.group())
    grey = re.sub(rb"<w:color [^>]*/>", b'<w:color w:val="777777"/>', wide)
    rewrite_styles(workshop, (style.group(), grey))
    made = opened(write(handout(), replace(press, templates=workshop)).data)
    (heading,) = [s for s in made.xml("word/styles.xml").iter(qname("w:style")) if value(s, "w:name") == "heading 2"]
    spacing = find(heading, "w:pPr/w:spacing")
    assert spacing is not None
    assert spacing.get(qname("w:before")) == "999"
    assert value(heading, "w:rPr/w:color") == "12343B"  # the theme's


def test_styles_that_a_base_lacks_are_added_with_their_lists(press: Press, workshop: Path) -> None:
    parts = unpack((workshop / "docx" / "base.docx").read_bytes())
    lost = re.findall(rb'<w:style [^>]*w:styleId="(?:ListCheck\d?|Prompt)".*?</w:style>', parts["word/styles.xml"])
    assert len(lost) == 4
    rewrite_styles(workshop, *((style, b"") for style in lost))
    made = opened(write(handout(), replace(press, templates=workshop)).data)
    assert made.styled("List Check") == ["a flipchart", "two colours of notes"]
    (check,) = [s for s in made.xml("word/styles.xml").iter(qname("w:style")) if value(s, "w:name") == "List Check"]
    number = value(check, "w:pPr/w:numPr/w:numId")
    assert number in {num.get(qname("w:numId")) for num in made.xml("word/numbering.xml").iter(qname("w:num"))}


def test_the_base_is_what_the_tool_makes(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes the style sheet makes the base anew: python tools/make_docx_base.py"""
    monkeypatch.syspath_prepend(ROOT / "tools")
    made = runpy.run_path(str(ROOT / "tools" / "make_docx_base.py"))["make"]()
    assert unpack(made) == unpack((press.templates / "docx" / "base.docx").read_bytes())
