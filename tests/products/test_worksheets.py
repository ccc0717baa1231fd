"""Worksheets: the same form empty for participants and filled in for trainers, and every form on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from modulekit.document import Block, Box, Diagram, Document, Field, Lines, List, Opener, Table, TableRole, walk
from modulekit.model import Entry, Node, TwoFaced
from modulekit.model.audience import Audience
from modulekit.products.blocks import entry_blocks
from modulekit.products.table import PRODUCTS
from modulekit.products.tables import ROW_TO_WRITE_IN
from tests.courses import small, with_canaries
from tests.products.composed import context, document, text_of


def _forms(value: object, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Entry]]:
    """Every entry below ``value`` that is emptied for participants."""
    if isinstance(value, Entry) and isinstance(value.block, TwoFaced) and value.block.blank:
        yield loc, value
    if isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _forms(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _forms(item, (*loc, at))


PLANTED = with_canaries()
PLACES = dict(_forms(PLANTED.job.module))
KINDS = {
    name
    for name, field in Entry.model_fields.items()
    for kind in field.annotation.__args__  # type: ignore[union-attr]
    if isinstance(kind, type) and issubclass(kind, TwoFaced)
}


def _faces(loc: tuple[str | int, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What participants and what trainers get of the form at ``loc``."""
    found = []
    for product in ("handout", "answers"):
        of = context(product, PLANTED.job)
        entry = dict(_forms(of.module))[loc]
        found.append(entry_blocks(of, entry))
    return found[0], found[1]


def _shape(blocks: tuple[Block, ...]) -> list[object]:
    """How many rows, columns, items and boxes there are, in reading order."""
    shape: list[object] = []
    for block in walk(blocks):
        match block:
            case Table():
                shape.append(("table", len(block.columns), len(block.rows)))
            case List():
                shape.append(("list", len(block.items)))
            case Diagram():
                boxes = [(box.id, box.kind, box.lane) for box in block.boxes]
                shape.append(("diagram", boxes, block.connectors, len(block.lanes)))
            case Box():
                shape.append("box")
            case _:
                pass
    return shape


def _printed(blocks: tuple[Block, ...]) -> str:
    whole = document("workbook")
    return text_of(Document(whole.meta, (type(whole.parts[0])("x", "x", whole.parts[1].kind, blocks),)))


def test_every_kind_that_can_be_a_form_is_one_in_the_small_course() -> None:
    assert {entry.kind for entry in PLACES.values()} == KINDS - {"chart"}  # a chart is filled in as its table
    assert len(KINDS) >= 13


@pytest.mark.parametrize("loc", PLACES, ids=lambda loc: PLACES[loc].kind)
def test_both_faces_of_a_form_agree(loc: tuple[str | int, ...]) -> None:
    """The same rows and boxes in both; what is taken away from participants is what trainers get, nothing else."""
    participants, trainers = _faces(loc)
    assert _shape(participants) == _shape(trainers)
    secret = [words for at, words in PLANTED.canaries.items() if at[: len(loc)] == loc]
    assert secret
    empty, filled = (" ".join(_printed(face).split()) for face in (participants, trainers))
    assert "Canary" not in empty
    assert [words for words in secret if words not in filled] == []


@pytest.mark.parametrize("loc", PLACES, ids=lambda loc: PLACES[loc].kind)
def test_a_hand_can_write_in_a_form_and_a_filled_one_takes_no_room(loc: tuple[str | int, ...]) -> None:
    participants, trainers = _faces(loc)
    block = PLACES[loc].block
    assert isinstance(block, TwoFaced)
    least = float(block.row_height or ROW_TO_WRITE_IN)
    for table in (table for table in walk(participants) if isinstance(table, Table)):
        assert table.role is TableRole.FORM
        empty = [row for row in table.rows if any(not cell.blocks for cell in row.cells)]
        assert empty
        assert {row.height for row in empty} == {least}
        assert {row.height for row in table.rows if row not in empty} <= {None}
    assert all(row.height is None for table in walk(trainers) if isinstance(table, Table) for row in table.rows)


