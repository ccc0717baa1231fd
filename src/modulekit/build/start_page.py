"""The page that lies on top of a package, ``00_START_HERE.html``: what is in the box, in all of its languages.

Takes a parcel and the theme, gives one HTML file without a script and without an address outside of the package. Must
not know bags.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from modulekit import __version__
from modulekit.build.job import Job
from modulekit.build.leaflets import leaflet_path
from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel, course_title, folder_about, folder_name, kit_name
from modulekit.build.printing import (
    PrintLine,
    how_to_print,
    number,
    print_besides,
    print_lead,
    print_list,
    print_total,
    size,
)
from modulekit.formats.sandbox import environment
from modulekit.formats.theme import Theme
from modulekit.model.visibility import Logo
from modulekit.products import locale
from modulekit.products.context import media_type
from modulekit.products.strings import Strings

START_PAGE = PurePosixPath("00_START_HERE.html")
PAYLOAD = PurePosixPath("data")

_FIRST_READ = ("guide", "handout")
"""Products to begin with; the first one that is in the package is named."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file on the start page, in words."""

    href: str
    title: str
    use: str
    pages: str
    size: str
    print: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder on the start page."""

    id: str
    name: str
    about: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another language of the package."""

    language: str
    name: str
    files: str


@dataclass(frozen=True, slots=True)
class Side:
    """The start page in one language."""

    language: str
    words: Strings
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    kit: str
    shelves: tuple[Shelf, ...]
    first: Row | None
    prints: tuple[PrintLine, ...]
    print_lead: str
    print_total: str
    print_besides: str
    print_file: str
    verify_file: str
    source: str
    source_size: str
    source_about: str
    others: tuple[Other, ...]
    statement: tuple[str, ...]
    emblem: str
    emblem_alt: str
    organisation: str


def start_page(parcel: Parcel, templates: Path, theme: Theme) -> bytes:
    """The page; the first language is shown until the reader chooses another."""
    sandbox = environment(templates)
    css = sandbox.get_template("package/start.css").render({group: dict(of) for group, of in theme.groups.items()})
    page = sandbox.get_template("package/start.html")
    sides = [_side(parcel, job) for job in parcel.jobs]
    return page.render(sides=sides, first=sides[0], css=css).encode()


def _side(parcel: Parcel, job: Job) -> Side:
    strings, module = job.strings, job.module
    papers = parcel.of_language(module.language)
    shelves = tuple(_shelves(parcel, strings, papers))
    rows = {paper.product: _row(paper, strings) for paper in papers if paper.format == "pdf"}
    prints = print_list(papers, strings) if parcel.is_for_trainers else ()
    emblem = job.visible.emblem
    return Side(
        language=module.language,
        words=strings,
        name=_endonym(module.language),
        title=course_title(job),
        facts=tuple(_facts(job)),
        kit=kit_name(parcel.kit, strings),
        shelves=shelves,
        first=next((rows[name] for name in _FIRST_READ if name in rows), None),
        prints=prints,
        print_lead=print_lead(job.module.group, strings),
        print_total=print_total(papers, strings),
        print_besides=print_besides(papers, strings),
        print_file=str(leaflet_path("PRINT_LIST", module.language)),
        verify_file=str(leaflet_path("VERIFY", module.language)),
        source=str(PAYLOAD / parcel.source_path) if parcel.source else "",
        source_size=size(len(parcel.source.data), strings) if parcel.source else "",
        source_about=strings("folder-about-source", version=__version__),
        others=tuple(_others(parcel, job)),
        statement=job.visible.statement,
        emblem=_picture(emblem) if emblem else "",
        emblem_alt=emblem.alt if emblem else "",
        organisation=job.organisation,
    )


def _facts(job: Job) -> Iterator[tuple[str, str]]:
    strings, control = job.strings, job.module.document
    if job.centre:
        yield strings("start-for"), job.centre.name.text(strings.language)
    if job.delivery:
        yield strings("start-taught"), locale.days(strings, [day.date for day in job.delivery.days])
    version = strings("version-of", version=control.version, date=locale.day(strings, control.date))
    yield strings("version"), f"{version} · {job.module.code}"


def _shelves(parcel: Parcel, strings: Strings, papers: tuple[Paper, ...]) -> Iterator[Shelf]:
    for folder in parcel.kit.folders:
        rows = tuple(_row(paper, strings) for paper in papers if paper.folder == folder.folder)
        if rows:
            id = f"{strings.language}-{folder.folder}"
            yield Shelf(id, folder_name(folder, strings), folder_about(folder, strings), rows)


def _row(paper: Paper, strings: Strings) -> Row:
    return Row(
        href=str(PAYLOAD / paper.path),
        title=paper.title,
        use=strings(f"use-{paper.format}"),
        pages=number(paper.pages, strings) if paper.pages else "",
        size=size(len(paper.data), strings),
        print=how_to_print(paper, strings),
    )


def _others(parcel: Parcel, job: Job) -> Iterator[Other]:
    for other in parcel.jobs:
        language = other.module.language
        if language != job.module.language:
            count = len(parcel.of_language(language))
            yield Other(language, _endonym(language), other.strings("files-n", n=count))


def _endonym(language: str) -> str:
    name = locale.language_name(language)
    return name[:1].upper() + name[1:]


def _picture(logo: Logo) -> str:
    return f"data:{media_type(logo.path)};base64,{base64.b64encode(logo.data).decode('ascii')}"
