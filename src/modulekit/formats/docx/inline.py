"""Text inside a line → runs. Takes Inlines, gives the children of a ``w:p``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from modulekit.document import (
    Break,
    Code,
    Emphasis,
    Foreign,
    Inline,
    InlineRole,
    Inlines,
    Link,
    Reference,
    Strong,
    Styled,
    Text,
)
from modulekit.formats.docx import order
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.spelling import toggles
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.ooxml.xml import Element, el, in_order
from modulekit.formats.whole import endings

WEB = ("http://", "https://", "mailto:")
"""Where a link may lead."""
_KEPT = 256  # properties of runs


@dataclass(frozen=True, slots=True)
class Ink:
    """What the inlines around a run ask of it. Bold and italic are ``None`` where the paragraph's style decides."""

    style: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    linked: bool = False
    proof: bool = True
    language: str | None = None


_PLAIN = Ink()


def runs(desk: Desk, inlines: Inlines, ink: Ink | None = None) -> list[Element]:
    """The runs and hyperlinks of ``inlines``; neighbours that look alike are one run."""
    return [element for inline in inlines for element in _inline(desk, inline, ink or _PLAIN)]


def run(desk: Desk, text: str, ink: Ink | None = None) -> Element:
    """One run of ``text``. Between a figure and its ending stands the hyphen at which Word ends no line."""
    return el("w:r", None, _properties(desk, ink or _PLAIN), *_letters(text))


def _letters(text: str) -> Iterator[Element]:
    said = ""
    for at, piece in enumerate(endings(text)):
        if at % 2:
            before, _, piece = piece.partition("-")
            yield el("w:t", {"xml:space": "preserve"}, said + before)
            yield el("w:noBreakHyphen")
            said = ""
        said += piece
    if said:
        yield el("w:t", {"xml:space": "preserve"}, said)


def tab(desk: Desk) -> Element:
    """A run that holds a tab."""
    return el("w:r", None, _properties(desk, _PLAIN), el("w:tab"))


def _inline(desk: Desk, inline: Inline, ink: Ink) -> list[Element]:
    match inline:
        case Text(text):
            return [run(desk, text, ink)] if text else []
        case Strong(children):
            return runs(desk, children, replace(ink, bold=True))
        case Emphasis(children):
            return runs(desk, children, replace(ink, italic=not ink.italic))
        case Code(text):
            return [run(desk, text, replace(ink, style="Code", proof=False))]
        case Break():
            return [el("w:r", None, el("w:br"))]
        case Link(url, children):
            if not url.startswith(WEB):  # nothing that a reader's computer could be made to run
                return [*runs(desk, children, ink), run(desk, f" ({url})", ink)]
            if ink.linked:  # links do not nest
                return runs(desk, children, ink)
            inside = replace(ink, style=ink.style or "Hyperlink", linked=True)
            return [
                el(
                    "w:hyperlink",
                    {"r:id": desk.link(url), "w:history": 1},
                    runs(desk, children, inside),
                )
            ]
        case Reference(target, children):
            anchor = desk.anchor(target)
            if ink.linked or anchor is None:
                return runs(desk, children, ink)
            inside = replace(ink, style=ink.style or "Reference", linked=True)
            return [el("w:hyperlink", {"w:anchor": anchor, "w:history": 1}, runs(desk, children, inside))]
        case Styled(role, children):
            return runs(desk, children, _styled(role, ink))
        case Foreign(language, children):
            return runs(desk, children, replace(ink, language=office_language(language)))
        case _:
            assert_never(inline)


def _styled(role: InlineRole, ink: Ink) -> Ink:
    # Bold is said directly: a bold character style inside a bold paragraph style would cancel out in Word.
    match role:
        case InlineRole.TAG:
            return replace(ink, style="Tag", bold=True)
        case InlineRole.MUTED:
            return replace(ink, style="Muted", bold=False)
        case InlineRole.NUMBER:
            return replace(ink, style="Number")
        case InlineRole.LABEL:
            return replace(ink, style="Prompt Label", bold=True)
        case InlineRole.TICK:
            return replace(ink, style="Tick", bold=False, proof=False)
        case _:
            assert_never(role)


def _properties(desk: Desk, ink: Ink) -> Element:
    style = desk.style(ink.style) if ink.style else ""
    pattern = _pattern(style, ink.bold, ink.italic, ink.proof, ink.language or desk.language)
    return pattern.__copy__()


@lru_cache(_KEPT)
def _pattern(style: str, bold: bool | None, italic: bool | None, proof: bool, language: str) -> Element:
    """The properties of runs that look alike, to be copied: most runs of a document do."""
    return in_order(
        "w:rPr",
        order.RUN,
        [
            el("w:rStyle", {"w:val": style}) if style else None,
            *toggles("b", bold),
            *toggles("i", italic),
            None if proof else el("w:noProof"),
            el("w:lang", {"w:val": language}),
        ],
    )
