"""A parcel: what one receiver gets, before it is packed.

Takes a kit, the editions that were built and their papers; gives names and words for the pages that lie on top. Must
not know bags.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from modulekit.build.job import Job
from modulekit.build.papers import Paper
from modulekit.build.sources import CourseZip
from modulekit.model.kits import Kit, KitFolder
from modulekit.products.context import plain_text
from modulekit.products.strings import Strings

SOURCE = "source"
"""The folder of the files that the course is written in, below ``data/``."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A kit for one receiver. ``jobs`` are its editions, one for each language, the first one first.

    ``day`` is when it is packed; ``source`` is the course as it is written, where the kit wants it.
    """

    kit: Kit
    jobs: tuple[Job, ...]
    papers: tuple[Paper, ...]
    day: date
    source: CourseZip | None = None

    @property
    def first(self) -> Job:
        """The edition in the first language."""
        return self.jobs[0]

    @property
    def name(self) -> str:
        """The name of the package: module, version, kit, centre, delivery, and the language where there is but one."""
        job = self.first
        parts = (
            job.module.module,
            job.module.document.version,
            self.kit.kit,
            job.centre.centre if job.centre else "",
            job.delivery.delivery if job.delivery else "",
            job.module.language.lower() if len(self.jobs) == 1 else "",
        )
        return "-".join(part for part in parts if part)

    @property
    def is_for_trainers(self) -> bool:
        """Whether it goes to people who print for others."""
        return self.kit.audience == "trainer"

    @property
    def payload(self) -> dict[PurePosixPath, bytes]:
        """The files below ``data/``."""
        papers = {paper.path: paper.data for paper in self.papers}
        return papers | ({self.source_path: self.source.data} if self.source else {})

    @property
    def source_path(self) -> PurePosixPath:
        """Where the course itself lies below ``data/``."""
        return PurePosixPath(SOURCE, f"{self.source.name}.zip" if self.source else "")

    def of_language(self, language: str) -> tuple[Paper, ...]:
        """The papers in a language, in the order of the kit."""
        return tuple(paper for paper in self.papers if paper.language == language)


def course_title(job: Job) -> str:
    """The title of the course in the language of an edition, as plain words."""
    return plain_text(job.module.title)


def kit_name(kit: Kit, strings: Strings) -> str:
    """For whom a kit is; its id where nobody gave it a name."""
    return kit.name.text(strings.language) if kit.name else _own(strings, f"kit-{kit.kit}", kit.kit)


def folder_name(folder: KitFolder, strings: Strings) -> str:
    """What a folder is called; its id where nobody gave it a name."""
    return (
        folder.name.text(strings.language) if folder.name else _own(strings, f"folder-{folder.folder}", folder.folder)
    )


def folder_about(folder: KitFolder, strings: Strings) -> str:
    """What to do with what lies in a folder; nothing where nobody said it."""
    return folder.about.text(strings.language) if folder.about else _own(strings, f"folder-about-{folder.folder}", "")


def _own(strings: Strings, key: str, otherwise: str) -> str:
    return strings(key) if key in strings.entries else otherwise
