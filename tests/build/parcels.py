"""Parcels for tests: the small course in a kit, with papers of a few bytes in the place of finished files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from modulekit.build.job import Job
from modulekit.build.papers import Paper, title_of
from modulekit.build.parcel import Parcel
from modulekit.build.sources import CourseZip
from modulekit.formats.table import FORMATS
from modulekit.model import Centre
from modulekit.model.kits import Kit
from modulekit.products.quantities import Amount
from modulekit.products.strings import Strings, parse_strings
from modulekit.resources import templates
from modulekit.review.kits import builtin_kits
from tests.courses import english, small

DAY = date(2026, 11, 2)
SOURCE = CourseZip("short-meetings-1.10-source", b"PK", 12)


def paper(
    product: str, format: str, folder: str, data: bytes = b"", words: Strings | None = None, **facts: Any
) -> Paper:
    """A paper as the builder names and places it."""
    words = words or english()
    file = PurePosixPath(FORMATS[format].file_name(product))
    return Paper(
        path=PurePosixPath(folder) / f"{file.stem}-{words.language}{file.suffix}",
        data=data or f"{product} as {format} in {words.language}".encode(),
        folder=folder,
        title=title_of(words, product),
        product=product,
        format=format,
        language=words.language,
        **facts,
    )


GUIDE = paper("guide", "pdf", "trainers", b"guide", pages=7, copies=Amount(2, 2))
HANDOUT = paper("handout", "pdf", "participants", b"handout" * 200, pages=21, copies=Amount(4, 12))
BADGES = paper("badges", "pdf", "preparation", b"badges", pages=3, copies=Amount(1, 1), one_sided=True)
SLIDES = paper("slides", "pptx", "trainers", b"slides", pages=18)


def parcel(kit: str = "centre") -> Parcel:
    """A parcel with four papers and the course itself."""
    return Parcel(builtin_kits()[kit], (small(),), (BADGES, GUIDE, SLIDES, HANDOUT), DAY, SOURCE)


def whole(kit: Kit, centre: Centre | None, *languages: str) -> Parcel:
    """Everything that ``kit`` names, for ``centre`` in ``languages``."""
    jobs = tuple(_job(language, centre) for language in languages)
    papers = tuple(paper for job in jobs for paper in _papers(kit, job.strings, len(jobs) > 1))
    return Parcel(kit, jobs, papers, DAY, SOURCE if kit.source else None)


def _job(language: str, centre: Centre | None) -> Job:
    words = parse_strings((templates() / "strings" / f"{language}.yaml").read_text("utf-8"), language)
    module = small().module.model_copy(update={"language": language})
    return dataclasses.replace(small(), module=module, strings=words, centre=centre)


def _papers(kit: Kit, words: Strings, is_one_of_many: bool) -> Iterator[Paper]:
    top = PurePosixPath(words.language if is_one_of_many else "")
    for folder in kit.folders:
        for product, formats in folder.products.items():
            for format in formats:
                printed: dict[str, Any] = {"pages": 3, "copies": Amount(1, 2)} if format == "pdf" else {}
                made = paper(product, format, folder.folder, words=words, **printed)
                yield dataclasses.replace(made, path=top / made.path)
