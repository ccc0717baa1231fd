"""One digest for equal values, in every process and with every hash seed.

Takes values that products and writers get (models, dataclasses, mappings, plain values), gives a SHA-256. Pickles would
not do: they tell apart what is equal, and keep the order of sets.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel


def digest_of(value: object) -> str:
    """The SHA-256 of ``value`` in hexadecimal. The order of mappings counts, that of sets does not.

    Raises ``TypeError`` for a value of a kind that is not known here.
    """
    parts: list[bytes] = []
    _feed(value, parts)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _feed(value: Any, parts: list[bytes]) -> None:
    if isinstance(value, str) and not isinstance(value, Enum):
        data = value.encode("utf-8", "surrogatepass")
        parts += (b"s%d:" % len(data), data)
    elif value is None or (isinstance(value, bool | int | float) and not isinstance(value, Enum)):
        parts.append(f"{type(value).__name__}{value!r};".encode())
    elif isinstance(value, bytes):
        parts += (b"b%d:" % len(value), value)
    elif isinstance(value, Enum):
        parts.append(f"e{type(value).__qualname__}.{value.name};".encode())
    elif isinstance(value, tuple | list):
        parts.append(b"l%d:" % len(value))
        for item in value:
            _feed(item, parts)
    elif isinstance(value, Mapping):
        parts.append(b"m%d:" % len(value))
        for key, item in value.items():
            _feed(key, parts)
            _feed(item, parts)
    elif isinstance(value, Set):
        parts.append(b"S%d:" % len(value))
        parts.extend(digest.encode() for digest in sorted(map(digest_of, value)))
    elif isinstance(value, date | time | PurePath):
        _feed(f"{type(value).__name__} {value}", parts)
    else:
        kind: type = type(value)
        name, inner = _shape(kind)
        parts.append(name)
        for field in inner:
            _feed(getattr(value, field), parts)


@cache
def _shape(kind: type) -> tuple[bytes, tuple[str, ...]]:
    """The name of a class and the names of its fields, in a fixed order."""
    if issubclass(kind, BaseModel):
        names = tuple(kind.model_fields)
    elif is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
    else:
        raise TypeError(f"a {kind.__name__} has no digest")
    return f"{kind.__qualname__}{len(names)}:".encode(), names
