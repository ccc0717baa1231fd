"""The master and the layouts as XML, for the base file; and the sizes of a theme put into a master.

Takes the data of :mod:`modulekit.formats.pptx.layouts`. Must not know slides.
"""

from __future__ import annotations

from collections.abc import Mapping

from modulekit.formats.ooxml.units import centipoints, emu
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.pptx.layouts import (
    BODY_SIZE,
    BY_NAME,
    FOOTER,
    LAYOUTS,
    NUMBER,
    TITLE_SIZE,
    Frame,
    Layout,
    Placeholder,
    Rule,
)
from modulekit.formats.pptx.text_style import SANS, SERIF, bullet_level, fill, level_style
from modulekit.formats.theme import Theme

LIGHT: Mapping[str, str] = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
"""The colour map of white slides: slots of the theme by what they are used for."""

DARK: Mapping[str, str] = {
    **LIGHT,
    "bg1": "dk2",
    "tx1": "lt1",
    "bg2": "accent2",
    "tx2": "lt1",
    "accent1": "accent4",
    "accent3": "accent4",
    "accent6": "accent2",
    "hlink": "lt2",
    "folHlink": "lt2",
}
"""The colour map of dark slides: petrol ground, white words, pale asides, teal bars."""

LEVELS = 5
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def master() -> Element:
    """The slide master with the styles of titles and text."""
    points = BY_NAME["Points"]
    places = (points.place("Title"), points.place("Points"), FOOTER, NUMBER)
    return el(
        "p:sldMaster",
        None,
        slide_data(None, [_shape(place, number, own=True) for number, place in enumerate(places, 2)]),
        el("p:clrMap", dict(LIGHT)),
        el(
            "p:sldLayoutIdLst",
            None,
            [
                el("p:sldLayoutId", {"id": 2147483649 + number, "r:id": f"rId{number + 1}"})
                for number in range(len(LAYOUTS))
            ],
        ),
        el("p:hf", {"hdr": 0, "dt": 0}),
        el(
            "p:txStyles",
            None,
            el("p:titleStyle", None, level_style(1, TITLE_SIZE, "tx2", bold=True, major=True, leading=0.95)),
            el(
                "p:bodyStyle",
                None,
                [bullet_level(level, max(BODY_SIZE - 2 * (level - 1), 12)) for level in range(1, LEVELS + 1)],
            ),
            el("p:otherStyle", None, level_style(1, BODY_SIZE, "tx1")),
        ),
    )


def layout(sheet: Layout) -> Element:
    """A layout with its placeholders."""
    shapes = [_shape(place, number, own=False) for number, place in enumerate(sheet.placeholders, 2)]
    first = len(shapes) + 2
    rules = [_rule(rule, number) for number, rule in enumerate(sheet.rules, first)]
    return el(
        "p:sldLayout",
        {"preserve": 1, "userDrawn": 1},
        slide_data(sheet.name, rules + shapes),
        color_map(dark=sheet.dark),
    )


def color_map(*, dark: bool) -> Element:
    """Which slots of the theme a layout or slide uses for what."""
    return el(
        "p:clrMapOvr",
        None,
        el("a:overrideClrMapping", dict(DARK)) if dark else el("a:masterClrMapping"),
    )


def dress_master(root: Element, theme: Theme) -> None:
    """Put the sizes of the theme into the styles of the master."""
    for style, token in (("titleStyle", "slide-title"), ("bodyStyle", "slide-body")):
        size = theme.number("size", token)
        for number, level in enumerate(root.find(f".//{qname(f'p:{style}')}")):
            default = level.find(qname("a:defRPr"))
            default.set("sz", str(centipoints(max(size - 2 * number, 12))))


def dress_layout(root: Element, theme: Theme) -> None:
    """Put the families of the theme where the base names its own, in a layout or a notes master."""
    families = {SANS: theme.office("sans"), SERIF: theme.office("serif")}
    for font in root.iter(qname("a:latin")):
        font.set("typeface", families.get(font.get("typeface"), font.get("typeface")))


# --- shapes ----------------------------------------------------------------------------------------


def slide_data(name: str | None, shapes: list[Element]) -> Element:
    """The ground and the shapes of a master or layout."""
    ground = el("p:bgPr", None, el("a:solidFill", None, el("a:schemeClr", {"val": "bg1"})), el("a:effectLst"))
    return el(
        "p:cSld",
        {"name": name} if name else None,
        el("p:bg", None, ground),
        el("p:spTree", None, group_head(), shapes),
    )


def group_head() -> list[Element]:
    """What every tree of shapes begins with."""
    return [
        el("p:nvGrpSpPr", None, el("p:cNvPr", {"id": 1, "name": ""}), el("p:cNvGrpSpPr"), el("p:nvPr")),
        el("p:grpSpPr"),
    ]


def transform(name: str, frame: Frame) -> Element:
    """The position and size of a shape."""
    return el(
        name,
        None,
        el("a:off", {"x": emu(frame.x), "y": emu(frame.y)}),
        el("a:ext", {"cx": emu(frame.width), "cy": emu(frame.height)}),
    )


def _shape(place: Placeholder, number: int, *, own: bool) -> Element:
    words = (
        el("a:fld", {"id": FIELD, "type": "slidenum"}, el("a:rPr", {"lang": "en-GB"}), el("a:t", None, place.hint))
        if place.kind == "sldNum"
        else el("a:r", None, el("a:rPr", {"lang": "en-GB"}), el("a:t", None, place.hint))
    )
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": place.name}),
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, placeholder(place)),
        ),
        el(
            "p:spPr",
            None,
            transform("a:xfrm", place.frame),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")) if own else None,
        ),
        el("p:txBody", None, _body_properties(place), list_style(place), el("a:p", None, words)),
    )


def placeholder(place: Placeholder) -> Element:
    """The tie between a shape and the placeholder of its layout."""
    attributes: dict[str, str | int] = {"type": place.kind}
    if place.kind != "title":
        attributes["idx"] = place.index
    return el("p:ph", attributes)


def _body_properties(place: Placeholder) -> Element:
    fit = el("a:noAutofit") if place.kind in ("ftr", "sldNum") else el("a:normAutofit")
    sides = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    return el("a:bodyPr", {"vert": "horz", "wrap": "square", **sides, "rtlCol": 0, "anchor": place.anchor}, fit)


def list_style(place: Placeholder) -> Element:
    """The text style of a placeholder, for its layout or for a text box that looks like it."""
    return el(
        "a:lstStyle",
        None,
        level_style(
            1,
            place.size,
            place.colour,
            bold=place.bold,
            italic=place.italic,
            capitals=place.capitals,
            serif=place.serif,
            major=place.kind == "title",
            bullets=place.bullets,
            leading=place.leading,
            after=place.after,
            align=place.align,
        ),
    )


def _rule(rule: Rule, number: int) -> Element:
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": f"Rule {number}"}),
            el("p:cNvSpPr"),
            el("p:nvPr", {"userDrawn": 1}),
        ),
        el(
            "p:spPr",
            None,
            transform("a:xfrm", rule.frame),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
            fill(rule.colour),
            el("a:ln", None, el("a:noFill")),
        ),
        el("p:txBody", None, el("a:bodyPr"), el("a:lstStyle"), el("a:p", None, el("a:endParaRPr", {"lang": "en-GB"}))),
    )
