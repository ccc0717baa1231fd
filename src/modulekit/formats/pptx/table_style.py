"""The table style of decks: rules and no boxes, like the tables on paper."""

from __future__ import annotations

from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx.text_style import fill

STYLE = "{6E0E4B6D-52E5-4C43-9B7C-2C9B7F5A0C11}"
"""The id by which tables name it."""


def table_styles() -> Element:
    """The part ``tableStyles.xml``."""
    inner = el("a:insideH", None, _line("accent4", 6350))
    style = el(
        "a:tblStyle",
        {"styleId": STYLE, "styleName": "Rules"},
        el(
            "a:wholeTbl",
            None,
            el("a:tcTxStyle", None, el("a:fontRef", {"idx": "minor"}), el("a:schemeClr", {"val": "tx1"})),
            el(
                "a:tcStyle",
                None,
                el("a:tcBdr", None, el("a:bottom", None, _line("accent4", 6350)), inner),
                el("a:fill", None, el("a:noFill")),
            ),
        ),
        el("a:firstCol", None, _bold("tx1"), el("a:tcStyle", None, el("a:tcBdr"))),
        el(
            "a:firstRow",
            None,
            _bold("tx2"),
            el("a:tcStyle", None, el("a:tcBdr", None, el("a:bottom", None, _line("tx2", 15875)))),
        ),
    )
    return el("a:tblStyleLst", {"def": STYLE}, style)


def _bold(slot: str) -> Element:
    return el("a:tcTxStyle", {"b": "on"}, el("a:fontRef", {"idx": "minor"}), el("a:schemeClr", {"val": slot}))


def _line(slot: str, width: int) -> Element:
    return el("a:ln", {"w": width, "cmpd": "sng"}, fill(slot))
