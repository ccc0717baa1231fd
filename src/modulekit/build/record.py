"""The record of a build, ``build.json``: every edition, and every file with product, audience, pages and SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import PurePosixPath
from typing import Any

from modulekit import __version__
from modulekit.build.job import Job
from modulekit.delivery.leaks import Scan
from modulekit.formats.press import Printed
from modulekit.model import Module


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file. ``bytes`` is its size; ``pages`` counts pages or slides where the format has them."""

    path: str
    product: str
    audience: str
    format: str
    pages: int | None
    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: PurePosixPath, product: str, audience: str, format: str, printed: Printed) -> FileRecord:
        """The record of a file that was just written."""
        digest = hashlib.sha256(printed.data).hexdigest()
        return cls(str(path), product, audience, format, printed.pages, len(printed.data), digest)


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """One edition. ``folder`` is where its files stand; ``adapted`` tells whose material stands in each slot.

    ``marked`` names the texts that were printed in another language, or from an older translation, by their paths.
    """

    folder: str
    language: str
    centre: str
    delivery: str
    adapted: tuple[dict[str, Any], ...]
    marked: tuple[str, ...]
    leak_scan: dict[str, int]

    @classmethod
    def of(cls, job: Job, scan: Scan) -> EditionRecord:
        """The record of the edition that ``job`` made."""
        searched = {
            "files": scan.files,
            "characters": scan.characters,
            "phrases_searched": scan.searched,
            "phrases_too_short": len(scan.too_short),
            "phrases_also_public": len(scan.public),
            "leaks": len(scan.leaks),
        }
        adapted = tuple({"slot": found.slot, "regions": found.regions} for found in job.adaptations)
        centre = job.centre.centre if job.centre else ""
        delivery = job.delivery.delivery if job.delivery else ""
        return cls(str(job.folder), job.module.language, centre, delivery, adapted, job.marked, searched)


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record. It holds no time and no machine: the same input gives the same bytes."""

    modulekit: str
    module: str
    code: str
    version: str
    date: str
    editions: tuple[EditionRecord, ...]
    files: tuple[FileRecord, ...]

    @classmethod
    def of(cls, module: Module, editions: Iterable[EditionRecord], files: Iterable[FileRecord]) -> Record:
        """The record of a build of ``module``."""
        control = module.document
        return cls(
            __version__,
            module.module,
            module.code,
            control.version,
            control.date.isoformat(),
            tuple(sorted(editions, key=lambda edition: edition.folder)),
            tuple(sorted(files, key=lambda file: file.path)),
        )

    def with_kept(self, files: Iterable[Mapping[str, Any]], editions: Iterable[Mapping[str, Any]] = ()) -> Record:
        """The record with ``files`` of an earlier build that stay, and the editions they belong to.

        Entries that are malformed, and editions of which nothing stays, are left out.
        """
        names = {field.name for field in fields(FileRecord)}
        kept = tuple(FileRecord(**entry) for entry in files if set(entry) == names)
        folders = {str(PurePosixPath(file.path).parent) for file in kept} - {made.folder for made in self.editions}
        names = {field.name for field in fields(EditionRecord)}
        earlier = (EditionRecord(**entry) for entry in editions if set(entry) == names)
        stay = tuple(edition for edition in earlier if edition.folder in folders)
        return replace(
            self,
            editions=tuple(sorted((*self.editions, *stay), key=lambda edition: edition.folder)),
            files=tuple(sorted((*self.files, *kept), key=lambda file: file.path)),
        )

    def to_json(self) -> bytes:
        """The bytes of ``build.json``."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n").encode()
