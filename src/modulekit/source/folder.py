"""The YAML files of a folder, each called by the id that it holds.

Takes a folder and a model, gives what was read by id, or findings. Must not know what the files mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.model import Node
from modulekit.source.files import Files
from modulekit.source.reading import Document, read_document

N = TypeVar("N", bound=Node)


def read_named(
    model: type[N], key: str, folder: str, files: Files, home: PurePosixPath, report: Report, data: str = ""
) -> Mapping[str, Document[N]]:
    """The files of ``folder`` by the id in their ``key``, in the order of the ids; those that do not hold are left out.

    ``home`` stands before paths in findings. A file is named after its id, so that people find it; where it is not,
    that is said (MK313). Files that end in ``data`` may stand beside them.
    """
    try:
        names = files.names(folder)
    except OSError as error:
        report.add(finding("MK102", f"The folder {folder} cannot be read: {error.strerror}.", Span(home / folder)))
        return MappingProxyType({})
    found: dict[str, Document[N]] = {}
    for name, is_folder in names:
        place = Span(home / folder / name)
        if data and not is_folder and name.lower().endswith(f".{data}"):
            continue
        if is_folder or not name.endswith(".yaml"):
            kind = "folder" if is_folder else "file"
            hint = "Move its files one level up." if is_folder else "Rename it so that it ends in .yaml."
            report.add(finding("MK111", f"The {kind} {home / folder / name} is not read.", place, hint))
            continue
        document = read_document(model, files, f"{folder}/{name}", home, report)
        if document is None:
            continue
        id: str = getattr(document.node, key)
        if f"{id}.yaml" != name:
            message = f"The file is called {name}, but what it holds is called “{id}”."
            hint = f"Call the file {id}.yaml, or write `{key}: {name.removesuffix('.yaml')}`."
            report.add(finding("MK313", message, document.places.at(key), hint))
        else:
            found[id] = document
    return MappingProxyType(dict(sorted(found.items())))
