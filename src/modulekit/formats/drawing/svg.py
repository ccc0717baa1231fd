"""A Drawing as SVG: for PDF, HTML, and the picture in DOCX. Takes a Drawing and a theme, gives an Asset.

Every kind of box can be told without colour: the core is dark, causes are tinted, effects outlined, assumptions dashed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from modulekit.document import Asset
from modulekit.formats.drawing.letters import POINT
from modulekit.formats.drawing.placed import LEADING, PADDING, SMALL, Drawing, Joint, Look, Placed
from modulekit.formats.theme import Theme

MARGIN = POINT
"""Millimetres around a drawing: lines are as thick outside as inside."""
_HEAD = (1.7, 0.9)  # of an arrow: length, half of its width
_ASCENT = 0.36  # from the middle of a line to its base line, as a share of the size


@dataclass(frozen=True, slots=True)
class Paint:
    """The names of the theme's colours for a box: its ground, its outline and its words; and how it is outlined."""

    ground: str | None
    line: str | None
    words: str = "ink"
    weight: float = 0.25  # millimetres
    dashed: bool = False


PAINTS = {
    Look.CORE: Paint("petrol", "petrol", "paper"),
    Look.CAUSE: Paint("bar", "petrol"),
    Look.EFFECT: Paint("paper", "petrol", weight=0.45),
    Look.OBJECTIVE: Paint("tint", "petrol"),
    Look.LEVEL: Paint("paper", "petrol"),
    Look.ASSUMPTION: Paint("paper", "petrol", dashed=True),
    Look.BAR: Paint("petrol", None, "paper"),
    Look.MARK: Paint("petrol", None, "paper"),
    Look.LANE: Paint("tint", None),
    Look.LABEL: Paint("petrol", None, "paper"),
    Look.WORDS: Paint(None, None),
    Look.FIELD: Paint("paper", "petrol"),
    Look.CELL: Paint(None, None),
}
"""How each kind of box is painted, here and on slides."""


def svg(drawing: Drawing, theme: Theme, name: str) -> Asset:
    """The picture of ``drawing`` at its real size, lengths in points."""
    width, height = drawing.width / POINT, drawing.height / POINT
    body = "".join(_parts(drawing, theme))
    margin = MARGIN / POINT
    box = f"{-margin} {-margin} {_n(width + 2 * margin)} {_n(height + 2 * margin)}"
    size = f'width="{_n(width + 2 * margin)}" height="{_n(height + 2 * margin)}"'
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size} '
        f'font-family="{theme.font("sans")}">{body}</svg>'
    )
    return Asset(name, "image/svg+xml", text.encode())


def _parts(drawing: Drawing, theme: Theme) -> Iterator[str]:
    grounds = [box for box in drawing.boxes if box.look is Look.LANE]
    for box in grounds:
        yield _rect(box, theme)
    for (x1, y1), (x2, y2) in drawing.rules:
        yield f'<path d="M{_p(x1)} {_p(y1)}L{_p(x2)} {_p(y2)}" stroke="{theme.colour("rule")}" stroke-width="0.5"/>'
    for joint in drawing.joints:
        yield _joint(joint, theme)
    for box in drawing.boxes:
        if box.look is not Look.LANE:
            yield _rect(box, theme)
            yield from _slot(box, theme)
            yield from _words(box, theme)


def _rect(box: Placed, theme: Theme) -> str:
    paint = PAINTS[box.look]
    if paint.ground is None and paint.line is None:
        return ""
    place = f'x="{_p(box.x)}" y="{_p(box.y)}" width="{_p(box.width)}" height="{_p(box.height)}"'
    ground = theme.colour(paint.ground) if paint.ground else "none"
    line = ""
    if paint.line:
        line = f' stroke="{theme.colour(paint.line)}" stroke-width="{_p(paint.weight)}"'
    dashes = ' stroke-dasharray="4 2.5"' if paint.dashed else ""
    return f'<rect {place} fill="{ground}"{line}{dashes}/>'


def _slot(box: Placed, theme: Theme) -> Iterator[str]:
    """A white place to write at the foot of the box, with its name in the corner."""
    if not box.slot:
        return
    size, top = box.size * SMALL, box.foot - box.slot_height
    place = f'x="{_p(box.x)}" y="{_p(top)}" width="{_p(box.width)}" height="{_p(box.slot_height)}"'
    colour = theme.colour("petrol")
    yield f'<rect {place} fill="{theme.colour("paper")}" stroke="{colour}" stroke-width="{_p(0.25)}"/>'
    base = top + size * POINT * (LEADING / 2 + _ASCENT) + PADDING[1] / 2
    yield (
        f'<text x="{_p(box.x + PADDING[0])}" y="{_p(base)}" font-size="{_n(size)}" '
        f'fill="{colour}" font-style="italic">{escape(box.slot, quote=False)}</text>'
    )


def _joint(joint: Joint, theme: Theme) -> str:
    points = joint.points[::-1] if joint.back else joint.points
    (x1, y1), (x2, y2) = points[-2:]
    length = abs(x2 - x1) + abs(y2 - y1) or 1.0
    dx, dy = (x2 - x1) / length, (y2 - y1) / length  # lines run across or down, never askew
    head, half = _HEAD
    base = (x2 - dx * head, y2 - dy * head)
    corners = ((x2, y2), (base[0] - dy * half, base[1] + dx * half), (base[0] + dy * half, base[1] - dx * half))
    path = "L".join(f"{_p(x)} {_p(y)}" for x, y in (*points[:-1], base))
    colour = theme.colour("petrol")
    arrow = " ".join(f"{_p(x)},{_p(y)}" for x, y in corners)
    return (
        f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="0.9"/>'
        f'<polygon points="{arrow}" fill="{colour}"/>'
    )


def _words(box: Placed, theme: Theme) -> Iterator[str]:
    """The lines in the middle of the box, one below the other."""
    line = box.size * POINT * LEADING
    total = len(box.lines) * line + len(box.note) * line * SMALL
    y = box.y + (box.height - box.slot_height - total) / 2
    x, anchor = (box.x + box.width / 2, "middle") if box.centred else (box.x + PADDING[0], "start")
    colour = theme.colour(PAINTS[box.look].words)
    weight = ' font-weight="600"' if box.bold else ""
    for text, share in (*((text, 1.0) for text in box.lines), *((text, SMALL) for text in box.note)):
        base = y + line * share / 2 + box.size * share * POINT * _ASCENT
        slant = ' font-style="italic"' if share < 1 else ""
        yield (
            f'<text x="{_p(x)}" y="{_p(base)}" font-size="{_n(box.size * share)}" text-anchor="{anchor}" '
            f'fill="{colour}"{weight}{slant}>{escape(text, quote=False)}</text>'
        )
        y += line * share


def _p(millimetres: float) -> str:
    return _n(millimetres / POINT)


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
