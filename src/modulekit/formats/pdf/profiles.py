"""One colour profile for the whole file, where each fragment brought its own.

Takes a PDF whose pages are all there, and changes it. Must not know pages.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Name


class _Profiles:
    """The profiles of a file by their bytes, and the resources that were gone through."""

    def __init__(self) -> None:
        self._kept: dict[bytes, pikepdf.Object] = {}
        self._seen: set[tuple[int, int]] = set()

    def share(self, resources: pikepdf.Object) -> None:
        """Make the colour spaces in ``resources``, and of the drawings in them, use the first profile of their kind."""
        if resources.is_indirect:
            if resources.objgen in self._seen:
                return
            self._seen.add(resources.objgen)
        for space in dict(resources.get(Name.ColorSpace, {})).values():
            self._point(space)
        for drawn in dict(resources.get(Name.XObject, {})).values():
            if drawn.objgen in self._seen:
                continue
            self._seen.add(drawn.objgen)
            if Name.Group in drawn and Name.CS in drawn.Group:
                self._point(drawn.Group.CS)
            if Name.Resources in drawn:
                self.share(drawn.Resources)

    def _point(self, space: pikepdf.Object) -> None:
        if isinstance(space, Array) and len(space) > 1 and space[0] == Name.ICCBased:
            profile = space[1]
            space[1] = self._kept.setdefault(bytes(profile.read_raw_bytes()), profile)


def share_profiles(pdf: pikepdf.Pdf) -> None:
    """Keep one of the profiles of ``pdf`` that are alike."""
    profiles = _Profiles()
    for page in pdf.pages:
        profiles.share(page.obj.Resources)
