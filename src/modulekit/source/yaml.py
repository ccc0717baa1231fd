"""Text becomes plain data, with the place of every key and value.

Takes the bytes of a file, gives mappings, lists, the text of every scalar as it stands in the file, and ``None`` for an
empty value. Reads the parser's events one by one, so that depth is known before anything is built, and goes on after a
finding wherever the rest can still be understood. Must not know what any key means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Loc, Places, Report, Span
from modulekit.source.decode import UNPRINTABLE_IN_A_VALUE, decode, unprintable
from modulekit.source.syntax import mistake_of

DEEPEST = 50
"""Levels of lists and mappings."""

MOST_VALUES = 50_000
"""Texts, lists and mappings of a file; a long lesson has a thousand."""

MOST_ERRORS = 200
"""Mistakes of one kind in a file that are told at once."""

Data = str | None | list["Data"] | dict[str, "Data"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # some ten times faster where libyaml is there
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOST_TEXT = re.compile(r"\s+#\w")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The content of a file and where each part of it stands. Paths begin at the top of the file."""

    data: Data
    places: Places


def parse_yaml(content: bytes, file: PurePosixPath, report: Report) -> Parsed | None:
    """The content of ``file``, or ``None`` where it cannot be understood as a whole. Findings go to ``report``."""
    text = decode(content, file, report)
    if text is None:
        return None
    reader = _Reader(text, file, report)
    try:
        return reader.read()
    except _Stopped:
        return None
    except yaml.MarkedYAMLError as error:
        mistake = mistake_of(error, reader.lines)
        line, column = mistake.line + 1, mistake.column + 1
        span = Span(file, line, column, line, column + 1)
        report.add(finding("MK107", mistake.message, span, mistake.hint))
        return None
    except yaml.YAMLError as error:
        report.add(finding("MK107", f"This is not valid YAML: {error}.", Span(file)))
        return None


class _Stopped(Exception):  # noqa: N818 - it is no error of the program
    """Nothing after this point can be understood; the reason is reported."""


