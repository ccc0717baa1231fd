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

from modulekit.build.job import Job
from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.diagnostics import Loc, Report
from modulekit.model import Centre, Module, Node, TwoFaced, mark_of
from modulekit.model.base import Mark
from modulekit.model.text import PRINTABLE
from modulekit.products.strings import Strings, parse_strings
from modulekit.resources import templates
from modulekit.source import OpenWorkspace, open_workspace, read_module
from modulekit.source.deliveries import ReadDelivery

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
    point = Point("", "", "en")
    return Preparation.of(workspace, source, (point,), report).job(point, report)


@cache
def _small_workspace() -> OpenWorkspace:
    report = Report()
    workspace = open_workspace(SMALL, report)
    assert workspace is not None, [*report]
    assert not len(report), [*report]
    return workspace


def hilltown() -> ReadDelivery:
    """The one delivery of the small course: 23 people in groups of 5 on two days, the second of them short."""
    return _small_workspace().deliveries["hilltown-2026"]


def centres() -> Mapping[str, Centre]:
    """All centres of the workspace."""
    return {id: read.node for id, read in _small_workspace().centres.items()}


def hills_centre() -> Centre:
    """The centre that invites to it."""
    return _small_workspace().centres["hills-centre"].node


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


Form = tuple[TwoFaced, int]
"""A form, and how deep it stands below the module."""


def _planted(node: N, loc: Loc, canaries: dict[Loc, str], *, secret: bool, form: Form | None = None) -> N:
    """The same node with canaries in its place. Marks are read here once more, so that no code under test is asked."""
    if isinstance(node, TwoFaced):
        form = (node, len(loc))
    fields: dict[str, Any] = {}
    for name, field in type(node).model_fields.items():
        own = mark_of(name, field) is Mark.TRAINER_ONLY
        hidden = secret or own
        # What `blank` names are titles of columns, and must go on naming them.
        if name == "blank" or (name == "columns" and getattr(node, "blank", False)):
            fields[name] = getattr(node, name)
            continue
        below = _Planting(
            canaries, secret=hidden, plant=hidden, even_empty=own, printable=is_printable(field), form=form
        )
        fields[name] = below.value(getattr(node, name), (*loc, name))
    return type(node)(**fields)


@dataclasses.dataclass(frozen=True)
class _Planting:
    """What holds for one field of a node: whether its texts are secret, and the form that it belongs to."""

    canaries: dict[Loc, str]
    secret: bool
    plant: bool
    even_empty: bool
    printable: bool
    form: Form | None

    def value(self, value: Any, loc: Loc) -> Any:
        if isinstance(value, Node):
            return _planted(value, loc, self.canaries, secret=self.secret, form=self.form)
        if isinstance(value, tuple):
            return tuple(self.value(item, (*loc, at)) for at, item in enumerate(value))
        filled_in = self.form is not None and self.form[0].is_blank(loc[self.form[1] :])
        planted = filled_in or (self.plant and (value or self.even_empty))  # one key of a pair may have to stay empty
        if self.printable and isinstance(value, str) and planted:
            return _plant(loc, self.canaries)
        return value


def _plant(loc: Loc, canaries: dict[Loc, str]) -> str:
    return canaries.setdefault(loc, canary(loc))
