"""The act of transfer: a paper in two or three languages that both parties sign, and a page that says how to check.

Composed from the facts of a finished package, not from an edition: it prints the digest of what it hands over, and so
it is made last and lies beside the package. Every statement stands in all languages side by side; what is not said in
words stands once.
"""

from __future__ import annotations

from modulekit.document import Block, Document, Heading, Lines, Meta, Opener, Part, PartKind
from modulekit.products import locale
from modulekit.products.act_tables import ActTables, commands
from modulekit.products.strings import Strings
from modulekit.products.tongues import Tongues
from modulekit.products.transfer import Transfer

_MANIFEST = "tagmanifest-sha256.txt"
_COMMANDS = (  # by the step of the check that they belong to
    (
        2,
        (
            ("Windows", f"certutil -hashfile {_MANIFEST} SHA256"),
            ("Linux", f"sha256sum {_MANIFEST}"),
            ("macOS", f"shasum -a 256 {_MANIFEST}"),
        ),
    ),
    (
        3,
        (
            ("Linux", f"sha256sum --check --quiet manifest-sha256.txt {_MANIFEST}"),
            ("ModuleKit", "modulekit verify ."),
        ),
    ),
)
_SIGNED = f"ssh-keygen -Y verify -f allowed_signers -I SENDER -n modulekit -s {_MANIFEST}.sig < {_MANIFEST}"


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
        self._tables = ActTables(transfer, self._say)

    def act(self) -> tuple[Block, ...]:
        """The first page of the paper that is signed: who, and what."""
        return (
            Opener(self._say.title(lambda words: words("product-act")), "act"),
            self._tables.head(),
            self._tables.parties(),
            self._say.beside(lambda words: words("act-handed"), leads=True),
            self._tables.subject(),
        )

    def confirmation(self) -> tuple[Block, ...]:
        """Its second page: nobody signs a page that does not hold the digest."""
        return (
            Heading(2, self._say.line(lambda words: words("act-confirm")), id="act:confirm"),
            self._say.beside(lambda words: words("act-digest"), leads=True),
            self._tables.digest(),
            self._say.ticks("act-checked", "act-no-remarks"),
            self._say.beside(lambda words: words("act-remarks"), leads=True),
            Lines(1),
            self._say.beside(self._copies, leads=True),
            self._tables.signatures(),
        )

    def contents(self) -> tuple[Block, ...]:
        """The annex: every document that is handed over."""
        return (
            Opener(self._say.title(lambda words: words("act-contents")), "act:contents"),
            self._say.beside(self._total, leads=True),
            self._tables.contents(),
        )

    def check(self) -> tuple[Block, ...]:
        """The page for the receiver: what to do, then what to type for it."""
        is_signed = bool(self._transfer.signed_by)
        keys = ["act-check-open", "act-check-type", "act-check-files"] + ["act-check-signature"] * is_signed
        return (
            Opener(self._say.title(lambda words: words("act-check")), "act:check"),
            self._say.beside(lambda words: words("act-check-lead"), lambda words: words("act-check-wrong")),
            self._tables.steps(keys),
            commands((*_COMMANDS, *[(4, (("OpenSSH", _SIGNED),))] * is_signed)),
        )

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
