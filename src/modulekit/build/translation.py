"""A module in one of its languages: its own, or that of a catalogue, with its pictures redrawn.

Takes a module as it was read and a policy, gives the module and the pictures in the language, or findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from modulekit.codes import finding
from modulekit.diagnostics import Loc, Report, Span
from modulekit.model import Module
from modulekit.products.strings import Strings
from modulekit.source import Source


@dataclass(frozen=True, slots=True)
class Tongue:
    """A module in a language, before slots are filled, and its pictures. ``marked`` names the texts that are printed
    with a mark because their translation is missing or older than its source."""

    module: Module
    assets: Mapping[str, bytes]
    marked: tuple[str, ...] = ()


def read_tongue(
    source: Source, language: str, strings: Strings, policy: str, assets: Mapping[str, bytes], report: Report
) -> Tongue | None:
    """The module of ``source`` in ``language``; ``None`` where there is no catalogue that can be used."""
    if language == source.module.language:
        return Tongue(source.module, assets)
    from modulekit.editions.gaps import complaints
    from modulekit.editions.redraw import redraw
    from modulekit.editions.translate import Gap, Marks, Policy, translate
    from modulekit.source.catalogues import read_catalogue
    from modulekit.source.po import LOCALE

    read = read_catalogue(source, language, report)
    if read is None:
        return None
    file = source.home / LOCALE / f"{language}.po"
    chosen = Policy(policy)
    marks = Marks(strings("mark-source", language=source.module.language.upper()), strings("mark-earlier"))
    translated = translate(source.module, read.catalogue, chosen, marks)
    report.extend(complaints(translated, chosen, source.places, read.places, file))
    pictures: dict[str, bytes] = {}
    gaps: list[Gap] = list(translated.gaps)
    for path, data in assets.items():
        drawn = redraw(path, data, read.catalogue, chosen, marks) if path.endswith(".svg") else None
        pictures[path] = drawn.data if drawn else data
        if drawn:
            gaps.extend(drawn.gaps)
            for words in drawn.cramped:
                hint = "Say it in fewer words."
                report.add(
                    finding("MK839", f"In “{language}” these words are too long for {path}: {words}.", Span(file), hint)
                )
    marked = tuple(dict.fromkeys(_path(gap.loc) or gap.key[0] for gap in gaps))
    return Tongue(translated.module, pictures, marked)


def _path(loc: Loc) -> str:
    return "/".join(str(step) for step in loc)
