"""The course that tests work with: small, but complete.

``courses/small`` holds every kind of block, every layout of a slide and something in every field that only trainers may
see; ``model/test_small_course.py`` says so. It is read as any other course is.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

from modulekit.build import Job
from modulekit.diagnostics import Loc, Report
from modulekit.model import Module, Node, Table, mark_of
from modulekit.model.base import Mark
from modulekit.model.text import PRINTABLE
from modulekit.products.strings import Strings, parse_strings
from modulekit.resources import templates
from modulekit.source import open_workspace, read_module

N = TypeVar("N", bound=Node)

SMALL = Path(__file__).parent / "courses" / "small"
"""The workspace of the small course."""


@cache
def english() -> Strings:
    """The program's own words."""
    return parse_strings((templates() / "strings" / "en.yaml").read_text(encoding="utf-8"), "en")


@cache
def small() -> Job:
    """The small course, ready to be built."""
    report = Report()
    workspace = open_workspace(SMALL, report)
    assert workspace is not None, [*report]
    source = read_module(workspace, "short-meetings", report)
    assert source is not None, [*report]
    assert not len(report), [*report]
    assets = {path: source.asset(path) for path in source.asset_files}
    return Job(source.module, source.places, assets, workspace.workspace.organisation, english())


@dataclasses.dataclass(frozen=True)
class Planted:
    """The small course with a canary for each text that only trainers may see, by the place of that text."""

    job: Job
    canaries: Mapping[Loc, str]


@cache
def with_canaries(*, everywhere: bool = False) -> Planted:
    """The small course in which every trainer-only text is a sentence that stands nowhere else; with ``everywhere``,
    every text that is printed."""
    job, canaries = small(), dict[Loc, str]()
    module = _planted(job.module, (), canaries, secret=everywhere)
    assert isinstance(module, Module)
    return Planted(dataclasses.replace(job, module=module), canaries)


def canary(loc: Loc) -> str:
    """One sentence that says where it was planted; no two share more than a few words in a row."""
    ring = hashlib.sha256(repr(loc).encode()).hexdigest()
    where = " ".join(str(step).replace("_", " ") for step in loc)
    return f"Canary {ring[:20]} was planted at {where} and wears the ring {ring[20:40]}"


def is_printable(field: FieldInfo) -> bool:
    """Whether the field holds texts that people read, as opposed to ids, files and choices."""
    return PRINTABLE in field.metadata or any(note is PRINTABLE for note in _notes(field.annotation))


def _notes(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for inner in get_args(annotation):
        yield from _notes(inner)


def _planted(node: N, loc: Loc, canaries: dict[Loc, str], *, secret: bool) -> N:
    """The same node with canaries in its place. Marks are read here once more, so that no code under test is asked."""
    fields: dict[str, Any] = {}
    for name, field in type(node).model_fields.items():
        hidden = secret or mark_of(name, field) is Mark.TRAINER_ONLY
        # What `blank` names are titles of columns, and must go on naming them.
        fixed = name == "blank" or (name == "columns" and getattr(node, "blank", False))
        plant = hidden and is_printable(field)
        if fixed:
            fields[name] = getattr(node, name)
            continue
        fields[name] = _value(getattr(node, name), (*loc, name), canaries, secret=hidden, plant=plant)
    if isinstance(node, Table):
        fields["rows"] = tuple(
            tuple(
                _plant((*loc, "rows", r, c), canaries) if secret or node.is_blank(r, c) else cell
                for c, cell in enumerate(row)
            )
            for r, row in enumerate(node.rows)
        )
    return type(node)(**fields)


def _value(value: Any, loc: Loc, canaries: dict[Loc, str], *, secret: bool, plant: bool) -> Any:
    if isinstance(value, Node):
        return _planted(value, loc, canaries, secret=secret)
    if isinstance(value, tuple):
        items = enumerate(value)
        return tuple(_value(item, (*loc, at), canaries, secret=secret, plant=plant) for at, item in items)
    return _plant(loc, canaries) if plant and isinstance(value, str) else value


def _plant(loc: Loc, canaries: dict[Loc, str]) -> str:
    return canaries.setdefault(loc, canary(loc))
