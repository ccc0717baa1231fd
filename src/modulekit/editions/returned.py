"""Translations that came back from elsewhere go into a catalogue.

Takes the catalogue of today and what came back, gives the new catalogue and what found no place. A text that came back
empty leaves the catalogue as it is: nothing is lost by a file that is half done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from modulekit.model.catalogue import Catalogue, Translation


def merged(catalogue: Catalogue, returned: Iterable[Translation]) -> tuple[Catalogue, tuple[Translation, ...]]:
    """``catalogue`` with the translations of ``returned``, and those whose text is not in it."""
    by_key = {entry.key: entry for entry in returned if entry.text}
    strangers = tuple(entry for key, entry in by_key.items() if key not in catalogue.by_key)
    entries = tuple(_with(entry, by_key.get(entry.key)) for entry in catalogue)
    return replace(catalogue, entries=entries), strangers


def _with(entry: Translation, new: Translation | None) -> Translation:
    if new is None:
        return entry
    remarks = new.remarks or entry.remarks
    return replace(entry, text=new.text, outdated=new.outdated, previous=new.previous, remarks=remarks)
