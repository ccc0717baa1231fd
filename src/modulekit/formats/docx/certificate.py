"""A certificate: one page across in a frame, its lines in the middle and spread over the height of the page.

Takes the elements of one part and the section of the whole; dresses them. Must not know what a certificate says.
"""

from __future__ import annotations

from copy import deepcopy

from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.paragraphs import set_property
from modulekit.formats.ooxml.units import half_points, twips
from modulekit.formats.ooxml.xml import Element, el, qname

MARGIN = 17.0  # millimetres on all sides, frame included
_FREE = 176.0  # millimetres between them on a sheet of A4 across
_TITLE = 38.0  # points
_HEIGHTS = {"heading 1": 17.0, "Person Name": 13.0, "Lead": 9.0, "Table Gap": 8.0, "Source": 9.0}  # millimetres
_OTHER, _SIGNS, _SIGNATURES = 6.0, 17.0, 11.0
_WEIGHTS = {"heading 1": 2.0, "Opener Facts": 0.2, "Person Name": 1.3, "Meta": 0.2, "Lead": 0.8, "Table Gap": 0.0}
_MOST = 11.0  # millimetres: more tears the lines apart


def dress_certificate(elements: list[Element], desk: Desk) -> None:
    """Put the lines of one certificate into the middle and spread them."""
    names = {desk.style(name): name for name in (*_HEIGHTS, *_WEIGHTS)}
    styles = [names.get(_style(element), "") for element in elements]
    height = sum(_height(element, style) for element, style in zip(elements, styles, strict=True))
    weights = [0.0 if at == 0 else _WEIGHTS.get(style, 1.0) for at, style in enumerate(styles)]
    unit = min((_FREE - height) / (sum(weights) or 1.0), _MOST)
    for element, style, weight in zip(elements, styles, weights, strict=True):
        if _is_drawn(element):
            continue
        if element.tag == qname("w:tbl"):
            for paragraph in element.iter(qname("w:p")):
                if paragraph.getprevious() is None or paragraph.getprevious().tag == qname("w:tcPr"):
                    _space(paragraph, unit * 1.6)
            continue
        set_property(element, el("w:jc", {"w:val": "center"}))
        _space(element, unit * weight)
        if style == "Opener Facts":
            set_property(element, el("w:pBdr", None, el("w:bottom", {"w:val": "nil"})))
        if style == "heading 1":
            _enlarge(element, desk)
        if style == "Person Name":
            aside = twips(30)
            set_property(element, el("w:ind", {"w:left": aside, "w:right": aside}))


def frame_pages(section: Element, look: Look) -> None:
    """A frame around each page, and nothing in its margins: a certificate says all that it has to say itself."""
    for reference in [*section.iterfind(qname("w:headerReference")), *section.iterfind(qname("w:footerReference"))]:
        section.remove(reference)
    margins = section.find(qname("w:pgMar"))
    for side in ("top", "bottom"):
        margins.set(qname(f"w:{side}"), str(twips(MARGIN)))
    edge: dict[str, str | int] = {"w:val": "thickThinSmallGap", "w:sz": 24, "w:space": 24}
    edge["w:color"] = look.colour("petrol")
    frame = el(
        "w:pgBorders", {"w:offsetFrom": "page"}, [el(f"w:{s}", edge) for s in ("top", "left", "bottom", "right")]
    )
    margins.addnext(frame)


def _style(element: Element) -> str:
    style = element.find(f"{qname('w:pPr')}/{qname('w:pStyle')}")
    return "" if style is None else str(style.get(qname("w:val")))


def _height(element: Element, style: str) -> float:
    if _is_drawn(element):
        return _SIGNS
    if element.tag == qname("w:tbl"):
        return _SIGNATURES
    return _HEIGHTS.get(style, _OTHER)


def _is_drawn(element: Element) -> bool:
    """Whether these are the signs of the funder and the partners."""
    return next(element.iter(qname("w:drawing")), None) is not None


def _space(paragraph: Element, before: float) -> None:
    old = paragraph.find(f"{qname('w:pPr')}/{qname('w:spacing')}")
    new = deepcopy(old) if old is not None else el("w:spacing")
    new.set(qname("w:before"), str(twips(max(before, 0.0))))
    new.set(qname("w:after"), "0")
    set_property(paragraph, new)


def _enlarge(heading: Element, desk: Desk) -> None:
    size = half_points(_TITLE)
    for run in heading.iter(qname("w:r")):
        properties = run.find(qname("w:rPr"))
        if properties is None:
            properties = el("w:rPr")
            run.insert(0, properties)
        for name in ("w:sz", "w:szCs"):
            for old in properties.findall(qname(name)):
                properties.remove(old)
        fonts = el(
            "w:rFonts",
            {"w:cs": desk.look.theme.office("serif"), "w:asciiTheme": "minorHAnsi", "w:hAnsiTheme": "minorHAnsi"},
        )
        language = properties.find(qname("w:lang"))
        for old in properties.findall(qname("w:rFonts")):
            properties.remove(old)
        style = properties.find(qname("w:rStyle"))
        properties.insert(0 if style is None else 1, fonts)
        properties.insert(1 if style is None else 2, el("w:b", {"w:val": 0}))
        for tag in ("w:sz", "w:szCs"):
            child = el(tag, {"w:val": size})
            if language is not None:
                language.addprevious(child)
            else:
                properties.append(child)