class _Reader:
    def __init__(self, text: str, file: PurePosixPath, report: Report) -> None:
        self.lines = text.splitlines()
        self._text = text
        self._events: Iterator[yaml.Event] = iter(())
        self._file = file
        self._report = report
        self._values: dict[Loc, Span] = {}
        self._keys: dict[Loc, Span] = {}
        self._left = MOST_VALUES
        self._errors = self._comments = 0
        self._whole = True  # nothing was left out that validation would miss

    def read(self) -> Parsed | None:
        self._events = iter(_LOADER(self._text).get_event, None)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            hint = "It holds comments only." if self.lines else ""
            self._report.add(finding("MK105", "The file is empty.", Span(self._file), hint))
            return None
        data = self._node(next(self._events), (), 1)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse(
                    event, "A second document begins here.", "Give it a file of its own; remove the line “---”."
                )
                raise _Stopped
        return Parsed(data, Places(self._values, self._keys)) if self._whole else None

    def _node(self, event: yaml.Event, loc: Loc, depth: int) -> Data:
        if depth > DEEPEST:
            message = f"Lists and mappings are nested more than {DEEPEST} levels deep."
            self._report.add(finding("MK110", message, self._span(event)))
            raise _Stopped
        self._left -= 1
        if not self._left:
            message = f"The file holds more than {MOST_VALUES:,} values."
            self._report.add(finding("MK104", message, self._span(event), "Write one file for each lesson."))
            raise _Stopped
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"The alias “*{event.anchor}” repeats a value from elsewhere.", self._starred(event))
            self._whole = False
            return None
        self._check_extras(event)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, loc)
            case yaml.SequenceStartEvent():
                return self._list(event, loc, depth)
            case _:
                return self._mapping(event, loc, depth)

    def _list(self, start: yaml.Event, loc: Loc, depth: int) -> Data:
        items: list[Data] = []
        self._values[loc] = self._span(start)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*loc, len(items)), depth + 1))
        last = self._values.get((*loc, len(items) - 1))
        self._values[loc] = self._from_to(start, event, last)
        return items

    def _mapping(self, start: yaml.Event, loc: Loc, depth: int) -> Data:
        found: dict[str, Data] = {}
        last: Span | None = None
        self._values[loc] = self._span(start)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            at = (*loc, key)
            if key in found:
                self._duplicate(key, event, self._keys[at])
                at = (*loc, f"{key} (again)")
            self._keys[at] = self._span(event)
            value = self._node(next(self._events), at, depth + 1)
            found.setdefault(key, value)
            last = self._values.get(at, last)
        self._values[loc] = self._from_to(start, event, last)
        return found

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "A key must be a single word.", "Text that begins with “{” or “[” must be in quotes.")
            raise _Stopped
        self._check_extras(event)
        if event.value == "<<" and not event.style:
            self._refuse(event, "“<<” merges another mapping into this one.", "Write the keys out.")
            self._whole = False
        return str(event.value)

    def _scalar(self, event: yaml.ScalarEvent, loc: Loc) -> str | None:
        text = str(event.value)
        span = self._block_span(event) if event.style in ("|", ">") else self._span(event)
        self._values[loc] = span
        found = UNPRINTABLE_IN_A_VALUE.search(text)
        if found:
            self._report.add(unprintable(found[0], span))
            self._whole = False
        if event.style:
            return text
        self._check_comment(event)
        return None if text in _NULLS and event.tag is None else text

    def _check_extras(self, event: Any) -> None:
        tag, anchor = event.tag, event.anchor
        if anchor is None and tag is None:
            return
        if anchor is not None:
            hint = f"If “&{anchor}” is part of the text, put the text in quotes; otherwise remove it."
            self._refuse(event, f"The anchor “&{anchor}” gives a value a name for later.", hint)
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "If it is part of the text, put the text in quotes; otherwise remove it."
            self._refuse(event, f"The tag “{shown}” asks for a special kind of value.", hint)

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        end = _marks(event)[1]
        line, column = end.line, end.column
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        found = _LOST_TEXT.match(rest) if event.value else None
        if found and self._comments < MOST_ERRORS:
            self._comments += 1
            at = column + found.end() - 1
            span = Span(self._file, line + 1, at, line + 1, len(self.lines[line].rstrip()) + 1)
            hint = "If it is part of the text, put the text in quotes; if not, write a space after the #."
            self._report.add(finding("MK113", "What follows “ #” is a comment and is not printed.", span, hint))

    def _duplicate(self, key: str, event: yaml.Event, first: Span) -> None:
        message = f"The key `{key}` stands twice in the same mapping."
        hint = f"It stands in line {first.line} already; keep one of the two."
        self._refused(finding("MK108", message, self._span(event), hint))

    def _starred(self, event: yaml.AliasEvent) -> str:
        return f"If “*{event.anchor}” is part of the text, put the text in quotes; otherwise write the value out."

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        self._refused(finding("MK109", f"{message} Courses do without this.", self._span(event), hint))

    def _refused(self, found: Diagnostic) -> None:
        """Report an error after which reading goes on, unless there were very many."""
        self._report.add(found)
        self._errors += 1
        if self._errors > MOST_ERRORS:
            raise _Stopped

    def _span(self, event: yaml.Event) -> Span:
        start, end = _marks(event)
        return Span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _from_to(self, start: yaml.Event, end: yaml.Event, last: Span | None) -> Span:
        """A block collection ends with its last value; the parser's own mark stands somewhere below."""
        span = self._span(start)
        if getattr(start, "flow_style", False):
            closing = self._span(end)
            return Span(self._file, span.line, span.column, closing.end_line, closing.end_column)
        return Span(self._file, span.line, span.column, last.end_line, last.end_column) if last else span

    def _block_span(self, event: yaml.ScalarEvent) -> Span:
        """The lines of a text after ``|`` or ``>``, without the sign itself: a word can then be found in it."""
        start, end = _marks(event)
        after = end.line + (1 if end.column else 0)  # the first line that is no longer part of the text
        within = range(start.line + 1, min(after, len(self.lines)))
        numbers = [number for number in within if self.lines[number].strip()]
        if not numbers:
            return self._span(event)
        first, last = self.lines[numbers[0]], self.lines[numbers[-1]]
        column = len(first) - len(first.lstrip())
        return Span(self._file, numbers[0] + 1, column + 1, numbers[-1] + 1, len(last.rstrip()) + 1)


def _marks(event: yaml.Event) -> tuple[Any, Any]:
    """Where an event begins and ends; both parsers always say so."""
    return event.start_mark, event.end_mark
