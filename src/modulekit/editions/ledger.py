"""A catalogue follows its course: what is new, what changed, what is gone, what came back.

Takes the old catalogue and the texts of today, gives the new catalogue. Nothing is guessed: a text counts as changed
only where one text went and another came at the same place between the same neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from modulekit.codes.hints import plural
from modulekit.editions.context import EVERYBODY
from modulekit.editions.pairs import pairs_of
from modulekit.editions.texts import Text
from modulekit.model.catalogue import Catalogue, Key, Translation

_PLACES = 3  # how many places of a text are named


def update(old: Catalogue, texts: Iterable[Text]) -> Catalogue:
    """``old`` with an entry for each of ``texts``, in their order, and with what went away kept as obsolete."""
    wanted = _merged(texts)
    kept = old.by_key
    gone = [entry for entry in old.entries if entry.key not in wanted]
    obsolete = {entry.key: entry for entry in old.obsolete}
    new = [key for key in wanted if key not in kept]
    moved = _moved(gone, [key for key in new if key not in obsolete])
    taken = {entry.key for entry in moved.values()}
    changed = _changed(old, wanted, taken, {key for key in new if key not in moved and key not in obsolete})
    taken |= {entry.key for entry in changed.values()}
    entries = []
    for key, notes in wanted.items():
        entry = next((e for e in (kept.get(key), obsolete.get(key), moved.get(key)) if e and e.text), None)
        if entry is None:
            entry = _followed(changed[key], key[1]) if key in changed else kept.get(key, Translation(*key))
        entries.append(replace(entry, context=key[0], source=key[1], notes=notes))
    left = [entry for entry in gone if entry.text and entry.key not in taken]
    dropped = [entry for key, entry in obsolete.items() if key not in wanted]
    return replace(old, entries=tuple(entries), obsolete=tuple(replace(e, notes=()) for e in (*dropped, *left)))


def _merged(texts: Iterable[Text]) -> dict[Key, tuple[str, ...]]:
    """The notes of each entry. A text that stands at several places says so."""
    found: dict[Key, dict[tuple[str, ...], None]] = {}
    for text in texts:
        found.setdefault((text.context, text.source), {})[text.notes] = None
    return {key: _notes(tuple(places)) for key, places in found.items()}


def _notes(places: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    first, *others = sorted(places, key=_readers)
    more = [notes[0] for notes in others if notes and notes[0] != first[0]]
    also = tuple(f"Also: {where}" for where in more[: _PLACES - 1])
    rest = len(more) - len(also)
    return (*first, *also, *((f"Also at {plural(rest, 'more place')}.",) if rest > 0 else ()))


def _readers(notes: tuple[str, ...]) -> bool:
    """The place that most people read comes first: a translator must not take for secret what all will see."""
    return bool(notes) and not notes[-1].startswith(EVERYBODY)


def _moved(gone: list[Translation], new: list[Key]) -> dict[Key, Translation]:
    """Texts that went from one place and came at another, word for word: what is unique has moved."""
    went: defaultdict[str, list[Translation]] = defaultdict(list)
    came: defaultdict[str, list[Key]] = defaultdict(list)
    for entry in gone:
        went[entry.source].append(entry)
    for key in new:
        came[key[1]].append(key)
    return {came[s][0]: went[s][0] for s in came if len(came[s]) == 1 and len(went.get(s, ())) == 1}


def _changed(old: Catalogue, wanted: Mapping[Key, object], taken: set[Key], new: set[Key]) -> dict[Key, Translation]:
    """For each new text the entry whose place it took, where that is certain."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    after: defaultdict[str, list[str]] = defaultdict(list)
    for entry in old.entries:
        if entry.key not in taken:
            before[entry.context].append(entry.source)
    for context, source in wanted:
        if (context, source) in new or (context, source) in old.by_key:
            after[context].append(source)
    found = {}
    for context in after.keys() & before.keys():
        for was, now in pairs_of(before[context], after[context]):
            found[context, now] = old.by_key[context, was]
    return found


def _followed(entry: Translation, source: str) -> Translation:
    """The old translation for the new source. A text that went back to what was translated is up to date again."""
    made_from = entry.previous if entry.outdated and entry.previous is not None else entry.source
    same = made_from.split() == source.split() and (not entry.outdated or entry.previous is not None)
    if same or not entry.text:
        return replace(entry, outdated=False, previous=None)
    return replace(entry, outdated=True, previous=made_from)
