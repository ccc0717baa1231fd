"""The schemas and the reference in the repository are those of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from modulekit.model import Node
from modulekit.source.reference import yaml_reference
from modulekit.source.schema import FILES, classes, json_schemas

ROOT = Path(__file__).parents[2]
STALE = "run: python tools/write_schemas.py"


@pytest.mark.parametrize("name", sorted(FILES))
def test_schemas_are_current(name: str) -> None:
    kept = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    assert kept == json_schemas()[name], STALE


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "schemas").iterdir()} == FILES.keys()


def test_the_reference_is_current() -> None:
    assert (ROOT / "docs" / "reference" / "yaml.md").read_text(encoding="utf-8") == yaml_reference(), STALE


@pytest.mark.parametrize("model", FILES.values(), ids=FILES)
def test_the_reference_names_every_key(model: type[Node]) -> None:
    page = yaml_reference()
    for node in classes(model):
        for name in node.model_fields:
            assert f"| `{name}` |" in page


@pytest.mark.parametrize("schema", json_schemas().values(), ids=json_schemas())
def test_schemas_refuse_unknown_keys_and_stand_alone(schema: dict[str, Any]) -> None:
    mappings = [part for part in parts(schema) if part.get("type") == "object"]
    assert mappings
    assert all(part["additionalProperties"] is False for part in mappings)
    for part in parts(schema):
        reference = part.get("$ref")
        if reference is not None:
            assert reference.removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("name", ["Material", "Column", "Entry", "KeyTerm"])
def test_schemas_accept_the_short_form(name: str) -> None:
    definitions = {key: value for schema in json_schemas().values() for key, value in schema.get("$defs", {}).items()}
    forms = definitions[name]["anyOf"]
    assert any("string" in form["type"] for form in forms)
    assert any(form["type"] == "object" for form in forms)


def parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, list):
        for item in value:
            yield from parts(item)
