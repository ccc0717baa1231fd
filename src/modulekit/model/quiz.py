"""The bank of test items, and which of them stand in the test before the course and which in the one after it.

:func:`draw` is a pure function of ids, outcomes and levels, which everyone may see, so that every edition draws the
same. Must not know words, pages or files.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.bloom import Bloom
from modulekit.model.text import Id, Line, Minutes, Prose


class QuizKind(StrEnum):
    """How an item is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    NUMERIC = "numeric"
    TEXT = "text"


_WITH_CHOICES = (QuizKind.SINGLE, QuizKind.MULTIPLE, QuizKind.ORDERING)


class QuizItem(Node):
    """A question of the bank, tied to one outcome."""

    id: Annotated[Id, EVERYONE]
    """A name; the forms are drawn in the order of these names, ``q2`` before ``q10``. A new item gets a later one."""
    kind: Annotated[QuizKind, EVERYONE]
    """``single`` or ``multiple`` choice, ``true_false``, ``matching``, ``ordering``, ``numeric``, or short ``text``."""
    outcome: Annotated[Id, EVERYONE]
    """The id of the module's outcome that the item tests."""
    level: Annotated[Bloom, EVERYONE]
    """``remember``, ``understand``, ``apply``, ``analyse``, ``evaluate`` or ``create``."""
    question: Annotated[Prose, EVERYONE]
    """The question, the statement, or the instruction."""
    choices: Annotated[tuple[Line, ...], Field(max_length=10), EVERYONE] = ()
    """What to choose from, or what to put in order, mixed as it is printed."""
    left: Annotated[tuple[Line, ...], Field(max_length=8), EVERYONE] = ()
    """For ``matching``: what is matched."""
    right: Annotated[tuple[Line, ...], Field(max_length=10), EVERYONE] = ()
    """For ``matching``: what it is matched with, mixed as it is printed; may hold more than ``left``."""
    points: Annotated[int, Field(ge=1, le=20), EVERYONE] = 1
    """Points for the whole answer."""
    key: Annotated[tuple[Line, ...] | Line, TRAINER_ONLY] = ()
    """The right answer. ``single``: the number of the choice, from 1. ``multiple``: a list of numbers. ``true_false``:
    ``true`` or ``false``. ``matching``: for each of ``left`` the number of its partner in ``right``. ``ordering``: the
    numbers of the choices in their right order. ``numeric``: a number. ``text``: what a good answer says."""
    tolerance: Annotated[Line | None, TRAINER_ONLY] = None
    """For ``numeric``: how far an answer may be off."""
    feedback: Annotated[Prose | None, TRAINER_ONLY] = None
    """Why the key is right, and what a wrong answer shows."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind in _WITH_CHOICES) != bool(self.choices):
            needs = "needs `choices`" if self.kind in _WITH_CHOICES else "takes no `choices`"
            raise ValueError(f"an item of the kind {self.kind.value} {needs}")
        if len(self.choices) == 1:
            raise ValueError("one choice is no choice; write two or more")
        is_matching = self.kind is QuizKind.MATCHING
        if is_matching != bool(self.left) or is_matching != bool(self.right):
            raise ValueError("an item of the kind matching has `left` and `right`, and no other kind has them")
        if len(self.left) > len(self.right):
            raise ValueError("`right` must hold a partner for each of `left`")
        return self

    @property
    def answers(self) -> tuple[str, ...]:
        """The key as a list, also where one value was written."""
        return (self.key,) if isinstance(self.key, str) else self.key


class QuizForms(Node):
    """How the two forms of the test are drawn from the bank, and what stands at their top."""

    per_outcome: Annotated[int, Field(ge=1, le=10), EVERYONE] = 1
    """How many items test each outcome in each form."""
    minutes: Annotated[Minutes | None, EVERYONE] = None
    """How long participants have; printed at the top."""
    instructions: Annotated[Prose | None, EVERYONE] = None
    """What participants have to know before they begin, where the standard words do not fit."""


class Quiz(Node):
    """The file ``quiz.yaml``: the bank of test items, and how the tests before and after the course are drawn.

    Items of one outcome and level are paired in the order of their ids; of each pair the first stands in form A
    (before), the second in form B (after). Of the pairs of an outcome the first ``per_outcome`` are taken, in the
    order of the second id. So both forms test the same outcomes at the same levels, and a new item with a later id
    changes nothing that is drawn already.
    """

    items: Annotated[tuple[QuizItem, ...], Field(min_length=1, max_length=300), EVERYONE]
    """The items of the bank."""
    forms: Annotated[QuizForms, EVERYONE]
    """The rule by which form A (before) and form B (after) are drawn."""


class SelfCheck(Node):
    """Questions of the bank for participants to check themselves; the key stands in the trainer guide."""

    title: Annotated[Line | None, EVERYONE] = None
    """A title; the standard one stands there otherwise."""
    items: Annotated[tuple[Id, ...], Field(min_length=1, max_length=10), EVERYONE]
    """Ids of items of ``quiz.yaml``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items of one outcome and level: ``before`` stands in form A, ``after`` in form B."""

    before: QuizItem
    after: QuizItem


def draw(quiz: Quiz, outcomes: Iterable[str]) -> tuple[Pair, ...]:
    """The pairs that make the two forms, outcome by outcome in the order given."""
    drawn: list[Pair] = []
    for outcome in dict.fromkeys(outcomes):
        drawn.extend(pairs_of(quiz, outcome)[: quiz.forms.per_outcome])
    return tuple(drawn)


def pairs_of(quiz: Quiz, outcome: str) -> Sequence[Pair]:
    """All pairs that the bank holds for ``outcome``, in the order in which they are taken."""
    levels: dict[Bloom, list[QuizItem]] = defaultdict(list)
    for item in sorted(quiz.items, key=_order):
        if item.outcome == outcome:
            levels[item.level].append(item)
    pairs = [Pair(*two) for items in levels.values() for two in zip(items[::2], items[1::2], strict=False)]
    return sorted(pairs, key=lambda pair: _order(pair.after))


def _order(item: QuizItem) -> tuple[tuple[int, int, str], ...]:
    """Ids in the order in which people count: ``q2`` before ``q10``."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", item.id))
