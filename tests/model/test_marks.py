"""Who may see a field is said at the field, for every field, and nowhere by default."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Annotated

import pytest

import modulekit
import modulekit.model as model
from modulekit.model import EVERYONE, TRAINER_ONLY, Node, mark_of
from modulekit.model.base import Mark
from tests.model.reachable import classes

SOURCE = Path(modulekit.__file__).parent
NODES = sorted(classes(), key=lambda node: node.__name__)


def test_every_class_of_the_model_can_be_reached_from_a_course() -> None:
    exported = {thing for name in model.__all__ if isinstance(thing := getattr(model, name), type)}
    nodes = {thing for thing in exported if issubclass(thing, Node)} - {Node, model.ModuleFile, model.TwoFaced}
    assert len(nodes) > 30
    assert nodes <= classes().keys()


@pytest.mark.parametrize("node", NODES, ids=[node.__name__ for node in NODES])
def test_every_field_carries_exactly_one_mark(node: type[Node]) -> None:
    assert node.model_fields
    for name, field in node.model_fields.items():
        assert mark_of(name, field) in Mark, f"{node.__name__}.{name}"


def test_what_is_taken_away_leaves_an_empty_default() -> None:
    checked = 0
    for node, public in classes().items():
        for name, field in node.model_fields.items():
            if mark_of(name, field) is Mark.EVERYONE or not public:
                continue
            checked += 1
            assert not field.is_required(), f"{node.__name__}.{name} is trainer only and required"
            assert field.get_default(call_default_factory=True) in (None, (), ""), f"{node.__name__}.{name}"
    assert checked > 10


def test_a_class_that_requires_trainer_text_is_reached_through_trainer_fields_alone() -> None:
    strict = {
        node
        for node in classes()
        for name, field in node.model_fields.items()
        if mark_of(name, field) is Mark.TRAINER_ONLY and field.is_required()
    }
    expected: set[type[Node]] = {model.Question, model.Preparation}
    assert strict == expected
    assert not any(classes()[node] for node in strict)


def test_a_forgotten_mark_is_refused() -> None:
    class Forgotten(Node):
        text: str

    class Undecided(Node):
        text: Annotated[str, EVERYONE, TRAINER_ONLY]

    with pytest.raises(TypeError, match="'text' must carry exactly one mark, it carries 0"):
        mark_of("text", Forgotten.model_fields["text"])
    with pytest.raises(TypeError, match="it carries 2"):
        mark_of("text", Undecided.model_fields["text"])


def test_an_audience_is_named_by_none_that_composes_or_writes() -> None:
    """Everywhere else code cannot ask whom it works for: what an audience may not see is simply not there."""
    naming = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "Audience"
    }
    told = {"editions/redact.py", "products/table.py"}
    handing_on = {"build/__init__.py", "build/pieces.py", "build/paging.py", "cli/planned.py"}
    assert naming == told | handing_on
