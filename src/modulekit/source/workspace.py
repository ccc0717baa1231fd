"""A folder with modulekit.yaml becomes a workspace and the names of its modules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Places, Report, Span
from modulekit.model import Centre, Workspace
from modulekit.model.handover import Handover
from modulekit.model.visibility import Insignia
from modulekit.seen import Seen
from modulekit.source.deliveries import ReadDelivery, read_deliveries
from modulekit.source.files import Files, refusal_of
from modulekit.source.folder import read_named
from modulekit.source.handovers import read_handovers
from modulekit.source.insignia import read_insignia
from modulekit.source.reading import Document, read_document
from modulekit.source.reading_bytes import read_bytes

WORKSPACE_FILE = "modulekit.yaml"
MODULES = "modules"
MODULE_FILE = "module.yaml"
CENTRES = "centres"

_TOP = PurePosixPath()


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """A workspace that can be read from.

    ``modules`` are the names of the folders that hold a module.yaml, ``centres`` the files of centres/ and
    ``deliveries`` those of deliveries/, by id, and ``handovers`` those of handovers/.
    """

    root: Path
    workspace: Workspace
    places: Places
    modules: tuple[str, ...]
    theme_text: str | None
    centres: Mapping[str, Document[Centre]] = field(default_factory=dict)
    deliveries: Mapping[str, ReadDelivery] = field(default_factory=dict)
    insignia: Insignia = field(default_factory=Insignia)
    handovers: Mapping[str, Document[Handover]] = field(default_factory=dict)
    seen: Seen | None = None
    """What was read of it, where somebody wants to know."""

    @property
    def files(self) -> Files:
        """The files of the workspace."""
        return Files(self.root, self.seen)


def find_workspace(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a modulekit.yaml."""
    place = start.absolute()
    return next((folder for folder in (place, *place.parents) if (folder / WORKSPACE_FILE).is_file()), None)


def open_workspace(root: Path, report: Report, seen: Seen | None = None) -> OpenWorkspace | None:
    """The workspace at ``root``, or ``None`` after saying why there is none. ``seen`` remembers what is read of it."""
    files = Files(root, seen)
    if not files.has(WORKSPACE_FILE):
        hint = "It stands at the top of a workspace and holds its `title` and `organisation`."
        report.add(finding("MK101", f"The file {WORKSPACE_FILE} is missing.", Span(_TOP / WORKSPACE_FILE), hint))
        return None
    modules = _modules(files, report)
    read = read_document(Workspace, files, WORKSPACE_FILE, _TOP, report)
    if read is None:
        return None
    centres = read_named(Centre, "centre", CENTRES, files, _TOP, report)
    report.extend(_unknown_regions(files, modules, centres))
    theme = _theme(files, read.node, read.places, report)
    deliveries = read_deliveries(files, modules, centres, report)
    insignia = read_insignia(files, read.node, read.places, centres, report)
    handovers = read_handovers(files, modules, tuple(centres), report)
    return OpenWorkspace(root, read.node, read.places, modules, theme, centres, deliveries, insignia, handovers, seen)


def _unknown_regions(
    files: Files, modules: tuple[str, ...], centres: Mapping[str, Document[Centre]]
) -> Iterator[Diagnostic]:
    """MK318: some module has material of each centre's region."""
    known = tuple(sorted({name.removesuffix(".yaml") for module in modules for name in _region_files(files, module)}))
    for centre in centres.values():
        region = centre.node.region
        if region is not None and region not in known:
            hint = did_you_mean(region, known, "The regions are") or "Write its file in the regions/ of a module."
            yield finding("MK318", f"No module knows the region “{region}”.", centre.places.at("region"), hint)


def _region_files(files: Files, module: str) -> tuple[str, ...]:
    try:
        return tuple(name for name, is_folder in files.names(f"{MODULES}/{module}/regions") if not is_folder)
    except OSError:  # reading the module says so
        return ()


def _modules(files: Files, report: Report) -> tuple[str, ...]:
    found = []
    try:
        names = files.names(MODULES)
    except OSError as error:
        report.add(finding("MK102", f"The folder {MODULES} cannot be read: {error.strerror}.", Span(_TOP / MODULES)))
        return ()
    for name, is_folder in names:
        span = Span(_TOP / MODULES / name)
        refusal = refusal_of(name)
        if not is_folder:
            continue
        if refusal is not None:
            report.add(finding("MK112", f"The folder {MODULES}/{name} cannot be used.", span, refusal))
        elif files.has(f"{MODULES}/{name}/{MODULE_FILE}"):
            found.append(name)
        else:
            message = f"The folder {MODULES}/{name} is not read: it holds no {MODULE_FILE}."
            report.add(finding("MK111", message, span, f"Write it, or move the folder out of {MODULES}."))
    return tuple(found)


def _theme(files: Files, workspace: Workspace, places: Places, report: Report) -> str | None:
    if workspace.theme is None:
        return None
    told = places.at("theme")
    content = read_bytes(files, workspace.theme, _TOP, report, told)
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        report.add(finding("MK103", f"The theme {workspace.theme} is not text in UTF-8.", told))
        return None
