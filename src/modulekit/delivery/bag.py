"""A BagIt 1.0 bag (RFC 8493): files, and the lists by which anybody can tell that they are all there and unaltered.

Takes the files that are handed out, facts about them and the pages that lie beside them; gives all files of the bag by
their paths, in order. Pure: no clock, no disk. Must not know a course, a kit or who receives the bag.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from modulekit.delivery.bag_names import NameRefusedError, check_names

Files = dict[PurePosixPath, bytes]
"""Files of a bag by their paths below its folder."""

ALGORITHMS = ("sha256", "sha512")
PAYLOAD = PurePosixPath("data")
DECLARATION = PurePosixPath("bagit.txt")
INFO = PurePosixPath("bag-info.txt")
TAG_MANIFEST = PurePosixPath("tagmanifest-sha256.txt")
"""The one file whose digest stands for the whole bag: every other file hangs on it."""
SIGNATURE = PurePosixPath("tagmanifest-sha256.txt.sig")
"""Where a signature of the tag manifest lies, if there is one: no manifest lists it."""

_COUNTED = ("bag-size", "payload-oxum")
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_files(
    payload: Mapping[PurePosixPath, bytes],
    info: Iterable[tuple[str, str]],
    tags: Mapping[PurePosixPath, bytes] | None = None,
) -> Files:
    """All files of a bag, sorted by path.

    ``payload`` holds paths below ``data/``; ``info`` the lines of bag-info.txt in their order (a label may come
    again), without ``Payload-Oxum`` and ``Bag-Size``, which are counted here; ``tags`` files that lie beside
    ``data/``, such as a start page. Raises ``NameRefusedError`` for a name that some computer could not hold, and
    ``ValueError`` for an empty payload and for a line of ``info`` that cannot stand in the file.
    """
    if not payload:
        raise ValueError("a bag without a payload")
    contents = {PAYLOAD / path: data for path, data in payload.items()}
    beside = dict(tags or {})
    for path in beside:
        if _is_ours(path):
            raise NameRefusedError(f"“{path}” is a name that a bag keeps for itself.")
    beside[DECLARATION] = _DECLARED
    beside[INFO] = _info(info, contents)
    for algorithm in ALGORITHMS:
        beside[PurePosixPath(f"manifest-{algorithm}.txt")] = _manifest(contents, algorithm)
    lists = {PurePosixPath(f"tagmanifest-{name}.txt"): _manifest(beside, name) for name in ALGORITHMS}
    files = {**contents, **beside, **lists}
    check_names(payload)
    check_names((*files, SIGNATURE))
    return dict(sorted(files.items(), key=_by_path))


def tag_manifest_digest(files: Mapping[PurePosixPath, bytes]) -> str:
    """The SHA-256 of the tag manifest in 64 hexadecimal digits: who compares it has compared the whole bag."""
    return hashlib.sha256(files[TAG_MANIFEST]).hexdigest()


def _is_ours(path: PurePosixPath) -> bool:
    first = path.parts[0].casefold() if path.parts else ""
    alone = len(path.parts) == 1
    kept = first in ("bagit.txt", "bag-info.txt", "fetch.txt") or first.startswith(("manifest-", "tagmanifest-"))
    return first == str(PAYLOAD) or (alone and kept)


def _manifest(files: Mapping[PurePosixPath, bytes], algorithm: str) -> bytes:
    lines = (
        f"{hashlib.new(algorithm, data).hexdigest()}  {path}\n" for path, data in sorted(files.items(), key=_by_path)
    )
    return "".join(lines).encode()


def _info(lines: Iterable[tuple[str, str]], contents: Mapping[PurePosixPath, bytes]) -> bytes:
    octets = sum(map(len, contents.values()))
    given = [(label, value) for label, value in lines]
    for label, value in given:
        if label.lower() in _COUNTED:
            raise ValueError(f"{label} is counted, not given")
        if not label or label != label.strip() or ":" in label or not label.isprintable():
            raise ValueError(f"{label!r} cannot be a label of bag-info.txt")
        if not value.strip() or not value.isprintable():
            raise ValueError(f"{label} of bag-info.txt must be words on one line")
    counted = [("Bag-Size", _size(octets)), ("Payload-Oxum", f"{octets}.{len(contents)}")]
    return "".join(f"{label}: {value.strip()}\n" for label, value in (*given, *counted)).encode()


def _size(octets: int) -> str:
    """About how large, for people."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} KB"
    return f"{octets / 1_000_000:.1f} MB"


def _by_path(entry: tuple[PurePosixPath, bytes]) -> str:
    return str(entry[0])
