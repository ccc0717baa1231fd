"""The bundled fonts hold what courses in Kazakh, Russian and English need, under the right names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[2] / "templates" / "fonts"
TEXT_FACES = sorted(path.name for path in FOLDER.glob("Noto*.ttf"))

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
KAZAKH_LATIN = "AÄBCÇDEFGĞHIİJKLMNŃŊOÓÖPQRSŞTUÚÜVWXYÝZ"
MARKS = "«»„“”‘’‚–—-‑…·•§№%‰°′″†‡/⁄\u00a0\u2009\u202f"
MONEY_AND_NUMBERS = "0123456789₸€₽$£×÷±¼½¾⁰¹²³⁴₀₁₂₃"
SYMBOLS = "→←↑↓↔⇒≤≥≈≠−√∞☐☑☒✓✔✗✘■□▲▼●○★☆①⑩❶❿⚠✂✉✎ \u00a0\u202f"

FACES = {
    ("Noto Sans", 300, False),
    ("Noto Sans", 400, False),
    ("Noto Sans", 400, True),
    ("Noto Sans", 600, False),
    ("Noto Sans", 600, True),
    ("Noto Sans", 700, False),
    ("Noto Sans", 700, True),
    ("Noto Serif", 400, False),
    ("Noto Serif", 400, True),
    ("Noto Serif", 600, False),
    ("Noto Serif", 600, True),
    ("Noto Serif", 700, False),
    ("Noto Serif", 700, True),
}


def load(name: str) -> Any:
    return TTFont(FOLDER / name, lazy=True)


def lacking(font: Any, characters: str) -> str:
    held = font.getBestCmap()
    return "".join(character for character in characters if ord(character) not in held)


@pytest.mark.parametrize("name", TEXT_FACES)
def test_text_face_holds_every_letter(name: str) -> None:
    with load(name) as font:
        letters = KAZAKH + KAZAKH.lower() + KAZAKH_LATIN + KAZAKH_LATIN.lower()
        assert lacking(font, letters.replace("i̇", "i") + MARKS + MONEY_AND_NUMBERS) == ""


@pytest.mark.parametrize("name", TEXT_FACES)
def test_text_face_keeps_its_features(name: str) -> None:
    with load(name) as font:
        features = {record.FeatureTag for table in ("GSUB", "GPOS") for record in features_of(font, table)}
        assert features >= {"kern", "liga", "locl", "lnum", "onum", "tnum", "sups", "subs", "frac", "mark"}


def features_of(font: Any, table: str) -> list[Any]:
    return list(font[table].table.FeatureList.FeatureRecord)


def test_families_and_weights() -> None:
    faces = set()
    for name in TEXT_FACES:
        with load(name) as font:
            names = font["name"]
            family = names.getDebugName(16) or names.getDebugName(1)
            faces.add((family, font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & 1)))
    assert faces == FACES


def test_symbols() -> None:
    with load("ModuleKitSymbols-Regular.ttf") as font, load("NotoSans-Regular.ttf") as text:
        assert lacking(font, SYMBOLS) == ""
        assert font["name"].getDebugName(1) == "ModuleKit Symbols"
        # A line that holds a tick is as tall as the next.
        assert (font["hhea"].ascent, font["hhea"].descent) == (text["hhea"].ascent, text["hhea"].descent)


def test_fonts_are_small_and_licensed() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 2_500_000
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text("utf-8")
