"""The outline of a PDF from a flat run of lines with levels. Must not know nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Name


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: level from 1, page from 0, points from the left and from the foot."""

    level: int
    label: str
    page: int
    x: float
    y: float


@dataclass(slots=True)
class _Branch:
    entry: Entry
    children: list[_Branch] = field(default_factory=list)


def write_outline(out: pikepdf.Pdf, entries: Sequence[Entry]) -> None:
    """Put ``entries`` into ``out``; the first level is closed where it has branches, so that one sees the whole."""
    if not entries:
        return
    with out.open_outline() as outline:
        outline.root.extend(_item(out, branch) for branch in _tree(entries))
    out.Root.PageMode = Name.UseOutlines


def _tree(entries: Sequence[Entry]) -> list[_Branch]:
    roots: list[_Branch] = []
    path: list[_Branch] = []
    for entry in entries:
        branch = _Branch(entry)
        while path and path[-1].entry.level >= entry.level:
            path.pop()
        (path[-1].children if path else roots).append(branch)
        path.append(branch)
    return roots


def _item(out: pikepdf.Pdf, branch: _Branch) -> pikepdf.OutlineItem:
    entry = branch.entry
    place = Array([out.pages[entry.page].obj, Name.XYZ, entry.x, entry.y, None])
    item = pikepdf.OutlineItem(entry.label, destination=place)
    item.children.extend(_item(out, child) for child in branch.children)
    item.is_closed = bool(branch.children)
    return item
