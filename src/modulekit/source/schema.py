"""JSON Schemas of the YAML files, for editors.

Takes the model, gives one schema (draft 2020-12) for each kind of file. A schema accepts what the program accepts, with
one difference: rules between keys, such as "exactly one of", are left to ``modulekit check``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from modulekit.model import Centre, Exercise, ExerciseUse, Lesson, ModuleFile, Node, Quiz, Region, Step, Workspace
from modulekit.model.base import hints
from modulekit.model.delivery import Delivery
from modulekit.model.descriptions import descriptions
from modulekit.model.handover import Handover
from modulekit.model.visibility import VisibilityProfile
from modulekit.source.shape import node_classes

FILES: dict[str, type[Node]] = {
    "workspace": Workspace,
    "module": ModuleFile,
    "lesson": Lesson,
    "exercise": Exercise,
    "quiz": Quiz,
    "region": Region,
    "centre": Centre,
    "visibility": VisibilityProfile,
    "delivery": Delivery,
    "handover": Handover,
}
"""The kinds of files by name."""

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AS_TEXT = ["string", "number", "boolean"]
"""Scalars arrive as the text that stands in the file, so 1.10 and no are texts as well."""


def json_schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by its name."""
    return {name: _schema(model) for name, model in FILES.items()}


def classes(model: type[Node]) -> tuple[type[Node], ...]:
    """``model`` and every class below it, each once, in the order of the fields."""
    found: dict[type[Node], None] = {}

    def visit(node: type[Node]) -> None:
        if node not in found:
            found[node] = None
            for annotation in hints(node).values():
                for child in node_classes(annotation):
                    visit(child)

    visit(model)
    return tuple(found)


def short_form(node: type[Node]) -> str | None:
    """The key whose value may be written instead of the whole mapping, where there is one."""
    lift = getattr(node, "_lift", None)
    return next(iter(lift("text"))) if lift is not None else None


def _schema(model: type[Node]) -> Schema:
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    for node in classes(model):
        _describe(schema if node is model else definitions.get(node.__name__, {}), node)
        if short_form(node) and "anyOf" not in definitions.get(node.__name__, {"anyOf": ()}):
            definitions[node.__name__] = _or_text(definitions[node.__name__])
    for part in _parts(schema):
        _simplify(part)
    return {"$schema": _DIALECT, **schema}


def _or_text(mapping: Schema) -> Schema:
    return {"anyOf": [{"type": "string", "minLength": 1}, mapping]}


def _describe(mapping: Schema, node: type[Node]) -> None:
    """Say in ``mapping`` what the model says of each field."""
    for form in (mapping, *mapping.get("anyOf", ())):  # a class may write its schema itself, in several forms
        properties = form.get("properties", {})
        for name, words in descriptions(node).items():
            key = node.model_fields[name].alias or name
            if key in properties:
                properties[key] = dict(sorted({**properties[key], "description": words}.items()))


def _parts(value: Any) -> Iterator[Schema]:
    """Every schema inside ``value``, the innermost first."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("default", "const", "enum"):
                yield from _parts(inner)
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _parts(item)


def _simplify(part: Schema) -> None:
    if part.get("type") == "string" and not {"const", "enum", "format"} & part.keys():
        part["type"] = _AS_TEXT
    if "patternProperties" in part:  # other names are refused by the program as well
        part.setdefault("additionalProperties", False)
    if isinstance(part.get("title"), str):
        del part["title"]  # made of the key itself, which editors show anyway
    if isinstance(part.get("description"), str):
        part["description"] = part["description"].replace("``", "`")
    if part.get("oneOf") == [_ref(ExerciseUse), _ref(Step)]:
        # An editor then names the wrong key, instead of saying that neither of two schemas fits.
        del part["oneOf"]
        part.update({"if": {"required": ["exercise"]}, "then": _ref(ExerciseUse), "else": _ref(Step)})


def _ref(node: type[Node]) -> Schema:
    return {"$ref": f"#/$defs/{node.__name__}"}