def _fields(blocks: tuple[Block, ...]) -> Iterator[Field]:
    for block in walk(blocks):
        match block:
            case Table():
                yield from (cell.field for row in block.rows for cell in row.cells if cell.field)
            case List():
                yield from block.fields
            case Lines(field=Field() as field):
                yield field
            case _:
                pass


def test_every_place_to_fill_in_has_one_field_and_says_what_belongs_there() -> None:
    sheets = document("worksheets").parts
    fields = [field for part in sheets for field in _fields(part.blocks)]
    assert len({field.name for field in fields}) == len(fields) > 20
    assert not [field for field in fields if "." in field.name or not field.label.strip()]
    empty = [
        cell
        for part in sheets
        for table in walk(part.blocks)
        if isinstance(table, Table) and table.role is TableRole.FORM
        for row in table.rows
        for cell in row.cells
        if not cell.blocks
    ]
    assert len(empty) > 10
    assert all(cell.field for cell in empty)
    named = {field.name: field.label for field in fields}
    assert named["exercise-1/row-2/purpose"] == "Exercise 1: Table 1.3 My purpose, row 2: After, Purpose"
    assert named["exercise-1/name-or-group"] == "Exercise 1: Name or group"


def test_every_form_is_on_a_sheet_of_its_own_with_a_name_line() -> None:
    parts = document("worksheets").parts
    assert PRODUCTS["worksheets"].audience is Audience.PARTICIPANT
    for part in parts:
        assert isinstance(part.blocks[0], Opener)
        assert part.blocks[0].id == part.id
        fields = [field.name.rpartition("/")[2] for field in _fields(part.blocks)]
        assert fields[:2] == ["name-or-group", "date"]
    forms = sum(
        isinstance(block, Table) and block.role is TableRole.FORM for part in parts for block in walk(part.blocks)
    )
    assert forms >= 11
    assert all(
        sum(isinstance(block, Table) and block.role is TableRole.FORM for block in walk(part.blocks)) <= 1
        for part in parts
    )
    assert len({part.id for part in parts}) == len(parts)


def test_what_belongs_to_a_case_stays_in_the_handout() -> None:
    job = small()
    about = ({"case": {"title": "A well", "text": "It is deep."}}, "Read the case with its figures.")
    figures = {
        "situation_table": {"caption": "Figures of the well", "years": ["2025"], "rows": [{"indicator": "Buckets"}]}
    }
    form = {"table": {"caption": "Your words", "columns": ["Who", "What"], "blank": "all", "rows": [["a", "b"]]}}
    below = "### Part B\n\nNow write."
    worksheet = tuple(Entry.model_validate(entry) for entry in (*about, figures, below, form))
    exercises = tuple(each.model_copy(update={"worksheet": worksheet}) for each in job.module.exercises)
    changed = replace(job, module=job.module.model_copy(update={"exercises": exercises}))
    printed = text_of(document("worksheets", changed))
    assert "Now write." in printed
    assert "Your words" in printed
    assert not [words for words in ("It is deep", "Read the case", "Figures of the well") if words in printed]
    assert "Figures of the well" in text_of(document("handout", changed))


def test_evidence_and_months_of_drawings_can_be_filled_in() -> None:
    drawings = [block for part in document("worksheets").parts for block in walk(part.blocks)]
    boxes = [box for block in drawings if isinstance(block, Diagram) for box in block.boxes]
    slots = [box.slot_field for box in boxes if box.slot]
    assert slots
    assert all(field and field.label.endswith("Evidence") for field in slots)
    lanes = [lane for block in drawings if isinstance(block, Diagram) and block.axis for lane in block.lanes]
    ticks = [field.label for lane in lanes for field in lane.ticks]
    assert len(ticks) == len(set(ticks)) == 12
    assert ticks[-1].endswith("month 12")
