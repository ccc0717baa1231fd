"""The version that trainers taught before, beside the one that is built: the one that is named, or the one that the
receiver of a package holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from modulekit.build.holdings import last_before
from modulekit.build.lattice import Point
from modulekit.build.paging import handout_pages
from modulekit.build.prepare import Preparation
from modulekit.cli.progress import shown
from modulekit.cli.versions import NoVersionError, told, version
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Report
from modulekit.formats.press import Press
from modulekit.model.handover import Handover
from modulekit.products import locale


def with_earlier(
    preparation: Preparation, wanted: tuple[Point, ...], since: str, report: Report, press: Press | None = None
) -> Preparation:
    """``preparation`` with the version ``since`` of its module beside it; where there is none, that is reported. With a
    ``press`` its handout is laid out, so that a change sheet can tell its pages.

    What the earlier version lacks in a language is no error: then that edition has no change sheet, and a note.
    """
    try:
        before = _read(since, preparation, wanted, report)
    except NoVersionError as error:
        told(error, report)
        return preparation
    if before is None:
        return preparation
    report.extend(_speechless(before, wanted))
    return _beside(preparation, before, wanted, press)


def with_held(
    preparation: Preparation, wanted: tuple[Point, ...], packages: Path, report: Report, press: Press | None = None
) -> Preparation:
    """``preparation`` with the version that the receiver of ``wanted`` holds, where an older one was handed over.

    It is looked for among the tags of git, then among the ``packages``; MK965 where it is in neither.
    """
    module, records = preparation.source.module, preparation.workspace.handovers
    languages = [point.language for point in wanted]
    held = last_before((document.node for document in records.values()), module, wanted[0].centre, languages)
    if held is None:
        return preparation
    for name in _names(held, packages):
        try:
            before = _read(name, preparation, wanted, Report())
        except NoVersionError:
            continue
        if before is not None and before.source.module.document.version == held.version:
            report.extend(_speechless(before, wanted))
            return _beside(preparation, before, wanted, press)
    words = (
        f"{held.centre} holds version {held.version} of {held.module} since {held.date}, and this version is found "
        f"neither as a tag in git nor as a package in {shown(packages)}: no change sheet is packed."
    )
    hint = "Name it with --since: a tag, a folder, or a package for a centre, which holds the course."
    report.add(finding("MK965", words, hint=hint))
    return preparation


def _beside(
    preparation: Preparation, before: Preparation, wanted: tuple[Point, ...], press: Press | None
) -> Preparation:
    pages = {}
    if press is not None:
        for point in wanted:
            if point.language in before.tongues and point.language not in pages:
                centre = point.centre if point.centre in before.workspace.centres else ""
                job = before.job(Point(centre, "", point.language), Report())
                pages[point.language] = handout_pages(job, press)
    return replace(preparation, earlier=before, earlier_pages=pages)


def _read(name: str, preparation: Preparation, wanted: tuple[Point, ...], report: Report) -> Preparation | None:
    """The version ``name`` of the same module; ``None`` where it has errors. Raises :class:`NoVersionError`."""
    module, root = preparation.source.module.module, preparation.workspace.root
    with version(name, module, root, report) as opened:
        if opened is None:
            return None
        return Preparation.of(opened.workspace, opened.source, wanted, Report(), policy="last-approved")


def _names(held: Handover, packages: Path) -> Iterator[str]:
    """What the version may be called in git, and where its package may stand."""
    for tag in (f"{held.module}-v{held.version}", f"{held.module}-{held.version}", f"v{held.version}", held.version):
        yield f"refs/tags/{tag}"
    yield str(packages / f"{held.package}.zip")
    yield str(packages / held.package)


def _speechless(before: Preparation, wanted: tuple[Point, ...]) -> Iterator[Diagnostic]:
    """MK965: languages that the earlier version does not have."""
    number = before.source.module.document.version
    for language in dict.fromkeys(point.language for point in wanted):
        if language not in before.tongues:
            name = locale.language_name(language)
            words = f"Version {number} is not to be had in “{language}” ({name}): this edition has no change sheet."
            yield finding("MK965", words, hint="Who taught it in another language finds the changes in that edition.")
