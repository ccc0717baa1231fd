"""One YAML file of a workspace becomes one model.

Takes a folder, a path and a model class; gives the model with the places of its parts, or findings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from modulekit.codes import finding
from modulekit.diagnostics import Places, Report, Span
from modulekit.model import Node
from modulekit.source.files import Files, PathRefusedError
from modulekit.source.validate import validate
from modulekit.source.yaml import parse_yaml

N = TypeVar("N", bound=Node)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document(Generic[N]):
    """A file that was read: its model, and where each part of it stands."""

    node: N
    places: Places


def read_document(model: type[N], files: Files, path: str, home: PurePosixPath, report: Report) -> Document[N] | None:
    """The file at ``path`` as ``model``, or ``None`` after saying why not. ``home`` stands before paths in findings."""
    file = home / path
    content = read_bytes(files, path, home, report)
    parsed = parse_yaml(content, file, report) if content is not None else None
    node = validate(model, parsed, report) if parsed is not None else None
    return Document(node, parsed.places) if parsed is not None and node is not None else None


def read_bytes(files: Files, path: str, home: PurePosixPath, report: Report, told: Span | None = None) -> bytes | None:
    """The bytes of a file, or ``None`` after saying why not, at ``told`` where the path was written down."""
    return attempt(files.read, path, home, report, told)


def attempt(
    read: Callable[[str], T], path: str, home: PurePosixPath, report: Report, told: Span | None = None
) -> T | None:
    """What ``read`` gives for ``path``, or ``None`` after saying why it gives nothing."""
    file = home / path
    span = told or Span(file)
    try:
        return read(path)
    except PathRefusedError as error:
        report.add(finding("MK112", f"The path “{path}” cannot be used.", span, str(error)))
    except FileNotFoundError:
        report.add(finding("MK101", f"The file {file} is missing.", span))
    except IsADirectoryError:
        report.add(finding("MK102", f"{file} is a folder, not a file.", span))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.add(finding("MK102", f"The file {file} cannot be read: {reason}.", span))
    return None
