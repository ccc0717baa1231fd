"""Every text that a finished file holds, wherever it hides.

Takes a file's bytes, gives strings: what is printed, alternative texts, notes, comments, properties, outlines,
attachments, and the same of every file inside. Must not know who wrote the file.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import unquote, unquote_to_bytes

from modulekit.delivery.zips import TooMuchError, UnreadableError, opened, refuse_dense

_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>|<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^<>"'])*>""")
_DATA_URI = re.compile(r"data:[\w.+-]+/[\w.+-]+((?:;[\w.=+-]+)*),([^\"')\s<>]*)")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_MARKS = (  # the longer ones first: a mark of UTF-32 begins as one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_FONTS = (b"\x00\x01\x00\x00", b"OTTO\x00", b"wOFF\x00", b"wOFFOTTO", b"wOF2\x00", b"wOF2OTTO", b"ttcf\x00")
_DEEPEST = 4  # files inside files inside files: more is no document
_LARGEST = 256 * 1024 * 1024  # bytes of one unpacked entry, and of all entries of a file together


class Share(StrEnum):
    """A share of what a PDF holds, for two who look at once. Both together are all of it."""

    PRINTED = "printed"
    """The words on its pages."""
    HELD = "held"
    """What else stands in it."""


@dataclass(slots=True)
class _Left:
    """The bytes that may still be unpacked, for all entries of a file together."""

    octets: int = _LARGEST


@dataclass(frozen=True, slots=True)
class _Way:
    """How a file is gone through: how deep this is, what may still be unpacked, and who is told of parts that cannot be
    read; nobody means that they are errors. ``share`` is what is wanted of a PDF, of the file itself only."""

    depth: int = 0
    left: _Left = field(default_factory=_Left)
    unread: list[str] | None = None
    share: Share | None = None

    @property
    def down(self) -> _Way:
        """The way of a file within this one."""
        return replace(self, depth=self.depth + 1, share=None)


def texts(name: str, data: bytes, unread: list[str] | None = None, share: Share | None = None) -> Iterator[str]:
    """All texts of a file, told by its first bytes rather than by its name; what is written as an
    address, also as words. Of a PDF, a ``share``; other files have none.

    Raises :class:`UnreadableError` where the file is damaged, hides too deep, unpacks to too much or is of a kind that
    is not known here. With ``unread``, a part of a zip that cannot be read is named there, and the rest is given.
    """
    for text in _texts(name, data, _Way(unread=unread, share=share)):
        yield text
        if _ESCAPE.search(text):
            yield unquote(text)


def _texts(name: str, data: bytes, way: _Way) -> Iterator[str]:
    if way.depth > _DEEPEST:
        raise UnreadableError(f"{name} holds files within files, more than {_DEEPEST} deep")
    if data.startswith(b"%PDF-"):
        from modulekit.delivery.pdf import pdf_texts

        for inner, content in pdf_texts(name, data, way.share):
            yield from _texts(inner, content, way.down) if isinstance(content, bytes) else (content,)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(name, data, way)
    elif data.startswith(_PICTURES) or data.startswith(_FONTS) or data[36:40] == b"acsp":
        return  # pictures, fonts and colour profiles: nothing in them is read by people
    else:
        yield from _text(name, data, way)


def _text(name: str, data: bytes, way: _Way) -> Iterator[str]:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{name} is neither text nor a kind of file that can be searched") from error
    if "\x00" in text:
        raise UnreadableError(f"{name} is neither text nor a kind of file that can be searched")
    yield from _markup(name, text, way) if text.lstrip()[:1] == "<" else (text,)


def _markup(name: str, text: str, way: _Way) -> Iterator[str]:
    """What is read, with nothing where the tags stood, so that words cut into runs are whole again; then all of it with
    its tags, so that attributes, comments, styles and scripts are there too; then the files that stand in addresses."""
    bare = _DATA_URI.sub("", text)
    yield html.unescape(_TAG.sub("", _CDATA.sub(r"\1", _COMMENT.sub("", bare))))
    yield html.unescape(bare)
    for number, (parameters, payload) in enumerate(_DATA_URI.findall(text), start=1):
        inner = f"{name}/data-{number}"
        raw = unquote_to_bytes(html.unescape(payload))
        try:
            content = base64.b64decode(raw) if parameters.endswith(";base64") else raw
        except binascii.Error as error:
            raise UnreadableError(f"{inner} cannot be opened: {error}") from error
        yield from _texts(inner, content, way.down)


def _zip(name: str, data: bytes, way: _Way) -> Iterator[str]:
    with opened(name, io.BytesIO(data)) as archive:
        yield archive.comment.decode("utf-8", "replace")
        for info in archive.infolist():
            inner = f"{name}/{info.filename}"
            _refuse_too_much(inner, info, way.left)
            yield info.filename
            yield info.comment.decode("utf-8", "replace")
            try:
                yield from _texts(inner, archive.read(info), way.down)
            except UnreadableError:
                if way.unread is None:
                    raise
                way.unread.append(inner)


def _refuse_too_much(name: str, info: zipfile.ZipInfo, left: _Left) -> None:
    left.octets -= info.file_size
    if left.octets < 0:
        raise TooMuchError(f"{name} unpacks to more than {_LARGEST} bytes")
    refuse_dense(name, info)
