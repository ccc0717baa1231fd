"""What a workspace shows of its funder, its partners and its centres: the profile and the pictures, from files.

Takes a workspace file, gives :class:`modulekit.model.visibility.Insignia`, or findings. What the pictures hold is
judged by the checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Places, Report, Span
from modulekit.model import Centre, Workspace
from modulekit.model.visibility import Insignia, VisibilityProfile
from modulekit.resources import templates
from modulekit.source.files import Files
from modulekit.source.reading import Document, read_document
from modulekit.source.reading_bytes import read_bytes

PROFILES = "visibility"
"""The folder of profiles, in a workspace and among the templates."""

_TOP = PurePosixPath()


def read_insignia(
    files: Files, workspace: Workspace, places: Places, centres: Mapping[str, Document[Centre]], report: Report
) -> Insignia:
    """The profile that ``workspace`` names, and every picture that it and ``centres`` name and that can be read."""
    shown, profile = workspace.visibility, None
    wanted: dict[str, Span | None] = {}
    if shown is not None:
        profile = _profile(files, shown.profile, places, report)
        for language, path in shown.emblem.by_language.items() if shown.emblem else ():
            wanted.setdefault(path, places.at("visibility", "emblem", language))
    for at, partner in enumerate(workspace.partners):
        wanted.setdefault(partner.logo, places.at("partners", at, "logo"))
    for centre in centres.values():
        if centre.node.logo:
            wanted.setdefault(centre.node.logo, centre.places.at("logo"))
    read = {path: read_bytes(files, path, _TOP, report, told) for path, told in wanted.items()}
    pictures = {path: data for path, data in read.items() if data is not None}
    return Insignia(shown, profile, workspace.partners, pictures)


def _profile(files: Files, name: str, places: Places, report: Report) -> VisibilityProfile | None:
    """The profile called ``name``: that of the workspace, or else the one that comes with ModuleKit."""
    file = f"{PROFILES}/{name}.yaml"
    builtin = Files(templates())
    home = files if files.has(file) else builtin
    if not home.has(file):
        known = {path.removeprefix(f"{PROFILES}/").removesuffix(".yaml") for path in _files(files, builtin)}
        message = f"There is no visibility profile “{name}”."
        hint = f"{did_you_mean(name, sorted(known), 'There are')} One of your own stands in {file}."
        report.add(finding("MK851", message, places.at("visibility", "profile"), hint.strip()))
        return None
    read = read_document(VisibilityProfile, home, file, _TOP, report)
    if read is not None and read.node.profile != name:
        message = f"The file {file} holds the profile “{read.node.profile}”."
        report.add(
            finding("MK851", message, read.places.at("profile"), f"Write `profile: {name}`, or rename the file.")
        )
        return None
    return read.node if read else None


def _files(*folders: Files) -> tuple[str, ...]:
    return tuple(path for files in folders for path in files.files(PROFILES) if path.endswith(".yaml"))
