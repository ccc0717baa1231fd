"""Who paid for a course and how that is shown: a profile with the funder's words, and what a workspace fills in.

A profile is a file of data, so that a new funder needs no program. Its words hold ``{responsible}`` and
``{granting_authority}``, which the workspace gives in each language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import File, FormatVersion, Id, Line
from modulekit.model.wording import Language, Wording

PLACES = ("responsible", "granting_authority")
"""The places in a profile's words that a workspace fills in."""

_PLACE = re.compile(r"\{([^{}]*)\}")


class EmblemRule(Node):
    """What a funder asks of its emblem."""

    minimum_height: Annotated[float, Field(ge=1, le=60), EVERYONE] = 10
    """The least height in print, in millimetres."""
    width: Annotated[int, Field(ge=1, le=1000), EVERYONE] = 3
    """The width of the emblem in parts: 3 of 3:2."""
    height: Annotated[int, Field(ge=1, le=1000), EVERYONE] = 2
    """Its height in the same parts: 2 of 3:2."""

    @property
    def ratio(self) -> float:
        """Width by height."""
        return self.width / self.height


class VisibilityProfile(Node):
    """How one funder wants to be shown: its words and the rules for its emblem. What stands here must be shown."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    profile: Annotated[Id, EVERYONE]
    """The id of the profile; the file has the same name."""
    title: Annotated[Line, EVERYONE]
    """Which rules these are, of whom and from when."""
    source: Annotated[Line, EVERYONE]
    """Where the words and rules come from."""
    statement: Annotated[Wording, EVERYONE]
    """Who paid; stands beside the emblem."""
    disclaimer: Annotated[Wording | None, EVERYONE] = None
    """Who is responsible for the content; stands on the same page."""
    line: Annotated[Wording | None, EVERYONE] = None
    """A few words for the foot of what has no cover, such as forms and worksheets."""
    emblem: Annotated[EmblemRule | None, EVERYONE] = None
    """The rules for the emblem, where the funder has one."""
    unconfirmed: Annotated[tuple[Language, ...], EVERYONE] = ()
    """Languages in which the words are a translation that the funder has not confirmed."""

    @model_validator(mode="after")
    def _known_places(self) -> Self:
        for text in self.texts():
            for name in _PLACE.findall(text):
                if name not in PLACES:
                    raise ValueError(
                        f"{{{name}}} is not a place that can be filled; there are {{{'}, {'.join(PLACES)}}}"
                    )
        return self

    def wordings(self) -> Mapping[str, Wording]:
        """The words by their key, as far as they are given."""
        found = {"statement": self.statement, "disclaimer": self.disclaimer, "line": self.line}
        return {key: words for key, words in found.items() if words is not None}

    def texts(self) -> tuple[str, ...]:
        """Every text in every language."""
        return tuple(text for words in self.wordings().values() for text in words.by_language.values())

    def asked(self) -> tuple[str, ...]:
        """The places that the words of this profile have."""
        found = {name for text in self.texts() for name in _PLACE.findall(text)}
        return tuple(name for name in PLACES if name in found)


class Visibility(Node):
    """How the funder of a workspace's courses is shown."""

    profile: Annotated[Id, EVERYONE]
    """A profile that comes with ModuleKit, or a file of ``visibility/`` in the workspace."""
    emblem: Annotated[Wording | None, EVERYONE] = None
    """The funder's emblem, relative to the workspace: PNG, JPEG or SVG. One file, or one for each language."""
    emblem_alt: Annotated[Wording | None, EVERYONE] = None
    """What the emblem shows, for those who cannot see it."""
    responsible: Annotated[Wording | None, EVERYONE] = None
    """Who is responsible for the content, as it stands in the profile's sentence."""
    granting_authority: Annotated[Wording | None, EVERYONE] = None
    """Who granted the money, where the profile names it."""

    def filled(self, place: str) -> Wording | None:
        """What is given for a place of the profile's words."""
        return {"responsible": self.responsible, "granting_authority": self.granting_authority}[place]


class Partner(Node):
    """A body whose logo stands beside the emblem."""

    name: Annotated[Wording, EVERYONE]
    """Its name; it is the alternative text of the logo."""
    logo: Annotated[File, EVERYONE]
    """A picture, relative to the workspace: PNG, JPEG or SVG."""


@dataclass(frozen=True, slots=True)
class Insignia:
    """What a workspace has to show: its funder's profile, its partners, and the pictures of all of them by path."""

    visibility: Visibility | None = None
    profile: VisibilityProfile | None = None
    partners: tuple[Partner, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of a fixed size in millimetres, with its alternative text."""

    path: str
    data: bytes
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Visible:
    """What an edition shows of its funder, its partners and its centre, in its own language."""

    emblem: Logo | None = None
    logos: tuple[Logo, ...] = ()
    statement: tuple[str, ...] = ()
    """Who paid and who is responsible, each a paragraph."""
    line: str = ""
    minimum_height: float = 0.0
    """The least height of the emblem in millimetres."""
    ratio: float = 0.0
    """The width of the emblem by its height."""
