"""The act of transfer: a paper in two or three languages that both parties sign, and a page that says how to check.

Composed from the facts of a finished package, not from an edition: it prints the digest of what it hands over, and so
it is made last and lies beside the package. Every statement stands in all languages side by side; what is not said in
words stands once.
"""

from __future__ import annotations

from collections.abc import Callable

from modulekit.document import (
    Align,
    Block,
    Box,
    BoxRole,
    Break,
    Cell,
    Code,
    Document,
    Heading,
    Inlines,
    Lines,
    Meta,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
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
_MANIFEST = "tagmanifest-sha256.txt"
_COMMANDS = (
    ("Windows", f"certutil -hashfile {_MANIFEST} SHA256"),
    ("Linux", f"sha256sum {_MANIFEST}"),
    ("macOS", f"shasum -a 256 {_MANIFEST}"),
)
_WHOLE = (
    ("Linux", f"sha256sum --check --quiet manifest-sha256.txt {_MANIFEST}"),
    ("ModuleKit", "modulekit verify ."),
)


def act(transfer: Transfer) -> Document:
    """Compose the act. Its language is the first one."""
    first = transfer.parties[0].strings
    label = first("product-act")
    meta = Meta(
        title=transfer.parties[0].title,
        label=label,
        language=first.language,
        style="act",
        version=transfer.version,
        date=transfer.version_day.isoformat(),
        printed_date=locale.day(first, transfer.version_day),
        author=transfer.author,
        organisation=transfer.parties[0].giver,
        keywords=(transfer.code,),
    )
    pages = _Pages(transfer)
    return Document(
        meta,
        (
            Part("act", label, PartKind.CHAPTER, pages.act()),
            Part("act:confirm", label, PartKind.CHAPTER, pages.confirmation()),
            Part("act:contents", first("act-contents"), PartKind.ANNEX, pages.contents()),
            Part("act:check", first("act-check"), PartKind.ANNEX, pages.check()),
        ),
    )


class _Pages:
    """The blocks of an act."""

    def __init__(self, transfer: Transfer) -> None:
        self._transfer = transfer
        self._say = Tongues(tuple(party.strings for party in transfer.parties))

    def act(self) -> tuple[Block, ...]:
        """The first page of the paper that is signed: who, and what."""
        return (
            Opener(self._say.lines(lambda words: words("product-act")), "act"),
            self._head(),
            self._parties(),
            self._say.beside(lambda words: words("act-handed"), leads=True),
            self._subject(),
        )

    def confirmation(self) -> tuple[Block, ...]:
        """Its second page: nobody signs a page that does not hold the digest."""
        return (
            Heading(2, self._say.line(lambda words: words("act-confirm")), id="act:confirm"),
            self._say.beside(lambda words: words("act-digest"), leads=True),
            self._digest(),
            self._say.ticks("act-checked", "act-no-remarks"),
            self._say.beside(lambda words: words("act-remarks"), leads=True),
            Lines(1),
            self._say.beside(self._copies, leads=True),
            self._signatures(),
        )

    def contents(self) -> tuple[Block, ...]:
        """The annex: every document that is handed over."""
        return (
            Opener(self._say.lines(lambda words: words("act-contents")), "act:contents"),
            self._say.beside(self._total, leads=True),
            self._contents(),
        )

    def check(self) -> tuple[Block, ...]:
        """The page for the receiver."""
        signature: tuple[Block, ...] = ()
        if self._transfer.signed_by:
            command = f"ssh-keygen -Y verify -f allowed_signers -I SENDER -n modulekit -s {_MANIFEST}.sig < {_MANIFEST}"
            signature = (self._say.step(4, "act-check-signature"), _commands((("OpenSSH", command),)))
        return (
            Opener(self._say.lines(lambda words: words("act-check")), "act:check"),
            self._say.beside(lambda words: words("act-check-lead")),
            self._say.step(1, "act-check-open"),
            self._say.step(2, "act-check-type"),
            _commands(_COMMANDS),
            self._say.step(3, "act-check-files"),
            _commands(_WHOLE),
            *signature,
            self._say.beside(lambda words: words("act-check-wrong")),
        )

    # --- tables --------------------------------------------------------------------------------

    def _head(self) -> Table:
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

    def _parties(self) -> Table:
        """Who hands over and who receives: bodies as they are known, people to fill in."""
        columns = (
            self._say.column("act-party", 38),
            self._say.column("act-giver", 64),
            self._say.column("act-receiver", 64),
        )
        known = any(party.receiver for party in self._transfer.parties)
        bodies = (self._each(lambda party: (party.giver,)), self._each(_receiver))
        rows = (Row((self._say.label("act-organisation"), *bodies), None if known else _BODY),)
        return Table(columns, rows, role=TableRole.FORM)

    def _subject(self) -> Table:
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

    def _contents(self) -> Table:
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

    def _digest(self) -> Box:
        groups = self._transfer.groups
        lines = [" ".join(groups[at : at + _GROUPS]) for at in range(0, len(groups), _GROUPS)]
        parts: list[Inlines] = [((Break(),) if at else ()) + (Code(line),) for at, line in enumerate(lines)]
        said = Paragraph(tuple(inline for part in parts for inline in part), ParagraphRole.LEAD)
        return Box(BoxRole.KEY, (said,), (Text("SHA-256"),))

    def _signatures(self) -> Table:
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

    def _copies(self, words: Strings) -> str:
        equal = (words("act-equal"),) if len(self._transfer.parties) > 1 else ()
        return " ".join((words("act-copies"), *equal))

    def _total(self, words: Strings) -> str:
        transfer = self._transfer
        pages = sum(sum(item.pages.values()) for item in transfer.items)
        sizes = {party.strings.language: party.size for party in transfer.parties}
        return words(
            "act-total",
            documents=len(transfer.items) + transfer.source,
            files=transfer.files,
            pages=pages,
            size=sizes[words.language],
        )

    # --- cells ---------------------------------------------------------------------------------

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
    return (party.receiver, ", ".join(words for words in (party.place, *party.address) if words))


def _commands(commands: tuple[tuple[str, str], ...]) -> Table:
    """Where to type what."""
    columns = (TableColumn((Text("OS"),), 26), TableColumn((Text(">_"),), 140))
    rows = tuple(Row((_words(system), _typed(command))) for system, command in commands)
    return Table(columns, rows, role=TableRole.FACTS)
