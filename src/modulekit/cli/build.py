"""``modulekit build``."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import typer

from modulekit.build import Built, Job, Order, build, make_plan
from modulekit.cache import Cache
from modulekit.cli.check import check_sources
from modulekit.cli.exit_codes import WRONG_USE
from modulekit.cli.progress import listing, shown, working
from modulekit.cli.system import INSTALL, missing_libraries
from modulekit.cli.workspace import Loaded, exit_code, load, print_findings, unknown_name
from modulekit.codes import finding
from modulekit.delivery.stage import staged
from modulekit.diagnostics import Report
from modulekit.formats.press import Press
from modulekit.formats.table import FORMATS
from modulekit.formats.theme import Theme, ThemeError, parse_theme
from modulekit.products.strings import Strings, StringsError, parse_strings
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates
from modulekit.source import Source


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command as they were given."""

    modules: tuple[str, ...]
    products: tuple[str, ...]
    formats: tuple[str, ...]
    workspace: Path | None
    out: Path | None
    jobs: int
    use_cache: bool
    dry_run: bool
    output_format: str


def run(options: Options) -> int:
    """Read, check, build and put in place; the exit code."""
    report = Report()
    if not _names_are_known(options, report):
        _print_findings(report, Loaded(Path.cwd(), None, ()), options)
        return WRONG_USE
    loaded = load(options.workspace, options.modules, report)
    check_sources(loaded, report)
    order = Order(options.products, options.formats)
    if options.dry_run and not report.has_errors:
        _print_plan(loaded, order, options)
    elif not report.has_errors:
        _build_all(loaded, order, options, report)
        if not loaded.sources:
            typer.echo("The workspace holds no modules.", err=True)
    _print_findings(report, loaded, options)
    return exit_code(report, loaded)


def _print_findings(report: Report, loaded: Loaded, options: Options) -> None:
    """The list of files is the result and belongs to standard output, unless a program reads the findings there."""
    to = sys.stderr if options.output_format == "text" else sys.stdout
    print_findings(report, loaded, options.output_format, to)


def _names_are_known(options: Options, report: Report) -> bool:
    for kind, asked, known in (("product", options.products, PRODUCTS), ("format", options.formats, FORMATS)):
        report.extend(unknown_name(kind, name, tuple(known)) for name in asked if name not in known)
    if not report.has_errors and not any(task.wanted for task in make_plan(Order(options.products, options.formats))):
        words = f"{', '.join(options.products)} cannot be built as {', '.join(options.formats)}."
        report.add(finding("MK904", words, hint="`modulekit list` says which product has which formats."))
    return not report.has_errors


def _out(loaded: Loaded, options: Options) -> Path:
    return options.out or loaded.root / "dist"


def _print_plan(loaded: Loaded, order: Order, options: Options) -> None:
    for source in loaded.sources:
        folder = _out(loaded, options) / source.module.module / source.module.language
        for task in make_plan(order):
            if task.wanted:
                typer.echo(shown(folder) / FORMATS[task.kind].file_name(task.product))


def _build_all(loaded: Loaded, order: Order, options: Options, report: Report) -> None:
    missing = missing_libraries() if any(task.kind in ("pdf", "form") for task in make_plan(order)) else ()
    if missing:
        report.add(
            finding(
                "MK901",
                f"This computer lacks {', '.join(missing)}, which PDF files are made with.",
                hint=f"{INSTALL} {' '.join(missing)}",
            )
        )
        return
    theme = _theme(loaded, report)
    cache = Cache(loaded.root / ".modulekit" / "cache" if options.use_cache else None)
    with _processes(options.jobs) as pool:
        for source in loaded.sources:
            strings = _strings(source, report)
            if theme is None or strings is None:
                continue
            press = Press(templates(), theme, cache, pool)
            job = _job(loaded, source, strings)
            own = Report()  # errors of one module stop that module only
            with working(source.module.title, order) as progress:
                built = build(job, order, press, own, progress)
            report.extend(own)
            if built is None:
                continue
            target = _out(loaded, options) / source.module.module
            if _put(built, target, report) and options.output_format == "text":
                listing(target, built.record)


def _job(loaded: Loaded, source: Source, strings: Strings) -> Job:
    assert loaded.workspace is not None
    assets = {path: source.asset(path) for path in source.asset_files}
    return Job(source.module, source.places, assets, loaded.workspace.workspace.organisation, strings)


def _theme(loaded: Loaded, report: Report) -> Theme | None:
    base = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    if loaded.workspace is None or loaded.workspace.theme_text is None:
        return base
    try:
        return parse_theme(loaded.workspace.theme_text, base)
    except ThemeError as error:
        report.add(finding("MK903", f"The theme cannot be used: {error}.", loaded.workspace.places.at("theme")))
        return None


def _strings(source: Source, report: Report) -> Strings | None:
    language = source.module.language
    path = templates() / "strings" / f"{language}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in path.parent.glob("*.yaml")))
        words = f"ModuleKit has no words of its own in the language “{language}”."
        report.add(finding("MK904", words, source.places.at("language"), f"There are: {known}."))
        return None
    try:
        return parse_strings(path.read_text(encoding="utf-8"), language)
    except StringsError as error:
        report.add(finding("MK903", f"The words for “{language}” cannot be used: {error}."))
        return None


@contextmanager
def _processes(jobs: int) -> Iterator[Executor]:
    """Worker processes, started when they are first needed. Spawned: pango and its like do not survive a fork."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    count = jobs or cores or 1
    with ProcessPoolExecutor(max_workers=count, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def _put(built: Built, target: Path, report: Report) -> bool:
    """Put the files in place as one set; what an earlier build of other products made stays beside them."""
    kept, records = _kept(built, target)
    record = built.record.with_kept(records)
    try:
        with staged(target) as stage:
            for path, data in {**kept, **built.files, PurePosixPath("build.json"): record.to_json()}.items():
                stage.write(path, data)
    except OSError as error:
        words = f"{shown(target)} cannot be written: {error.strerror or error}."
        report.add(finding("MK902", words, hint="What was there before is as it was."))
        return False
    return True


def _kept(built: Built, target: Path) -> tuple[dict[PurePosixPath, bytes], list[dict[str, object]]]:
    """Files of an earlier build that this one does not make, as far as they are still what its record says."""
    try:
        earlier = json.loads((target / "build.json").read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}, []
    made = {str(path) for path in built.files}
    files, records = {}, []
    for entry in earlier:
        path = PurePosixPath(str(entry.get("path", "")))
        if str(path) in made or path.is_absolute() or ".." in path.parts or not (target / path).is_file():
            continue
        files[path] = (target / path).read_bytes()
        records.append(entry)
    return files, records
