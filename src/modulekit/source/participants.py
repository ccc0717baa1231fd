"""The list of participants: a CSV file becomes people, or findings with the line.

Takes a delivery that names such a file. As tolerant as ``csv.py``: commas, semicolons or tabs, columns in any order,
headings in three languages, and the old Cyrillic encoding in which Excel still writes CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.codes.hints import listing
from modulekit.diagnostics import Diagnostic, Places, Report, Span
from modulekit.model.delivery import COLUMNS, HEADINGS, Delivery, Participant
from modulekit.source.csv import CsvCell, NotATableError, csv_rows
from modulekit.source.decode import decode
from modulekit.source.files import Files
from modulekit.source.reading_bytes import read_bytes

_FOLDER = "deliveries/"
_EXCEL = "cp1251"
_MIXED = re.compile("[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]")
_LONGEST = 200  # characters of a cell: more is no name


def read_participants(delivery: Delivery, files: Files, places: Places, report: Report) -> tuple[Participant, ...]:
    """The people on the delivery's list in its order; nobody where it has none or where the list does not hold."""
    path = delivery.participants.file
    if path is None:
        return ()
    told = places.at("participants", "file") or places.at("participants")
    if not path.startswith(_FOLDER) or not path.lower().endswith(".csv"):
        hint = "Put the list beside the delivery and write deliveries/<name>.csv; keep it out of version control."
        report.add(finding("MK460", f"“{path}” is not a CSV file in {_FOLDER}.", told, hint))
        return ()
    data = read_bytes(files, path, PurePosixPath(), report, told)
    text = decode(_as_utf8(data), PurePosixPath(path), report) if data is not None else None
    if text is None:
        return ()
    try:
        header, *rows = _rows(text, PurePosixPath(path))
        columns = _columns(header)
        if not rows:
            raise NotATableError("Below the headings nobody is listed.", Span(PurePosixPath(path)))
        _short_enough(rows)
    except NotATableError as error:
        report.add(finding("MK460", str(error), error.span, error.hint))
        return ()
    report.extend(_to_look_at(header, columns, rows))
    cells = [{key: row[at].text for at, key in columns.items()} for row in rows]
    return tuple(Participant(**cell) for cell in cells if cell["name"])


def _rows(text: str, file: PurePosixPath) -> list[list[CsvCell]]:
    """The rows of the list; one that holds nothing but names needs no separator. Raises :class:`NotATableError`."""
    lines = text.splitlines()
    if any(separator in text for separator in ",;\t"):
        return csv_rows(text, file)
    cells = [(number, line.strip()) for number, line in enumerate(lines, start=1) if line.strip()]
    return [[CsvCell(words, Span(file, number, 1, number, len(words) + 1))] for number, words in cells]


def _as_utf8(data: bytes) -> bytes:
    """``data`` in UTF-8 where it was written in the old Cyrillic encoding; anything else is left to the decoder."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            return data
        try:
            text = data.decode(_EXCEL)
        except UnicodeDecodeError:
            return data
        letters = [letter for letter in text if ord(letter) > 0x7F and letter.isalpha()]
        is_cyrillic = sum("А" <= letter <= "я" for letter in letters) > len(letters) * 0.8
        if is_cyrillic and not _MIXED.search(text):  # “сafй” is café in a Western encoding
            return text.encode()
    return data


def _columns(header: list[CsvCell]) -> dict[int, str]:
    """The known columns by their place. Raises :class:`NotATableError`."""
    names = {heading: key for key, headings in HEADINGS.items() for heading in headings}
    found: dict[int, str] = {}
    for at, cell in enumerate(header):
        key = names.get(" ".join(cell.text.casefold().split()))
        if key is None:
            continue
        if key in found.values():
            raise NotATableError(f"A second column holds the {key}.", cell.span, "Keep one of them.")
        found[at] = key
    if "name" not in found.values():
        hint = f"The headings are {listing(COLUMNS)}, or the same in Russian or Kazakh."
        first, last = header[0].span, header[-1].span
        span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
        raise NotATableError("No column is headed “name”.", span, hint)
    return found


def _short_enough(rows: list[list[CsvCell]]) -> None:
    for row in rows:
        for cell in row:
            if len(cell.text) > _LONGEST or "\n" in cell.text:
                raise NotATableError("This cell is too long for a line.", cell.span, f"At most {_LONGEST} characters.")


def _to_look_at(header: list[CsvCell], columns: dict[int, str], rows: list[list[CsvCell]]) -> Iterator[Diagnostic]:
    """MK461: columns that are not used, rows without a name, people who stand twice."""
    for at, cell in enumerate(header):
        if cell.text and at not in columns:
            hint = f"The headings are {listing(COLUMNS)}, or the same in Russian or Kazakh."
            yield finding("MK461", f"The column “{cell.text}” is not known and not used.", cell.span, hint)
    name = next(at for at, key in columns.items() if key == "name")
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        line = row[0].span.line
        key = tuple(row[at].text.casefold() for at in columns)
        if not row[name].text:
            yield finding("MK461", "This line has no name and is left out.", row[name].span)
        elif key in seen:
            yield finding("MK461", f"This line says the same as line {seen[key]}.", row[name].span)
        elif "?" in row[name].text:
            hint = "Excel loses Kazakh letters in “CSV (delimited)”; save the list as “CSV UTF-8”."
            yield finding("MK461", f"A letter of “{row[name].text}” is lost.", row[name].span, hint)
        seen.setdefault(key, line)
