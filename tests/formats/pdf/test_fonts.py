"""Fonts are cut without reading what only a typesetter needs, and a glyph stays what it is under its number."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import BaseTTXConverter
from pikepdf import Name

from modulekit.cache import Cache
from modulekit.formats.pdf.fonts import FontFiles
from modulekit.formats.pdf.resources import resources_of
from modulekit.resources import templates
from tests.formats.pdf.bench import printed_handout

FOLDER = templates() / "fonts"
GLYPHS = frozenset({3, 36, 68, 69, 190})


@pytest.mark.parametrize("path", sorted(FOLDER.glob("NotoSerif-*.ttf")), ids=lambda path: path.stem)
def test_a_cut_font_draws_its_glyphs_as_the_whole_one_does(path: Path) -> None:
    cut = TTFont(io.BytesIO(FontFiles(FOLDER, Cache()).cut(path.name, GLYPHS)))
    whole = TTFont(path)
    for number in GLYPHS:
        ours, theirs = cut.getGlyphName(number), whole.getGlyphName(number)
        assert cut["hmtx"][ours] == whole["hmtx"][theirs]
        assert cut["glyf"].glyphs[ours].compile(cut["glyf"]) == whole["glyf"].glyphs[theirs].compile(whole["glyf"])


@pytest.mark.parametrize("name", ["NotoSans-Light.ttf", "NotoSerif-Italic.ttf"])
def test_a_cut_font_says_how_large_its_own_glyphs_are(name: str) -> None:
    cut = TTFont(io.BytesIO(FontFiles(FOLDER, Cache()).cut(name, GLYPHS)))
    outlines = [cut["glyf"][each] for each in cut.getGlyphOrder()]
    drawn = [outline for outline in outlines if outline.numberOfContours]
    assert cut["head"].xMin == min(outline.xMin for outline in drawn)
    assert cut["head"].yMin == min(outline.yMin for outline in drawn)
    assert cut["head"].xMax == max(outline.xMax for outline in drawn)
    assert cut["head"].yMax == max(outline.yMax for outline in drawn)


def test_what_shapes_words_is_not_read_to_cut_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: BaseTTXConverter, *_: Any) -> None:
        raise AssertionError(f"{type(self).__name__} was read")

    monkeypatch.setattr(BaseTTXConverter, "decompile", refuse)
    assert FontFiles(FOLDER, Cache()).cut("NotoSans-Regular.ttf", GLYPHS)


def test_every_font_of_a_file_is_found_among_what_its_pages_draw_with() -> None:
    with pikepdf.open(io.BytesIO(printed_handout().data)) as pdf:
        walked = {font.objgen for one in resources_of(pdf) for font in dict(one.get(Name.Font, {})).values()}
        fonts = {
            thing.objgen
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get(Name.Subtype) == Name.Type0
        }
        assert fonts
        assert fonts == walked
