"""The same in two languages, side by side or one below the other. Must not know which languages there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modulekit.document.blocks import Block


@dataclass(frozen=True, slots=True)
class Version:
    """What one language says; nothing where only the other has words. ``language`` is a BCP 47 tag."""

    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Versions of the same words, each in its own language, read in their order.

    They stand side by side in equal columns, one passage after the other, so that a reader finds the neighbour of each.
    ``stacked`` sets one below the other in the full width: a table or a drawing would not fit half of it. ``leads``
    says that what follows belongs to it and stays on its page, as after a heading.
    """

    versions: tuple[Version, ...]
    stacked: bool = False
    leads: bool = False
