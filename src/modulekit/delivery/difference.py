"""Where two files that should be the same differ first, in words that help to find out why.

Takes the bytes of both, gives words. Must not know what the files are for.
"""

from __future__ import annotations

import io
import re
import zipfile

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) \d+ obj\b")
_SHOWN = 60  # characters of a line that are shown


def first_difference(one: bytes, other: bytes) -> str:
    """``word/document.xml, line 1 …`` for packed files, the object of a PDF, the line of a text; nothing for equal
    bytes."""
    if one == other:
        return ""
    if one[:2] == other[:2] == b"PK":
        return _in_archive(one, other)
    at = _first(one, other)
    if one[:5] == other[:5] == b"%PDF-":
        before = [*_OBJECT.finditer(one, 0, at + 1)]
        return f"object {before[-1][1].decode()}, byte {at}" if before else f"byte {at}"
    return _in_text(one, other, at)


def _in_archive(one: bytes, other: bytes) -> str:
    """The first part that is missing or differs; where all parts are equal, how they are packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(one)) as first, zipfile.ZipFile(io.BytesIO(other)) as second:
            names, others = first.namelist(), second.namelist()
            for name in names:
                if name not in others:
                    return f"{name} is in the first only"
                difference = first_difference(first.read(name), second.read(name))
                if difference:
                    return f"{name}, {difference}"
            extra = [name for name in others if name not in names]
            if extra:
                return f"{extra[0]} is in the second only"
            return "the order of the parts" if names != others else f"the packing, byte {_first(one, other)}"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return f"byte {_first(one, other)}"


def _in_text(one: bytes, other: bytes, at: int) -> str:
    try:
        start, end = (data.decode("utf-8") for data in (one[:at], one[at:] or b""))
        other.decode("utf-8")
    except UnicodeDecodeError:
        return f"byte {at}"
    line, column = start.count("\n") + 1, len(start) - start.rfind("\n")
    rest = end.split("\n", 1)[0]
    shown = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}…"
    return f"line {line}, column {column}: “{shown}”"


def _first(one: bytes, other: bytes) -> int:
    """The first place where both differ; the end of the shorter one, where it is the beginning of the other."""
    low, high = 0, min(len(one), len(other))
    while low < high:  # slices are compared much faster than bytes one by one
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
