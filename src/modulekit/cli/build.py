"""``modulekit build``."""

from __future__ import annotations

import gc
import json
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import typer

from modulekit.build import Order, make_plan
from modulekit.build.lattice import Point, Wish
from modulekit.build.prepare import Preparation, points, promised
from modulekit.build.record import EditionRecord, FileRecord, Record
from modulekit.build.why import Trace
from modulekit.cli.check import check_sources
from modulekit.cli.earlier import with_earlier
from modulekit.cli.editions import out_of_reach, unknown_receivers
from modulekit.cli.endings import print_built
from modulekit.cli.exit_codes import WRONG_USE
from modulekit.cli.listed import listing, shown
from modulekit.cli.making import editions, press_for
from modulekit.cli.planned import plan, reasons
from modulekit.cli.pool import Workers
from modulekit.cli.reasons import keep, remembered, tell
from modulekit.cli.reproducible import verified
from modulekit.cli.stamp import Set
from modulekit.cli.unchanged import remember, set_of
from modulekit.cli.workspace import Loaded, exit_code, load, unknown_name
from modulekit.codes import finding
from modulekit.delivery.stage import staged
from modulekit.diagnostics import Report
from modulekit.formats.press import Press
from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS
from modulekit.review.theme import read_theme
from modulekit.source import Source


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command as they were given."""

    modules: tuple[str, ...]
    products: tuple[str, ...]
    formats: tuple[str, ...]
    wish: Wish
    translations: str
    fit: int | None
    workspace: Path | None
    out: Path | None
    jobs: int
    use_cache: bool
    dry_run: bool
    output_format: str
    since: str = ""
    scheduler: str = ""
    verify_reproducible: bool = False
    why: bool = False


def run(options: Options, workers: Workers) -> int:
    """Read, check, build and put in place; the exit code. ``workers`` do the work where no cluster does it."""
    report = Report()
    if not _names_are_known(options, report):
        _print_findings(report, Loaded(Path.cwd(), None, ()), options)
        return WRONG_USE
    loaded = load(options.workspace, options.modules, report)
    if loaded.workspace is not None:
        unknown = (
            *unknown_receivers(loaded.workspace, loaded.sources, options.wish),
            *out_of_reach(
                loaded.workspace, loaded.sources, options.wish, options.products, earlier=bool(options.since)
            ),
        )
        if unknown:
            report.extend(unknown)
            _print_findings(report, loaded, options)
            return WRONG_USE
    check_sources(loaded, report, use_cache=options.use_cache)
    gc.freeze()  # what was read stays
    gc.enable()
    order = Order(options.products, options.formats)
    if options.verify_reproducible and not report.has_errors:
        return _verify(loaded, options)
    if options.dry_run and not report.has_errors:
        _print_plan(loaded, order, options, report)
    elif not report.has_errors:
        made = _build_all(loaded, order, options, report, workers)
        if not loaded.sources:
            typer.echo("The workspace holds no modules.", err=True)
        elif not report.has_errors:
            modules = [source.module.module for source in loaded.sources]
            remember(loaded.seen, modules, report, options.output_format, exit_code(report, loaded), made)
    _print_findings(report, loaded, options)
    return exit_code(report, loaded)


def _verify(loaded: Loaded, options: Options) -> int:
    """Build in processes of their own, which say what there is to say of the course."""
    code, found = verified(sys.argv[1:], options.jobs)
    report = Report()
    report.extend(found)
    _print_findings(report, loaded, options)
    return code or exit_code(report, loaded)


def _print_findings(report: Report, loaded: Loaded, options: Options) -> None:
    print_built(report, loaded.root, options.output_format)


def _names_are_known(options: Options, report: Report) -> bool:
    for kind, asked, known in (("product", options.products, PRODUCTS), ("format", options.formats, FORMATS)):
        report.extend(unknown_name(kind, name, tuple(known)) for name in asked if name not in known)
    everything = frozenset(product.only_with for product in PRODUCTS.values())
    order = Order(options.products, options.formats)
    if not report.has_errors and not any(task.wanted for task in make_plan(order, everything)):
        words = f"{', '.join(options.products)} cannot be built as {', '.join(options.formats)}."
        report.add(finding("MK904", words, hint="`modulekit list` says which product has which formats."))
    return not report.has_errors


def _out(loaded: Loaded, options: Options) -> Path:
    return options.out or loaded.root / "dist"


def _print_plan(loaded: Loaded, order: Order, options: Options, report: Report) -> None:
    assert loaded.workspace is not None
    theme = read_theme(loaded.workspace, report) if options.why else None
    for source in loaded.sources:
        target = _out(loaded, options) / source.module.module
        before = remembered(loaded.root, target)
        wanted = points(loaded.workspace, source, options.wish)
        preparation = _prepared(loaded, source, wanted, options, report) if theme else None
        for point in () if report.has_errors else wanted:
            tasks = make_plan(order, promised(loaded.workspace, source, point, earlier=bool(options.since)))
            why = reasons(preparation, point, order, theme, before) if preparation and theme else None
            plan(target, Path(point.folder), tasks, why)


def _prepared(
    loaded: Loaded,
    source: Source,
    wanted: tuple[Point, ...],
    options: Options,
    report: Report,
    press: Press | None = None,
) -> Preparation:
    """What all editions of a module are made from; what is missing is reported."""
    assert loaded.workspace is not None
    preparation = Preparation.of(loaded.workspace, source, wanted, report, policy=options.translations, fit=options.fit)
    if options.since:
        paged = press if "changes" in options.products else None
        preparation = with_earlier(preparation, wanted, options.since, report, paged)
    return preparation


def _build_all(loaded: Loaded, order: Order, options: Options, report: Report, workers: Workers) -> list[Set]:
    made: list[Set] = []
    with press_for(
        loaded, order, report, use_cache=options.use_cache, scheduler=options.scheduler, workers=workers
    ) as press:
        if press is None:
            return []
        for source in loaded.sources:
            own = Report()  # errors of one module stop that module only
            target = _out(loaded, options) / source.module.module
            new = _build_module(loaded, source, order, options, press, target, own)
            report.extend(own)
            if new is not None:
                made.append(new)
                if options.output_format == "text" and not options.why:
                    listing(target, new.rows)
    return made


def _build_module(
    loaded: Loaded, source: Source, order: Order, options: Options, press: Press, target: Path, report: Report
) -> Set | None:
    """Build every edition that was asked for and put them in place as one set; what was put there.

    ``None`` where one of them has errors: then everything stays as it was.
    """
    assert loaded.workspace is not None
    wanted = points(loaded.workspace, source, options.wish)
    preparation = _prepared(loaded, source, wanted, options, report, press)
    if report.has_errors:
        return None
    made: list[EditionRecord] = []
    files: list[FileRecord] = []
    traces: list[Trace] = []
    try:
        with staged(target) as stage:
            for _, built in editions(preparation, wanted, order, press, report, stage.write):
                made.append(built.edition)
                files.extend(built.records)
                traces.extend(built.traces)
            if report.has_errors:
                raise _NothingBuiltError
            kept, earlier = _kept(target, {record.path for record in files})
            record = Record.of(source.module, made, files)
            whole = record.with_kept(earlier["files"], earlier["editions"]).to_json()
            for path, data in kept.items():
                stage.write(path, data)
            stage.write(PurePosixPath("build.json"), whole)
    except _NothingBuiltError:
        return None
    except OSError as error:
        words = f"{shown(target)} cannot be written: {error.strerror or error}."
        report.add(finding("MK902", words, hint="What was there before is as it was."))
        return None
    _account(loaded, target, traces, options)
    return set_of(target, whole, record.files)


def _account(loaded: Loaded, target: Path, traces: list[Trace], options: Options) -> None:
    """Say why files were made, where somebody asks, and remember what they are made of for the next time."""
    before = remembered(loaded.root, target)
    if options.why and options.output_format == "text":
        tell(target, before, traces)
    if options.use_cache:
        keep(loaded.root, target, before, traces)


class _NothingBuiltError(Exception):
    """An edition has errors, so the whole set stays as it was."""


def _kept(target: Path, made: set[str]) -> tuple[dict[PurePosixPath, bytes], dict[str, list[dict[str, Any]]]]:
    """What an earlier build left that this one does not make, with its records, as far as it is still there."""
    nothing: dict[str, list[dict[str, Any]]] = {"files": [], "editions": []}
    try:
        earlier = json.loads((target / "build.json").read_bytes())
        entries, editions = earlier["files"], earlier["editions"]
        paths = [PurePosixPath(str(entry["path"])) for entry in entries]
    except (OSError, ValueError, KeyError, TypeError):
        return {}, nothing
    files, records = {}, []
    for path, entry in zip(paths, entries, strict=True):
        if str(path) in made or path.is_absolute() or ".." in path.parts or not (target / path).is_file():
            continue
        files[path] = (target / path).read_bytes()
        records.append(entry)
    return files, {"files": records, "editions": editions}
