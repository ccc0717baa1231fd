"""Which editions a command means: languages, centres and deliveries by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import typer

from modulekit.build.lattice import Wish
from modulekit.build.prepare import points, promised
from modulekit.cli.workspace import unknown_name
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic
from modulekit.products.table import DELIVERY, EARLIER, PRODUCTS, SECOND_LANGUAGE
from modulekit.source import OpenWorkspace, Source
from modulekit.source.catalogues import languages

LACKING = {
    DELIVERY: "it belongs to a delivery, and none is asked for",
    SECOND_LANGUAGE: "it belongs to the first language of a pair, and no such edition is asked for",
    EARLIER: "it tells what changed, and no earlier version is known",
}
REMEDY = {
    DELIVERY: "Name one with --delivery, or write a file in deliveries/.",
    SECOND_LANGUAGE: "Write `bilingual: [kk, ru]` in modulekit.yaml, and name the first language with --language.",
    EARLIER: "Name the version that trainers know with --since.",
}


def wish(
    languages: list[str] | None, centres: list[str] | None, deliveries: list[str] | None, everything: bool
) -> Wish:
    """What was asked for. Names may be given one by one or with commas between them."""
    return Wish(_names(languages), _names(centres), _names(deliveries), everything)


def unknown_receivers(workspace: OpenWorkspace, sources: tuple[Source, ...], wish: Wish) -> Iterator[Diagnostic]:
    """What to say about languages, centres and deliveries that do not exist."""
    spoken = tuple(dict.fromkeys(language for source in sources for language in languages(source)))
    asked = (
        ("language", wish.languages, spoken),
        ("centre", wish.centres, tuple(workspace.centres)),
        ("delivery", wish.deliveries, tuple(workspace.deliveries)),
    )
    for kind, names, known in asked:
        yield from (unknown_name(kind, name, known) for name in names if name not in known)


def out_of_reach(
    workspace: OpenWorkspace,
    sources: tuple[Source, ...],
    wish: Wish,
    products: tuple[str, ...],
    *,
    earlier: bool = False,
) -> Iterator[Diagnostic]:
    """What to say about products that none of the editions that are asked for can have. The names must be known."""
    if any(True for _ in unknown_receivers(workspace, sources, wish)):
        return
    found = {
        thing
        for source in sources
        for point in points(workspace, source, wish)
        for thing in promised(workspace, source, point, earlier=earlier)
    }
    for name in products:
        needed = PRODUCTS[name].only_with
        if needed and needed not in found:
            yield finding("MK904", f"{name} is not made: {LACKING[needed]}.", hint=REMEDY[needed])


def minutes_to_fit(given: str | None) -> int | None:
    """The minutes of ``4h``, ``3h30`` or ``240``. Raises ``typer.BadParameter`` for anything else."""
    if given is None:
        return None
    found = re.fullmatch(r"(?:(\d{1,3})h)?(\d{1,4})?", given.strip().lower().removesuffix("min").strip())
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0) if found and given.strip() else 0
    if not minutes:
        raise typer.BadParameter(f"“{given}” is no length of time; write 4h, 3h30 or 240.", param_hint="--fit")
    return minutes


def _names(given: list[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for text in given or () for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
