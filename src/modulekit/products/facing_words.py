"""Words of two languages in one place: on one line, in one cell, under one picture.

Takes two nodes that say the same, gives one with the words of both; what both spell alike stands there once. The words
of the second language are marked as such. Must not know courses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from modulekit.document import (
    Break,
    Cell,
    Contents,
    Cover,
    Diagram,
    Fact,
    Figure,
    Foreign,
    InlineRole,
    Inlines,
    Lane,
    Paragraph,
    Row,
    Styled,
    Table,
    TableColumn,
    TableRole,
    Text,
    plain,
)

_SHORT = 24  # characters of each that share a line
_LABEL = 36  # characters of a label of a drawing that is a form
_LONGEST = 90  # characters of a cell that holds both
_COLUMNS = {
    TableRole.DATA: 5,
    TableRole.FORM: 6,  # people write once, so that one form is better than two
    TableRole.TALLY: 99,
    TableRole.PLAN: 6,
    TableRole.FACTS: 6,
}
"""How many columns leave room for the words of both."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Sets words of the language ``second`` behind words of the document's own. It is a BCP 47 tag."""

    second: str

    def foreign(self, inlines: Inlines) -> Inlines:
        """``inlines``, marked as words of the second language."""
        return (Foreign(self.second, inlines),) if inlines else ()

    def __call__(self, first: Inlines, second: Inlines) -> Inlines:
        """Short words behind each other, longer ones below each other."""
        if plain(first) == plain(second) or not second:
            return first
        if not first:
            return self.foreign(second)
        is_short = max(len(plain(first)), len(plain(second))) <= _SHORT
        return (*first, *((Text(" / "),) if is_short else (Break(),)), *self.foreign(second))

    def lines(self, first: Inlines, second: Inlines) -> Inlines:
        """Titles below each other; where a title is one line, as in an outline, a stroke is between them."""
        if plain(first) == plain(second) or not (first and second):
            return self(first, second)
        if max(len(plain(first)), len(plain(second))) <= _SHORT:
            return self(first, second)
        return (*first, Text(" /"), Break(), *self.foreign(second))

    def text(self, first: str, second: str) -> str:
        """Words that cannot say their language."""
        return " / ".join(dict.fromkeys(filter(None, (first, second))))

    def captions(self, own: tuple[str, Inlines], other: tuple[str, Inlines]) -> Inlines:
        """Both captions, each a number and words; the number of the first stands before them in any case."""
        number = (Styled(InlineRole.NUMBER, (Text(other[0]),)), Text(" ")) if other[0] not in ("", own[0]) else ()
        if not number and plain(own[1]) == plain(other[1]):
            return own[1]
        return (*own[1], *((Break(),) if own[1] else ()), *self.foreign((*number, *other[1])))

    # --- tables --------------------------------------------------------------------------------------

    def fits(self, first: Table, second: Table) -> bool:
        """Whether one table can hold the words of both: the same shape, few columns, and nothing long in a cell."""
        if [len(row.cells) for row in first.rows] != [len(row.cells) for row in second.rows]:
            return False
        if max(len(first.columns), len(second.columns)) > _COLUMNS[first.role]:
            return False
        cells = [cell for table in (first, second) for row in table.rows for cell in row.cells]
        if not all(len(cell.blocks) <= 1 and all(isinstance(b, Paragraph) for b in cell.blocks) for cell in cells):
            return False
        longest = max((len(plain(_words(cell))) for cell in cells), default=0)
        return longest <= _LONGEST or first.role in (TableRole.PLAN, TableRole.FACTS)

    def table(self, first: Table, second: Table) -> Table:
        """One table with the words of both in each cell."""
        columns = tuple(
            TableColumn(self(one.title, other.title), max(one.width, other.width), one.align)
            for one, other in zip(first.columns, second.columns, strict=True)
        )
        rows = tuple(self._row(one, other) for one, other in zip(first.rows, second.rows, strict=True))
        caption = self.captions((first.number, first.caption), (second.number, second.caption))
        return replace(first, columns=columns, rows=rows, caption=caption, source=self(first.source, second.source))

    def _row(self, first: Row, second: Row) -> Row:
        return replace(first, cells=tuple(map(self._cell, first.cells, second.cells)))

    def _cell(self, first: Cell, second: Cell) -> Cell:
        words = self(_words(first), _words(second))
        block = next((b for b in (*first.blocks, *second.blocks) if isinstance(b, Paragraph)), None)
        return replace(first, blocks=(replace(block, children=words),)) if block and words else first

    # --- pictures ------------------------------------------------------------------------------------

    def figure(self, first: Figure, second: Figure) -> Figure:
        """The picture once, with the words of both."""
        caption = self.captions((first.number, first.caption), (second.number, second.caption))
        alt, credit = self.text(first.alt, second.alt), self(first.credit, second.credit)
        return replace(first, alt=alt, caption=caption, credit=credit)

    def is_one_drawing(self, first: Diagram, second: Diagram) -> bool:
        """Whether one drawing serves both: no word inside it differs, or it is a form with a few short labels, which
        people fill in once."""
        if _drawn(first) == _drawn(second):
            return True
        labels = [*_labels(first), *_labels(second)]
        return first.form and _shape(first) == _shape(second) and max(map(len, labels), default=0) <= _LABEL

    def drawing(self, first: Diagram, second: Diagram) -> Diagram:
        """The drawing once, with the words of both in it and around it."""
        boxes = tuple(
            replace(
                box,
                text=self.text(box.text, other.text),
                note=self.text(box.note, other.note),
                slot=self.text(box.slot, other.slot),
            )
            for box, other in zip(first.boxes, second.boxes, strict=True)
        )
        lanes = tuple(
            replace(lane, label=self.text(lane.label, other.label))
            for lane, other in zip(first.lanes, second.lanes, strict=True)
        )
        axis = tuple(map(self.text, first.axis, second.axis))
        first = replace(first, boxes=boxes, lanes=lanes, axis=axis)
        caption = self.captions((first.number, first.caption), (second.number, second.caption))
        in_words = self.text(first.in_words, second.in_words)
        return replace(first, caption=caption, source=self(first.source, second.source), in_words=in_words)

    # --- cover and contents --------------------------------------------------------------------------

    def contents(self, first: Contents, second: Contents) -> Contents:
        """Each entry with its neighbour, which leads to the same place."""
        others = {entry.target: entry for entry in second.entries}
        named = {entry.target for entry in first.entries}
        entries = [
            replace(entry, title=self.lines(entry.title, others[entry.target].title if entry.target in others else ()))
            for entry in first.entries
        ]
        entries += [replace(e, title=self.foreign(e.title)) for e in second.entries if e.target not in named]
        return Contents(tuple(entries))

    def cover(self, first: Cover, second: Cover) -> Cover:
        """Title, subtitle and facts of both."""
        facts = [fact for fact, other in zip_longest(first.facts, second.facts) if fact]
        facts += [Fact(f.label, f.value, self.second) for f in second.facts if f not in first.facts]
        return replace(
            first,
            title=self.lines(first.title, second.title),
            subtitle=self.lines(first.subtitle, second.subtitle),
            kicker=self.lines(first.kicker, second.kicker),
            facts=tuple(facts),
        )


def _labels(diagram: Diagram) -> Iterator[str]:
    for box in diagram.boxes:
        yield from (box.text, box.note, box.slot)
    yield from (lane.label for lane in diagram.lanes)
    yield from diagram.axis


def _shape(diagram: Diagram) -> tuple[object, ...]:
    """What of a drawing is the same in every language."""
    boxes = tuple((box.id, box.kind, box.lane, bool(box.text)) for box in diagram.boxes)
    return boxes, diagram.connectors, len(diagram.lanes), len(diagram.axis)


def _words(cell: Cell) -> Inlines:
    return next((block.children for block in cell.blocks if isinstance(block, Paragraph)), ())


def _drawn(diagram: Diagram) -> Diagram:
    """``diagram`` without what stands around it."""
    boxes = tuple(replace(box, field=None, slot_field=None) for box in diagram.boxes)
    lanes = tuple(Lane(lane.label) for lane in diagram.lanes)
    return replace(
        diagram, boxes=boxes, lanes=lanes, caption=(), number="", source=(), alternative=(), in_words="", id=""
    )
