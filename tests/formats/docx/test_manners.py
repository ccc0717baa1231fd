"""Products that differ from the others in type, margins and white do so in Word as in the PDF."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from modulekit.archive import pack, unpack
from modulekit.formats.docx import write
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.press import Press
from modulekit.formats.styles import landscape_area, sheet_of, text_width
from tests.formats.docx.reading import Element, Opened, find, opened, value
from tests.formats.samples import handout


def made_as(press: Press, style: str) -> Opened:
    document = handout()
    return opened(write(replace(document, meta=replace(document.meta, style=style)), press).data)


def style_called(made: Opened, name: str) -> Element:
    (found,) = [s for s in made.xml("word/styles.xml").iter(qname("w:style")) if value(s, "w:name") == name]
    return found


def spacing(made: Opened, name: str) -> dict[str, str]:
    found = find(style_called(made, name), "w:pPr/w:spacing")
    assert found is not None
    return {key.rpartition("}")[2]: text for key, text in found.attrib.items()}


@pytest.mark.parametrize("style", ["handout", "guide", "worksheets"])
def test_margins_and_what_reaches_them_are_the_products(press: Press, style: str) -> None:
    made = made_as(press, style)
    theme, sheet = press.theme, sheet_of(press.theme, style)
    margins = find(made.body[-1], "w:pgMar")
    assert margins is not None
    sides = {name: int(margins.get(qname(f"w:{name}"))) for name in ("top", "bottom", "left", "right")}
    assert sides == {
        "top": twips(sheet.top),
        "bottom": twips(sheet.bottom),
        "left": twips(sheet.inner),
        "right": twips(sheet.outer),
    }
    (stop,) = list(style_called(made, "footer").iter(qname("w:tab")))
    assert int(stop.get(qname("w:pos"))) == twips(text_width(theme, style))
    wide = find(made.xml("word/footer-landscape-1.xml"), "w:p/w:pPr/w:tabs")
    assert wide is not None
    assert int(wide[-1].get(qname("w:pos"))) == twips(landscape_area(theme, style)[0])


def test_the_guide_is_set_in_its_own_type(press: Press) -> None:
    usual, guide = (style_called(made_as(press, style), "Normal") for style in ("handout", "guide"))
    sizes = [value(style, "w:rPr/w:sz") for style in (usual, guide)]
    assert sizes == ["23", "18"]  # Times at eleven and a half, Arial at nine
    fonts = [find(style, "w:rPr/w:rFonts") for style in (usual, guide)]
    assert [font.get(qname("w:asciiTheme")) for font in fonts if font is not None] == ["minorHAnsi", "majorHAnsi"]


def test_sheets_to_write_on_leave_no_height_to_the_readers_fonts(press: Press) -> None:
    made, usual = made_as(press, "worksheets"), made_as(press, "handout")
    assert spacing(usual, "Table Text")["lineRule"] == "auto"
    assert spacing(made, "Table Text")["lineRule"] == "exact"
    assert spacing(made, "Figure")["lineRule"] == "auto"  # a picture would be cut
    assert int(spacing(made, "caption")["before"]) < int(spacing(usual, "caption")["before"])
    assert spacing(made, "Writing Line") == spacing(usual, "Writing Line")


def test_a_product_stands_closer_by_a_share_of_the_white_of_a_centres_base(press: Press, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(press.templates, folder, ignore=shutil.ignore_patterns("html", "css"))
    path = folder / "docx" / "base.docx"
    parts = unpack(path.read_bytes())
    before = re.search(rb'<w:style [^>]*w:styleId="Heading2".*?</w:style>', parts["word/styles.xml"])
    assert before is not None
    after = re.sub(rb'w:before="\d+"', b'w:before="1000"', before.group())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(before.group(), after)
    path.write_bytes(pack(parts.items()))
    own = replace(press, templates=folder)
    assert spacing(made_as(own, "handout"), "heading 2")["before"] == "1000"
    assert spacing(made_as(own, "guide"), "heading 2")["before"] == "750"
