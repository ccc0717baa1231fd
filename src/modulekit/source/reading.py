"""One YAML file of a workspace becomes one model.

Takes a folder, a path and a model class; gives the model with the places of its parts, or findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from modulekit.diagnostics import Places, Report
from modulekit.model import Node
from modulekit.source.data import fill_charts
from modulekit.source.files import Files
from modulekit.source.reading_bytes import read_bytes
from modulekit.source.validate import validate
from modulekit.source.yaml import parse_yaml

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Document(Generic[N]):
    """A file that was read: its model, where each part of it stands, and the files of data/ that it names."""

    node: N
    places: Places
    data: frozenset[str] = frozenset()


def read_document(model: type[N], files: Files, path: str, home: PurePosixPath, report: Report) -> Document[N] | None:
    """The file at ``path`` as ``model``, or ``None`` after saying why not. ``home`` stands before paths in findings."""
    file = home / path
    content = read_bytes(files, path, home, report)
    parsed = parse_yaml(content, file, report) if content is not None else None
    if parsed is None:
        return None
    filled = fill_charts(parsed, files, home, report)
    node = validate(model, filled.parsed, report)
    return Document(node, filled.parsed.places, filled.used) if node is not None and filled.good else None
