"""Cuts the bundled fonts out of the full Noto fonts.

The full faces carry thousands of glyphs that no course here needs, at half a megabyte each. This keeps Latin,
Cyrillic with every Kazakh letter, punctuation, currency signs and the typographic features, and gathers the
arrows, boxes and ticks that the text faces lack in one small symbol font.

    python tools/cut_fonts.py /usr/share/fonts/truetype/noto templates/fonts

The originals come from Debian's packages fonts-noto-core and fonts-noto-extra. The same originals and
the same fontTools give the same bytes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SANS = ("Light", "Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")
SERIF = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")

TEXT_RANGES = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x00FF),  # Latin-1: accents, « » · × ÷ ± ² ³
    (0x0100, 0x017F),  # Latin Extended-A: Turkish, Polish, Kazakh in Latin script
    (0x0218, 0x021B),  # Romanian
    (0x02BB, 0x02BC),  # modifier letters of romanised names
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x030C),  # combining accents, for stress marks among others
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x04FF),  # Cyrillic of Kazakh and its neighbours
    (0x2000, 0x200F),  # spaces, joiners
    (0x2010, 0x2027),  # dashes, quotes, daggers, bullet, ellipsis
    (0x202F, 0x203A),  # narrow space, per mille, primes
    (0x2044, 0x2044),  # fraction slash
    (0x2060, 0x2060),  # word joiner
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies, ₸ € ₽ ₼ among them
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),  # ™
    (0x2150, 0x215E),  # fractions
    (0x25CC, 0x25CC),  # the circle under a lone combining accent
    (0xFB00, 0xFB04),  # ligatures
)
TEXT = [code for first, last in TEXT_RANGES for code in range(first, last + 1)]

TEXT_FEATURES = [
    *("kern", "mark", "mkmk", "ccmp", "locl", "liga"),
    *("lnum", "onum", "tnum", "pnum", "zero"),
    *("sups", "subs", "sinf", "numr", "dnom", "frac", "ordn", "case"),
]

SYMBOL_FAMILY = "ModuleKit Symbols"
SYMBOLS = (
    "←↑→↓↔↕↖↗↘↙⇐⇒⇔⇄↦"  # arrows
    "−∓∗∙√∞∑∏∆∂∫∈∩∪≈≠≡≤≥≪≫⋅⋯◊"  # mathematics
    "☐☑☒✓✔✕✖✗✘"  # boxes and ticks
    "■□▪▫▲△▴▶▷▸►▼▽▾◀◁◂◄◆◇○●◦◉★☆"  # shapes
    "①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿"  # numbers of steps
    "⚠✂✉✎✏☎☛☞➔➜➤⏱⏲⏳⚖⚙ⓘ🕐🕒🕔🕖"  # signs for notes
)
# Each character comes from the first of these that has it.
SYMBOL_SOURCES = ("NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf", "NotoSansSymbols-Regular.ttf")


def cut(source: Path, target: Path, codes: list[int], features: list[str]) -> set[int]:
    """Writes the part of a font that holds these characters; returns those that it held."""
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    # Hints serve small text on old screens. Print and PDF ignore them, and they are a third of the file.
    options.hinting = False
    options.drop_tables += ["meta", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def rename(font: TTFont, family: str) -> None:
    """Gives a merged font a name of its own: it is no longer any of the fonts that it was made from."""
    postscript = family.replace(" ", "") + "-Regular"
    names = {1: family, 2: "Regular", 3: postscript, 4: f"{family} Regular", 6: postscript}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 11, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)


def cut_symbols(originals: Path, target: Path) -> None:
    # Layout keeps a space in the font of the character before it, so the symbols need one too.
    spaces = {0x0020, 0x00A0}
    wanted = set(map(ord, SYMBOLS))
    with TemporaryDirectory() as folder:
        pieces = []
        for name in SYMBOL_SOURCES:
            piece = Path(folder) / name
            wanted -= cut(originals / name, piece, sorted(wanted | spaces), [])
            pieces.append(str(piece))
        if wanted:
            sys.exit(f"no source has {' '.join(map(chr, sorted(wanted)))}")
        font = Merger().merge(pieces)
    for table in font["cmap"].tables:
        table.cmap[0x2009] = table.cmap[0x202F] = table.cmap[0x0020]
    rename(font, SYMBOL_FAMILY)
    # The sources' own line heights differ wildly. With those of the text faces, a line that holds a tick is
    # no taller than the next.
    text = TTFont(originals / "NotoSans-Regular.ttf")
    for table, field in (
        *(("hhea", field) for field in ("ascent", "descent", "lineGap")),
        *(("OS/2", f"sTypo{field}") for field in ("Ascender", "Descender", "LineGap")),
        *(("OS/2", field) for field in ("usWinAscent", "usWinDescent", "sxHeight", "sCapHeight")),
    ):
        setattr(font[table], field, getattr(text[table], field))
    font["head"].created = font["head"].modified = text["head"].modified
    font.recalcTimestamp = False
    font.save(target)


def main() -> None:
    originals, target = Path(sys.argv[1]), Path(sys.argv[2])
    os.umask(0o022)
    target.mkdir(parents=True, exist_ok=True)
    for family, styles in (("NotoSans", SANS), ("NotoSerif", SERIF)):
        for style in styles:
            name = f"{family}-{style}.ttf"
            cut(originals / name, target / name, TEXT, TEXT_FEATURES)
    cut_symbols(originals, target / "ModuleKitSymbols-Regular.ttf")


if __name__ == "__main__":
    main()
