"""The small files by which a bag is read: bagit.txt, bag-info.txt, the manifests and a signature.

Takes a box, gives their bytes, read whole and once, so that what is checked is what is used. Must not compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from modulekit.codes import finding
from modulekit.delivery.verify.box import Box, DamagedError, RefusedError, found
from modulekit.delivery.verify.limits import Limits
from modulekit.delivery.verify.lists import DIGITS, counted, is_declared, read_info
from modulekit.diagnostics import Diagnostic

DECLARATION, INFO, FETCH = "bagit.txt", "bag-info.txt", "fetch.txt"

_LIST = re.compile(r"(tag)?manifest-[^/]*\.txt", re.IGNORECASE)
_KNOWN = {f"{kind}-{algorithm}.txt" for kind in ("manifest", "tagmanifest") for algorithm in DIGITS}


@dataclass(frozen=True, slots=True)
class Pages:
    """The bytes of the small files by name, as far as they are there and can be read."""

    content: Mapping[str, bytes]

    @property
    def info(self) -> tuple[tuple[str, str], ...]:
        """The lines of bag-info.txt; none where it cannot be read."""
        return read_info(self.content.get(INFO, b"")) or ()


def read_pages(box: Box, signature: str, limits: Limits) -> Pages:
    """Raises :class:`RefusedError` where one of them is too large to be what it is called."""
    content: dict[str, bytes] = {}
    for name in (DECLARATION, INFO, signature, *sorted(_KNOWN)):
        member = box.members.get(name)
        if member is None:
            continue
        most = limits.manifest if name in _KNOWN else limits.page
        if member.size > most:
            raise RefusedError(found("MK955", name, f"has more than {most} bytes"))
        try:
            content[name] = b"".join(member.read())
        except DamagedError as error:
            raise RefusedError(found("MK959", name, str(error))) from error
    return Pages(content)


def check_pages(box: Box, pages: Pages) -> Iterator[Diagnostic]:
    """What these files say of the bag as a whole."""
    if DECLARATION in pages.content and not is_declared(pages.content[DECLARATION]):
        yield found("MK951", DECLARATION, "does not say that this is BagIt 1.0 with lists in UTF-8")
    if FETCH in box.members:
        yield found("MK951", FETCH, "asks for files from the network, and a package is whole without it")
    if INFO in pages.content and read_info(pages.content[INFO]) is None:
        yield found("MK957", INFO, "has lines that are no facts about the package")
    for name in sorted(box.members):
        if _LIST.fullmatch(name) and name not in _KNOWN:
            yield found("MK957", name, "is a list of a kind that is not used in packages")


def check_count(box: Box, pages: Pages, payload: str) -> Iterator[Diagnostic]:
    """Whether bag-info.txt counts what is there."""
    said = counted(pages.info)
    sizes = [member.size for path, member in box.members.items() if path.startswith(payload)]
    if said is not None and said != (sum(sizes), len(sizes)):
        words = f"counts other files than the {len(sizes)} with {sum(sizes)} bytes that are there (Payload-Oxum)"
        yield found("MK957", INFO, words)


def is_empty(box: Box, payload: str) -> Iterator[Diagnostic]:
    """A bag that hands out nothing."""
    if not any(path.startswith(payload) for path in box.members):
        yield finding("MK951", f"The package holds nothing: there is no file in its folder {payload}.")
