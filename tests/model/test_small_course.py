"""The course that the other tests work with holds one of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from modulekit.model import CalloutKind, Entry, Node, ReferenceKind, Slide, mark_of
from modulekit.model.base import Mark
from tests.courses import small, with_canaries
from tests.model.reachable import classes


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
        for name in type(value).model_fields:
            yield from _nodes(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


def test_every_class_of_the_model_is_used() -> None:
    used = {type(node) for node in _nodes(small().module)}
    assert {node.__name__ for node in classes() if node not in used} == {"Workspace"}


def test_every_trainer_field_is_filled_somewhere() -> None:
    filled: Counter[tuple[str, str]] = Counter()
    every = set()
    for node in classes():
        every |= {(node.__name__, n) for n, f in node.model_fields.items() if mark_of(n, f) is Mark.TRAINER_ONLY}
    for thing in _nodes(small().module):
        for name in type(thing).model_fields:
            if getattr(thing, name) not in (None, ()):
                filled[type(thing).__name__, name] += 1
    assert len(every) > 25
    assert not [field for field in sorted(every) if field not in filled]


def test_every_optional_field_is_filled_and_left_out_somewhere() -> None:
    states: dict[tuple[str, str], set[bool]] = {}
    for thing in _nodes(small().module):
        for name, field in type(thing).model_fields.items():
            if field.default is None:
                states.setdefault((type(thing).__name__, name), set()).add(getattr(thing, name) is not None)
    assert not [field for field, found in states.items() if True not in found]


def test_every_kind_of_block_slide_callout_and_source() -> None:
    things = [*_nodes(small().module)]
    assert {entry.kind for entry in things if isinstance(entry, Entry)} == set(Entry.model_fields)
    bodies = ("points", "columns", "picture", "table", "question", "quotation")
    slides = [slide for slide in things if isinstance(slide, Slide)]
    assert {body for body in bodies for slide in slides if getattr(slide, body) is not None} == set(bodies)
    values = {value for thing in things for value in thing.__dict__.values() if isinstance(value, str)}
    assert set(CalloutKind) <= values
    assert set(ReferenceKind) <= values


def test_canaries_sit_in_every_trainer_text_and_in_every_blank_cell() -> None:
    planted = with_canaries()
    assert len(planted.canaries) > 60
    assert len(set(planted.canaries.values())) == len(planted.canaries)
    assert ("lessons", 1, "overview") in planted.canaries
    assert ("lessons", 1, "materials", 0, "item") in planted.canaries
    assert ("exercises", 0, "answer", 1, "table", "rows", 1, 0) in planted.canaries
    assert ("exercises", 0, "worksheet", 1, "table", "rows", 0, 1) in planted.canaries
    assert ("exercises", 0, "worksheet", 1, "table", "rows", 0, 0) not in planted.canaries
    assert ("lessons", 1, "title") not in planted.canaries
