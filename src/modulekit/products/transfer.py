"""What an act of transfer states: who hands which package to whom. Facts of a finished package, and no course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from modulekit.products.strings import Strings


@dataclass(frozen=True, slots=True)
class Party:
    """What one language says of the two parties and of the package. Empty texts are lines to fill in.

    ``size`` is that of the payload in words. ``title`` is the course's, in ``title_language``, which is another one
    where the course is not translated.
    """

    strings: Strings
    title: str
    title_language: str
    kit: str
    size: str
    giver: str
    receiver: str = ""
    place: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One document of the package: its name in each language of the act, its formats, its pages by language, and the
    number of its files."""

    names: tuple[str, ...]
    formats: tuple[str, ...]
    pages: Mapping[str, int]
    files: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """A package and its hand-over. ``files`` counts those of the payload; ``source`` says whether the course itself, as
    a zip of its files, is one of them;
    ``digest`` is the SHA-256 of the tag manifest in hexadecimal.

    ``parties`` are one for each language of the act, the leading one first. ``number`` and ``day`` are empty where
    they are filled in by hand; ``signed_by`` is the fingerprint of a key.
    """

    parties: tuple[Party, ...]
    code: str
    version: str
    version_day: date
    author: str
    package: str
    languages: tuple[str, ...]
    items: tuple[Item, ...]
    files: int
    source: bool
    digest: str
    signed_by: str = ""
    number: str = ""
    day: date | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """The digest in groups of four, as people read it to each other."""
        return tuple(self.digest[at : at + 4] for at in range(0, len(self.digest), 4))
