"""The text of a PO file becomes its entries, as they stand there: keywords with their strings, and comments.

Takes text, gives raw entries with the place of each. Must not know what a catalogue is. A wrong line is reported, and
reading goes on with the next entry, so that a translator sees all mistakes at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.source.decode import UNPRINTABLE_IN_A_VALUE

_PLAIN = re.compile(r'(?:(msgctxt|msgid|msgstr) )?"([^"\\]*(?:\\.[^"\\]*)*)"')
"""A line as programs write it; nearly all are."""
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(\[\d+\])?(?=[\s\"]|$)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{2}|.)")
_SIGN = re.compile(rf"{_ESCAPE.pattern}|[^\\]")
_SIGNS = {
    "n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v",
}  # fmt: skip


@dataclass(slots=True)
class RawEntry:
    """One entry as it stands in the file. ``strings`` are by keyword, those after ``#|`` by ``previous msgid``.
    ``answer`` are the strings of its ``msgstr`` as they were written, with their escapes, and where each begins."""

    span: Span
    strings: dict[str, str] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    answer: list[tuple[Span, str]] = field(default_factory=list)
    obsolete: bool = False
    broken: bool = False


def raw_entries(text: str, file: PurePosixPath, report: Report) -> Iterator[RawEntry]:
    """The entries of a PO file in their order; those that cannot be read are reported and left out."""
    return _Lexer(file, report).entries(text)


def unquoted(inside: str) -> str:
    """What stands between two quotation marks, with its escapes resolved.

    Raises ``ValueError`` for an escape that PO files do not have, or one of a character that cannot be printed.
    """
    if "\\" not in inside:
        return inside
    text = _ESCAPE.sub(_resolved, inside)
    found = UNPRINTABLE_IN_A_VALUE.search(text)
    if found is not None:
        raise ValueError(f"The character U+{ord(found[0]):04X} cannot be printed")
    return text


def spot(answer: Sequence[tuple[Span, str]], offset: int, length: int) -> Span:
    """Where ``length`` characters stand in a text that was written as ``answer``, from ``offset`` on; a stretch ends
    with its line. ``answer`` holds one string at least."""
    for span, inside in answer:
        signs = [found.end() - found.start() for found in _SIGN.finditer(inside)]
        if offset < len(signs):
            column = span.column + 1 + sum(signs[:offset])
            return Span(span.file, span.line, column, span.line, column + max(1, sum(signs[offset : offset + length])))
        offset -= len(signs)
    return answer[-1][0]


def _resolved(found: re.Match[str]) -> str:
    sign = found[1]
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign[0] in "01234567":
        return chr(int(sign, 8))
    if sign[0] == "x" and len(sign) == 3:
        return chr(int(sign[1:], 16))
    raise ValueError(f"“\\{sign}” means nothing in a PO file")


def _mistake(rest: str) -> tuple[str, str]:
    """What is wrong with a line that holds no whole string, and what to do."""
    if not rest:
        return "A keyword without its text.", 'Its text follows in quotation marks; nothing is "".'
    if not rest.startswith('"'):
        return "This is no line of a PO file.", "Delete it, or write # before it if it is a remark."
    if not rest.endswith('"') or rest == '"':
        return "The quotation mark at the end is missing.", "Each line of a text begins and ends with one."
    return "A quotation mark stands within the text.", 'Write \\" for it, or use “ ” or « ».'


class _Lexer:
    def __init__(self, file: PurePosixPath, report: Report) -> None:
        self._file = file
        self._report = report
        self._entry: RawEntry | None = None
        self._keyword = ""
        self._parts: list[str] = []  # of the text of that keyword

    def entries(self, text: str) -> Iterator[RawEntry]:
        lines = re.split(r"\r\n|\r|\n", text)
        for number, line in enumerate(lines, start=1):
            if self._entry is not None and (not line.strip() or self._begins_anew(line)):
                yield from self._finished()
            if line.strip() and not self._plain(line, number):
                self._line(line, number)
        yield from self._finished()

    def _finished(self) -> Iterator[RawEntry]:
        self._read("")
        entry, self._entry = self._entry, None
        if entry is None or entry.broken:
            return
        if entry.strings.keys() - {name for name in entry.strings if name.startswith("previous ")}:
            yield entry
        # comments that belong to nothing are left behind, as every PO program does

    def _begins_anew(self, line: str) -> bool:
        """Entries usually stand apart by an empty line, but need not: after a ``msgstr`` another begins."""
        if self._entry is None or "msgstr" not in self._entry.strings or line[0] == '"':
            return False
        bare = re.sub(r"^#~\|?\s*", "", line.lstrip())
        return not bare.startswith('"') and not bare.startswith("msgstr")

    def _plain(self, line: str, number: int) -> bool:
        """Whether the line was understood at a glance."""
        found, entry = _PLAIN.fullmatch(line), self._entry
        if found is None or (entry is None and not found[1]):
            return False
        try:
            text = unquoted(found[2])
        except ValueError:
            return False
        span = Span(self._file, number, found.start(2), number, len(line) + 1)
        if found[1]:
            if entry is None:
                entry = self._entry = RawEntry(Span(self._file, number, 1, number, len(line) + 1))
            if found[1] in entry.strings:
                return False
            self._read(found[1])
            entry.places[found[1]] = Span(self._file, number, 1, number, len(line) + 1)
        elif not self._keyword:
            return False
        self._parts.append(text)
        if self._keyword == "msgstr":
            assert entry is not None
            entry.answer.append((span, found[2]))
        return True

    def _read(self, keyword: str) -> None:
        """What follows belongs to ``keyword``; what was read before is whole."""
        if self._entry is not None and self._keyword:
            self._entry.strings[self._keyword] = "".join(self._parts)
        self._keyword, self._parts = keyword, []
        if self._entry is not None and keyword:
            self._entry.strings[keyword] = ""

    def _line(self, line: str, number: int) -> None:
        entry = self._entry
        if entry is None:
            entry = self._entry = RawEntry(self._span(line, number, len(line) - len(line.lstrip())))
        at = len(line) - len(line.lstrip())
        bare = line.strip()
        if not bare.startswith("#"):
            self._string(entry, line, number, at, "")
        elif bare.startswith(("#|", "#~")):
            is_previous = bare.startswith(("#|", "#~|"))
            entry.obsolete = entry.obsolete or bare.startswith("#~")
            start = at + (3 if bare.startswith("#~|") else 2)
            rest = line[start:]
            if rest.strip():
                self._string(entry, line, number, start + len(rest) - len(rest.lstrip()), "previous " * is_previous)
        elif bare.startswith("#."):
            entry.notes.append(bare[2:].strip())
        elif bare.startswith("#,"):
            entry.flags.extend(flag.strip() for flag in bare[2:].split(",") if flag.strip())
        elif not bare.startswith("#:"):
            entry.remarks.append(bare[1:].removeprefix(" "))

    def _string(self, entry: RawEntry, line: str, number: int, at: int, prefix: str) -> None:
        found = _KEYWORD.match(line, at)
        if found is not None:
            keyword = prefix + found[0]
            if found[1] == "msgid_plural" or found[2]:
                message = "An entry with singular and plural is not used here."
                hint = "Each text of a course has one form; delete this entry and run `modulekit translate extract`."
                self._wrong(entry, message, hint, self._span(line, number, at))
                return
            if keyword in entry.strings:
                message = f"`{found[1]}` stands twice in one entry."
                hint = "An empty line belongs between two entries."
                self._wrong(entry, message, hint, self._span(line, number, at))
                return
            self._read(keyword)
            entry.places[keyword] = self._span(line, number, at)
            at = found.end()
            at += len(line[at:]) - len(line[at:].lstrip())
        self._append(entry, line, number, at)

    def _append(self, entry: RawEntry, line: str, number: int, at: int) -> None:
        """What stands between quotation marks belongs to the last keyword."""
        span = self._span(line, number, at)
        string = _STRING.match(line, at)
        if string is None:
            self._wrong(entry, *_mistake(line[at:].strip()), span)
        elif not self._keyword:
            hint = "It follows `msgctxt`, `msgid` or `msgstr`; perhaps an empty line stands in between."
            self._wrong(entry, "This text belongs to no keyword.", hint, span)
        else:
            try:
                self._parts.append(unquoted(string[1]))
                if self._keyword == "msgstr":
                    entry.answer.append((span, string[1]))
            except ValueError as error:
                self._wrong(entry, f"{error}.", "For a backslash itself write two of them.", span)

    def _wrong(self, entry: RawEntry, message: str, hint: str, span: Span) -> None:
        if not entry.broken:
            self._report.add(finding("MK831", message, span, hint))
        entry.broken = True

    def _span(self, line: str, number: int, at: int) -> Span:
        return Span(self._file, number, at + 1, number, max(at + 1, len(line.rstrip())) + 1)
