"""Charts that name a CSV file get its values, as if these stood in the YAML; every value keeps its place in the CSV.

Takes what was parsed of one YAML file and the folder of the module. This happens before validation, so that values of a
file and values in YAML obey the same rules. Must not know what a number is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Loc, Places, Report, Span
from modulekit.source.csv import CsvCell, NotATableError, csv_rows
from modulekit.source.decode import decode
from modulekit.source.files import Files
from modulekit.source.reading_bytes import read_bytes
from modulekit.source.yaml import Data, Parsed

DATA = "data"
_CHART = "chart"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was parsed, with the values of its files. ``used`` are these files; ``good`` is false where one of them
    could not be read, which is reported."""

    parsed: Parsed
    used: frozenset[str]
    good: bool


def fill_charts(parsed: Parsed, files: Files, home: PurePosixPath, report: Report) -> Filled:
    """``parsed`` with ``categories`` and ``series`` in the place of each ``file`` of a chart.

    Findings go to ``report``.
    """
    if not any(loc[-1] == _CHART for loc in parsed.places.keys):
        return Filled(parsed, frozenset(), good=True)
    values: dict[Loc, Span] = {}
    used: set[str] = set()
    good = True
    for loc, chart in list(_charts(parsed.data, ())):
        path = chart["file"]
        assert isinstance(path, str)
        used.add(path)
        told = parsed.places.at(*loc, "file")
        rows = _read(path, files, home, report, told)
        if rows is None:
            good = False
            continue
        del chart["file"]
        header, *lines = rows
        chart["categories"] = [line[0].text for line in lines]
        chart["series"] = [
            {"name": cell.text, "values": [line[at].text for line in lines]} for at, cell in enumerate(header) if at
        ]
        values.update(_places(loc, header, lines))
    places = Places({**parsed.places.values, **values}, parsed.places.keys)
    return Filled(replace(parsed, places=places), frozenset(used), good)


def _charts(data: Data, loc: Loc) -> Iterator[tuple[Loc, dict[str, Data]]]:
    """The charts below ``data`` that name a file and hold no values of their own."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _charts(item, (*loc, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            at = (*loc, key)
            if key == _CHART and isinstance(value, dict) and isinstance(value.get("file"), str):
                if not value.keys() & {"categories", "series"}:
                    yield at, value
            else:
                yield from _charts(value, at)


def _read(
    path: str, files: Files, home: PurePosixPath, report: Report, told: Span | None
) -> list[list[CsvCell]] | None:
    if not path.startswith(f"{DATA}/") or not path.lower().endswith(".csv"):
        name = path.replace("\\", "/").rsplit("/", 1)[-1]
        hint = f"Put the CSV file there and write {DATA}/{name.rsplit('.', 1)[0]}.csv."
        report.add(finding("MK612", f"“{path}” is not a CSV file in {DATA}/.", told, hint))
        return None
    content = read_bytes(files, path, home, report, told)
    text = decode(content, home / path, report) if content is not None else None
    if text is None:
        return None
    try:
        rows = csv_rows(text, home / path)
        _check(rows, home / path)
    except NotATableError as error:
        report.add(finding("MK611", str(error), error.span, error.hint))
        return None
    return rows


def _check(rows: list[list[CsvCell]], file: PurePosixPath) -> None:
    """Whether each row and each column has its name. Raises :class:`NotATableError`."""
    if len(rows) == 1:
        raise NotATableError("Below the first line there are no values.", Span(file))
    for cell in rows[0][1:]:
        if not cell.text:
            raise NotATableError("This column has no name.", cell.span, "The first line holds the names of the series.")
    for row in rows[1:]:
        if not row[0].text:
            raise NotATableError("This line has no name.", row[0].span, "The first column holds the categories.")


def _places(loc: Loc, header: list[CsvCell], lines: list[list[CsvCell]]) -> Iterator[tuple[Loc, Span]]:
    yield from (((*loc, "categories", row), line[0].span) for row, line in enumerate(lines))
    for series, cell in enumerate(header[1:]):
        at = (*loc, "series", series)
        yield (*at, "name"), cell.span
        yield from (((*at, "values", row), line[series + 1].span) for row, line in enumerate(lines))
