"""The audit: finished files, wherever they come from, searched for what only trainers of a module may see.

Takes a prepared module and files by name, gives where each trainer's phrase stands in them. The phrases are those of
every language and every region, since nobody knows which edition a file came from that somebody has edited. Must not
know the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from modulekit.build.leakscan import drawn, printed_by_us
from modulekit.build.prepare import Preparation
from modulekit.codes import finding
from modulekit.delivery.contents import texts
from modulekit.delivery.leaks import Hunt, squeeze
from modulekit.delivery.spots import Spot, SpotKind, spots
from modulekit.delivery.zips import UnreadableError
from modulekit.diagnostics import Diagnostic, Span
from modulekit.document.words import words_of
from modulekit.editions import for_participants, localise, phrases
from modulekit.model import Module
from modulekit.model.blocks import Figure
from modulekit.model.walk import nodes

_SHOWN = 60  # characters of a phrase that a message repeats
_MOST_SPOTS = 5  # places in one file that a message names


@dataclass(frozen=True, slots=True)
class Secret:
    """A trainer's text in one language, and where its source stands."""

    text: str
    language: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Found:
    """A secret that stands in a file, and its places there as far as they can be counted."""

    file: str
    secret: Secret
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search of one file came to. ``unreadable`` says why it could not be searched, or nothing; ``unread``
    names parts of it that could not."""

    found: tuple[Found, ...]
    characters: int = 0
    unreadable: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The secrets of a module, ready to be looked for in any number of files."""

    secrets: tuple[Secret, ...]
    hunt: Hunt

    @classmethod
    def of(cls, preparation: Preparation) -> Audit:
        """The audit of a module in all languages that were prepared, with the material of each of its regions."""
        secrets: dict[Secret, None] = {}
        public: dict[str, None] = {}
        for language, tongue in preparation.tongues.items():
            public.update(dict.fromkeys(printed_by_us(preparation.words[language])))
            for region in (None, *(region.region for region in tongue.module.regions)):
                local = localise(tongue.module, preparation.source.places, region)
                terms = {f"term:{term.id}": term.term for term in local.module.glossary}
                for phrase in phrases(local.module):
                    if phrase.secret:
                        secrets.setdefault(Secret(phrase.text, language, local.places.at(*phrase.loc)))
                    else:
                        public.update(dict.fromkeys(words_of(phrase.text, terms)))
                public.update(dict.fromkeys(_drawn(local.module, tongue.assets)))
        listed = tuple(secrets)
        return cls(listed, Hunt.of((tuple(words_of(secret.text)) for secret in listed), public))

    def search(self, name: str, data: bytes) -> Searched:
        """Look for every secret in one file."""
        unread: list[str] = []
        found: dict[int, None] = {}
        characters = 0
        try:
            for text in texts(name, data, unread):
                squeezed = squeeze(text)
                characters += len(squeezed)
                found.update((index, None) for index, _ in self.hunt.find(squeezed))
        except UnreadableError as error:
            return Searched((), unreadable=str(error))
        places = self._spots(data) if found else {}
        told = (Found(name, self.secrets[index], tuple(places.get(index, ()))) for index in sorted(found))
        parts = tuple(part for part in unread if not part.endswith("/layout-cache"))  # of an ODT: where lines end
        return Searched(tuple(told), characters, "", parts)

    def _spots(self, data: bytes) -> Mapping[int, list[Spot]]:
        """Where in a file each secret stands, by its index; nothing for one that hides where nobody counts."""
        places: dict[int, list[Spot]] = {}
        for spot, text in spots(data):
            for index in dict.fromkeys(index for index, _ in self.hunt.find(squeeze(text))):
                places.setdefault(index, []).append(spot)
        return places


def findings(searched: Iterable[Searched]) -> Iterator[Diagnostic]:
    """One finding for each text that stands in files, at the place of its source; and what could not be searched."""
    by_secret: dict[tuple[Span | None, str], list[Found]] = {}
    for result in searched:
        for found in result.found:
            by_secret.setdefault((found.secret.span, found.secret.text), []).append(found)
        if result.unreadable:
            message = f"A file cannot be searched for trainer material: {result.unreadable}."
            yield finding("MK804", message, hint="It cannot be called clean. Open it, and save it anew.")
        for part in result.unread:
            message = f"A part of a file cannot be searched for trainer material: {part}."
            yield finding("MK805", message, hint="Look at it yourself; the rest of the file was searched.")
    for (span, text), held in by_secret.items():
        files = dict.fromkeys(f"{found.file}{_at(found.spots)}" for found in held)
        message = f"Trainer material stands in what participants get: {', '.join(files)}."
        hint = f"Found: “{_shown(text)}”. Take it out of the file, and out of every copy that was handed on."
        yield finding("MK802", message, span, hint)


def _at(places: tuple[Spot, ...]) -> str:
    """`` (page 3, page 7)``"""
    words = [_words(spot) for spot in places[:_MOST_SPOTS]]
    more = len(places) - len(words)
    if more:
        words.append(f"{more} more")
    return f" ({', '.join(words)})" if words else ""


def _words(spot: Spot) -> str:
    if spot.kind is SpotKind.PART:
        return spot.name
    return f"notes of slide {spot.number}" if spot.kind is SpotKind.NOTES else f"{spot.kind.value} {spot.number}"


def _drawn(module: Module, assets: Mapping[str, bytes]) -> Iterator[str]:
    """The words of the drawings that participants see."""
    seen = for_participants(module)
    for path in sorted({node.file for node in nodes(seen) if isinstance(node, Figure)} & assets.keys()):
        yield from drawn(path, assets[path])


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
