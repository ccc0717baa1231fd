"""Names and words for every place of a sheet that can be filled in on screen.

Takes the blocks of a sheet as they are printed, gives the same blocks with fields: one for each empty cell of a form,
each run of lines and each box to tick. Names and labels are made of what is printed beside the place, so they cannot
hold what is not on the page. Must not know formats.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TypeVar

from modulekit.document import (
    Block,
    Box,
    BoxKind,
    Cell,
    Columns,
    Diagram,
    DiagramKind,
    Field,
    Inlines,
    Lane,
    Lines,
    List,
    ListRole,
    Paragraph,
    Row,
    Table,
    TableRole,
    plain,
    walk,
)
from modulekit.products.context import Context

_B = TypeVar("_B", bound=Block)
_LONGEST = 60  # letters of what stands beside a place, in its label


class Sheet:
    """The fields of the sheet called ``name``, such as ``exercise-2``; no two have one name."""

    def __init__(self, context: Context, name: str, title: str) -> None:
        self._strings = context.strings
        self._name, self._title = name, title
        self._given: set[str] = set()

    def fillable(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """``blocks`` with a field at each place to fill in."""
        filled: list[Block] = []
        asked = ""
        for block in blocks:
            filled.append(self._block(block, asked))
            asked = _short(block.children) if isinstance(block, Paragraph) else ""
        return tuple(filled)

    def _block(self, block: _B, asked: str) -> Block:
        """``asked`` is the paragraph before the block: what is asked there."""
        match block:
            case Table(role=TableRole.FORM):
                return self._form(block)
            case Lines():
                return dataclasses.replace(block, field=self._field(_slug(asked) or "notes", asked or self._notes))
            case List(role=ListRole.CHECK):
                texts = [_words_of(item) for item in block.items]
                fields = (self._field(f"tick-{at}", text) for at, text in enumerate(texts, start=1))
                return dataclasses.replace(block, fields=tuple(fields))
            case Diagram(form=True):
                return self._drawing(block)
            case Box():
                return dataclasses.replace(block, children=self.fillable(block.children))
            case Columns():
                return dataclasses.replace(block, cells=tuple(self.fillable(cell) for cell in block.cells))
            case _:
                return block

    @property
    def _notes(self) -> str:
        return self._strings("field-notes")

    def _form(self, table: Table) -> Table:
        called = " ".join(filter(None, (table.number, _short(table.caption))))
        rows = tuple(self._row(table, row, number, called) for number, row in enumerate(table.rows, start=1))
        return dataclasses.replace(table, rows=rows)

    def _drawing(self, diagram: Diagram) -> Diagram:
        """Boxes are counted as they are written in the course: they stand in the same order in the list beside it."""
        called = " ".join(filter(None, (diagram.number, _short(diagram.caption))))
        boxes = []
        for number, box in enumerate(diagram.boxes, start=1):
            if not box.text and box.kind is not BoxKind.BAR:
                what = diagram.lanes[box.lane].label if diagram.lanes else self._strings(f"box-{box.kind.value}")
                label = ", ".join(filter(None, (called, what, self._strings("field-box", number=number))))
                box = dataclasses.replace(box, field=self._field(f"box-{number}", label))
            if box.slot:
                where = box.text or self._strings("field-box", number=number)
                label = ", ".join(filter(None, (called, where, box.slot.rstrip(":"))))
                box = dataclasses.replace(box, slot_field=self._field(f"box-{number}/evidence", label))
            boxes.append(box)
        lanes = diagram.lanes
        if diagram.kind is DiagramKind.TIMELINE:
            lanes = tuple(self._lane(diagram, number, lane, called) for number, lane in enumerate(diagram.lanes))
        return dataclasses.replace(diagram, boxes=tuple(boxes), lanes=lanes)

    def _lane(self, diagram: Diagram, number: int, lane: Lane, called: str) -> Lane:
        """A row of a timeline: a place for its name where it has none, and months to tick where it has no bar."""
        row = self._strings("field-row", number=number + 1)
        here = ": ".join(filter(None, (row, lane.label)))
        if not lane.label:
            label = ", ".join(filter(None, (called, row)))
            lane = dataclasses.replace(lane, field=self._field(f"row-{number + 1}", label))
        if any(box.lane == number for box in diagram.boxes):
            return lane
        months = enumerate(diagram.axis, start=1)
        labels = [
            (at, ", ".join(filter(None, (called, here, self._strings("field-month", month=m))))) for at, m in months
        ]
        ticks = tuple(self._field(f"row-{number + 1}/month-{at}", label) for at, label in labels)
        return dataclasses.replace(lane, ticks=ticks)

    def _row(self, table: Table, row: Row, number: int, called: str) -> Row:
        first = _words_of(row.cells[0].blocks)
        here = (
            f"{self._strings('field-row', number=number)}: {first}"
            if first
            else self._strings("field-row", number=number)
        )
        cells: list[Cell] = []
        for column, cell in zip(table.columns, row.cells, strict=True):
            if not cell.blocks:
                title = plain(column.title)
                label = ", ".join((called, here, title)) if called else f"{here}, {title}"
                cell = dataclasses.replace(cell, field=self._field(f"row-{number}/{_slug(title)}", label))
            cells.append(cell)
        return dataclasses.replace(row, cells=tuple(cells))

    def _field(self, name: str, label: str) -> Field:
        base = whole = f"{self._name}/{name}"
        again = 2
        while whole in self._given:
            whole, again = f"{base}-{again}", again + 1
        self._given.add(whole)
        return Field(whole, f"{self._title}: {label}")


def _words_of(blocks: tuple[Block, ...]) -> str:
    return next((_short(block.children) for block in walk(blocks) if isinstance(block, Paragraph)), "")


def _short(inlines: Inlines) -> str:
    words = " ".join(plain(inlines).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _slug(words: str) -> str:
    """``Name or group`` as ``name-or-group``. No full stops, which mean levels in the name of a field."""
    return "-".join(re.findall(r"\w+", words.casefold())[:5])
