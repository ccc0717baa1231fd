"""The course that the other tests work with holds one of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from modulekit.model import CalloutKind, Entry, Node, ReferenceKind, Slide, TwoFaced, mark_of
from modulekit.model.base import Mark
from tests.courses import small, with_canaries
from tests.model.reachable import classes, named


NOT_YET = {("Chart", "file")}
"""What no module holds once it was read: the values of a CSV file take the place of its name."""


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
    assert not [field for field, found in states.items() if True not in found and field not in NOT_YET]


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
    assert len(planted.canaries) > 130
    assert len(set(planted.canaries.values())) == len(planted.canaries)
    assert ("lessons", 1, "overview") in planted.canaries
    assert ("lessons", 1, "materials", 0, "item") in planted.canaries
    assert ("exercises", 0, "answer", 1, "table", "rows", 1, 0) in planted.canaries
    assert ("exercises", 0, "worksheet", 1, "table", "rows", 0, 1) in planted.canaries
    assert ("exercises", 0, "worksheet", 1, "table", "rows", 0, 0) not in planted.canaries
    assert ("exercises", 1, "worksheet", 3, "problem_tree", "causes", 0, "causes", 0, "evidence") in planted.canaries
    assert ("exercises", 1, "worksheet", 10, "action_plan", "total") in planted.canaries
    assert ("exercises", 1, "worksheet", 10, "action_plan", "unit") not in planted.canaries
    assert ("exercises", 1, "worksheet", 7, "results_chain", "assumptions", "outputs", 0) in planted.canaries
    assert ("exercises", 1, "worksheet", 7, "results_chain", "inputs", 0) not in planted.canaries
    assert ("lessons", 1, "title") not in planted.canaries


def test_every_kind_of_form_is_a_worksheet_somewhere_and_hides_what_it_may() -> None:
    forms = {type(thing) for thing in _nodes(small().module) if isinstance(thing, TwoFaced) and thing.blank}
    assert forms == {node for node in classes() if issubclass(node, TwoFaced)}


def test_what_a_form_may_leave_blank_are_fields_of_its_body() -> None:
    kinds = [node for node in classes() if issubclass(node, TwoFaced) and node.fillable]
    assert len(kinds) > 10
    for kind in kinds:
        assert set(kind.body) <= kind.model_fields.keys(), kind.__name__
        below = {name for part in kind.body for name in _names(kind.model_fields[part].annotation)} | set(kind.body)
        assert set(kind.fillable) <= below, kind.__name__


def _names(annotation: object) -> set[str]:
    """The fields of the classes that a type names."""
    return {name for node in named(annotation) for name in node.model_fields}
