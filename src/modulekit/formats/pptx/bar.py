"""Bars drawn to scale: a group of rectangles with their labels, which says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.document import Bar
from modulekit.formats import bars
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import Frame
from modulekit.formats.pptx.master import transform
from modulekit.formats.pptx.shapes import box
from modulekit.formats.pptx.text import Ink, run
from modulekit.formats.pptx.text_style import fill

_INSET = 2.0  # millimetres before a label
_SEPARATION = 0.7  # millimetres between two segments
_LABEL = 6.5  # height of labels that stand below


def bar(desk: Desk, block: Bar, frame: Frame) -> Element:
    """The bar in ``frame``; labels that do not fit their segments stand below."""
    group = desk.number()
    size = desk.press.theme.number("size", "slide-small")
    scale = bars.scale(block, frame.width, size)
    drawn = frame if scale.inside else Frame(frame.x, frame.y, frame.width, frame.height - _LABEL)
    pieces = [*_segments(desk, scale, drawn, size), *([] if scale.inside else _labels(desk, scale, frame, size))]
    whole = transform("a:xfrm", frame)
    for tag, source in (("a:chOff", whole[0]), ("a:chExt", whole[1])):
        whole.append(el(tag, dict(source.attrib)))
    return el(
        "p:grpSp",
        None,
        el(
            "p:nvGrpSpPr",
            None,
            el("p:cNvPr", {"id": group, "name": "Time", "descr": block.alt}),
            el("p:cNvGrpSpPr"),
            el("p:nvPr"),
        ),
        el("p:grpSpPr", None, whole),
        pieces,
    )


def _segments(desk: Desk, scale: bars.Scale, frame: Frame, size: float) -> Iterator[Element]:
    left = frame.x
    for piece in scale.pieces:
        width = frame.width * piece.share / 100
        place = Frame(left, frame.y, max(width - _SEPARATION, 0.3), frame.height)
        yield _shape(desk, piece.label if scale.inside else "", place, size, filled=True)
        left += width


def _labels(desk: Desk, scale: bars.Scale, frame: Frame, size: float) -> Iterator[Element]:
    left = frame.x
    for piece in scale.pieces:
        left += frame.width * piece.gap / 100
        width = frame.width * piece.width / 100
        yield _shape(desk, piece.label, Frame(left, frame.y + frame.height - _LABEL, width, _LABEL), size, filled=False)
        left += width


def _shape(desk: Desk, label: str, frame: Frame, size: float, *, filled: bool) -> Element:
    number = desk.number()
    words = run(desk, label, Ink(size=size, bold=True, colour="tx2")) if label else None
    inset = emu(_INSET) if filled else 0
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": label or f"Segment {number}"}),
            el("p:cNvSpPr"),
            el("p:nvPr"),
        ),
        el(
            "p:spPr",
            None,
            box(frame),
            fill("accent6") if filled else el("a:noFill"),
            el("a:ln", None, el("a:noFill")),
        ),
        el(
            "p:txBody",
            None,
            el(
                "a:bodyPr",
                {"wrap": "none", "lIns": inset, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": "ctr"},
                el("a:noAutofit"),
            ),
            el("a:lstStyle"),
            el("a:p", None, el("a:pPr", {"algn": "l"}), words),
        ),
    )
