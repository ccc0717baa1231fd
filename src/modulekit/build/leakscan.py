"""The scan of the participants' files for what only trainers may see: phrases of the model, hits as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modulekit.delivery.contents import UnreadableError
from modulekit.delivery.leaks import Scan, scan
from modulekit.diagnostics import Diagnostic, Places
from modulekit.document.words import words_of
from modulekit.editions import phrases
from modulekit.model import Module
from modulekit.products.strings import Strings

_NOTHING = Scan((), 0, (), (), 0, 0)


def scan_for_leaks(
    module: Module, files: Mapping[str, bytes], strings: Strings, places: Places
) -> tuple[Scan, tuple[Diagnostic, ...]]:
    """Look for every trainer-only phrase of ``module`` in ``files``; a hit is an error at the phrase's own place."""
    if not files:
        return _NOTHING, ()
    found = tuple(phrases(module))
    secrets = tuple(phrase for phrase in found if phrase.secret)
    public = [words for phrase in found if not phrase.secret for words in words_of(phrase.text)]
    public.extend(_printed_by_us(strings))
    try:
        result = scan(files, (tuple(words_of(phrase.text)) for phrase in secrets), public)
    except UnreadableError as error:
        return _NOTHING, (Diagnostic("MK802", f"A finished file cannot be searched for trainer material: {error}."),)
    diagnostics = tuple(
        Diagnostic(
            "MK802",
            f"Trainer material stands in the participants' file {leak.file}.",
            places.at(*secrets[leak.phrase].loc),
            f"Found: “{leak.found}”. Nothing was written. Say it in other words, or take it out of the text that "
            "participants read.",
        )
        for leak in result.leaks
    )
    return result, diagnostics


def _printed_by_us(strings: Strings) -> Iterator[str]:
    for entry in strings.entries.values():
        yield from (entry,) if isinstance(entry, str) else entry.values()
