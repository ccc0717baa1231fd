"""Is a package complete, unaltered, and nothing added? Asked of whatever a stranger hands over.

Takes the path of a folder or a zip, gives a verdict. Every path in it is taken for hostile, limits are checked before
and while something is read, nothing is unpacked to disk and nothing is written. Shares nothing with the code that
makes packages but the hash function: what is wrong there cannot be wrong here in the same way.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from modulekit.codes import finding
from modulekit.delivery.verify.box import Box, RefusedError, at_most, shown
from modulekit.delivery.verify.contents import PAYLOAD, SIGNATURE, TAG_MANIFEST, compare, read_lists
from modulekit.delivery.verify.folder import open_folder
from modulekit.delivery.verify.limits import LIMITS, Limits
from modulekit.delivery.verify.pages import DECLARATION, check_count, check_pages, is_empty, read_pages
from modulekit.delivery.verify.zipped import open_zip
from modulekit.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a package, and what it says of itself."""

    name: str
    findings: tuple[Diagnostic, ...]
    files: int = 0
    octets: int = 0
    """Number and bytes of the files that are handed out."""
    info: tuple[tuple[str, str], ...] = ()
    """The lines of bag-info.txt, fit to be printed; not to be believed where there are findings."""
    tag_manifest: bytes = b""
    """The list on which every other file hangs: what is signed."""
    signature: bytes | None = None
    """What lies beside the tag manifest as its signature; it was not checked here."""

    @property
    def good(self) -> bool:
        """Complete, unaltered, nothing added. It says nothing about who made the package."""
        return not self.findings

    @property
    def digest(self) -> str:
        """SHA-256 of the tag manifest in hexadecimal digits, as the act of transfer prints it; empty without one."""
        return hashlib.sha256(self.tag_manifest).hexdigest() if self.tag_manifest else ""


def verify(path: Path, limits: Limits = LIMITS) -> Verdict:
    """Look at the package at ``path``, a folder or a zip. Nothing is raised for what stands in it, nor for a path
    that cannot be read."""
    name = shown(path.name or str(path))
    try:
        with _opened(path, limits) as box:
            return _verdict(box, limits)
    except RefusedError as error:
        return Verdict(name, at_most(error.findings, limits.findings))
    except OSError as error:
        words = f"{name} cannot be read: {error.strerror or 'the path is not one'}."
        return Verdict(name, (finding("MK951", words),))


@contextlib.contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[Box]:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            yield open_folder(path, DECLARATION, limits)
        elif stat.S_ISREG(mode):
            yield open_zip(handle, DECLARATION, limits)
        else:
            raise RefusedError(finding("MK951", "This is neither a folder nor a zip."))
    finally:
        os.close(handle)


def _verdict(box: Box, limits: Limits) -> Verdict:
    pages = read_pages(box, SIGNATURE, limits)
    findings = [
        *check_pages(box, pages),
        *compare(box, pages, read_lists(pages, limits), limits),
        *is_empty(box, PAYLOAD),
    ]
    findings = findings or [*check_count(box, pages, PAYLOAD)]
    handed_out = [member.size for path, member in box.members.items() if path.startswith(PAYLOAD)]
    return Verdict(
        shown(box.name),
        at_most(dict.fromkeys(findings), limits.findings),
        len(handed_out),
        sum(handed_out),
        tuple((_on_one_line(label), _on_one_line(value)) for label, value in pages.info),
        pages.content.get(TAG_MANIFEST, b""),
        pages.content.get(SIGNATURE),
    )


def _on_one_line(text: str) -> str:
    """Words of a stranger without the spaces by which they could seem to stand on a line of their own."""
    return shown(" ".join(text.split()))


__all__ = ["LIMITS", "Limits", "Verdict", "verify"]
