"""The page to read first: how one module becomes everything that is handed out.

.. code-block:: text

    Module ─translate─localise─identify─number─redact→ Edition ─products→ Document | Deck ─formats→ bytes ─leaks→ files

Takes a module that was read and checked, an order, and the tools of the writers; gives the files of ``dist/<module>``,
or diagnostics. Must not know the command line, print, or read the clock.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.build.job import Job
from modulekit.build.leakscan import scan_for_leaks
from modulekit.build.leftovers import foreign_script, sentences_left
from modulekit.build.plan import Kind, Order, Task, make_plan
from modulekit.build.record import EditionRecord, FileRecord
from modulekit.build.shown import not_shown
from modulekit.build.where import Where
from modulekit.codes import finding
from modulekit.delivery.leaks import Scan
from modulekit.diagnostics import Diagnostic, Report
from modulekit.document import Deck, Document
from modulekit.editions import identify, number, redact
from modulekit.formats.press import Finding, Press, Printed
from modulekit.formats.table import FORMATS
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.model.blocks import Figure
from modulekit.model.edition import Edition
from modulekit.model.walk import walk
from modulekit.products.context import Context, Layouts
from modulekit.products.table import PRODUCTS, SECOND_LANGUAGE

__all__ = ["Built", "Job", "Order", "build", "make_plan"]

Progress = Callable[[Task], None]
Result = Document | Deck | Printed | tuple[bytes, ...]
_PICTURE_WIDTH = 560  # pixels: some 300 an inch at the size that the guide prints


def _silent(task: Task) -> None:
    """The progress of a build that nobody watches."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of one edition by their path in ``dist/<module>``, and what is recorded of them."""

    files: Mapping[PurePosixPath, bytes]
    records: tuple[FileRecord, ...]
    edition: EditionRecord


def build(job: Job, order: Order, press: Press, report: Report, progress: Progress = _silent) -> Built | None:
    """Build what ``order`` asks for of one edition; ``None`` where something was found that stops a build.

    Products are composed and written side by side, each as soon as what it needs is there. ``progress`` is called from
    other threads, once for each task that ends.
    """
    whole = identify(job.module)
    editions = _editions(job, whole)
    whole_beside = identify(job.beside.module) if job.beside else None
    beside = _editions(job.beside, whole_beside) if job.beside and whole_beside else {}
    tasks = make_plan(order, job.having)
    results: dict[tuple[str, Kind], Future[Result]] = {}
    with ThreadPoolExecutor(max_workers=max(4, len(tasks))) as threads:
        for task in tasks:  # what a task needs stands before it in the plan
            needs = {key: results[key] for key in task.needs}
            audience = PRODUCTS[task.product].audience
            second = Context(beside[audience], job.beside.strings) if job.beside else None
            context = Context(editions[audience], job.strings, beside=second)
            results[task.key] = threads.submit(_run, task, context, needs, press, progress)
    printed = {task: result for task in tasks if isinstance(result := results[task.key].result(), Printed)}
    report.extend(_said_by_writers(printed, Where(whole, job.places)))
    records, files, participant_files, bilingual_files = [], {}, {}, {}
    for task, result in printed.items():
        if not task.wanted:
            continue
        product = PRODUCTS[task.product]
        path = job.folder / _file_name(task)
        files[path] = result.data
        records.append(FileRecord.of(path, product.name, product.audience.value, task.kind, result))
        if product.audience is Audience.PARTICIPANT:
            participant_files[str(path)] = result.data
            if product.only_with == SECOND_LANGUAGE:
                bilingual_files[str(path)] = result.data
    pictures = editions[Audience.PARTICIPANT].assets
    scan = _scan(job, whole, participant_files, pictures, report)
    if job.beside and whole_beside:
        pictures = beside[Audience.PARTICIPANT].assets
        scan = scan.and_again(_scan(job.beside, whole_beside, bilingual_files, pictures, report))
    report.extend(not_shown(job.visible, _first_pages(printed)))
    report.extend(_sentences_left(job, {key: result.result() for key, result in results.items()}, printed, press))
    if report.has_errors:
        return None
    return Built(files, tuple(records), EditionRecord.of(job, scan))


