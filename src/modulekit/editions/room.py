"""How much room the lines of a drawing have.

Takes a drawing and one of its letterings, gives lengths in the drawing's own unit. Widths are estimates for the bundled
sans, good to some five in a hundred: the drawing itself is measured when it is printed. Must not know languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from modulekit.editions.lettering import SVG, Element, Lettering, letterings, number

_NARROW = frozenset("iljtfrI.,:;!|'’‘()[]/ -")
_WIDE = frozenset("mwMWжшщюыфмдЖШЩЮЫФМДҰҮ%@—…№")
_EMS = {"narrow": 0.31, "wide": 0.80, "upper": 0.67, "lower": 0.555, "cyrillic": 0.59}
_BOLD = 1.1
_GAP = 6.0  # from the words to the border of their box
_LOOSE = 1.45  # how far words that stand in no box may grow beyond what their author drew


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The length of ``text`` in letters of ``size``."""
    return sum(_EMS[_kind(letter)] for letter in text) * size * (_BOLD if bold else 1.0)


def is_bold(element: Element) -> bool:
    """Whether the letters are heavier than usual."""
    weight = str(element.get("font-weight", "normal"))
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


def rooms(root: Element, lettering: Lettering) -> tuple[float, ...]:
    """How long each line of ``lettering`` may be: up to the border of its box, of the drawing, or of other words."""
    boxes = [_rectangle(element) for element in root.iter(f"{SVG}rect") if not _is_moved(element)]
    canvas = _canvas(root)
    others = [box for other in letterings(root) if other.placed and other.elements != lettering.elements
              for box in _spans(other)]  # fmt: skip
    return tuple(_room(box, element, boxes, canvas, others) for element, box in _own(lettering))


def _kind(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE:
        return "wide"
    if letter.isupper():
        return "upper"
    return "cyrillic" if "а" <= letter <= "ӿ" else "lower"


def _own(lettering: Lettering) -> Iterator[tuple[Element, Box]]:
    yield from zip(lettering.elements, _spans(lettering), strict=True)


def _spans(lettering: Lettering) -> list[Box]:
    """Where each line stands."""
    return [_span(e, line, lettering.size) for e, line in zip(lettering.elements, lettering.lines, strict=True)]


def _span(element: Element, line: str, size: float) -> Box:
    x, y = number(element, "x"), number(element, "y")
    long = width(line, size, bold=is_bold(element))
    start = x - long * _share(element)
    return Box(start, y - size * 0.8, start + long, y + size * 0.2)


def _share(element: Element) -> float:
    """Which share of a line stands before its anchor."""
    return {"middle": 0.5, "end": 1.0}.get(str(element.get("text-anchor")), 0.0)


def _room(span: Box, element: Element, boxes: list[Box], canvas: Box | None, others: list[Box]) -> float:
    drawn = span.right - span.left
    if canvas is None or _is_moved(element):  # then nothing is known of what stands around it
        return drawn
    x, y = number(element, "x"), (span.top + span.bottom) / 2
    middle = (span.left + span.right) / 2
    around = [box for box in boxes if box.holds(middle, y) and box.right - box.left >= drawn * 0.9]
    inner = min(around, key=lambda box: (box.right - box.left) * (box.bottom - box.top), default=canvas)
    left, right = inner.left + _GAP, inner.right - _GAP
    for other in (*others, *(box for box in boxes if not box.holds(middle, y))):
        if other.bottom > span.top and other.top < span.bottom:
            if other.left >= span.right:
                right = min(right, other.left - _GAP)
            elif other.right <= span.left:
                left = max(left, other.right + _GAP)
    if element.get("text-anchor") == "middle":
        free = 2 * min(x - left, right - x)
    else:
        free = x - left if element.get("text-anchor") == "end" else right - x
    is_canvas = (inner.right - inner.left) > 0.95 * (canvas.right - canvas.left)
    return max(drawn, min(free, drawn * _LOOSE) if is_canvas else free)


def _rectangle(element: Element) -> Box:
    x, y = number(element, "x"), number(element, "y")
    return Box(x, y, x + number(element, "width"), y + number(element, "height"))


def _canvas(root: Element) -> Box | None:
    parts = str(root.get("viewBox", "")).replace(",", " ").split()
    try:
        left, top, wide, high = map(float, parts)
    except ValueError:
        return None
    return Box(left, top, left + wide, top + high)


def _is_moved(element: Element | None) -> bool:
    """Whether a transformation puts it elsewhere than its numbers say."""
    while element is not None:
        if element.get("transform") is not None:
            return True
        element = element.getparent()
    return False
