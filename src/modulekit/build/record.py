"""The record of a build, ``build.json``: every file with product, audience, format, pages, size and SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import PurePosixPath
from typing import Any

from modulekit import __version__
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
class Record:
    """The whole record. It holds no time and no machine: the same input gives the same bytes."""

    modulekit: str
    module: str
    code: str
    version: str
    date: str
    language: str
    files: tuple[FileRecord, ...]
    leak_scan: dict[str, int]

    @classmethod
    def of(cls, module: Module, files: Iterable[FileRecord], scan: Scan) -> Record:
        """The record of a build of ``module``."""
        control = module.document
        searched = {
            "files": scan.files,
            "characters": scan.characters,
            "phrases_searched": scan.searched,
            "phrases_too_short": len(scan.too_short),
            "phrases_also_public": len(scan.public),
            "leaks": len(scan.leaks),
        }
        ordered = tuple(sorted(files, key=lambda file: file.path))
        return cls(
            __version__,
            module.module,
            module.code,
            control.version,
            control.date.isoformat(),
            module.language,
            ordered,
            searched,
        )

    def with_kept(self, entries: Iterable[Mapping[str, Any]]) -> Record:
        """The record with ``entries`` of an earlier build whose files stay; malformed ones are left out."""
        names = {field.name for field in fields(FileRecord)}
        kept = (FileRecord(**entry) for entry in entries if set(entry) == names)
        return replace(self, files=tuple(sorted((*self.files, *kept), key=lambda file: file.path)))

    def to_json(self) -> bytes:
        """The bytes of ``build.json``."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n").encode()
