"""MK6xx, part one: which files a module needs, and which it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from modulekit.checks.subject import Subject
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Span
from modulekit.model import Figure

ASSETS = "assets/"
LARGEST = 5_000_000
"""Bytes of a picture that a slow line still carries."""


def missing(subject: Subject) -> Iterator[Diagnostic]:
    """MK601: pictures that figures show are there."""
    for item, figure in subject.of(Figure):
        if _may_stand(figure.file) and figure.file not in subject.asset_files:
            hint = did_you_mean(figure.file, subject.asset_files, "In assets/ are")
            span = subject.at(*item.loc, "file")
            yield finding("MK601", f"The picture {figure.file} is missing.", span, hint)


def outside(subject: Subject) -> Iterator[Diagnostic]:
    """MK602: pictures stand in assets/."""
    for item, figure in subject.of(Figure):
        if not _may_stand(figure.file):
            name = figure.file.replace("\\", "/").rsplit("/", 1)[-1]
            message = f"“{figure.file}” is not a path in assets/."
            hint = f"Copy the picture there and write {ASSETS}{name}."
            if ASSETS + name in subject.asset_files:
                hint = f"Did you mean “{ASSETS}{name}”?"
            yield finding("MK602", message, subject.at(*item.loc, "file"), hint)


def unused(subject: Subject) -> Iterator[Diagnostic]:
    """MK603: files in assets/ are used."""
    used = {figure.file for _, figure in subject.of(Figure)}
    for path in subject.asset_files:
        if path not in used:
            hint = "Show it in a `figure`, or remove it."
            yield finding("MK603", f"No figure shows {path}.", span_of_file(subject, path), hint)


def same_name(subject: Subject) -> Iterator[Diagnostic]:
    """MK609: names of files differ in more than capitals."""
    first: dict[str, str] = {}
    for path in subject.asset_files:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"{path} and {other} are the same file on Windows."
            yield finding("MK609", message, span_of_file(subject, path), "Rename one of them.")


def too_large(subject: Subject) -> Iterator[Diagnostic]:
    """MK610: pictures are small enough to travel."""
    for path, data in subject.pictures.items():
        if len(data) > LARGEST:
            message = f"{path} has {len(data) / 1_000_000:.1f} MB."
            hint = f"At most {LARGEST // 1_000_000} MB travel well; 2500 pixels across are enough for a page."
            yield finding("MK610", message, span_of_file(subject, path), hint)


def span_of_file(subject: Subject, path: str) -> Span:
    """A file of the module as a whole."""
    return Span(PurePosixPath(subject.home) / path)


def _may_stand(path: str) -> bool:
    return path.startswith(ASSETS) and "\\" not in path and ".." not in path.split("/")
