"""The files of handovers/ become hand-overs, and a hand-over becomes the text of its file.

Takes the folder, the names of modules and centres; gives hand-overs by id. Must not know what a current version is, and
writes nothing to a disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import yaml

from modulekit.codes import finding
from modulekit.codes.hints import did_you_mean
from modulekit.diagnostics import Diagnostic, Report
from modulekit.model.handover import Handover
from modulekit.source.files import Files
from modulekit.source.folder import read_named
from modulekit.source.reading import Document

HANDOVERS = "handovers"
"""The folder of a workspace that holds them."""

_TOP = PurePosixPath()


def read_handovers(
    files: Files, modules: tuple[str, ...], centres: tuple[str, ...], report: Report
) -> Mapping[str, Document[Handover]]:
    """The hand-overs by id that can be read, with what is wrong with the others said."""
    found = read_named(Handover, "handover", HANDOVERS, files, _TOP, report)
    for document in found.values():
        report.extend(_gone(document, modules, centres))
        report.extend(_too_early(document))
    return found


def handover_path(id: str) -> PurePosixPath:
    """Where the file of a hand-over stands in the workspace."""
    return PurePosixPath(HANDOVERS, f"{id}.yaml")


def handover_text(handover: Handover) -> str:
    """The file of a hand-over: every key in the order of the model, so that a receipt changes few lines."""
    data = handover.model_dump(exclude={"received"})
    data["languages"] = list(handover.languages)
    receipt = handover.received
    data["received"] = receipt.model_dump(exclude_none=True) if receipt else None
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000)


def _gone(document: Document[Handover], modules: tuple[str, ...], centres: tuple[str, ...]) -> Iterator[Diagnostic]:
    """MK871: the module and the centre are still there."""
    node = document.node
    for key, name, known in (("module", node.module, modules), ("centre", node.centre, centres)):
        if name is not None and name not in known:
            hint = did_you_mean(name, known, f"The {key}s are") or f"There is no {key} at all."
            yield finding("MK871", f"There is no {key} “{name}” any more.", document.places.at(key), hint)


def _too_early(document: Document[Handover]) -> Iterator[Diagnostic]:
    """MK872: what was received was made before."""
    node = document.node
    if node.received and node.received.date < node.date:
        message = f"It was received on {node.received.date} and made on {node.date}."
        yield finding("MK872", message, document.places.at("received", "date"))
