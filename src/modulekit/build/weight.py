"""Whether a package arrives by mail, on a stick and over a slow line.

Takes a finished package and the pictures of its course, gives findings. Must not change anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from modulekit.build.pack import Packed
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Span

LARGEST_PACKAGE = 10_000_000
LARGEST_FILE = 5_000_000
"""Bytes."""

_NAMED = 3  # pictures; who makes these smaller has made the package smaller
_WORTH_NAMING = 100_000  # bytes: no smaller picture makes a package too large


def too_heavy(packed: Packed, pictures: Mapping[Span, bytes], octets: int) -> Iterator[Diagnostic]:
    """MK963: the package as a whole, which takes ``octets`` bytes as it is sent, and each file of it that is too large.
    ``pictures`` are those of the course, by the files that they stand in."""
    largest = sorted(pictures, key=lambda span: (-len(pictures[span]), str(span)))
    heavy = [span for span in largest[:_NAMED] if len(pictures[span]) >= _WORTH_NAMING]
    where = heavy[0] if heavy else None
    hint = f"The largest pictures are {_named((str(span.file), len(pictures[span])) for span in heavy)}."
    if not heavy:
        files = sorted(packed.files, key=lambda path: (-len(packed.files[path]), str(path)))[:_NAMED]
        named = _named((str(path), len(packed.files[path])) for path in files)
        many = len(packed.languages) > 1
        remedy = (
            f"make a package for each language, with --language {packed.languages[0]}" if many else "take another kit"
        )
        hint = f"No picture is to blame. The largest files are {named}; {remedy}."
    if octets > LARGEST_PACKAGE:
        yield finding("MK963", f"The package {packed.name} has {_mb(octets)}; 10 MB is the most.", where, hint)
    for path, data in packed.files.items():
        if len(data) > LARGEST_FILE:
            message = f"The file {path} of {packed.name} has {_mb(len(data))}; 5 MB is the most."
            yield finding("MK963", message, where, hint)


def _named(sizes: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} ({_mb(octets)})" for name, octets in sizes)


def _mb(octets: int) -> str:
    return f"{octets / 1_000_000:.1f} MB"
