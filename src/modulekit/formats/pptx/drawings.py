"""Drawings as native shapes: a box is a shape with its words, a line is a connector that stays with its two boxes.

Takes a Diagram and a layout, gives the shapes in reading order. The whole is a group whose alternative text says what
the drawing says.
"""

from __future__ import annotations

from modulekit.document import Diagram, Inlines, Text
from modulekit.formats.drawing import SLIDE_GAP, SLIDE_SIZES, Drawing, Room, draw
from modulekit.formats.drawing.placed import PADDING, SMALL, Joint, Placed
from modulekit.formats.drawing.size import is_tiny, too_small
from modulekit.formats.drawing.svg import PAINTS, Paint
from modulekit.formats.drawing.words import in_words
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx import shapes
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import Frame, Layout

_LEFT, _TOP, _RIGHT, _FOOT, _HOOK_ABOVE, _HOOK_BELOW = 1, 0, 3, 2, 4, 5
_QUARTER = 5_400_000  # 60000ths of a degree


def written(desk: Desk, diagram: Diagram, layout: Layout) -> list[Element]:
    """The drawing as large as its place allows, and its caption."""
    frame, caption_place = layout.place("Picture").frame, layout.place("Caption")
    caption: Inlines = (*((Text(f"{diagram.number} "),) if diagram.number else ()), *diagram.caption)
    if not caption:
        below = caption_place.frame
        frame = Frame(frame.x, frame.y, frame.width, below.y + below.height - frame.y)
    room = Room(frame.width, frame.height, SLIDE_SIZES, gap=SLIDE_GAP, columns=False)
    drawing = draw(diagram, room, desk.press.fonts)
    if is_tiny(drawing, room):
        desk.findings.append(too_small(diagram, drawing, room, desk.target))
    x = frame.x + (frame.width - drawing.width) / 2
    y = frame.y + (frame.height - drawing.height) / 2
    elements = [_group(desk, diagram, drawing, x, y)]
    return [*elements, shapes.text(desk, caption_place, [caption])] if caption else elements


def _group(desk: Desk, diagram: Diagram, drawing: Drawing, x: float, y: float) -> Element:
    outer = desk.number()
    numbers = {box.id: desk.number() for box in drawing.boxes}
    boxes = {box.id: box for box in drawing.boxes}
    texts = {box.id: (box.text, box.note) for box in diagram.boxes}
    texts |= {f"lane-{number}": (lane.label, "") for number, lane in enumerate(diagram.lanes)}
    place = {"x": emu(x), "y": emu(y)}
    size = {"cx": emu(drawing.width), "cy": emu(drawing.height)}
    lines = [_rule(desk, a, b, x, y) for a, b in drawing.rules]
    joints = [_connector(desk, joint, boxes, numbers, x, y) for joint in drawing.joints]
    return el(
        "p:grpSp",
        None,
        el(
            "p:nvGrpSpPr",
            None,
            el("p:cNvPr", {"id": outer, "name": "Drawing", "descr": in_words(diagram)}),
            el("p:cNvGrpSpPr"),
            el("p:nvPr"),
        ),
        el(
            "p:grpSpPr",
            None,
            el(
                "a:xfrm",
                None,
                el("a:off", place),
                el("a:ext", size),
                el("a:chOff", place),
                el("a:chExt", size),
            ),
        ),
        [_box(desk, box, texts.get(box.id), numbers[box.id], x, y) for box in drawing.boxes],
        lines,
        joints,
    )


def _colour(desk: Desk, name: str) -> Element:
    return el("a:solidFill", None, el("a:srgbClr", {"val": desk.press.theme.colour(name).removeprefix("#")}))


def _box(desk: Desk, box: Placed, texts: tuple[str, str] | None, number: int, x: float, y: float) -> Element:
    paint = PAINTS[box.look]
    said, noted = texts or (" ".join(box.lines), "")
    words = [_paragraph(desk, box, paint, said, box.size)] if said else []
    words += [_paragraph(desk, box, paint, noted, box.size * SMALL)] if noted else []
    across, down = emu(PADDING[0] * 0.8), emu(PADDING[1] * 0.6)  # office families are a little wider in a line
    inset: dict[str, str | int] = {
        "wrap": "square",
        "lIns": across,
        "rIns": across,
        "tIns": down,
        "bIns": down,
        "anchor": "ctr",
    }
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": f"{box.look.value.capitalize()} {box.id}"}),
            el("p:cNvSpPr"),
            el("p:nvPr"),
        ),
        el(
            "p:spPr",
            None,
            el(
                "a:xfrm",
                None,
                el("a:off", {"x": emu(x + box.x), "y": emu(y + box.y)}),
                el("a:ext", {"cx": emu(box.width), "cy": emu(box.height)}),
            ),
            _outline(box),
            _colour(desk, paint.ground) if paint.ground else el("a:noFill"),
            _line(desk, paint),
        ),
        el("p:txBody", None, el("a:bodyPr", inset, el("a:normAutofit")), el("a:lstStyle"), words or [el("a:p")]),
    )


