"""The binary values of SSH: strings with their length before them, numbers, keys as text.

Takes bytes that a stranger may have written, gives values; every length is compared with what is there before anything
is cut off. Must not know what is signed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct


class WireError(ValueError):
    """Bytes that are not what they should be; the message says what is wrong with them."""


class Reader:
    """Reads one value after the other. Every method raises :class:`WireError` where the bytes end too early."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> bytes:
        """The next ``count`` bytes."""
        if count > len(self._data) - self._at:
            raise WireError("it ends too early")
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self) -> int:
        """A number of four bytes."""
        return int(struct.unpack(">I", self.take(4))[0])

    def string(self) -> bytes:
        """Bytes with their length before them."""
        return self.take(self.number())

    def word(self) -> str:
        """A string that holds a name in ASCII."""
        try:
            return self.string().decode("ascii")
        except UnicodeDecodeError as error:
            raise WireError("a name in it is not ASCII") from error

    def positive(self) -> int:
        """A number of any length, which must be above zero."""
        value = int.from_bytes(self.string(), "big", signed=True)
        if value <= 0:
            raise WireError("a number in it is not above zero")
        return value

    def end(self) -> None:
        """Nothing may follow."""
        if self._at != len(self._data):
            raise WireError("something stands behind its end")


def string(value: bytes) -> bytes:
    """``value`` with its length before it."""
    return struct.pack(">I", len(value)) + value


def from_base64(text: str | bytes) -> bytes:
    """The bytes of strict Base64. Raises :class:`WireError`."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireError("it is not Base64") from error


def fingerprint(key: bytes) -> str:
    """How people compare keys: ``SHA256:`` and 43 letters, as ``ssh-keygen -l`` prints it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode("ascii").rstrip("=")
