"""A module in another language, from its catalogue.

Takes a whole Module as it was read, before slots are filled and ids are given, because the contexts of a catalogue are
those of the files. Gives the module in that language, and tells what in it is not translated. Must not know files or
how a catalogue is written down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from modulekit.diagnostics import Loc
from modulekit.editions.marked import marked
from modulekit.editions.printable import refusal_of
from modulekit.editions.texts import Text, texts
from modulekit.model import Module, Node, Table
from modulekit.model.catalogue import Catalogue, Key, State, Translation

N = TypeVar("N", bound=Node)


class Policy(StrEnum):
    """What stands where there is no translation that fits its source."""

    STRICT = "strict"  # nothing: such a text is an error
    LAST_APPROVED = "last-approved"  # the last translation, and the source where there never was one
    FALLBACK = "fallback"  # the source


@dataclass(frozen=True, slots=True)
class Marks:
    """What is printed before a text that is not as it should be: in the language of the source, or translated from an
    earlier source."""

    source: str
    earlier: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A text without a translation that fits it. ``refusal`` says why one that was written cannot stand there."""

    loc: Loc
    key: Key
    state: State
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A module in the language of a catalogue, and the gaps in it in the order of the tree.

    Under ``strict`` the texts of gaps stand as under ``fallback``, so that the rest can be checked; whoever builds it
    must refuse to. ``clashes`` are columns of a form that got the same title as another one.
    """

    module: Module
    gaps: tuple[Gap, ...]
    clashes: tuple[Loc, ...] = ()


def translate(module: Module, catalogue: Catalogue, policy: Policy, marks: Marks) -> Translated:
    """``module`` in the language of ``catalogue``."""
    chosen: dict[Loc, str] = {}
    gaps: list[Gap] = []
    for text in texts(module, noted=False):
        words, gap = choice(text, catalogue, policy, marks)
        chosen[text.loc] = words
        if gap is not None:
            gaps.append(gap)
    clashes: list[Loc] = []
    changed = _node(module, (), chosen, clashes)
    return Translated(changed.model_copy(update={"language": catalogue.language}), tuple(gaps), tuple(clashes))


def choice(text: Text, catalogue: Catalogue, policy: Policy, marks: Marks) -> tuple[str, Gap | None]:
    """What stands in the place of ``text``, and what is wrong with it."""
    key = (text.context, text.source)
    entry = catalogue.by_key.get(key) or Translation(*key)
    refusal = refusal_of(text.form, entry.text) if entry.text else ""
    if refusal:
        return marked(text.source, marks.source), Gap(text.loc, key, State.MISSING, refusal)
    match entry.state:
        case State.TRANSLATED:
            return entry.text, None
        case State.OUTDATED if policy is Policy.LAST_APPROVED:
            return marked(entry.text, marks.earlier), Gap(text.loc, key, State.OUTDATED)
        case _:
            return marked(text.source, marks.source), Gap(text.loc, key, entry.state)


def _node(node: N, loc: Loc, chosen: Mapping[Loc, str], clashes: list[Loc]) -> N:
    old = {name: getattr(node, name) for name in type(node).model_fields}
    new = {name: _value(value, (*loc, name), chosen, clashes) for name, value in old.items()}
    if all(new[name] is old[name] for name in old):
        return node
    if isinstance(node, Table):
        new["blank"] = _blank(node, new, loc, clashes)
    return type(node)(**new)


def _value(value: Any, loc: Loc, chosen: Mapping[Loc, str], clashes: list[Loc]) -> Any:
    if isinstance(value, Node):
        return _node(value, loc, chosen, clashes)
    if isinstance(value, tuple):
        items = tuple(_value(item, (*loc, index), chosen, clashes) for index, item in enumerate(value))
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    return chosen.get(loc, value)


def _blank(table: Table, new: Mapping[str, Any], loc: Loc, clashes: list[Loc]) -> Any:
    """``blank`` names columns by their titles, so it follows them. Two columns of which only one is empty for
    participants must not get one title: the other would be emptied too."""
    if table.blank == "all" or not table.blank:
        return table.blank
    empty = {at for at, column in enumerate(table.columns) if column.title in table.blank}
    titles = [column.title for column in new["columns"]]
    blank = tuple(dict.fromkeys(titles[at] for at in sorted(empty)))
    clashes.extend(
        (*loc, "columns", at, "title") for at, title in enumerate(titles) if at not in empty and title in blank
    )
    return blank
