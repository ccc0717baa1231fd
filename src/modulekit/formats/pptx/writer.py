"""Deck → PPTX. Opens the base file, puts the theme into it, writes slides and notes, fixes what would vary.

Takes a Deck and a Press, gives a :class:`Printed`. Must not know courses. Where a slide's notes are ``None`` the file
has no part for them: what is not there cannot be shown by mistake.
"""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pptx
from pptx.opc.spec import default_content_types

from modulekit.archive import pack_ooxml
from modulekit.document import Block, Deck
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.ooxml.properties import app_properties, core_properties
from modulekit.formats.ooxml.saving import entries_of
from modulekit.formats.ooxml.theme_part import dress_theme
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.pptx import notes_page
from modulekit.formats.pptx.blank import Blanks
from modulekit.formats.pptx.bodies import layout_of, written
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.master import color_map, dress_layout, dress_master
from modulekit.formats.pptx.notes import notes
from modulekit.formats.pptx.shapes import shown_number
from modulekit.formats.pptx.text import paragraph
from modulekit.formats.press import Finding, Press, Printed

BASE = "pptx/base.pptx"
"""The base file among the templates; a centre may replace it."""
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


class BaseFileError(ValueError):
    """A base file that cannot be used; the message says what it lacks."""


def write(deck: Deck, press: Press) -> Printed:
    """The PPTX of ``deck``.

    Raises :class:`BaseFileError` where the base file lacks a layout.
    """
    package: Any = pptx.Presentation(str(press.templates / BASE))
    layouts = {layout.name: layout for layout in package.slide_layouts}
    _dress(package, press, paper=deck.paper)

    blanks = Blanks(package)
    made = []
    for slide in deck.slides:
        sheet = layout_of(slide.body)
        if sheet.name not in layouts:
            raise BaseFileError(f"the base file of the slides has no layout called “{sheet.name}”")
        made.append((slide, sheet, blanks.slide(layouts[sheet.name])))
    parts = {slide.id: new.part for slide, _, new in made}

    findings: list[Finding] = []
    drawings: dict[str, Any] = {}
    language = office_language(deck.meta.language)
    first = deck.slides[0].number if deck.slides else 1
    for index, (slide, sheet, new) in enumerate(made):
        desk = Desk(new.part, press, language, slide.id, parts, drawings, findings)
        counted = slide.number == first + index
        _fill(new._element, written(desk, slide, counted=counted))
        _replace_map(new._element, dark=sheet.dark and not deck.paper)
        if slide.notes:
            number = shown_number(desk, slide.number, counted=counted)
            _write_notes(blanks.notes(new), slide.notes, number, desk)
    _number_and_divide(package, deck, first)
    return Printed(_finished(package, deck, press), pages=len(made), anchors=_anchors(deck), findings=tuple(findings))


def _dress(package: Any, press: Press, *, paper: bool) -> None:
    dress_master(package.slide_master.element, press.theme)
    dress_layout(package.notes_master.element, press.theme)
    for layout in package.slide_layouts:
        dress_layout(layout._element, press.theme)
        if paper:
            _replace_map(layout._element, dark=False)


def _fill(slide: Element, shapes: list[Element]) -> None:
    """Put ``shapes`` into the tree of a slide or a page of notes, after what every tree begins with."""
    tree = slide.find(f"{qname('p:cSld')}/{qname('p:spTree')}")
    for child in list(tree)[2:]:
        tree.remove(child)
    tree.extend(shapes)


def _replace_map(slide: Element, *, dark: bool) -> None:
    old = slide.find(qname("p:clrMapOvr"))
    fresh = color_map(dark=dark)
    if old is None:
        slide.find(qname("p:cSld")).addnext(fresh)
    else:
        slide.replace(old, fresh)


def _write_notes(page: Any, blocks: tuple[Block, ...], number: Element, desk: Desk) -> None:
    beside = Desk(page, desk.press, desk.language, desk.target, desk.parts, desk.svg_parts, desk.findings)
    words = [paragraph(beside, inlines) for inlines in notes(blocks)]
    _fill(page._element, notes_page.page(words, number))


def _number_and_divide(package: Any, deck: Deck, first: int) -> None:
    """The number of the first slide, and the sections of the outline."""
    root = package.part._element
    if first != 1:
        root.set("firstSlideNum", str(first))
    if not deck.slides:
        return
    ids = [entry.get("id") for entry in root.find(qname("p:sldIdLst"))]
    sections = []
    at = 0
    for section in deck.sections:
        inside = ids[at : at + len(section.slides)]
        at += len(section.slides)
        sections.append(
            el(
                "p14:section",
                {"name": section.title or section.id, "id": f"{{{str(uuid5(NAMESPACE_URL, section.id)).upper()}}}"},
                el("p14:sldIdLst", None, [el("p14:sldId", {"id": entry}) for entry in inside]),
            )
        )
    root.append(el("p:extLst", None, el("p:ext", {"uri": SECTIONS}, el("p14:sectionLst", None, sections))))


def _anchors(deck: Deck) -> dict[str, int]:
    return {slide.id: index for index, slide in enumerate(deck.slides, 1)}


def _finished(package: Any, deck: Deck, press: Press) -> bytes:
    whole = package.part.package
    entries = entries_of(whole, whole._rels, default_content_types)
    entries["docProps/core.xml"] = core_properties(deck.meta)
    entries["docProps/app.xml"] = app_properties(deck.meta)
    for name in entries:
        if name.startswith("ppt/theme/"):
            entries[name] = dress_theme(entries[name], press.theme, deck.meta.style, headings="sans", text="sans")
    return pack_ooxml(entries)
