"""The theme part (``theme1.xml``) of DOCX and PPTX: colours and fonts, so that an editor changes all of them at once.

Takes the theme part of a base file and the design tokens, gives the part with the tokens in it. The twelve slots of
OOXML carry our tokens in a fixed meaning, see :data:`SLOTS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from modulekit.formats.ooxml.units import hexadecimal
from modulekit.formats.ooxml.xml import Element, el, parse, qname, serialise
from modulekit.formats.theme import Theme

ACCENT = "accent"
"""The name by which writers ask for the accent of the product."""

SLOTS: Mapping[str, str] = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "petrol",
    "lt2": "tint",
    "accent1": ACCENT,
    "accent2": "teal",
    "accent3": "muted",
    "accent4": "rule",
    "accent5": "line",
    "accent6": "bar",
    "hlink": "teal",
    "folHlink": "muted",
}
"""Which token each slot of the colour scheme carries."""


def colour_of(theme: Theme, style: str, token: str) -> str:
    """``RRGGBB`` of a colour token; ``accent`` is the one of the product that ``style`` names."""
    return hexadecimal(theme.accent(style) if token == ACCENT else theme.colour(token))


def dress_theme(part: bytes, theme: Theme, style: str, *, headings: str, text: str) -> bytes:
    """The theme part with the colours of ``theme`` and its office families called ``headings`` and ``text``."""
    root = parse(part)
    scheme = root.find(f".//{qname('a:clrScheme')}")
    for slot, token in SLOTS.items():
        _paint(scheme, slot, colour_of(theme, style, token))
    for group, family in (("a:majorFont", theme.office(headings)), ("a:minorFont", theme.office(text))):
        root.find(f".//{qname(group)}/{qname('a:latin')}").set("typeface", family)
    return serialise(root)


def _paint(scheme: Element, slot: str, colour: str) -> None:
    place = scheme.find(qname(f"a:{slot}"))
    for child in list(place):
        place.remove(child)
    place.append(el("a:srgbClr", {"val": colour}))
