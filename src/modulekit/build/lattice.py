"""The editions of a module: which languages, for which centres, for which deliveries.

Takes the names that exist and those that were asked for, gives points in a fixed order. Must not know what a product
is, nor read anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """One edition: ``centre`` and ``delivery`` are ids, or nothing for the course as such."""

    centre: str
    delivery: str
    language: str

    @property
    def folder(self) -> PurePosixPath:
        """Where its files stand in ``dist/<module>``: ``mangystau/kk``, or ``en`` for the course as such."""
        return PurePosixPath(*(part for part in (self.centre, self.delivery, self.language) if part))


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, by id. ``everything`` is every edition that there can be, ``every_language`` every language
    of the module, whatever a receiver teaches in."""

    languages: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    deliveries: tuple[str, ...] = ()
    everything: bool = False
    every_language: bool = False


@dataclass(frozen=True, slots=True)
class Receiver:
    """A centre, or a delivery at a centre, with the languages that it wants; none for every language."""

    centre: str
    languages: tuple[str, ...] = ()


def lattice(
    source: str,
    languages: Sequence[str],
    centres: Mapping[str, Receiver],
    deliveries: Mapping[str, Receiver],
    wish: Wish,
) -> tuple[Point, ...]:
    """The points that ``wish`` means, each once.

    ``languages`` are those that the module can be had in, ``source`` is the one that it is written in. Nothing asked
    for means the course as such in the language it is written in. Languages that are asked for by name are given even
    where a receiver does not ask for them, so that whoever builds sees what is missing.
    """
    return tuple(dict.fromkeys(_points(source, languages, centres, deliveries, wish)))


def _points(
    source: str,
    languages: Sequence[str],
    centres: Mapping[str, Receiver],
    deliveries: Mapping[str, Receiver],
    wish: Wish,
) -> Iterator[Point]:
    if wish.everything:
        yield from (Point("", "", language) for language in wish.languages or languages)
    elif not wish.centres and not wish.deliveries:
        own = languages if wish.every_language else (source,)
        yield from (Point("", "", language) for language in wish.languages or own)
    for id in tuple(centres) if wish.everything else wish.centres:
        yield from (Point(id, "", language) for language in _wanted(centres[id], languages, wish))
    for id in tuple(deliveries) if wish.everything else wish.deliveries:
        receiver = deliveries[id]
        yield from (Point(receiver.centre, id, language) for language in _wanted(receiver, languages, wish))


def _wanted(receiver: Receiver, languages: Sequence[str], wish: Wish) -> tuple[str, ...]:
    """The languages for a receiver: those that were asked for, or its own as far as the module has them, in its own
    order: the first one is what it sees first."""
    if wish.languages:
        return wish.languages
    others = languages if wish.every_language or not receiver.languages else ()
    return tuple(language for language in dict.fromkeys((*receiver.languages, *others)) if language in languages)
