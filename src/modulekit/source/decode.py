"""Bytes become text: UTF-8 only, and a guess at what a file is where it is something else.

Takes the bytes of a file, gives its text without a byte order mark, or findings. Must not know YAML.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Report, Span

LARGEST = 2_000_000
"""Bytes; a course file is one lesson or one exercise."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, separators that only some programs take for line ends, and halves of characters."""

UNPRINTABLE_IN_A_VALUE = re.compile(f"{UNPRINTABLE.pattern}|\r")
"""The same in a text whose line ends are read: a carriage return that is left was asked for by an escape."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KINDS = (
    (b"PK\x03\x04", "a zip archive or a Word, Excel or PowerPoint file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
)
_EDITOR = "Write courses in a text editor."
_SAVE_AS = "Save it as “UTF-8” in your editor."
_MOST_REPORTED = 5


def decode(data: bytes, file: PurePosixPath, report: Report, largest: int = LARGEST) -> str | None:
    """The text of a file of at most ``largest`` bytes, or ``None`` after saying why there is none."""
    whole = Span(file)
    if len(data) > largest:
        size = f"{len(data) / 1_000_000:.1f} MB"
        report.add(
            finding("MK104", f"The file is too large: {size}; at most {largest // 1_000_000} MB are read.", whole)
        )
        return None
    text = _text(data, file, report)
    if text is None:
        return None
    if not text.strip():
        report.add(finding("MK105", "The file is empty.", whole, "Write it or delete it."))
        return None
    bad = list(UNPRINTABLE.finditer(text))
    for found in bad[:_MOST_REPORTED]:
        report.add(unprintable(found[0], span_of(text, found.start(), file)))
    return None if bad else text


def unprintable(character: str, span: Span | None) -> Diagnostic:
    """The finding for a character that cannot be printed."""
    return finding(
        "MK106",
        f"The character U+{ord(character):04X} cannot be printed.",
        span,
        "Delete it; it is invisible in most editors. Retyping the words around it helps too.",
    )


def span_of(text: str, offset: int, file: PurePosixPath) -> Span:
    """The place of one character of ``text``."""
    before = text[:offset]
    line = len(re.findall(r"\r\n|\r|\n", before)) + 1
    column = offset - max(before.rfind("\n"), before.rfind("\r"))
    return Span(file, line, column, line, column + 1)


def _text(data: bytes, file: PurePosixPath, report: Report) -> str | None:
    whole = Span(file)
    for mark, name in _MARKS:
        if data.startswith(mark):
            report.add(finding("MK103", f"The file is encoded as {name}, not as UTF-8.", whole, _SAVE_AS))
            return None
    for magic, kind in _KINDS:
        if data.startswith(magic):
            report.add(
                finding("MK103", f"The file is {kind}, not a text file.", whole, "Write courses in a text editor.")
            )
            return None
    if b"\0" in data:
        if _is_utf_16(data):
            message, hint = "The file looks as if it were encoded as UTF-16, not as UTF-8.", _SAVE_AS
        else:
            message, hint = "The file is not a text file.", _EDITOR
        report.add(finding("MK103", message, whole, hint))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8-sig")
        place = span_of(readable + "?", len(readable), file)
        report.add(finding("MK103", "The file is not text in UTF-8.", place, f"{_guess(data)} {_SAVE_AS}"))
        return None


def _is_utf_16(data: bytes) -> bool:
    """Whether two bytes make a letter: then nearly all pairs are letters of our alphabets, spaces or signs."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[:2000][: len(data) // 2 * 2].decode(encoding, errors="replace")
        if text and sum("\t" <= letter < "\u0600" for letter in text) / len(text) > 0.95:
            return True
    return False


def _guess(data: bytes) -> str:
    """Which of the old encodings it probably is: Russian text is mostly high bytes, Western text mostly low ones."""
    letters = sum(byte >= 0xC0 or chr(byte).isalpha() for byte in data if byte < 0x80 or byte >= 0xC0)
    high = sum(byte >= 0xC0 for byte in data)
    if letters and high / letters > 0.3:
        return "It looks like Windows-1251, the old Cyrillic encoding."
    return "It looks like Windows-1252, the old Western encoding."
