"""One colour profile for the whole file, where each fragment brought its own.

Takes what the pages of a PDF draw with, and changes it. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Name

from modulekit.formats.pdf.resources import drawings_in


def share_profiles(all_resources: Iterable[pikepdf.Object]) -> None:
    """Keep one of the profiles in ``all_resources`` that are alike."""
    kept: dict[bytes, pikepdf.Object] = {}
    looked_at: set[tuple[int, int]] = set()
    for resources in all_resources:
        for _, space in resources.get(Name.ColorSpace, pikepdf.Dictionary()).items():
            _point(space, kept)
        for drawn in drawings_in(resources):
            if drawn.objgen not in looked_at:
                looked_at.add(drawn.objgen)
                if Name.Group in drawn and Name.CS in drawn.Group:
                    _point(drawn.Group.CS, kept)


def _point(space: pikepdf.Object, kept: dict[bytes, pikepdf.Object]) -> None:
    """Make ``space`` use the first profile with the bytes of its own."""
    if isinstance(space, Array) and len(space) > 1 and space[0] == Name.ICCBased:
        profile = space[1]
        space[1] = kept.setdefault(bytes(profile.read_raw_bytes()), profile)
