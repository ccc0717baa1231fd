"""Complete, unaltered, nothing added: the files of a bag against its lists.

Takes a box that is safe to read, gives findings that name the file which is wrong. Every file is read once.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from modulekit.delivery.verify.box import Box, DamagedError, Member, found, shown
from modulekit.delivery.verify.limits import Limits
from modulekit.delivery.verify.lists import DIGITS, Listed, read_manifest
from modulekit.delivery.verify.names import judge
from modulekit.delivery.verify.pages import Pages
from modulekit.diagnostics import Diagnostic

TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = f"{TAG_MANIFEST}.sig"
PAYLOAD = "data/"

AGAIN = "Copy the package again from where it came from, or ask the sender."

_UNLISTED = {*(f"tagmanifest-{algorithm}.txt" for algorithm in DIGITS), SIGNATURE}
_LITTER = {"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"}


@dataclass(frozen=True, slots=True)
class Lists:
    """The manifests of a bag by algorithm: of what is handed out, and of the pages beside it."""

    payload: Mapping[str, Listed]
    tags: Mapping[str, Listed]

    def of(self, path: str) -> Mapping[str, Listed]:
        """The manifests in which the file ``path`` must stand."""
        return self.payload if path.startswith(PAYLOAD) else self.tags

    @property
    def every(self) -> tuple[Listed, ...]:
        """All manifests."""
        return (*self.payload.values(), *self.tags.values())


def read_lists(pages: Pages, limits: Limits) -> Lists:
    """The manifests that can be read."""

    def read(kind: str) -> dict[str, Listed]:
        names = {algorithm: f"{kind}-{algorithm}.txt" for algorithm in DIGITS}
        return {
            algorithm: read_manifest(name, pages.content[name], algorithm, limits)
            for algorithm, name in names.items()
            if name in pages.content
        }

    return Lists(read("manifest"), read("tagmanifest"))


def compare(box: Box, pages: Pages, lists: Lists, limits: Limits) -> Iterator[Diagnostic]:
    """What is wrong with the lists, then with each file, by path; then what lies outside the bag."""
    for algorithm in DIGITS:
        for kind in ("manifest", "tagmanifest"):
            name = f"{kind}-{algorithm}.txt"
            if name not in box.members:
                yield _missing(name, limits)
    for listed in lists.every:
        yield from listed.findings
        yield from _misplaced(listed)
    known = sorted(box.members.keys() | {path for listed in lists.every for path in listed.digests})
    for path in known:
        if path in _UNLISTED:
            continue
        yield from _of_file(path, box.members.get(path), pages, lists.of(path), limits)
    for folder in sorted(box.folders):
        if not _is_needed(f"{folder}/", known):
            yield found("MK960", folder, "is an empty folder, and no package has any", _hint(folder))
    for path in box.outside:
        yield found("MK960", path, "lies beside the package's folder in the zip", _hint(path))


def _misplaced(listed: Listed) -> Iterator[Diagnostic]:
    of_tags = listed.name in _UNLISTED
    for path in listed.digests:
        if path.startswith(PAYLOAD) == of_tags or path in _UNLISTED:
            yield found("MK957", listed.name, f"lists {shown(path)}, which has no place in it")


def _of_file(
    path: str, member: Member | None, pages: Pages, lists: Mapping[str, Listed], limits: Limits
) -> Iterator[Diagnostic]:
    wanted = {algorithm: listed.digests[path] for algorithm, listed in lists.items() if path in listed.digests}
    if member is None:
        yield _missing(path, limits)
        return
    if not wanted:
        if any(not listed.findings for listed in lists.values()):
            yield found("MK960", path, "is in no list of the package", _hint(path))
        return
    for algorithm, listed in lists.items():
        if algorithm not in wanted and not listed.findings:
            yield found("MK957", listed.name, f"does not list {shown(path)}, which another list names")
    try:
        actual = _digests(member, pages.content.get(path))
    except DamagedError as error:
        yield found("MK959", path, str(error), AGAIN)
        return
    wrong = [algorithm for algorithm, digest in wanted.items() if actual[algorithm] != digest]
    if len(wrong) == len(wanted):
        yield found("MK959", path, "is not as it was sent", AGAIN)
    else:
        for algorithm in wrong:
            yield found("MK957", lists[algorithm].name, f"has another digest for {shown(path)} than the other list")


def _missing(path: str, limits: Limits) -> Diagnostic:
    """A listed file that is not there: lost, unless its name could never have been there."""
    danger = judge(path, limits)
    if danger is not None:
        return danger
    return found("MK958", path, "is missing", AGAIN)


def _is_needed(folder: str, known: Sequence[str]) -> bool:
    """Whether one of the sorted paths ``known`` lies in ``folder``. Paths in lists are a stranger's and may have any
    number of folders, so they are not taken apart."""
    at = bisect_left(known, folder)
    return at < len(known) and known[at].startswith(folder)


def _digests(member: Member, content: bytes | None) -> dict[str, str]:
    sums = {algorithm: hashlib.new(algorithm) for algorithm in DIGITS}
    for piece in member.read() if content is None else (content,):
        for one in sums.values():
            one.update(piece)
    return {algorithm: one.hexdigest() for algorithm, one in sums.items()}


def _hint(path: str) -> str:
    names = path.casefold().split("/")
    if names[-1] in _LITTER or names[0] in ("__macosx", "system volume information"):
        return "Windows or the Mac made it. Verify the package as it was sent, or delete this file and verify again."
    return "The sender did not put it there: do not open it."
