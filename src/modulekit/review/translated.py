"""The check of a module's translations: what was read, put together for the checks.

Takes a module as it was read and one of its catalogues, gives findings at places of the catalogue. Must not know the
command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from modulekit.checks.translation import Pair, Rendering, Speech, Term, check_translation
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Report
from modulekit.editions.printable import ANY, Form, refusal_of
from modulekit.editions.texts import texts
from modulekit.model.catalogue import Catalogue, Key, State
from modulekit.products.locale import notation
from modulekit.products.strings import script_of
from modulekit.resources import templates
from modulekit.review.words import own_words
from modulekit.source import Files, Source
from modulekit.source.po import ReadCatalogue

KEPT = "X-Kept-Words"
"""The header of a catalogue with words that stay as they are, after commas."""
_ALSO = re.compile(r"also:\s*(.+)", re.IGNORECASE)


def check_catalogues(
    source: Source, catalogues: Iterable[ReadCatalogue], workspace: Files | None = None, *, errors_only: bool = False
) -> Iterator[Diagnostic]:
    """Every finding in catalogues of ``source``, or those that stop a build.

    ``workspace`` may hold words of further languages: what a language's own file does not say of it is not checked.
    """
    catalogues = tuple(catalogues)
    if not catalogues:
        return
    forms = forms_of(source)
    own = speech(source.module.language, workspace)
    for read in catalogues:
        rendering = rendering_of(source, read, forms, own, workspace)
        yield from check_rendering(rendering, forms, errors_only=errors_only)


def forms_of(source: Source) -> dict[Key, Form]:
    """The forms that the texts of a module have, by their keys in catalogues."""
    return {(text.context, text.source): text.form for text in texts(source.module, noted=False)}


def rendering_of(
    source: Source, read: ReadCatalogue, forms: Mapping[Key, Form], own: Speech, workspace: Files | None
) -> Rendering:
    """What the checks of a catalogue look at. ``own`` is the language that the module is written in."""
    return Rendering(
        own,
        speech(read.catalogue.language, workspace),
        tuple(_pairs(read, forms)),
        tuple(_terms(source, read.catalogue)),
        kept_words(read.catalogue.headers),
        held,
    )


def check_rendering(
    rendering: Rendering, forms: Mapping[Key, Form], *, errors_only: bool = False
) -> Iterator[Diagnostic]:
    """Every finding in a catalogue whose texts have ``forms`` in the course, or those that stop a build."""
    for pair in rendering.pairs:
        refusal = refusal_of(forms.get((pair.context, pair.source), ANY), pair.text)
        if refusal:
            yield finding("MK838", f"The translation of {pair.called} cannot be used: {refusal}.", pair.whole)
    yield from check_translation(rendering, errors_only=errors_only)


def _pairs(read: ReadCatalogue, forms: Mapping[Key, Form]) -> Iterator[Pair]:
    for entry in read.catalogue:
        if entry.state is State.TRANSLATED:
            one_line = forms.get(entry.key, ANY).one_line
            yield Pair(entry.context, entry.source, entry.text, partial(read.spot, entry.key), one_line)


def speech(language: str, workspace: Files | None = None) -> Speech:
    """How ``language`` is written, as far as it is known."""
    words = own_words(language, None, Report(), workspace)
    if words is None:
        return Speech(language, notation(language), script_of(language))
    said = (entry.partition("=") for entry in words("number-words").split())
    return Speech(
        language,
        notation(language),
        script_of(language),
        {int(number): tuple(forms.split("|")) for number, _, forms in said if number.isdecimal()},
        tuple(words("noun-endings").split()),
        frozenset(words("quotation-marks").split()),
    )


def kept_words(headers: Mapping[str, str]) -> frozenset[str]:
    """The words that stay as they are in the source, by the header of a catalogue."""
    listed = next((value for name, value in headers.items() if name.casefold() == KEPT.casefold()), "")
    return frozenset(word.strip() for word in listed.split(",") if word.strip())


@cache
def held() -> frozenset[int]:
    """The characters that the bundled fonts have."""
    return frozenset().union(*map(characters_of, sorted((templates() / "fonts").glob("*-Regular.ttf"))))


def characters_of(font: Path) -> frozenset[int]:
    """The characters of one font; a damaged one has none."""
    from fontTools.ttLib import TTFont

    try:
        with TTFont(font, lazy=True) as face:
            return frozenset(face.getBestCmap())
    except Exception:  # the library trusts its files, and a damaged one can raise anything
        return frozenset()


def _terms(source: Source, catalogue: Catalogue) -> Iterator[Term]:
    """The glossary in the language of the catalogue, as far as it is translated."""
    by_key = catalogue.by_key
    for term in source.module.glossary:
        entry = by_key.get(_key(term.id, term.term))
        if entry is not None and entry.text:
            yield Term(term.term, (entry.text, *_also(entry.remarks)))


def _key(id: str, term: str) -> Key:
    return f"term:{id}/term", term


def _also(remarks: Iterable[str]) -> Iterator[str]:
    for remark in remarks:
        found = _ALSO.match(remark.strip())
        if found is not None:
            yield from (word.strip() for word in found[1].split(",") if word.strip())
