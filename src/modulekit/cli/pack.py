"""``modulekit pack``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path

import typer

from modulekit.build import Order
from modulekit.build.lattice import Point, Wish
from modulekit.build.pack import Packed, Parcel, pack
from modulekit.build.papers import papers_of
from modulekit.build.prepare import Preparation, points, promised
from modulekit.build.sources import course_zip
from modulekit.build.weight import too_heavy
from modulekit.cli.check import check_sources
from modulekit.cli.delivering import send
from modulekit.cli.earlier import with_earlier, with_held
from modulekit.cli.editions import LACKING, REMEDY, unknown_receivers
from modulekit.cli.exit_codes import WRONG_USE
from modulekit.cli.handing import Handing, act_aside, hand_over, missing_key, signed_package, tell
from modulekit.cli.making import editions, press_for
from modulekit.cli.progress import packed_listing, shown
from modulekit.cli.stopping import until_stopped
from modulekit.cli.workspace import exit_code, load, print_findings, unknown_name
from modulekit.codes import finding
from modulekit.delivery.bag_names import NameRefusedError
from modulekit.delivery.package import write_file, write_folder, zip_of
from modulekit.diagnostics import Diagnostic, Report, Span
from modulekit.formats.press import Press
from modulekit.model.kits import Kit, Reach
from modulekit.products.table import EARLIER, PRODUCTS, SECOND_LANGUAGE
from modulekit.review.kits import kits_of, left_out, pairs
from modulekit.source import OpenWorkspace, PathRefusedError, Source


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command as they were given. ``day`` is when it is packed; the module's own date otherwise."""

    module: str
    kit: str
    wish: Wish
    translations: str
    as_folder: bool
    day: date | None
    workspace: Path | None
    out: Path | None
    jobs: int
    use_cache: bool
    output_format: str
    handing: Handing = field(default_factory=Handing)
    since: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class _Errand:
    """What every package of one run has in common."""

    workspace: OpenWorkspace
    source: Source
    kit: Kit
    press: Press
    options: Options


def run(options: Options) -> int:
    """Build what a kit holds and pack it for each receiver; the exit code."""
    return until_stopped(lambda: _run(options))


def _run(options: Options) -> int:
    report = Report()
    loaded = load(options.workspace, (options.module,), report)
    to = sys.stderr if options.output_format == "text" else sys.stdout
    if loaded.workspace is not None and not loaded.wrong_use:
        report.extend(_unknown(loaded.workspace, loaded.sources, options))
        if report.has_errors and loaded.sources:
            print_findings(report, loaded, options.output_format, to)
            return WRONG_USE
        check_sources(loaded, report)
        for source in loaded.sources:
            if not report.has_errors:
                kit = kits_of(loaded.workspace)[options.kit]
                order = Order(pairs=pairs(kit))
                with press_for(loaded, order, report, jobs=options.jobs, use_cache=options.use_cache) as press:
                    if press is not None:
                        _pack_all(_Errand(loaded.workspace, source, kit, press, options), order, report)
    print_findings(report, loaded, options.output_format, to)
    return exit_code(report, loaded)


def _unknown(workspace: OpenWorkspace, sources: tuple[Source, ...], options: Options) -> Iterator[Diagnostic]:
    """What to say about names that do not exist."""
    kits = kits_of(workspace)
    if options.kit not in kits:
        yield unknown_name("kit", options.kit, tuple(kits))
    yield from unknown_receivers(workspace, sources, options.wish)
    yield from missing_key(options.handing)


def _pack_all(errand: _Errand, order: Order, report: Report) -> None:
    """One package for each centre and delivery that was asked for."""
    wish = errand.options.wish
    if errand.kit.languages is Reach.ALL and not wish.languages:
        wish = replace(wish, every_language=True)
    wanted = points(errand.workspace, errand.source, wish)
    every_region = errand.kit.regions is Reach.ALL
    policy = errand.options.translations
    preparation = Preparation.of(
        errand.workspace, errand.source, wanted, report, policy=policy, every_region=every_region
    )
    if errand.options.since:
        preparation = with_earlier(preparation, wanted, errand.options.since, report, errand.press)
    if report.has_errors:
        return
    looks_back = not errand.options.since and any(PRODUCTS[name].only_with == EARLIER for name, _ in pairs(errand.kit))
    for (centre, _), group in groupby(wanted, key=lambda point: (point.centre, point.delivery)):
        own = Report()  # errors of one package stop that package only
        points_of_one, prepared = tuple(group), preparation
        if looks_back and centre:
            prepared = with_held(preparation, points_of_one, _folder(errand), own, errand.press)
        made = _packed(errand, prepared, points_of_one, order, own)
        if made is not None:
            _deliver(*made, errand, own)
        report.extend(own)


