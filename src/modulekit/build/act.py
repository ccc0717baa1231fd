"""The act of transfer of a finished package, and what it states.

Takes a parcel and the digest of what was packed of it, gives the files of the act. Must not know bags: the act is made
after the package and lies beside it, because it prints the digest of everything that is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from modulekit.build.papers import Paper, title_of
from modulekit.build.parcel import Parcel, kit_name
from modulekit.build.printing import size
from modulekit.document import Document
from modulekit.formats.press import Finding, Press
from modulekit.formats.table import FORMATS
from modulekit.model import Workspace
from modulekit.products.act import act
from modulekit.products.context import plain_text
from modulekit.products.strings import Strings
from modulekit.products.transfer import Item, Party, Transfer

FORMATS_OF_ACT = ("pdf", "docx")
_FIRST = ("kk", "ru")
"""The languages that lead, where an act has them: the state language, then the official one."""
_MOST = 3  # columns of words that fit a page


@dataclass(frozen=True, slots=True)
class Handed:
    """What is known once a package is made. ``digest`` is the SHA-256 of its tag manifest in hexadecimal,
    ``signed_by`` the fingerprint of a key; ``number`` and ``day`` are empty where they are written by hand."""

    digest: str
    signed_by: str = ""
    number: str = ""
    day: date | None = None


def languages_of_act(asked: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """The languages of an act: those of ``asked`` that there are ``words`` in, three at most, Kazakh and Russian
    first."""
    known = frozenset(words)
    found = [language for language in dict.fromkeys(asked) if language in known]
    return tuple(sorted(found, key=lambda tag: _FIRST.index(tag) if tag in _FIRST else len(_FIRST))[:_MOST])


def act_files(
    parcel: Parcel, handed: Handed, workspace: Workspace, words: Mapping[str, Strings], press: Press
) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """The files of the act by format, and what their writers noticed. ``words`` are those of each language that an act
    may have; the others of the package are used as well."""
    document = act_of(parcel, handed, workspace, words)
    pdf = FORMATS["pdf"].write(document, press)
    printed = {"pdf": pdf, "docx": FORMATS["docx"].write(document, press, pdf.anchors)}
    found = dict.fromkeys(said for result in printed.values() for said in result.findings)
    return {format: printed[format].data for format in FORMATS_OF_ACT}, tuple(found)


def act_of(parcel: Parcel, handed: Handed, workspace: Workspace, words: Mapping[str, Strings]) -> Document:
    """The act as a document."""
    return act(transfer_of(parcel, handed, workspace, words))


def transfer_of(parcel: Parcel, handed: Handed, workspace: Workspace, words: Mapping[str, Strings]) -> Transfer:
    """What the act states."""
    module = parcel.first.module
    spoken = {**words, **{job.module.language: job.strings for job in parcel.jobs}}
    languages = languages_of_act(_asked(parcel), spoken)
    strings = [spoken[language] for language in languages]
    return Transfer(
        parties=tuple(_party(parcel, workspace, own) for own in strings),
        code=module.code,
        version=module.document.version,
        version_day=module.document.date,
        author=plain_text(module.document.author),
        package=parcel.name,
        languages=tuple(job.module.language for job in parcel.jobs),
        items=_items(parcel.papers, strings),
        files=len(parcel.payload),
        source=parcel.source is not None,
        digest=handed.digest,
        signed_by=handed.signed_by,
        number=handed.number,
        day=handed.day,
    )


def _asked(parcel: Parcel) -> tuple[str, ...]:
    """The languages of the package; where it has but one, also the others that its receiver teaches in."""
    packed = tuple(job.module.language for job in parcel.jobs)
    centre = parcel.first.centre
    return packed if len(packed) > 1 or centre is None else (*packed, *centre.languages)


def _party(parcel: Parcel, workspace: Workspace, strings: Strings) -> Party:
    """What is said in one language; the title of the course in another one, where it is not packed in this."""
    language = strings.language
    job = next((job for job in parcel.jobs if job.module.language == language), parcel.first)
    centre = parcel.first.centre
    return Party(
        strings=strings,
        title=plain_text(job.module.title),
        title_language=job.module.language,
        kit=kit_name(parcel.kit, strings),
        size=size(sum(map(len, parcel.payload.values())), strings),
        giver=workspace.organisation.text(language),
        receiver=centre.name.text(language) if centre else "",
        place=centre.place.text(language) if centre else "",
        address=tuple(filter(_is_known, (line.text(language) for line in centre.address))) if centre else (),
    )


def _is_known(line: str) -> bool:
    """Whether a line of an address says something: one in square brackets waits for the centre to complete it, and
    nobody signs a paper with that on it."""
    return not (line.startswith("[") and line.endswith("]"))


def _items(papers: Iterable[Paper], strings: Iterable[Strings]) -> tuple[Item, ...]:
    """Each document once, whatever its formats and languages, in the order of the kit."""
    found: dict[str, list[Paper]] = {}
    for paper in papers:
        found.setdefault(paper.product, []).append(paper)
    languages = tuple(strings)
    return tuple(_item(product, files, languages) for product, files in found.items())


def _item(product: str, papers: list[Paper], strings: tuple[Strings, ...]) -> Item:
    formats = dict.fromkeys(FORMATS[paper.format].ending.upper() for paper in papers)
    pages = {paper.language: paper.pages for paper in papers if paper.format == "pdf" and paper.pages}
    return Item(tuple(title_of(words, product) for words in strings), tuple(formats), pages, len(papers))
