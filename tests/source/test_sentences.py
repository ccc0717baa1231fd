"""Every type of error that the model can raise has a sentence of its own."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from modulekit.model import Module, Workspace
from modulekit.source.guesses import meant
from modulekit.source.sentences import _FORMS, _SENTENCES
from modulekit.source.shape import spot_of


def schema_of(model: type[BaseModel]) -> str:
    model.model_rebuild()  # it is made when a file is read, and not before
    return str(model.__pydantic_core_schema__)


def test_every_error_type_of_the_model_has_a_sentence() -> None:
    possible = set()
    for model in (Module, Workspace):
        schema = schema_of(model)
        possible |= {kind for kind, trace in TYPES.items() if re.search(trace, schema)}
    assert possible <= _SENTENCES.keys()
    assert "enum" in possible
    assert "date_parsing" in possible


TYPES = {
    "missing": r"'type': 'model-field'",
    "extra_forbidden": r"'extra_fields_behavior'|'extra_behavior'",
    "string_type": r"'type': 'str'",
    "string_too_short": r"'type': 'str'[^}]*'min_length'",
    "string_too_long": r"'type': 'str'[^}]*'max_length'",
    "string_pattern_mismatch": r"'pattern'",
    "int_parsing": r"'type': 'int'",
    "int_from_float": r"'type': 'int'",
    "greater_than_equal": r"'ge'",
    "less_than_equal": r"'le'",
    "greater_than": r"'gt'",
    "less_than": r"'lt'",
    "tuple_type": r"'type': 'tuple'",
    "too_short": r"'type': 'tuple'[^}]*'min_length'|'min_length'",
    "too_long": r"'max_length'",
    "enum": r"'type': 'enum'",
    "literal_error": r"'type': 'literal'",
    "model_type": r"'type': 'model'",
    "value_error": r"'type': 'function-after'",
    "date_parsing": r"'type': 'date'",
    "date_from_datetime_inexact": r"'type': 'date'",
    "bool_parsing": r"'type': 'bool'",
    "float_parsing": r"'type': 'float'",
    "dict_type": r"'type': 'dict'",
    "list_type": r"'type': 'list'",
    "url_parsing": r"'type': 'url'",
}
"""Types of errors, and what in the core schema makes them possible."""


def test_every_pattern_of_the_model_is_explained() -> None:
    patterns = set(re.findall(r"'pattern': '([^']*)'", schema_of(Module)))
    assert len(patterns) >= 5
    for pattern in patterns:
        assert any(part in pattern.replace("\\\\", "\\") for part, _, _ in _FORMS), pattern


@pytest.mark.parametrize(
    ("written", "known", "key"),
    [
        ("titel", ("title", "minutes"), "title"),
        ("duration", ("title", "minutes"), "minutes"),
        ("key-messages", ("key_messages", "title"), "key_messages"),
        ("Title", ("title", "minutes"), "title"),
        ("objectives", ("outcomes", "title"), "outcomes"),
        ("zzz", ("title", "minutes"), None),
    ],
)
def test_guesses(written: str, known: tuple[str, ...], key: str | None) -> None:
    assert meant(written, known) == key


def test_names_of_union_members_and_lifted_fields_are_not_in_the_path() -> None:
    data = {"lessons": [{"steps": [{"exercise": "x", "handout": ["", "text"]}]}]}
    loc = ("lessons", 0, "steps", 0, "exercise", "handout", 0, "markdown", "text")
    spot = spot_of(Module, loc, data)
    assert spot.path == ("lessons", 0, "steps", 0, "handout", 0)
    assert spot.key == "handout"
    assert [owner.__name__ for owner in spot.owners] == ["Module", "Lesson", "ExerciseUse", "Entry", "Markdown"]
