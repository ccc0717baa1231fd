"""The tables of an act of transfer: who, what, which documents, which digest, and where to sign.

Takes what is stated and in which languages, gives tables. Names, numbers and places to write stand once; labels stand
in all languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from modulekit.document import (
    Align,
    Box,
    BoxRole,
    Break,
    Cell,
    Code,
    Inlines,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.products import locale
from modulekit.products.strings import Strings
from modulekit.products.tongues import Tongues
from modulekit.products.transfer import Item, Party, Transfer

_LINE = 7.5  # millimetres of a row to write in
_BODY = 14.0  # millimetres of a row for the name of a body, by hand
_GROUPS = 8  # of four letters in a line


class ActTables:
    """The tables of one act."""

    def __init__(self, transfer: Transfer, say: Tongues) -> None:
        self._transfer = transfer
        self._say = say

    def head(self) -> Table:
        """Number, day and place of the act."""
        transfer = self._transfer
        day = transfer.day
        cells = (
            Cell((Paragraph((Text(transfer.number),)),)) if transfer.number else Cell(),
            self._say.cell(lambda words: locale.day(words, day)) if day else Cell(),
            Cell(),
        )
        keys = ("act-number", "act-date", "act-place")
        columns = tuple(self._say.column(key, width) for key, width in zip(keys, (50, 46, 70), strict=True))
        return Table(columns, (Row(cells, _LINE),), role=TableRole.FORM, row_headers=False)

    def parties(self) -> Table:
        """Who hands over and who receives: bodies as they are known, people to fill in."""
        columns = (
            self._say.column("act-party", 28),
            self._say.column("act-giver", 60),
            self._say.column("act-receiver", 78),
        )
        known = any(party.receiver for party in self._transfer.parties)
        bodies = (self._each(lambda party: (party.giver,)), self._each(_receiver))
        rows = (Row((self._say.label("act-organisation"), *bodies), None if known else _BODY),)
        return Table(columns, rows, role=TableRole.FORM)

    def subject(self) -> Table:
        """Which package it is."""
        transfer = self._transfer
        languages = ", ".join(locale.language_name(language) for language in transfer.languages)
        rows = [
            Row((self._say.label("act-course"), self._titles())),
            Row((self._say.label("act-code"), _words(transfer.code, self._say.line(self._version)))),
            Row((self._say.label("act-kit"), _words("", self._say.line(self._kit)))),
            Row((self._say.label("act-languages"), _words(languages))),
            Row((self._say.label("act-package"), _typed(transfer.package))),
        ]
        if transfer.signed_by:
            rows.append(Row((self._say.label("act-signed"), _typed(transfer.signed_by))))
        columns = (self._say.column("act-fact", 46), self._say.column("act-value", 120))
        return Table(columns, tuple(rows), role=TableRole.FACTS)

    def _kit(self, words: Strings) -> str:
        return next(party.kit for party in self._transfer.parties if party.strings is words)

    def _version(self, words: Strings) -> str:
        day = locale.day(words, self._transfer.version_day)
        return words("version-of", version=self._transfer.version, date=day)

    def contents(self) -> Table:
        """Each document with its formats, pages and files."""
        columns = (
            self._say.column("number", 9, Align.RIGHT),
            self._say.column("document", 79),
            self._say.column("act-formats", 25),
            self._say.column("pages", 36),
            self._say.column("act-files", 17, Align.RIGHT),
        )
        rows = [self._item(number, item) for number, item in enumerate(self._transfer.items, start=1)]
        if self._transfer.source:
            cells = (_words(str(len(rows) + 1)), self._say.label("act-source"), _words("ZIP"))
            rows.append(Row((*cells, _words("–"), _words("1"))))
        return Table(columns, tuple(rows), row_headers=False, id="table:act")

    def _item(self, number: int, item: Item) -> Row:
        names = dict(zip((words.language for words in self._say.languages), item.names, strict=True))
        pages = " · ".join(f"{language}\u00a0{count}" for language, count in item.pages.items()) or "–"
        if len(self._transfer.languages) == 1 and item.pages:
            pages = str(*item.pages.values())
        return Row(
            (
                _words(str(number)),
                _words("", self._say.line(lambda words: names[words.language])),
                _words(", ".join(item.formats)),
                _words(pages),
                _words(str(item.files)),
            )
        )

    def digest(self) -> Box:
        """The checksum of the package in groups of four."""
        groups = self._transfer.groups
        lines = [" ".join(groups[at : at + _GROUPS]) for at in range(0, len(groups), _GROUPS)]
        parts: list[Inlines] = [((Break(),) if at else ()) + (Code(line),) for at, line in enumerate(lines)]
        said = Paragraph(tuple(inline for part in parts for inline in part), ParagraphRole.LEAD)
        return Box(BoxRole.KEY, (said,), (Text("SHA-256"),))

    def steps(self, keys: Iterable[str]) -> Table:
        """What to do, step by step, the languages side by side: small enough for a page together with the commands."""
        languages = self._say.languages
        width = 157 / len(languages)
        columns = [TableColumn((Text("№"),), 9)]
        for words in languages:
            name = locale.language_name(words.language)
            columns.append(TableColumn(self._say.foreign(name[:1].upper() + name[1:], words.language), width))
        rows = (
            Row(
                (
                    _words(str(number)),
                    *(_words("", self._say.foreign(words(key), words.language)) for words in languages),
                )
            )
            for number, key in enumerate(keys, start=1)
        )
        return Table(tuple(columns), tuple(rows), row_headers=False)

    def signatures(self) -> Table:
        """Places to sign and to stamp."""
        columns = (
            self._say.column("act-party", 46),
            self._say.column("act-giver", 60),
            self._say.column("act-receiver", 60),
        )
        heights = (
            ("act-position", _LINE),
            ("name", _LINE),
            ("act-basis", _LINE),
            ("signature", 11.0),
            ("act-stamp", 20.0),
        )
        rows = tuple(Row((self._say.label(key), Cell(), Cell()), height) for key, height in heights)
        return Table(columns, rows, role=TableRole.FORM)

    def _each(self, tell: Callable[[Party], tuple[str, ...]]) -> Cell:
        """What is told of each language, one paragraph below the other."""
        return Cell(
            tuple(
                Paragraph(self._say.foreign(text, party.strings.language))
                for party in self._transfer.parties
                for text in tell(party)
                if text
            )
        )

    def _titles(self) -> Cell:
        """The title of the course in each language that has one."""
        titles = {party.title: party.title_language for party in self._transfer.parties}
        return Cell(tuple(Paragraph(self._say.foreign(title, language)) for title, language in titles.items()))


def _words(text: str, more: Inlines = ()) -> Cell:
    between = " · " if text and more else ""
    return Cell((Paragraph(((Text(text + between),) if text else ()) + more),))


def _typed(text: str) -> Cell:
    return Cell((Paragraph((Code(text),)),))


def _receiver(party: Party) -> tuple[str, ...]:
    """The name of the body that receives, and where it is."""
    return (", ".join(words for words in (party.receiver, party.place, *party.address) if words),)


def commands(steps: Iterable[tuple[int, Iterable[tuple[str, str]]]]) -> Table:
    """What to type: for each step the programs or systems with their commands."""
    columns = (TableColumn((Text("№"),), 9), TableColumn((Text(">_"),), 157))
    rows = (
        Row(
            (
                _words(str(step)),
                Cell(tuple(Paragraph((Text(f"{system}: "), Code(command))) for system, command in lines)),
            )
        )
        for step, lines in steps
    )
    return Table(columns, tuple(rows), role=TableRole.FACTS)
