"""Every text that a PDF holds: words on pages, alternative texts, outlines, properties, form values, attachments.

Takes a PDF's bytes, gives strings and the bytes of the files inside, each with a name. Must not know what they mean.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

from modulekit.delivery.contents import Share
from modulekit.delivery.zips import UnreadableError

Found = tuple[str, str | bytes]
"""Where, and a text or a file."""

_UNPLAIN = re.compile(rb'"(b:|n:|/EF")')  # in JSON: bytes, names that are no characters, attachments
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_PLAIN_TAGS = re.compile(rb"/[A-Za-z0-9]+\s*<<[A-Za-z0-9/\s.\[\]-]*>>\s*BDC\b")
_NAME = re.compile(rb"/[A-Za-z0-9]*")


def pdf_texts(name: str, data: bytes, share: Share | None = None) -> Iterator[Found]:
    """Everything in a PDF that can be read, or a ``share`` of it; what stands there a thousand times, as names of tags
    do, comes once.

    Raises :class:`modulekit.delivery.contents.UnreadableError` where it is damaged or locked; nothing is repaired,
    since a reader might repair it otherwise.
    """
    try:
        if share is not Share.HELD:
            yield from ((name, text) for text in _printed(data))
        if share is not Share.PRINTED:
            yield from _held(name, data)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error


def _printed(data: bytes) -> Iterator[str]:
    """The words on each page. A hyphen at the end of a line comes as a character of its own kind."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in pdf:
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()
    finally:
        pdf.close()


def _held(name: str, data: bytes) -> Iterator[Found]:
    """Texts and files in all objects, and what is written into the pages beside the words on them."""
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        told: set[str] = set()
        known: set[bytes] = set()
        for thing in pdf.objects:
            quick = _quick(thing)
            if quick is not None:
                for quoted in _STRING.findall(quick):
                    if quoted not in known:
                        known.add(quoted)
                        text = json.loads(quoted)
                        part = text[2:] if text.startswith("u:") else text
                        if text.startswith(("u:", "/")) and part not in told:
                            told.add(part)
                            yield name, part
                continue
            for part in _within(thing):
                if not isinstance(part, str):
                    yield from ((f"{name}/attachment", content) for content in _files(part))
                elif part not in told:
                    told.add(part)
                    yield name, part
        for page in pdf.pages:
            yield from ((name, text) for text in _marked(page))


def _quick(thing: pikepdf.Object) -> bytes | None:
    """An object as JSON, in which texts begin with ``u:`` and names with a slash; ``None`` for one that has to be gone
    through: a stream, one with attachments, or with bytes that are no characters."""
    if isinstance(thing, pikepdf.Stream):
        return None
    told = thing.to_json(dereference=True, schema_version=2)
    return None if _UNPLAIN.search(told) else told


def _marked(page: pikepdf.Page) -> Iterator[str]:
    """Texts that stand for marked content: replacements and alternatives that are written into the page itself."""
    contents = page.obj.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        written = contents.read_bytes()
        plain = _PLAIN_TAGS.findall(written)
        if len(plain) == written.count(b"BDC") and b"DP" not in written:  # nothing but names and numbers
            for tag in plain:
                yield from (name.decode("ascii") for name in _NAME.findall(tag))
            return
    for instruction in pikepdf.parse_content_stream(page, "BDC DP"):
        for operand in instruction.operands:
            yield from (part for part in _within(operand) if isinstance(part, str))


def _files(thing: pikepdf.Object) -> Iterator[bytes]:
    """The metadata of an object and the files that are attached by it."""
    if isinstance(thing, pikepdf.Stream):
        if thing.get("/Type") in ("/Metadata", "/EmbeddedFile"):
            yield thing.read_bytes()
    elif isinstance(thing, pikepdf.Dictionary) and isinstance(thing.get("/EF"), pikepdf.Dictionary):
        for attached in thing.EF.values():
            if isinstance(attached, pikepdf.Stream) and attached.get("/Type") != "/EmbeddedFile":
                yield attached.read_bytes()


def _within(thing: object) -> Iterator[str | pikepdf.Object]:
    """An object's strings, names and keys as text, and each dictionary in it. References are followed by the caller's
    walk over all objects, so this looks only at what is written in place."""
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not getattr(item, "is_indirect", False):
                yield from _within(item)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        for key, value in thing.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _within(value)
