"""The layouts of a deck as data: which placeholders stand where, in which size and colour.

Lengths are millimetres on a slide of 254 by 142.875, the same as in the PDF of the slides; sizes are points. Colours
are slots of the colour map, so that a dark layout only maps them otherwise. Must not know slides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["title", "body", "pic", "tbl", "ftr", "sldNum"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for a text, a picture or a table. ``index`` ties the shapes of slides to it."""

    name: str
    kind: Kind
    index: int
    frame: Frame
    size: float | None  # None: what the master says, which the theme decides
    colour: str = "tx1"
    bold: bool = False
    italic: bool = False
    serif: bool = False
    capitals: bool = False
    bullets: bool = False
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["l", "r"] = "l"
    after: float = 0.0  # points below each paragraph
    leading: float = 1.08  # of the family's own line
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin rectangle that carries no information for those who listen."""

    frame: Frame
    colour: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A named layout."""

    name: str
    placeholders: tuple[Placeholder, ...]
    dark: bool = False
    rules: tuple[Rule, ...] = ()

    def place(self, name: str) -> Placeholder:
        """The placeholder called ``name``."""
        return next(place for place in self.placeholders if place.name == name)


TITLE_SIZE, BODY_SIZE = 30.0, 20.0
"""What the master says until a theme says otherwise, in points."""
INDENT = 9.0
"""Between a bullet and its text, in millimetres."""

FOOTER = Placeholder("Footer", "ftr", 10, Frame(18, 130, 190, 5.5), 9, "accent3", anchor="ctr", hint="Footer")
NUMBER = Placeholder(
    "Slide number", "sldNum", 11, Frame(216, 130, 20, 5.5), 9, "tx2", bold=True, anchor="ctr", align="r", hint="‹#›"
)
SOURCE = Placeholder("Source", "body", 12, Frame(18, 121.5, 218, 6), 10, "accent3", anchor="b", hint="Source")
_MARGINS = (SOURCE, FOOTER, NUMBER)
_HEAD = Frame(18, 11, 212, 26)
_TITLE = Placeholder("Title", "title", 0, _HEAD, None, "tx2", bold=True, anchor="b", leading=0.95, hint="Title")
_KICKER = Placeholder(
    "Title", "title", 0, Frame(18, 13, 212, 10), 17, "accent1", bold=True, anchor="t", leading=1.0, hint="Title"
)


def _text(name: str, index: int, frame: Frame, size: float | None, **more: object) -> Placeholder:
    return Placeholder(name, "body", index, frame, size, hint=name, **more)  # type: ignore[arg-type]


_POINTS = _text("Points", 1, Frame(18, 45, 212, 75), None, bullets=True, after=13)

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "Title",
        (
            Placeholder(
                "Title",
                "title",
                0,
                Frame(18, 24, 205, 52),
                40,
                "tx2",
                bold=True,
                anchor="b",
                leading=0.95,
                hint="Title",
            ),
            _text("Subtitle", 1, Frame(18, 80, 200, 19), 19, colour="accent3"),
            _text("Facts", 13, Frame(18, 100, 200, 8), 13, colour="accent3"),
            _text("Statement", 14, Frame(18, 108, 205, 19), 9.5, colour="accent3", anchor="b"),
            FOOTER,
            NUMBER,
        ),
        dark=True,
    ),
    Layout(
        "Section",
        (
            Placeholder(
                "Title",
                "title",
                0,
                Frame(62, 14, 174, 42),
                34,
                "tx2",
                bold=True,
                anchor="b",
                leading=0.95,
                hint="Title",
            ),
            _text("Number", 13, Frame(18, 22, 42, 36), 80, colour="tx2", anchor="b", leading=0.9),
            _text("Label", 14, Frame(62, 63, 174, 7), 11, colour="accent3", bold=True, capitals=True),
            _text("Points", 1, Frame(62, 72, 174, 49), 17, bullets=True, after=8.5),
            *_MARGINS,
        ),
        dark=True,
    ),
    Layout(
        "Points",
        (_TITLE, _POINTS, *_MARGINS),
    ),
    Layout(
        "Columns",
        (
            _TITLE,
            _text("Heading left", 13, Frame(18, 41.2, 104, 13), 19, colour="tx2", bold=True, anchor="b"),
            _text("Points left", 1, Frame(18, 58, 104, 62), 18, bullets=True, after=10),
            _text("Heading right", 14, Frame(132, 41.2, 104, 13), 19, colour="tx2", bold=True, anchor="b"),
            _text("Points right", 15, Frame(132, 58, 104, 62), 18, bullets=True, after=10),
            *_MARGINS,
        ),
        rules=(Rule(Frame(18, 54.4, 104, 0.42), "tx2"), Rule(Frame(132, 54.4, 104, 0.42), "tx2")),
    ),
    Layout(
        "Picture",
        (
            replace(_TITLE, frame=Frame(18, 8, 218, 21)),  # higher than elsewhere: the picture needs the room
            Placeholder("Picture", "pic", 13, Frame(18, 33, 218, 81), 14, hint="Picture"),
            _text("Caption", 14, Frame(18, 114.5, 218, 6.5), 13),
            *_MARGINS,
        ),
    ),
    Layout(
        "Table",
        (
            _TITLE,
            _text("Caption", 14, Frame(18, 42, 218, 7), 13, colour="tx2", bold=True),
            Placeholder("Table", "tbl", 13, Frame(18, 50, 218, 70), 16, hint="Table"),
            *_MARGINS,
        ),
    ),
    Layout(
        "Question",
        (
            _KICKER,
            _text("Question", 1, Frame(18, 30, 212, 88), 34, colour="tx2", bold=True, leading=1.05),
            *_MARGINS,
        ),
    ),
    Layout(
        "Exercise",
        (
            _TITLE,
            _text("Purpose", 1, Frame(18, 44, 208, 46), 26, leading=1.1),
            _text("Grouping", 13, Frame(18, 90, 208, 8), 15, colour="accent3", anchor="b"),
            *_MARGINS,
        ),
        dark=True,
    ),
    Layout(
        "Quotation",
        (
            _KICKER,
            _text("Words", 1, Frame(27, 30, 200, 70), 28, italic=True, serif=True, anchor="ctr", leading=1.1),
            _text("Who", 13, Frame(27, 103, 200, 8), 14, colour="accent3"),
            *_MARGINS,
        ),
        rules=(Rule(Frame(18, 30, 1.1, 81), "accent1"),),
    ),
    Layout(
        "Summary",
        (
            _TITLE,
            replace(_POINTS, size=19, colour="tx2", bold=True, after=11, leading=1.02),
            *_MARGINS,
        ),
    ),
)
"""One for each kind of slide; the names are those of the layouts in the base file."""

BY_NAME = {layout.name: layout for layout in LAYOUTS}
BAR = Frame(18, 103, 218, 12)
"""Where the time split of an exercise is drawn."""
