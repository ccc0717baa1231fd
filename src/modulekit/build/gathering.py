"""What became of one edition: its files, its records, and all that was found in them.

Takes the results of pieces as they end, gives the edition or diagnostics. Must not know who made anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from modulekit.build.job import Job
from modulekit.build.leakscan import NOTHING, Secrets, unreadable
from modulekit.build.leftovers import told
from modulekit.build.packing import unpack_printed
from modulekit.build.pieces import LEFT, LOOKED, Looked, Pieces
from modulekit.build.plan import Key, Task
from modulekit.build.record import EditionRecord, FileRecord
from modulekit.build.where import Where
from modulekit.build.why import Trace
from modulekit.codes import finding
from modulekit.delivery.leaks import Leak, Scan
from modulekit.diagnostics import Diagnostic, Report
from modulekit.formats.press import Finding
from modulekit.formats.table import FORMATS
from modulekit.model import Module
from modulekit.products.table import PRODUCTS

Sink = Callable[[PurePosixPath, bytes], None]
"""Takes each file as soon as it is finished."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of one edition by their path in ``dist/<module>``, what is recorded of them, and what they are made of.
    ``files`` is empty where a sink took them."""

    files: Mapping[PurePosixPath, bytes]
    records: tuple[FileRecord, ...]
    edition: EditionRecord
    traces: tuple[Trace, ...] = ()


@dataclass(slots=True)
class Gathering:
    """One edition in the making. ``secrets`` gives those of its own module and of the one in the second language, each
    with where its phrases stand."""

    job: Job
    whole: Module
    pieces: Pieces
    secrets: Callable[[], tuple[tuple[Secrets, Job], ...]]
    _files: dict[PurePosixPath, bytes] = field(default_factory=dict)
    _records: dict[Key, FileRecord] = field(default_factory=dict)
    _said: dict[Key, tuple[Finding, ...]] = field(default_factory=dict)
    _looked: dict[Key, Looked] = field(default_factory=dict)
    _left: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def take(self, name: Any, result: Any, sink: Sink | None) -> Task | None:
        """Take the result of a piece; the task that it was, where it was one."""
        if name[0] == LOOKED:
            self._looked[name[1]] = result
            return None
        if name[0] == LEFT:
            self._left[name[1]] = result
            return None
        task = self.pieces.by_key[name]
        if task.kind in FORMATS:
            self._take_file(task, result, sink)
        return task

    def _take_file(self, task: Task, result: bytes, sink: Sink | None) -> None:
        printed = unpack_printed(result)
        self._said[task.key] = printed.findings
        if task.wanted:
            path, product = self.pieces.path(task), PRODUCTS[task.product]
            self._records[task.key] = FileRecord.of(path, product.name, product.audience.value, task.kind, printed)
            if sink:
                sink(path, printed.data)
            else:
                self._files[path] = printed.data

    def built(self, report: Report) -> Built | None:
        """The edition, when all pieces have ended; ``None`` where something was found that stops a build."""
        scan, leaks = self._scan()
        report.extend(self._said_by_writers())
        report.extend(leaks)
        for task in self._wanted():
            report.extend(finding(code, message, hint=hint) for code, message, hint in self._looked[task.key].not_shown)
        report.extend(told(self.job, self._left))
        if report.has_errors:
            return None
        tasks = self._wanted()
        files = {path: self._files[path] for path in map(self.pieces.path, tasks) if path in self._files}
        records = tuple(self._records[task.key] for task in tasks)
        traces = tuple(self.pieces.traces[task.key] for task in tasks)
        return Built(files, records, EditionRecord.of(self.job, scan), traces)

    def _wanted(self) -> list[Task]:
        return [task for task in self.pieces.tasks if task.wanted]

    def _said_by_writers(self) -> Iterator[Diagnostic]:
        """What writers noticed, each once, with the files in which they noticed it."""
        where = Where(self.whole, self.job.places)
        files: dict[Finding, list[str]] = {}
        for task in self.pieces.tasks:
            for said in dict.fromkeys(self._said.get(task.key, ())):
                files.setdefault(said, []).append(FORMATS[task.kind].file_name(task.product))
        for said, names in files.items():
            message = f"{said.message[:1].upper()}{said.message[1:].rstrip('.')} ({', '.join(names)})."
            yield finding(said.code, message, where.span(said.target), said.hint)

    def _scan(self) -> tuple[Scan, list[Diagnostic]]:
        """What all hunts came to, one scan after the other."""
        looked = {str(self.pieces.path(task)): self._looked[task.key] for task in self._wanted()}
        unread = [unreadable(found.unreadable) for found in looked.values() if found.unreadable]
        if unread:
            return NOTHING, unread
        scan, diagnostics = NOTHING, list[Diagnostic]()
        for number, (secrets, job) in enumerate(self.secrets()):
            one = _together({path: found.hunts[number] for path, found in looked.items() if len(found.hunts) > number})
            if one.files:
                diagnostics += secrets.told(one, job.places)
            scan = scan.and_again(one) if number else one
        return scan, diagnostics


def _together(found: Mapping[str, Mapping[str, Any]]) -> Scan:
    """The scan of several files, from what was found in each."""
    if not found:
        return NOTHING
    any_of_them = next(iter(found.values()))
    return Scan(
        tuple(Leak(path, index, characters) for path, one in found.items() for index, characters in one["leaks"]),
        any_of_them["searched"],
        tuple(any_of_them["short"]),
        tuple(any_of_them["public"]),
        len(found),
        sum(one["characters"] for one in found.values()),
    )
