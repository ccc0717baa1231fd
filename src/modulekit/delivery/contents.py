"""Every text that a finished file holds, wherever it hides.

Takes a file's bytes, gives strings: what is printed, alternative texts, notes, comments, properties, outlines,
attachments, and the same of every file inside. Must not know who wrote the file.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator

_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
_INVISIBLE = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_DEEPEST = 4  # files inside files inside files: more is no document
_LARGEST = 256 * 1024 * 1024  # bytes of one unpacked entry


class UnreadableError(ValueError):
    """A file whose contents cannot be looked at, and which therefore cannot be called clean."""


def texts(name: str, data: bytes, depth: int = 0) -> Iterator[str]:
    """All texts of a file, told by its first bytes rather than by its name.

    Raises :class:`UnreadableError` where the file is damaged or hides too deep.
    """
    if depth > _DEEPEST:
        raise UnreadableError(f"{name} holds files within files, more than {_DEEPEST} deep")
    if data.startswith(b"%PDF-"):
        yield from _pdf(name, data, depth)
    elif data.startswith(b"PK\x03\x04"):
        yield from _zip(name, data, depth)
    elif not _is_binary(data):
        text = data.decode("utf-8", "replace")
        yield from _markup(text) if text.lstrip()[:1] == "<" else (text,)


def _is_binary(data: bytes) -> bool:
    """Pictures and fonts: nothing in them is a text, and a NUL byte stands in no text that we write."""
    return b"\x00" in data[:8192]


def _markup(text: str) -> Iterator[str]:
    """The text between tags as one run, with nothing where the tags stood, and each attribute's value by itself."""
    yield html.unescape(_TAG.sub("", _INVISIBLE.sub("", text)))
    for tag in _TAG.findall(text):
        for double, single in _VALUE.findall(tag):
            value = double or single
            if not value.startswith("data:"):
                yield html.unescape(value)


def _zip(name: str, data: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.file_size > _LARGEST:
                    raise UnreadableError(f"{name}: {info.filename} is larger than {_LARGEST} bytes")
                yield info.filename
                yield from texts(f"{name}/{info.filename}", archive.read(info), depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error


def _pdf(name: str, data: bytes, depth: int) -> Iterator[str]:
    import pikepdf

    try:
        yield from _printed(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                yield from _strings(thing)
                if isinstance(thing, pikepdf.Stream) and thing.get("/Type") in ("/Metadata", "/EmbeddedFile"):
                    yield from texts(f"{name}/attachment", thing.read_bytes(), depth + 1)
    except pikepdf.PdfError as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error


def _printed(data: bytes) -> Iterator[str]:
    """The words on each page."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in pdf:
            yield page.get_textpage().get_text_range()
    finally:
        pdf.close()


def _strings(thing: object) -> Iterator[str]:
    """The strings inside one object of a PDF: alternative texts, titles, form values. References are followed by the
    caller's walk over all objects, so this looks only at what is written in place."""
    import pikepdf

    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not getattr(item, "is_indirect", False):
                yield from _strings(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for value in thing.values():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
