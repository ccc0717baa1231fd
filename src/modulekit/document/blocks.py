"""The nodes that a page is made of. Lengths are in millimetres, widths of columns in relative shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modulekit.document.chart import Chart
from modulekit.document.diagram import Diagram
from modulekit.document.inline import Inlines
from modulekit.document.parallel import Parallel
from modulekit.document.roles import Align, BoxRole, ColumnsRole, ListRole, ParagraphRole, TableRole

if TYPE_CHECKING:
    from modulekit.document.part import Asset


@dataclass(frozen=True, slots=True)
class Field:
    """A place that can be filled in on screen. ``name`` is unique in its document; ``label`` says what belongs there,
    for those who cannot see where it stands."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 4. No level is skipped. ``number`` is printed before the words."""

    level: int
    children: Inlines
    id: str = ""
    number: str = ""
    aside: Inlines = ()  # a few muted words on the same line: the method of a step


@dataclass(frozen=True, slots=True)
class Opener:
    """How a part opens: a large number, a level-1 heading, and facts about it."""

    title: Inlines
    id: str
    number: str = ""
    meta: Inlines = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, or of what ``role`` says."""

    children: Inlines
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class List:
    """A list; each item is a sequence of blocks. ``start`` is the first number of a numbered list. ``fields`` are the
    boxes to tick on screen, none or one for each item."""

    items: tuple[tuple[Block, ...], ...]
    role: ListRole = ListRole.BULLET
    start: int = 1
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its header, its share of the width, where its text stands."""

    title: Inlines
    width: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. An empty cell of a form is a place to write."""

    blocks: tuple[Block, ...] = ()
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. ``height`` is the least height in millimetres, for rows to write in. ``id`` can be referred to."""

    cells: tuple[Cell, ...]
    height: float | None = None
    muted: bool = False  # a pause between sessions
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. With ``row_headers`` the first cell of each row labels it.

    ``caption`` without its number; ``number`` is the whole label, ``Table 3.1``. ``source`` stands below.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    caption: Inlines = ()
    number: str = ""
    source: Inlines = ()
    role: TableRole = TableRole.DATA
    row_headers: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its alternative text. ``width`` is a share of the text width between 0 and 1.

    A figure whose ``alt`` is empty is a writer's error: decoration has no place in a Document.
    """

    asset: Asset
    alt: str
    caption: Inlines = ()
    number: str = ""
    credit: Inlines = ()
    width: float = 1.0
    frame: bool = False  # a hairline around it: the picture of a slide
    id: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """The emblem or logo of a body, with its alternative text, at a fixed size in millimetres."""

    asset: Asset
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Signs:
    """Emblem and logos side by side, the most important first and at the left, the others at the right."""

    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart. ``keep`` asks not to split it where a page can hold it.

    With ``level`` the title is a heading of that level and stands in the outline; with 0 it is a label.
    """

    role: BoxRole
    children: tuple[Block, ...]
    title: Inlines = ()
    aside: Inlines = ()  # at the other end of the title's line: group size, minutes
    id: str = ""
    keep: bool = True
    level: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on, ``height`` millimetres apart."""

    count: int
    height: float = 9.0
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar."""

    label: str
    weight: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A horizontal bar whose segments are drawn to scale; ``alt`` says the same in words."""

    segments: tuple[Segment, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (or a label such as ASK) and what belongs to it."""

    term: Inlines
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with their definitions; ``labels`` sets the terms as small capitals at the left."""

    items: tuple[Definition, ...]
    labels: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side; ``widths`` are shares."""

    cells: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]
    role: ColumnsRole = ColumnsRole.TRIO
    id: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents; the page comes from the layout."""

    level: int
    title: Inlines
    target: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value. ``language`` is their BCP 47 tag where it is not that of the document."""

    label: str
    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    title: Inlines
    subtitle: Inlines = ()
    kicker: Inlines = ()  # above the title: what this is, for whom
    facts: tuple[Fact, ...] = ()
    statement: tuple[Block, ...] = ()  # emblem, logos and the words about who paid
    id: str = "cover"


Block = (
    Heading
    | Opener
    | Paragraph
    | List
    | Table
    | Figure
    | Signs
    | Diagram
    | Chart
    | Box
    | Lines
    | Bar
    | Definitions
    | Columns
    | Parallel
    | Contents
    | Cover
)
"""Every node of a page. ``match`` over it ends with ``assert_never``."""
