"""The samples must hold everything that a writer may meet; otherwise a writer's tests prove little."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from modulekit.document import (
    Align,
    Block,
    Box,
    BoxRole,
    Columns,
    ColumnsRole,
    Inline,
    InlineRole,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    PartKind,
    Slide,
    SlideBody,
    Styled,
    Table,
    TableRole,
)
from tests.formats.samples import handout, slides
from tests.products.composed import document as composed_document


def values(node: object) -> Iterator[Any]:
    """``node`` and everything below it."""
    yield node
    if isinstance(node, tuple):
        for item in node:
            yield from values(item)
    elif hasattr(node, "__dataclass_fields__"):
        for name in node.__dataclass_fields__:
            yield from values(getattr(node, name))


EVERYTHING = list(values(handout()))


def kinds_of(*types: type) -> set[type]:
    return {type(value) for value in EVERYTHING if isinstance(value, types)}


def roles_of(node: type[Any]) -> set[object]:
    return {value.role for value in EVERYTHING if isinstance(value, node)}


def test_every_node_and_inline_is_there() -> None:
    blocks, inlines = typing.get_args(Block), typing.get_args(Inline)
    assert kinds_of(*blocks) == set(blocks)
    assert kinds_of(*inlines) == set(inlines)


def test_every_role_is_there() -> None:
    assert roles_of(Styled) == set(InlineRole)
    assert roles_of(Paragraph) == set(ParagraphRole)
    assert roles_of(List) == set(ListRole)
    assert roles_of(Table) == set(TableRole)
    assert roles_of(Box) == set(BoxRole)
    assert roles_of(Columns) == set(ColumnsRole)
    assert {column.align for table in EVERYTHING if isinstance(table, Table) for column in table.columns} == set(Align)
    assert {part.kind for part in handout().parts} == set(PartKind) - {PartKind.FRONT, PartKind.CERTIFICATE}


def test_a_certificate_is_a_document_of_its_own() -> None:
    assert {part.kind for part in composed_document("certificates").parts} == {PartKind.CERTIFICATE}


def test_every_slide_body_is_there() -> None:
    found = {type(value.body) for value in values(slides()) if isinstance(value, Slide)}
    assert found == set(typing.get_args(SlideBody))
