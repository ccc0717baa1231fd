"""The files that a course is written in, as a workspace of its own: what a centre needs to adapt it.

Takes a workspace and a module of it, gives one zip. Lists of people and deliveries never go along.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.archive import pack
from modulekit.delivery.bag_names import check_names
from modulekit.model import Workspace
from modulekit.source import OpenWorkspace, Source
from modulekit.source.insignia import PROFILES
from modulekit.source.workspace import CENTRES, WORKSPACE_FILE

STRINGS = "strings"
_FOLDERS = (PROFILES, STRINGS)
"""Folders of a workspace whose files hold for all of its modules."""


@dataclass(frozen=True, slots=True)
class CourseZip:
    """A course as it is written: a zip with one folder called ``name``, which is a workspace of ``files`` files."""

    name: str
    data: bytes
    files: int


def course_zip(workspace: OpenWorkspace, source: Source, centre: str = "") -> CourseZip:
    """The workspace file with what it names, the module, and the file of ``centre``; of every centre where none is
    given, so that what is built is the same.

    Raises ``OSError`` or :class:`modulekit.source.files.PathRefusedError` for a file that cannot be read, and
    :class:`modulekit.delivery.bag_names.NameRefusedError` for a name that some computer could not hold.
    """
    module = source.module
    name = PurePosixPath(f"{module.module}-{module.document.version}-source")
    files = workspace.files
    paths = {WORKSPACE_FILE, *_named(workspace.workspace)}
    paths |= {path for folder in _FOLDERS for path in files.files(folder) if path.endswith(".yaml")}
    for id, read in workspace.centres.items():
        if not centre or id == centre:
            paths |= {f"{CENTRES}/{id}.yaml", *([read.node.logo] if read.node.logo else [])}
    paths |= {f"{source.home}/{path}" for path in source.files.files("")}
    inside = {name / path: files.read(path) for path in sorted(paths)}
    check_names(inside)
    return CourseZip(str(name), pack((str(path), data) for path, data in inside.items()), len(inside))


def _named(workspace: Workspace) -> Iterator[str]:
    """The files that the workspace file names."""
    if workspace.theme:
        yield workspace.theme
    if workspace.visibility and workspace.visibility.emblem:
        yield from dict.fromkeys(workspace.visibility.emblem.by_language.values())
    yield from (partner.logo for partner in workspace.partners)
