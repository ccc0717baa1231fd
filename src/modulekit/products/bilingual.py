"""The participant handout in two languages side by side, passage by passage."""

from __future__ import annotations

from dataclasses import replace

from modulekit.document import Document, Part, node_ids
from modulekit.products import front
from modulekit.products.context import Context
from modulekit.products.facing import Facing
from modulekit.products.handout import handout


def bilingual(context: Context) -> Document:
    """Compose the handout of an edition and that of its second language, and set them beside each other.

    The first language leads: its order, its running titles and its ids are those of the whole.
    """
    other = context.beside
    assert other is not None, "the plan makes this product only where there is a second language"
    label, second = context.strings("product-handout-bilingual"), other.strings("product-handout-bilingual")
    own, beside = _composed(context, label), _composed(other, second)
    taken = frozenset(name for part in own.parts for name in (part.id, *node_ids(part.blocks)))
    facing = Facing(context.language, other.language, taken)
    parts = tuple(_part(facing, *pair) for pair in _same_parts(own.parts, beside.parts))
    return Document(context.meta(label, "handout"), parts)


def _composed(context: Context, label: str) -> Document:
    """The handout of one language under the name of the whole."""
    composed = handout(context)
    return replace(composed, parts=(front.cover(context, label), *composed.parts[1:]))


def _same_parts(first: tuple[Part, ...], second: tuple[Part, ...]) -> list[tuple[Part, Part | None]]:
    """The parts of the first with those of the same id; what only the second has stands behind what it follows."""
    others = {part.id: part for part in second}
    pairs = [(part, others.get(part.id)) for part in first]
    ids = [part.id for part in first]
    for at, part in enumerate(second):
        if part.id not in ids:
            before = second[at - 1].id if at else ""
            place = ids.index(before) + 1 if before in ids else 0
            ids.insert(place, part.id)
            pairs.insert(place, (part, None))
    return pairs


def _part(facing: Facing, own: Part, other: Part | None) -> Part:
    if other is None:
        only = facing.blocks(own.blocks, ()) if own.id in facing.taken else facing.blocks((), own.blocks)
        return replace(own, blocks=only)
    return replace(own, blocks=facing.blocks(own.blocks, other.blocks))
