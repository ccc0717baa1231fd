"""How many of each thing a course needs, for the least and for the most participants that it is made for.

Takes a Context, gives numbers and the words of the author. Must not know how they are laid out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modulekit.model import Exercise, ExerciseUse, Grouping, Lesson, Material
from modulekit.model.text import Per

if TYPE_CHECKING:
    from modulekit.products.context import Context

_USUAL_GROUP = 5  # people at a table, where no exercise of the course says how many work together


@dataclass(frozen=True, slots=True)
class Amount:
    """How many pieces the smallest and the largest group of participants need."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Need:
    """A thing that one lesson needs, once for each time that the lesson or one of its exercises asks for it."""

    material: Material
    amount: Amount


@dataclass(frozen=True, slots=True)
class Packed:
    """A thing to pack, in Markdown, for all the lessons that need it."""

    item: str
    amount: Amount
    lessons: tuple[str, ...]


def needs(context: Context, lesson: Lesson) -> tuple[Need, ...]:
    """What a lesson and its exercises need, each thing once; used-up things of two exercises are added up."""
    size = table_size(context, lesson)
    listed = [(item, size) for item in lesson.materials]
    for step in lesson.steps:
        if isinstance(step, ExerciseUse) and step.exercise in context.exercises:
            exercise = context.exercises[step.exercise]
            listed += [(item, _unit(exercise, size)) for item in exercise.materials]
    found: dict[tuple[str, int, Per], Need] = {}
    for item, unit in listed:
        amount = _amount(context, item, unit)
        key = (_name(item), item.count, item.per)
        found[key] = Need(item, _joined(item, found[key].amount, amount) if key in found else amount)
    return tuple(found.values())


def packing(context: Context) -> tuple[Packed, ...]:
    """Everything that the course needs, same things joined, in the order of their first use.

    What is used up is added up over the lessons; of what is used again, the most that a lesson needs is enough.
    """
    found: dict[str, Packed] = {}
    for session in context.sessions:
        if session.lesson is None:
            continue
        id = session.lesson.lesson
        for need in needs(context, session.lesson):
            name = _name(need.material)
            if (packed := found.get(name)) is None:
                found[name] = Packed(need.material.item, need.amount, (id,))
                continue
            lessons = packed.lessons if id in packed.lessons else (*packed.lessons, id)
            found[name] = Packed(packed.item, _joined(need.material, packed.amount, need.amount), lessons)
    return tuple(found.values())


def table_size(context: Context, lesson: Lesson | None = None) -> int:
    """How many people sit together: as the lesson's own exercises say, or else most exercises of the course."""
    own = {step.exercise for step in lesson.steps if isinstance(step, ExerciseUse)} if lesson else set()
    for exercises in ([e for e in context.module.exercises if e.exercise in own], context.module.exercises):
        sizes = Counter(exercise.group_size for exercise in exercises if exercise.group_size)
        if sizes:
            return min(sizes, key=lambda size: (-sizes[size], size))
    return _USUAL_GROUP


def _unit(exercise: Exercise, usual: int) -> int:
    if exercise.kind is Grouping.PAIRS:
        return 2
    return exercise.group_size or usual


def _amount(context: Context, item: Material, unit: int) -> Amount:
    group = context.module.group
    match item.per:
        case Per.ONCE:
            return Amount(item.count, item.count)
        case Per.PARTICIPANT:
            return Amount(item.count * group.least, item.count * group.most)
        case Per.GROUP:
            return Amount(item.count * -(-group.least // unit), item.count * -(-group.most // unit))


def _joined(item: Material, one: Amount, other: Amount) -> Amount:
    if item.used_up:
        return Amount(one.least + other.least, one.most + other.most)
    return Amount(max(one.least, other.least), max(one.most, other.most))


def _name(item: Material) -> str:
    return " ".join(item.item.casefold().split())
