"""Plain data becomes a model, or findings in our own words at the right places.

Takes what was parsed and a model class. One mistake gives one finding: what only follows from another one is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Loc, Report
from modulekit.model import Node
from modulekit.source.guesses import meant
from modulekit.source.sentences import Fault, sentence_of
from modulekit.source.shape import spot_of, written
from modulekit.source.yaml import Parsed

N = TypeVar("N", bound=Node)

MOST_FAULTS = 500
"""Mistakes of one file that are said at once; nobody mends more before looking again."""


def validate(model: type[N], parsed: Parsed, report: Report) -> N | None:
    """The model that ``parsed`` describes, or ``None`` after saying what is wrong with it."""
    try:
        return model.model_validate(parsed.data)
    except ValidationError as error:
        faults = list(islice(_faults(model, error, parsed.data), MOST_FAULTS))
    report.extend(_finding(fault, parsed) for fault in faults if not _follows(fault, faults))
    return None


def _faults(model: type[Node], error: ValidationError, data: object) -> Iterator[Fault]:
    for entry in error.errors(include_url=False, include_input=False):
        kind, loc = entry["type"], entry["loc"]
        limits: Mapping[str, Any] = entry.get("ctx", {})
        spot = spot_of(model, loc, data)
        value = written(data, spot.path)
        mapping = written(data, spot.path[:-1]) if kind == "extra_forbidden" else value
        beside = tuple(mapping) if isinstance(mapping, dict) else ()
        yield Fault(kind, limits, value, spot, beside, _keys_above(data, spot.path))


def _keys_above(data: object, path: Loc) -> frozenset[str]:
    mappings = (written(data, path[:size]) for size in range(len(path) - 1))
    return frozenset(key for mapping in mappings if isinstance(mapping, dict) for key in mapping)


def _follows(fault: Fault, faults: list[Fault]) -> bool:
    """Whether ``fault`` says nothing that another one does not say better."""
    if fault.type == "too_short":  # entries that are wrong themselves were not counted
        return isinstance(fault.value, list) and len(fault.value) >= fault.limits.get("min_length", 1)
    if fault.type == "literal_error" and fault.spot.in_union:
        path = fault.spot.path
        return any(other is not fault and other.spot.path[: len(path)] == path for other in faults)
    if fault.type == "missing":  # it is there, but misspelt
        return any(_stands_for(other, fault.spot.key, fault.spot.path) for other in faults)
    return False


def _stands_for(fault: Fault, key: str, mapping: Loc) -> bool:
    if fault.type != "extra_forbidden" or fault.spot.path[:-1] != mapping:
        return False
    return meant(fault.spot.key, tuple(fault.spot.owners[-1].model_fields)) == key


def _finding(fault: Fault, parsed: Parsed) -> Diagnostic:
    code, message, hint = sentence_of(fault)
    path = fault.spot.path
    span = parsed.places.key(*path) if fault.type == "extra_forbidden" else parsed.places.at(*path)
    return finding(code, message, span, hint)