def _deliver(parcel: Parcel, unsigned: Packed, errand: _Errand, report: Report) -> None:
    """Sign the package, put it in place, and write what goes with it."""
    handing, talks = errand.options.handing, errand.options.output_format == "text"
    ready = signed_package(unsigned, handing, report)
    if ready is None:
        return
    packed, signed = ready
    target = _put(packed, errand, report)
    if target is None:
        return
    if talks:
        packed_listing(target, packed)
    report.extend(_weighed(packed, parcel, target, errand))
    if errand.options.to and send(target, errand.options.to, report) is None:
        return
    written = hand_over(errand.workspace, parcel, packed, signed, target.parent, handing, errand.press, report)
    if talks:
        tell(written)


def _weighed(packed: Packed, parcel: Parcel, target: Path, errand: _Errand) -> Iterator[Diagnostic]:
    """What is too large of a package that was put at ``target``."""
    pictures = {Span(errand.source.home / path): data for path, data in parcel.first.assets.items()}
    yield from too_heavy(packed, pictures, target.stat().st_size if target.is_file() else packed.octets)


def _packed(
    errand: _Errand, preparation: Preparation, wanted: tuple[Point, ...], order: Order, report: Report
) -> tuple[Parcel, Packed] | None:
    """The package for one receiver with what it was made of; ``None`` after saying why there is none."""
    report.extend(_lacking(errand, wanted))
    made = tuple(editions(preparation, wanted, order, errand.press, report))
    if report.has_errors:
        return None
    try:
        parcel = Parcel(
            kit=errand.kit,
            jobs=tuple(job for job, _ in made),
            papers=papers_of(errand.kit, made),
            day=errand.options.day or errand.source.module.document.date,
            source=course_zip(errand.workspace, errand.source, wanted[0].centre) if errand.kit.source else None,
        )
        packed = pack(parcel, errand.press.templates, errand.press.theme)
    except (NameRefusedError, PathRefusedError) as error:
        report.add(
            finding("MK902", f"The package cannot be made: {error}", hint="Rename the file, also where it is used.")
        )
        return None
    except OSError as error:
        report.add(finding("MK902", f"The package cannot be made: {error.filename}: {error.strerror or error}."))
        return None
    return parcel, packed


def _lacking(errand: _Errand, wanted: tuple[Point, ...]) -> Iterator[Diagnostic]:
    """MK964: what the kit names and none of the editions can have.

    No change sheet is missed where nothing changed, and no handout in two languages where the workspace wants none.
    """
    found = {EARLIER}.union(*(promised(errand.workspace, errand.source, point) for point in wanted))
    if errand.workspace.workspace.bilingual is None:
        found.add(SECOND_LANGUAGE)
    for needed, products in left_out(errand.kit, frozenset(found)).items():
        words = f"{', '.join(products)} {'is' if len(products) == 1 else 'are'} not packed"
        reason = LACKING[needed] if len(products) == 1 else LACKING[needed].replace("it belongs", "they belong")
        yield finding("MK964", f"{words}: {reason}.", hint=REMEDY[needed])


def _folder(errand: _Errand) -> Path:
    """Where packages are put."""
    return errand.options.out or errand.workspace.root / "dist" / "packages"


def _put(packed: Packed, errand: _Errand, report: Report) -> Path | None:
    """Write the package, whole or not at all; where it stands."""
    folder = _folder(errand)
    target = folder / packed.name
    if not errand.options.as_folder:
        target = folder / f"{packed.name}.zip"
    try:
        with act_aside(folder, packed.name):
            if errand.options.as_folder:
                write_folder(packed.files, target)
            else:
                write_file(zip_of(packed.files, packed.name), target)
    except OSError as error:
        words = f"{shown(target)} cannot be written: {error.strerror or error}."
        report.add(finding("MK902", words, hint="What was there before is as it was."))
        return None
    return target


def day_of(given: str | None) -> date | None:
    """The day of ``2026-11-23``. Raises ``typer.BadParameter`` for anything else."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"“{given}” is no day; write 2026-11-23.", param_hint="--date") from None
