"""What a translated text is, and a catalogue of them: the ledger of one language.

A text is told by its context and its source: the context is made of ids that do not change when a course is put into
another order, so that ``Target`` in one table and ``Target`` in another are two texts, and the same text twice at the
same place is one. Must not know files, nor where texts come from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

Key = tuple[str, str]
"""The context and the source of a text."""


class State(StrEnum):
    """How far a translation can be relied on."""

    TRANSLATED = "translated"
    OUTDATED = "outdated"  # the source changed, or somebody asked for a second look
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in one language.

    ``previous`` is the source that the translation was made from, where that is known and differs. ``notes`` say where
    the text stands; they are made anew with each update. ``remarks`` are the translator's own.
    """

    context: str
    source: str
    text: str = ""
    outdated: bool = False
    previous: str | None = None
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.context, self.source

    @property
    def state(self) -> State:
        """Whether there is a translation, and whether it still fits."""
        if not self.text:
            return State.MISSING
        return State.OUTDATED if self.outdated else State.TRANSLATED


@dataclass(frozen=True)
class Catalogue:
    """All texts of a module in one language, in the order in which they are read.

    ``obsolete`` are translations of texts that are gone; a text that comes back finds its translation there.
    ``headers`` and ``remarks`` belong to the file as a whole and are kept as they are.
    """

    language: str
    entries: tuple[Translation, ...] = ()
    obsolete: tuple[Translation, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Translation]:
        """The texts that are in use."""
        return iter(self.entries)

    @cached_property
    def by_key(self) -> Mapping[Key, Translation]:
        """The texts that are in use, by context and source."""
        return {entry.key: entry for entry in self.entries}
