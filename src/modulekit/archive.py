"""One deterministic zip writer, for packages and for re-packing OOXML.

Takes names and bytes, gives bytes that depend on nothing else: entries in a given or sorted order, one fixed date, one
fixed mode, no extra fields. Must not know what the entries mean.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that the zip format can hold."""


def pack(entries: Iterable[tuple[str, bytes]], *, compress: bool = True) -> bytes:
    """A zip of ``entries`` in the order given. Names use forward slashes.

    Raises ``ValueError`` where a name comes twice: readers disagree on which of the two they take.
    """
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    buffer = io.BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries:
            if name in seen:
                raise ValueError(f"two entries are called {name!r}")
            seen.add(name)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            info.create_system = 3  # Unix, on every system, so that the mode below means the same
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The entries of a zip that we wrote ourselves, by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def pack_ooxml(entries: Mapping[str, bytes]) -> bytes:
    """An OOXML package of ``entries``, sorted by their names.

    ``[Content_Types].xml`` comes first, as readers that stream expect it (ECMA-376 part 2).
    """
    return pack(sorted(entries.items(), key=lambda entry: (entry[0] != "[Content_Types].xml", entry[0])))


def repack_ooxml(data: bytes) -> bytes:
    """The same OOXML package with sorted entries and fixed dates."""
    return pack_ooxml(unpack(data))
