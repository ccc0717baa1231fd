"""How text looks where a master or a layout says it: levels, sizes, bullets, colours by their slots."""

from __future__ import annotations

from modulekit.formats.ooxml.units import centipoints, emu
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx.layouts import INDENT

SANS, SERIF = "Arial", "Times New Roman"
"""The families that stand in the base for those of a theme, where the theme part cannot say them."""


def fill(slot: str) -> Element:
    """A solid colour by its slot of the colour map."""
    return el("a:solidFill", None, el("a:schemeClr", {"val": slot}))


def bullet_level(level: int, size: float) -> Element:
    """How points of ``level`` look."""
    return level_style(level, size, "tx1", bullets=True, leading=1.08, after=13 if level == 1 else 6)


def level_style(
    level: int,
    size: float | None,
    colour: str,
    *,
    bold: bool = False,
    italic: bool = False,
    capitals: bool = False,
    serif: bool = False,
    major: bool = False,
    bullets: bool = False,
    leading: float = 1.0,
    after: float = 0.0,
    align: str = "l",
) -> Element:
    """How text of ``level`` looks; a size of ``None`` is inherited."""
    indent = emu(INDENT if level == 1 else 6)
    left = emu(INDENT + 6 * (level - 1)) if bullets else 0
    attributes: dict[str, str | int] = {
        "marL": left,
        "indent": -indent if bullets else 0,
        "algn": align,
        "defTabSz": 914400,
        "rtl": 0,
        "eaLnBrk": 1,
        "latinLnBrk": 0,
        "hangingPunct": 1,
    }
    mark = (
        [
            el("a:buClr", None, el("a:schemeClr", {"val": "accent1"})),
            el("a:buFont", {"typeface": "Arial"}),
            el("a:buChar", {"char": "–"}),
        ]
        if bullets
        else [el("a:buNone")]
    )
    font = "+mj-lt" if major else SERIF if serif else "+mn-lt"
    run: dict[str, str | int] = {"b": int(bold), "i": int(italic), "kern": 1200}
    if size is not None:
        run["sz"] = centipoints(size)
    if capitals:
        run |= {"cap": "all", "spc": 60}
    return el(
        f"a:lvl{level}pPr",
        attributes,
        el("a:lnSpc", None, el("a:spcPct", {"val": round(leading * 100_000)})),
        el("a:spcBef", None, el("a:spcPts", {"val": 0})),
        el("a:spcAft", None, el("a:spcPts", {"val": round(after * 100)})),
        mark,
        el(
            "a:defRPr",
            run,
            fill(colour),
            el("a:latin", {"typeface": font}),
            el("a:ea", {"typeface": "+mn-ea"}),
            el("a:cs", {"typeface": "+mn-cs"}),
        ),
    )
