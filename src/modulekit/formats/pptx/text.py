"""Text inside a line → runs of DrawingML. Takes Inlines, gives the children of an ``a:p``."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.ooxml.units import centipoints
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.text_style import fill

WEB = ("http://", "https://", "mailto:")
"""Where a link may lead."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a run asks for beside what its placeholder says. ``size`` is in points."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    colour: str | None = None
    capitals: bool = False
    link: str | None = None
    jump: bool = False
    language: str | None = None


def paragraph(desk: Desk, inlines: Inlines, ink: Ink | None = None, properties: Element | None = None) -> Element:
    """An ``a:p`` with ``inlines``."""
    return el("a:p", None, properties, runs(desk, inlines, ink or Ink()))


def runs(desk: Desk, inlines: Inlines, ink: Ink) -> list[Element]:
    """The runs of ``inlines``."""
    return [element for inline in inlines for element in _inline(desk, inline, ink)]


def run(desk: Desk, text: str, ink: Ink) -> Element:
    """One run."""
    return el("a:r", None, properties(desk, ink), el("a:t", None, text))


def _inline(desk: Desk, inline: Inline, ink: Ink) -> list[Element]:
    match inline:
        case Text(text) | Code(text):
            return [run(desk, text, ink)] if text else []
        case Strong(children):
            return runs(desk, children, replace(ink, bold=True))
        case Emphasis(children):
            return runs(desk, children, replace(ink, italic=not ink.italic))
        case Break():
            return [el("a:br", None, properties(desk, ink))]
        case Link(url, children):
            if not url.startswith(WEB):  # nothing that a reader's computer could be made to run
                return [*runs(desk, children, ink), run(desk, f" ({url})", ink)]
            return runs(desk, children, replace(ink, link=desk.link(url), jump=False))
        case Reference(target, children):
            relation = desk.slide(target)
            return runs(desk, children, replace(ink, link=relation, jump=True) if relation else ink)
        case Styled(role, children):
            return runs(desk, children, _styled(role, ink))
        case Foreign(language, children):
            return runs(desk, children, replace(ink, language=office_language(language)))
        case _:
            assert_never(inline)


def _styled(role: InlineRole, ink: Ink) -> Ink:
    match role:
        case InlineRole.TAG:
            return replace(ink, bold=True)
        case InlineRole.MUTED:
            return replace(ink, bold=False, colour="accent3")
        case InlineRole.NUMBER | InlineRole.TICK:
            return ink
        case InlineRole.LABEL:
            return replace(ink, bold=True, capitals=True, colour="accent1")
        case _:
            assert_never(role)


def properties(desk: Desk, ink: Ink, name: str = "a:rPr") -> Element:
    """The properties of a run; what it leaves open comes from the placeholder."""
    attributes: dict[str, str | int] = {"lang": ink.language or desk.language}
    if ink.size is not None:
        attributes["sz"] = centipoints(ink.size)
    if ink.bold is not None:
        attributes["b"] = int(ink.bold)
    if ink.italic is not None:
        attributes["i"] = int(ink.italic)
    if ink.capitals:
        attributes["cap"] = "all"
    attributes["dirty"] = 0
    link = None
    if ink.link is not None:
        action: dict[str, str | int] = {"r:id": ink.link}
        if ink.jump:
            action["action"] = "ppaction://hlinksldjump"
        link = el("a:hlinkClick", action)
    return el(name, attributes, fill(ink.colour) if ink.colour else None, link)
