"""CSV text becomes rows of cells, each with its place.

Takes text with commas, semicolons or tabs between cells, whichever the first line has most of, and quotes as in RFC
4180; gives cells, or the one reason why it is no table. Must not know what the cells mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.diagnostics import Span

MOST_CELLS = 50_000
"""Of a table that somebody shows or teaches from."""

_SEPARATORS = ",;\t"


class NotATableError(ValueError):
    """Text that is no table: the message is a sentence, ``span`` the place, ``hint`` what to do."""

    def __init__(self, message: str, span: Span, hint: str = "") -> None:
        super().__init__(message)
        self.span, self.hint = span, hint


@dataclass(frozen=True, slots=True)
class CsvCell:
    """The text of a cell without its quotes, and where it stands."""

    text: str
    span: Span


def csv_rows(text: str, file: PurePosixPath) -> list[list[CsvCell]]:
    """The rows of ``text`` that hold something, all as long as the first one.

    Raises :class:`NotATableError`.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first:
        raise NotATableError("The file holds no values.", Span(file))
    bare = "".join(first.split('"')[::2])  # a separator in quotes is text
    separator = max(_SEPARATORS, key=bare.count)
    if separator not in bare:
        hint = "Separate the columns with commas, semicolons or tabs."
        raise NotATableError("The first line has one column only.", Span(file, 1, 1, 1, len(first) + 1), hint)
    rows = [row for row in _rows(text, separator, file) if any(cell.text for cell in row)]
    if not rows:
        raise NotATableError("The file holds no values.", Span(file))
    for row in rows[1:]:
        if len(row) != len(rows[0]):
            start, end = row[0].span, row[-1].span
            span = Span(file, start.line, start.column, end.end_line, end.end_column)
            message = f"This line has {len(row)} cells, the first line has {len(rows[0])}."
            hint = "A cell that holds the separator itself must stand in quotes; a gap is an empty cell."
            raise NotATableError(message, span, hint)
    return rows


def _rows(text: str, separator: str, file: PurePosixPath) -> Iterator[list[CsvCell]]:
    row: list[CsvCell] = []
    left = MOST_CELLS
    for cell, ends_row in _cells(text.replace("\r\n", "\n").replace("\r", "\n"), separator, file):
        row.append(cell)
        left -= 1
        if not left:
            hint = "Keep what is shown or needed, and leave out the rest."
            raise NotATableError(f"The table has more than {MOST_CELLS:,} cells.", cell.span, hint)
        if ends_row:
            yield row
            row = []


def _cells(text: str, separator: str, file: PurePosixPath) -> Iterator[tuple[CsvCell, bool]]:
    at, line, start = 0, 1, 0  # ``start`` is where the line begins
    while at < len(text):
        first, first_line, column = at, line, at - start + 1
        if text[at] == '"':
            at = _closing(text, at, Span(file, line, column, line, column + 1))
            words = text[first + 1 : at].replace('""', '"')
            line += words.count("\n")
            start = text.rfind("\n", 0, at) + 1
            at += 1
        else:
            while at < len(text) and text[at] not in (separator, "\n"):
                at += 1
            words = text[first:at]
        span = Span(file, first_line, column, line, at - start + 1)
        if at < len(text) and text[at] not in (separator, "\n"):
            raise NotATableError("Text follows the closing quote.", span, "Write a quote inside of quotes twice.")
        ends_row = at >= len(text) or text[at] == "\n"
        yield CsvCell(words.strip(), span), ends_row
        at += 1
        if ends_row:
            line, start = line + 1, at
        elif at >= len(text):
            yield CsvCell("", Span(file, line, at - start + 1, line, at - start + 1)), True


def _closing(text: str, at: int, opening: Span) -> int:
    """Where the quote that opens at ``at`` is closed."""
    at += 1
    while at < len(text):
        if text[at] == '"':
            if text[at + 1 : at + 2] != '"':
                return at
            at += 1
        at += 1
    raise NotATableError("This quote is never closed.", opening)
