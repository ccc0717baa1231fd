"""What workers give back, as bytes.

What is kept in the cache is a JSON text and plain bytes: nobody who lays a file there can make the program run it.
Contents of products go from one process to another only, as pickles that are the same for equal contents.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any

from modulekit.formats.press import Finding, Printed

_LENGTH = 4  # bytes that tell how long the JSON text is


def pack(head: Any, data: bytes = b"") -> bytes:
    """A JSON value and bytes as one."""
    text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return b"".join((len(text).to_bytes(_LENGTH, "big"), text, data))


def head_of(packed: bytes) -> Any:
    """The JSON value of what :func:`pack` gave."""
    return json.loads(packed[_LENGTH : _LENGTH + _size(packed)])


def data_of(packed: bytes) -> bytes:
    """The bytes of what :func:`pack` gave."""
    return packed[_LENGTH + _size(packed) :]


def _size(packed: bytes) -> int:
    return int.from_bytes(packed[:_LENGTH], "big")


def pack_printed(printed: Printed) -> bytes:
    """A finished file with what is known of it."""
    said = [astuple(finding) for finding in printed.findings]
    return pack({"pages": printed.pages, "anchors": dict(printed.anchors), "findings": said}, printed.data)


def unpack_printed(packed: bytes) -> Printed:
    """What :func:`pack_printed` packed."""
    head = head_of(packed)
    return Printed(data_of(packed), head["pages"], head["anchors"], tuple(Finding(*said) for said in head["findings"]))


def anchors_of(packed: bytes) -> Mapping[str, int]:
    """The pages of a file that :func:`pack_printed` packed, without the file."""
    anchors: Mapping[str, int] = head_of(packed)["anchors"]
    return anchors


def pack_several(several: Sequence[bytes]) -> bytes:
    """Several pieces of bytes as one."""
    return pack([len(one) for one in several], b"".join(several))


def unpack_several(packed: bytes) -> tuple[bytes, ...]:
    """What :func:`pack_several` packed."""
    data, pieces, at = data_of(packed), [], 0
    for length in head_of(packed):
        pieces.append(data[at : at + length])
        at += length
    return tuple(pieces)


def pack_value(value: object) -> bytes:
    """A pickle that does not tell whether two equal parts of ``value`` are one object. For values without cycles."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.fast = True
    pickler.dump(value)
    return buffer.getvalue()
