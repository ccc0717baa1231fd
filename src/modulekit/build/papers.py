"""The papers of a package: each finished file with its place in the box, and how it is printed.

Takes a kit and the editions that were built, gives papers. Must not know bags or the start page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.build import Built, Job
from modulekit.formats.table import FORMATS
from modulekit.model import Module
from modulekit.model.kits import Kit
from modulekit.products.prints import Copies
from modulekit.products.quantities import Amount
from modulekit.products.strings import Strings
from modulekit.products.table import PRODUCTS

_BOTH_SIDES = 2  # pages on a sheet


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of a package. ``path`` is its place below ``data/``; ``language`` is empty where it has none.

    ``copies`` says how many are printed for the least and for the most participants; ``None`` where it is not printed
    as a rule. ``folder``, ``product`` and ``format`` are names; ``title`` is written in the paper's own language.
    """

    path: PurePosixPath
    data: bytes
    folder: str
    title: str
    product: str
    format: str
    language: str = ""
    pages: int | None = None
    copies: Amount | None = None
    one_sided: bool = False

    @property
    def sheets(self) -> int:
        """The sheets of one copy; 0 where the file has no pages."""
        pages = self.pages or 0
        return pages if self.one_sided else -(-pages // _BOTH_SIDES)

    @property
    def both_sides(self) -> bool:
        """Whether the backs of its sheets are used."""
        return not self.one_sided and (self.pages or 0) > 1


def papers_of(kit: Kit, made: Iterable[tuple[Job, Built]]) -> tuple[Paper, ...]:
    """The papers of a kit in every language that was built, in the order of the kit.

    Each language has a folder of its own, where there is more than one.
    """
    editions = tuple(made)
    return tuple(
        paper
        for job, built in editions
        for paper in _of_edition(kit, job, built, PurePosixPath(*[job.module.language][: len(editions) - 1]))
    )


def _of_edition(kit: Kit, job: Job, built: Built, top: PurePosixPath) -> Iterator[Paper]:
    records = {(record.product, record.format): record for record in built.records}
    language = job.module.language
    prints = kit.audience == "trainer"  # whoever takes a course prints for nobody else
    for folder in kit.folders:
        for name, formats in folder.products.items():
            for format in formats:
                record = records.get((name, format))
                if record is None:
                    continue  # the edition cannot have it, which is said where the build is ordered
                file = PurePosixPath(FORMATS[format].file_name(name))
                product = PRODUCTS[name]
                yield Paper(
                    path=top / folder.folder / f"{file.stem}-{language.lower()}{file.suffix}",
                    data=built.files[PurePosixPath(record.path)],
                    folder=folder.folder,
                    title=title_of(job.strings, name),
                    product=name,
                    format=format,
                    language=language,
                    pages=record.pages,
                    copies=_copies(job.module, product.copies) if prints and format == "pdf" else None,
                    one_sided=product.one_sided,
                )


def title_of(strings: Strings, product: str) -> str:
    """What a product is called."""
    return strings(f"product-{product}")


def _copies(module: Module, copies: Copies) -> Amount | None:
    match copies:
        case Copies.PARTICIPANT:
            return Amount(module.group.least, module.group.most)
        case Copies.TRAINER:
            return Amount(module.trainers, module.trainers)
        case Copies.ONCE:
            return Amount(1, 1)
        case Copies.NONE:
            return None
