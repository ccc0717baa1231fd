"""Lists: the numbering definitions behind the list styles, and a fresh one for each list that counts.

Takes the roots of ``numbering.xml`` and ``styles.xml``. A base that has its own numbering behind ``List Number`` keeps
it. Must not know what the items say.
"""

from __future__ import annotations

from dataclasses import dataclass

from modulekit.formats.docx import order
from modulekit.formats.docx.sheet import PARAGRAPHS
from modulekit.formats.docx.vocabulary import ParagraphStyle
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname, replace_child

BOX = "☐"
_MARKS = {"bullet": ("•", "–", "•"), "check": (BOX, BOX, BOX)}
_PATTERNS = ("%1.", "%2)", "%3)")
SYMBOLS = "Segoe UI Symbol"
"""A family of Windows that has the empty box."""
_MARK_FONTS = {"bullet": "Arial", "check": SYMBOLS}


@dataclass(frozen=True, slots=True)
class Counter:
    """The numbering behind a style: ``w:num`` and its level."""

    number: int
    level: int


class Numbering:
    """The numbering part of a document that is being written."""

    def __init__(self, numbering: Element, styles: Element, ids: dict[str, str]) -> None:
        self._root = numbering
        self._styles = {style.get(qname("w:styleId")): style for style in styles.iterfind(qname("w:style"))}
        self._ids = ids
        for family in _families().values():
            self._complete(family)

    def behind(self, style: str) -> Counter:
        """The numbering behind the style called ``style``."""
        properties = self._properties(style)
        return Counter(_value(properties, "w:numId"), _value(properties, "w:ilvl"))

    def begin(self, style: str, start: int) -> Counter:
        """A new list whose items have ``style`` and count from ``start``."""
        model = self.behind(style)
        number = self._next("w:num", "w:numId")
        abstract = self._abstract_of(model.number)
        self._root.append(
            el(
                "w:num",
                {"w:numId": number},
                el("w:abstractNumId", {"w:val": abstract}),
                el("w:lvlOverride", {"w:ilvl": model.level}, el("w:startOverride", {"w:val": start})),
            )
        )
        return Counter(number, model.level)

    def _complete(self, family: tuple[ParagraphStyle, ...]) -> None:
        bare = [sheet for sheet in family if self._properties(sheet.name) is None]
        if not bare:
            return
        abstract = self._next("w:abstractNum", "w:abstractNumId", first=0)
        definition = _definition(abstract, family, {sheet.name: self._ids[sheet.name] for sheet in bare})
        numbers = [child for child in self._root if child.tag == qname("w:num")]
        if numbers:
            numbers[0].addprevious(definition)  # the schema wants all definitions before all instances
        else:
            self._root.append(definition)
        number = self._next("w:num", "w:numId")
        self._root.append(el("w:num", {"w:numId": number}, el("w:abstractNumId", {"w:val": abstract})))
        for sheet in bare:
            self._link(sheet, number)

    def _link(self, sheet: ParagraphStyle, number: int) -> None:
        assert sheet.numbered is not None
        style = self._styles[self._ids[sheet.name]]
        properties = style.find(qname("w:pPr"))
        if properties is None:
            properties = el("w:pPr")
            replace_child(style, properties, "w:pPr", order.STYLE)
        replace_child(properties, number_properties(Counter(number, sheet.numbered.level)), "w:numPr", order.PARAGRAPH)

    def _properties(self, style: str) -> Element | None:
        return self._styles[self._ids[style]].find(f"{qname('w:pPr')}/{qname('w:numPr')}")

    def _abstract_of(self, number: int) -> int:
        for num in self._root.iterfind(qname("w:num")):
            if int(num.get(qname("w:numId"))) == number:
                return _value(num, "w:abstractNumId")
        raise ValueError(f"the base names the list numbering {number} and does not define it")

    def _next(self, tag: str, attribute: str, first: int = 1) -> int:
        used = [int(child.get(qname(attribute))) for child in self._root.iterfind(qname(tag))]
        return max(used, default=first - 1) + 1


def number_properties(counter: Counter) -> Element:
    """The ``w:numPr`` of a paragraph or style."""
    return el("w:numPr", None, el("w:ilvl", {"w:val": counter.level}), el("w:numId", {"w:val": counter.number}))


def _value(parent: Element, tag: str) -> int:
    child = parent.find(qname(tag))
    return 0 if child is None else int(child.get(qname("w:val")))


def _families() -> dict[str, tuple[ParagraphStyle, ...]]:
    families: dict[str, tuple[ParagraphStyle, ...]] = {}
    for sheet in PARAGRAPHS:
        if sheet.numbered is not None:
            prefix = sheet.name.rstrip(" 0123456789")
            families[prefix] = (*families.get(prefix, ()), sheet)
    return families


def _definition(abstract: int, family: tuple[ParagraphStyle, ...], linked: dict[str, str]) -> Element:
    return el(
        "w:abstractNum",
        {"w:abstractNumId": abstract},
        el("w:multiLevelType", {"w:val": "multilevel"}),
        *(_level(sheet, linked.get(sheet.name)) for sheet in family),
    )


def _level(sheet: ParagraphStyle, style: str | None) -> Element:
    assert sheet.numbered is not None
    kind, level = sheet.numbered.mark, sheet.numbered.level
    font = _MARK_FONTS.get(kind)
    return el(
        "w:lvl",
        {"w:ilvl": level},
        el("w:start", {"w:val": 1}),
        el("w:numFmt", {"w:val": "decimal" if kind == "number" else "bullet"}),
        el("w:pStyle", {"w:val": style}) if style else None,
        el("w:lvlText", {"w:val": _PATTERNS[level] if kind == "number" else _MARKS[kind][level]}),
        el("w:lvlJc", {"w:val": "left"}),
        el("w:pPr", None, el("w:ind", {"w:left": twips(sheet.left or 0), "w:hanging": twips(sheet.hanging)})),
        el("w:rPr", None, el("w:rFonts", {"w:ascii": font, "w:hAnsi": font, "w:cs": font, "w:hint": "default"}))
        if font
        else None,
    )