def _outline(box: Placed) -> Element:
    """A rectangle on which lines can end in the middle of each side, and near its left side above and below."""
    width, height, hook = emu(box.width), emu(box.height), emu(box.hook)
    sites = ((width // 2, 0), (0, height // 2), (width // 2, height), (width, height // 2), (hook, 0), (hook, height))
    corners = ((width, 0), (width, height), (0, height))
    return el(
        "a:custGeom",
        None,
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst", None, [el("a:cxn", {"ang": 0}, el("a:pos", {"x": x, "y": y})) for x, y in sites]),
        el("a:rect", {"l": "l", "t": "t", "r": "r", "b": "b"}),
        el(
            "a:pathLst",
            None,
            el(
                "a:path",
                {"w": width, "h": height},
                el("a:moveTo", None, el("a:pt", {"x": 0, "y": 0})),
                [el("a:lnTo", None, el("a:pt", {"x": x, "y": y})) for x, y in corners],
                el("a:close"),
            ),
        ),
    )


def _line(desk: Desk, paint: Paint) -> Element:
    if not paint.line:
        return el("a:ln", None, el("a:noFill"))
    dash = el("a:prstDash", {"val": "dash"}) if paint.dashed else None
    return el("a:ln", {"w": emu(paint.weight * 1.6)}, _colour(desk, paint.line), dash)


def _paragraph(desk: Desk, box: Placed, paint: Paint, words: str, size: float) -> Element:
    properties: dict[str, str | int] = {"lang": desk.language, "sz": round(size * 100)}
    if box.bold:
        properties["b"] = 1
    return el(
        "a:p",
        None,
        el("a:pPr", {"algn": "ctr" if box.centred else "l", "marL": 0, "indent": 0}, el("a:buNone")),
        el("a:r", None, el("a:rPr", properties, _colour(desk, paint.words)), el("a:t", None, words)),
    )


def _rule(desk: Desk, a: tuple[float, float], b: tuple[float, float], x: float, y: float) -> Element:
    frame = Frame(x + a[0], y + a[1], b[0] - a[0], b[1] - a[1])
    return _connection(desk, frame, "line", {}, (), (), arrow=False, colour="rule")


def _connector(
    desk: Desk, joint: Joint, boxes: dict[str, Placed], numbers: dict[str, int], x: float, y: float
) -> Element:
    """The line along ``joint``. A preset runs across first; one that runs down first is turned by a quarter."""
    (x1, y1), (x2, y2) = joint.points[0], joint.points[-1]
    begin = (("id", numbers[joint.start]), ("idx", _site(joint, boxes[joint.start], first=True)))
    end = (("id", numbers[joint.end]), ("idx", _site(joint, boxes[joint.end], first=False)))
    width, height = abs(x2 - x1), abs(y2 - y1)
    middle = (x + (x1 + x2) / 2, y + (y1 + y2) / 2)
    turn: dict[str, str | int] = {}
    match len(joint.points):
        case 2 | 3:
            preset = "straightConnector1" if len(joint.points) == 2 else "bentConnector2"
            turn = {name: 1 for name, flipped in (("flipH", x2 < x1), ("flipV", y2 < y1)) if flipped}
        case _:
            preset = "bentConnector3"
            up = y2 < y1
            turn["rot"] = 3 * _QUARTER if up else _QUARTER
            if (x2 < x1) == up:
                turn["flipV"] = 1
            width, height = height, width
    frame = Frame(middle[0] - width / 2, middle[1] - height / 2, width, height)
    return _connection(desk, frame, preset, turn, begin, end, arrow=True, back=joint.back, bend=_bend(joint))


def _bend(joint: Joint) -> int | None:
    """Where between its ends a line of three stretches turns, in 100000ths."""
    if len(joint.points) != 4:
        return None
    first, turn, _, last = (point[1] for point in joint.points)
    return round(100_000 * (turn - first) / (last - first))


def _site(joint: Joint, box: Placed, *, first: bool) -> int:
    """The place on the outline of ``box`` where an end of ``joint`` is."""
    x, y = joint.points[0 if first else -1]
    if abs(x - box.x) < 0.05:
        return _LEFT
    is_above = abs(y - box.y) < 0.05
    if abs(x - box.x - box.width / 2) < 0.05:
        return _TOP if is_above else _FOOT
    return _HOOK_ABOVE if is_above else _HOOK_BELOW


Facts = tuple[tuple[str, int], ...]


def _connection(
    desk: Desk,
    frame: Frame,
    preset: str,
    turn: dict[str, str | int],
    begin: Facts,
    end: Facts,
    *,
    arrow: bool,
    back: bool = False,
    bend: int | None = None,
    colour: str = "petrol",
) -> Element:
    number = desk.number()
    bends = el("a:gd", {"name": "adj1", "fmla": f"val {bend}"}) if bend is not None else None
    head = el("a:headEnd" if back else "a:tailEnd", {"type": "triangle"}) if arrow else None
    return el(
        "p:cxnSp",
        None,
        el(
            "p:nvCxnSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": f"Line {number}"}),
            el(
                "p:cNvCxnSpPr",
                None,
                el("a:stCxn", dict(begin)) if begin else None,
                el("a:endCxn", dict(end)) if end else None,
            ),
            el("p:nvPr"),
        ),
        el(
            "p:spPr",
            None,
            el(
                "a:xfrm",
                turn,
                el("a:off", {"x": emu(frame.x), "y": emu(frame.y)}),
                el("a:ext", {"cx": emu(frame.width), "cy": emu(frame.height)}),
            ),
            el("a:prstGeom", {"prst": preset}, el("a:avLst", None, bends)),
            el("a:ln", {"w": emu(0.35 if arrow else 0.2)}, _colour(desk, colour), head),
        ),
    )
