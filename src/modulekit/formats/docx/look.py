"""The theme as a product of its own wears it: colours, families and sizes, and how much white there is.

Takes a Theme and the style of a product, answers for tokens. Must not know styles, nor how XML spells them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from modulekit.formats.docx.vocabulary import Family
from modulekit.formats.ooxml.theme_part import colour_of
from modulekit.formats.theme import Theme


@dataclass(frozen=True, slots=True)
class Manner:
    """``text`` is the family of running text and ``body`` the token of its size; by ``less`` points a size is smaller
    than its token says; ``air`` is the share of the white between paragraphs that is left, ``cells`` the same above and
    below the words of a table. With ``exact``, lines stand as far apart as in the PDF, whatever family the reader's
    computer puts in the place of a missing one: what has to hold on its page cannot leave that to a font."""

    text: Family = "serif"
    body: str = "body"
    less: Mapping[str, float] = field(default_factory=dict)
    air: float = 1.0
    cells: float = 1.0
    exact: bool = False


_USUAL = Manner()
_MANNERS: Mapping[str, Manner] = {
    # The guide is used standing up: everything is looked up, nothing is read at leisure.
    "guide": Manner("sans", "guide", {"h1": 4.0, "h2": 1.4, "lead": 1.5, "small": 0.4}, 0.75),
    # A sheet to write on: what stands above the form is short.
    "worksheets": Manner(less={"h1": 5.0}, air=0.6, cells=0.5, exact=True),
}
"""By the style of a product, as ``templates/css/pages.css`` has it for the PDF; all others are as usual."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, the product whose accent it takes, and the width of the text in millimetres."""

    theme: Theme
    style: str
    width: float

    @property
    def manner(self) -> Manner:
        """How the product differs from the others."""
        return _MANNERS.get(self.style, _USUAL)

    def colour(self, token: str) -> str:
        """``RRGGBB``."""
        return colour_of(self.theme, self.style, token)

    def family(self, family: Family) -> Family:
        """The family that stands for ``family`` in this product."""
        return self.manner.text if family == "serif" else family

    def points(self, token: str) -> float:
        """The size of the bundled letters, in points."""
        name = self.manner.body if token == "body" else token
        return self.theme.number("size", name) - self.manner.less.get(token, 0.0)

    def size(self, family: Family, token: str) -> float:
        """Points, to the half: office families are set so large that they look like the bundled ones."""
        return round(self.points(token) * self.theme.number("scale", self.family(family)) * 2) / 2
