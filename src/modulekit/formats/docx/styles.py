"""The styles of a file: builds ``styles.xml`` for a base, and dresses the styles of a base in a theme.

A centre may bring its own base. Then the base decides about space and numbering, the theme about type and colour; a
style that the base does not have is added whole. Must not know what is written in the styles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from modulekit.formats.docx import order
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.sheet import STYLES
from modulekit.formats.docx.spelling import fonts, margins, properties
from modulekit.formats.docx.vocabulary import CharacterStyle, ParagraphStyle, Style, TableStyle
from modulekit.formats.ooxml.units import half_points
from modulekit.formats.ooxml.xml import Element, el, in_order, qname, replace_child, serialise
from modulekit.formats.styles import text_width

_BUILT_IN = frozenset(
    {"Normal", "Body Text", "Title", "Subtitle", "Quote", "caption", "header", "footer", "TOC Heading", "Hyperlink"}
    | {f"{name} {level}" for name in ("toc", "heading") for level in range(1, 10)}
    | {f"List {kind}{level}" for kind in ("Bullet", "Number", "Continue") for level in ("", " 2", " 3")}
)
_ROOTS = {"paragraph": "Normal", "character": "Default Paragraph Font", "table": "Normal Table"}


def styles_part(look: Look, language: str) -> Element:
    """The root of a ``styles.xml`` with every style of the sheet."""
    latent = {
        "w:defLockedState": 0,
        "w:defUIPriority": 99,
        "w:defSemiHidden": 1,
        "w:defUnhideWhenUsed": 1,
        "w:defQFormat": 0,
        "w:count": 376,
    }
    no_indent = el("w:tblPr", None, el("w:tblInd", {"w:w": 0, "w:type": "dxa"}), margins(0, 0))
    root = el(
        "w:styles",
        None,
        el("w:docDefaults", None, el("w:rPrDefault"), el("w:pPrDefault")),
        el("w:latentStyles", latent),
        _hidden_root("character", 1),
        _hidden_root("table", 99, no_indent),
    )
    dress(root, look, language)
    return root


def _hidden_root(kind: str, priority: int, *body: Element) -> Element:
    name = _ROOTS[kind]
    return el(
        "w:style",
        {"w:type": kind, "w:default": 1, "w:styleId": _new_id(name)},
        el("w:name", {"w:val": name}),
        el("w:uiPriority", {"w:val": priority}),
        el("w:semiHidden"),
        *body,
    )


def dress(root: Element, look: Look, language: str) -> dict[str, str]:
    """Put type and colour of ``look`` and ``language`` into the styles under ``root``; add those that are missing.

    Gives the id of each style by the name that the sheet uses. Word writes the same names in every language, the ids it
    makes up.
    """
    existing = {_name(style).lower(): style for style in root.iterfind(qname("w:style"))}
    ids = {name: _new_id(name) for name in _ROOTS.values()}
    for sheet in STYLES:
        old = existing.get(sheet.name.lower())
        ids[sheet.name] = _new_id(sheet.name) if old is None else str(old.get(qname("w:styleId")))
    _defaults(root, look, language)
    usual = replace(look, style="", width=text_width(look.theme, ""))
    differs = (look.manner, look.width) != (usual.manner, usual.width)
    for sheet in STYLES:
        fresh = _style(sheet, ids, look)
        old = existing.get(sheet.name.lower())
        if old is None:
            root.append(fresh)
        elif isinstance(sheet, TableStyle):
            root.replace(old, fresh)
        else:
            _repaint(old, fresh)
            if differs:
                _space(old, fresh, _style(sheet, ids, usual))
    return ids


def _name(style: Element) -> str:
    return str(style.find(qname("w:name")).get(qname("w:val")))


def _new_id(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _repaint(old: Element, fresh: Element) -> None:
    replace_child(old, fresh.find(qname("w:rPr")), "w:rPr", order.STYLE)
    painted = fresh.find(qname("w:pPr"))
    own = old.find(qname("w:pPr"))
    if own is None:
        own = el("w:pPr")
        replace_child(old, own, "w:pPr", order.STYLE)
    for tag in ("w:pBdr", "w:shd"):
        replace_child(own, painted.find(qname(tag)) if painted is not None else None, tag, order.PARAGRAPH)


def _space(old: Element, fresh: Element, usual: Element) -> None:
    """Change the white and the tab stops of ``old`` as this product changes them, from ``usual`` to ``fresh``: the base
    decides where it stands, the product how it differs."""
    own = old.find(qname("w:pPr"))
    was, now = (style.find(qname("w:pPr")) for style in (usual, fresh))
    if was is None or now is None:
        return
    stops = now.find(qname("w:tabs"))
    if stops is not None and serialise(stops) != serialise(was.find(qname("w:tabs"))):
        replace_child(own, stops, "w:tabs", order.PARAGRAPH)
    spacing, before, after = (properties.find(qname("w:spacing")) for properties in (own, was, now))
    if spacing is None or before is None or after is None:
        return
    for name in map(qname, ("w:before", "w:after", "w:line")):
        lengths = [int(one.get(name, 0)) for one in (spacing, before, after)]
        if lengths[1] != lengths[2] and lengths[1]:
            spacing.set(name, str(round(lengths[0] * lengths[2] / lengths[1])))
    if after.get(qname("w:lineRule")) != before.get(qname("w:lineRule")):
        for name in map(qname, ("w:line", "w:lineRule")):
            spacing.set(name, after.get(name))


def _defaults(root: Element, look: Look, language: str) -> None:
    place = root.find(f"{qname('w:docDefaults')}/{qname('w:rPrDefault')}")
    for child in list(place):
        place.remove(child)
    size = half_points(look.size("serif", "body"))
    place.append(
        in_order(
            "w:rPr",
            order.RUN,
            [
                fonts("serif", look),
                el("w:sz", {"w:val": size}),
                el("w:szCs", {"w:val": size}),
                el("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"}),
            ],
        )
    )


def _style(sheet: Style, ids: dict[str, str], look: Look) -> Element:
    following: str | None = None
    priority, gallery = 25, False
    match sheet:
        case ParagraphStyle():
            kind, based_on, following = "paragraph", sheet.based_on, sheet.next
            priority, gallery = sheet.priority, sheet.gallery
        case CharacterStyle():
            kind, based_on, gallery = "character", _ROOTS["character"], True
        case TableStyle():
            kind, based_on, priority = "table", _ROOTS["table"], 40
        case _:
            assert_never(sheet)
    attributes: dict[str, str | int] = {"w:type": kind, "w:styleId": ids[sheet.name]}
    if sheet.name == _ROOTS["paragraph"]:
        attributes["w:default"] = 1
    if sheet.name not in _BUILT_IN:
        attributes["w:customStyle"] = 1
    return el(
        "w:style",
        attributes,
        el("w:name", {"w:val": sheet.name}),
        el("w:basedOn", {"w:val": ids[based_on]}) if based_on else None,
        el("w:next", {"w:val": ids[following]}) if following else None,
        el("w:uiPriority", {"w:val": priority}),
        el("w:qFormat") if gallery else None,
        properties(sheet, look),
    )
