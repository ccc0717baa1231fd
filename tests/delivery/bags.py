"""Bags made without the code that makes ours, and that lie wherever a test wants them to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

TOP = "course-1.0.0"
GOOD = {"data/guide.pdf": b"%PDF-1.7 guide\n", "data/day-1/handout.docx": b"PK handout\n", "START.html": b"<p>Start\n"}


def bag(files: Mapping[str, bytes] = GOOD, **changed: bytes) -> dict[str, bytes]:
    """All files of a bag that lists ``files`` rightly, made without the code that makes ours. Keys of ``changed`` are
    names of lists with ``_`` for ``-``, without their ending."""
    payload = {name: data for name, data in files.items() if name.startswith("data/")}
    tags = {name: data for name, data in files.items() if name not in payload}
    tags["bagit.txt"] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    tags["bag-info.txt"] = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n".encode()
    given = {f"{name.replace('_', '-')}.txt": data for name, data in changed.items()}
    for algorithm in ("sha256", "sha512"):
        tags[f"manifest-{algorithm}.txt"] = manifest(payload, algorithm)
    tags |= {name: data for name, data in given.items() if not name.startswith("tag")}
    lists = {f"tagmanifest-{algorithm}.txt": manifest(tags, algorithm) for algorithm in ("sha256", "sha512")}
    return {**payload, **tags, **lists, **{name: data for name, data in given.items() if name.startswith("tag")}}


def manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    """The lines of a manifest."""
    lines = (f"{hashlib.new(algorithm, data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(lines).encode("utf-8", "surrogateescape")