def _sentences_left(
    job: Job, results: Mapping[tuple[str, Kind], Result], printed: Mapping[Task, Printed], press: Press
) -> Iterator[Diagnostic]:
    """What is left of the course's own language in the products of a translated edition, told from their plain text."""
    if not foreign_script(job):
        return
    plain = {}
    for product in dict.fromkeys(task.product for task in printed if task.wanted):
        content = results[product, "content"]
        assert isinstance(content, Document | Deck)
        plain[product] = FORMATS["text"].write(content, press, None).data.decode("utf-8")
    yield from sentences_left(job, plain)


def _file_name(task: Task) -> str:
    return FORMATS[task.kind].file_name(task.product)


def _first_pages(printed: Mapping[Task, Printed]) -> dict[tuple[str, bool], bytes]:
    """The files whose first pages are measured, each with whether it must carry the emblem of the funder."""
    return {
        (_file_name(task), PRODUCTS[task.product].emblem): result.data
        for task, result in printed.items()
        if task.wanted and task.kind in ("pdf", "docx", "pptx", "form")
    }


def _said_by_writers(printed: Mapping[Task, Printed], where: Where) -> Iterator[Diagnostic]:
    """What writers noticed, each once, with the files in which they noticed it."""
    files: dict[Finding, list[str]] = {}
    for task, result in printed.items():
        for said in dict.fromkeys(result.findings):
            files.setdefault(said, []).append(_file_name(task))
    for said, names in files.items():
        message = f"{said.message[:1].upper()}{said.message[1:].rstrip('.')} ({', '.join(names)})."
        yield finding(said.code, message, where.span(said.target), said.hint)


def _editions(job: Job, whole: Module) -> dict[Audience, Edition]:
    """The module as each audience sees it, with the pictures that this audience's texts show and no others."""
    numbering = number(whole)
    editions = {}
    for audience in Audience:
        module = redact(whole, audience)
        shown = {node.file for _, node in walk(module) if isinstance(node, Figure)}
        assets = {path: data for path, data in job.assets.items() if path in shown}
        editions[audience] = Edition(
            module,
            numbering,
            assets,
            job.organisation,
            job.centre,
            job.visible,
            job.delivery,
            job.participants,
            job.schedule,
            job.written_in,
            job.adaptations,
            job.changes if audience is Audience.TRAINER else None,
        )
    return editions


def _run(
    task: Task, context: Context, needs: Mapping[tuple[str, Kind], Future[Result]], press: Press, progress: Progress
) -> Result:
    result = _result(task, context, {key: future.result() for key, future in needs.items()}, press)
    progress(task)
    return result


def _result(task: Task, context: Context, given: Mapping[tuple[str, Kind], Result], press: Press) -> Result:
    """One task: compose a product, write it in a format, or take the pictures of its slides."""
    if task.kind == "content":
        return PRODUCTS[task.product].compose(dataclasses.replace(context, layouts=_layouts(given)))
    if task.kind == "pictures":
        return _pictures(given[task.product, "pdf"])
    content = given[task.product, "content"]
    assert isinstance(content, Document | Deck)
    laid_out = given.get((task.product, "pdf"))
    pages = laid_out.anchors if isinstance(laid_out, Printed) else None
    return FORMATS[task.kind].write(content, press, pages)


def _layouts(given: Mapping[tuple[str, Kind], Result]) -> Layouts:
    """What the products that were laid out before tell: pages by node, pictures by slide, how many pages there are."""
    printed = {product: result for (product, _), result in given.items() if isinstance(result, Printed)}
    pages = {product: result.anchors for product, result in printed.items()}
    lengths = {product: result.pages for product, result in printed.items() if result.pages}
    pictures: dict[str, bytes] = {}
    for (product, _), result in given.items():
        if isinstance(result, tuple):
            slides = sorted(pages[product].items(), key=lambda item: item[1])
            pictures = {id: result[page - 1] for id, page in slides if id.startswith("slide:") and page <= len(result)}
    return Layouts(pages, pictures, lengths)


def _pictures(printed: Result) -> tuple[bytes, ...]:
    from modulekit.formats.pictures import slide_pictures

    assert isinstance(printed, Printed)
    return slide_pictures(printed.data, _PICTURE_WIDTH)


def _scan(job: Job, whole: Module, files: Mapping[str, bytes], pictures: Mapping[str, bytes], report: Report) -> Scan:
    scan, diagnostics = scan_for_leaks(whole, files, job.strings, job.places, pictures)
    report.extend(diagnostics)
    return scan
