"""The kits of a workspace: those that come with ModuleKit and its own, checked against what can be built.

Takes a workspace, gives kits by name, or findings. Must not pack anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Places, Report
from modulekit.model.kits import Kit, Kits
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates
from modulekit.source import Files, OpenWorkspace
from modulekit.source.reading import read_document

FILE = "kits.yaml"
"""The kits that come with ModuleKit, among the templates."""

Pair = tuple[str, str]
"""A product and a format."""


def builtin_kits() -> Mapping[str, Kit]:
    """The kits that come with ModuleKit, by name.

    Raises ``ValueError`` where their file does not hold: then the installation is not whole.
    """
    report = Report()
    read = read_document(Kits, Files(templates()), FILE, PurePosixPath(), report)
    if read is None:
        raise ValueError(f"{FILE} cannot be used: {[found.message for found in report]}")
    return {kit.kit: kit for kit in read.node.kits}


def kits_of(workspace: OpenWorkspace) -> Mapping[str, Kit]:
    """Every kit that can be packed, by name; those of the workspace take the place of others."""
    return {**builtin_kits(), **{kit.kit: kit for kit in workspace.workspace.kits}}


def check_kits(workspace: OpenWorkspace) -> Iterator[Diagnostic]:
    """What is wrong with the kits that a workspace brings."""
    for at, kit in enumerate(workspace.workspace.kits):
        yield from _check(kit, workspace.places.under("kits", at))


def pairs(kit: Kit) -> frozenset[Pair]:
    """The products of a kit, each with its formats."""
    return frozenset(
        (product, format)
        for folder in kit.folders
        for product, formats in folder.products.items()
        for format in formats
    )


def left_out(kit: Kit, having: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The products of a kit that editions with ``having`` cannot have, by what they lack."""
    found: dict[str, tuple[str, ...]] = {}
    for product in dict.fromkeys(product for folder in kit.folders for product in folder.products):
        needed = PRODUCTS[product].only_with
        if needed and needed not in having:
            found[needed] = (*found.get(needed, ()), product)
    return found


def _check(kit: Kit, places: Places) -> Iterator[Diagnostic]:
    """MK961 and MK962: everything that the kit names exists, and its receiver may have it."""
    for_participants = kit.audience == "participant"
    for number, folder in enumerate(kit.folders):
        for name, formats in folder.products.items():
            at = ("folders", number, "products", name)
            product = PRODUCTS.get(name)
            if product is None:
                hint = did_you_mean(name, tuple(PRODUCTS), "There are")
                yield finding("MK962", f"There is no product “{name}”.", places.key(*at), hint)
                continue
            if for_participants and product.audience.value != kit.audience:
                message = f"“{name}” is for trainers, and the kit “{kit.kit}” is for participants."
                hint = "Take it out, or write `audience: trainer` where trainers get this kit."
                yield finding("MK961", message, places.key(*at), hint)
            for place, format in enumerate(formats):
                if format not in product.formats:
                    hint = f"It can be had as {', '.join(product.formats)}."
                    yield finding("MK962", f"“{name}” is not made as {format}.", places.at(*at, place), hint)
    if kit.source and for_participants:
        message = f"The kit “{kit.kit}” is for participants, and the course's own files hold the answers."
        yield finding("MK961", message, places.at("source"), "Write `source: false`.")
