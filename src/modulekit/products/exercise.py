"""An exercise as participants get it, and as trainers need it."""

from __future__ import annotations

from modulekit.document import (
    Bar,
    Block,
    Box,
    BoxRole,
    Definition,
    Definitions,
    Heading,
    List,
    ListRole,
    Paragraph,
    Segment,
    Text,
)
from modulekit.model import Entry, Exercise, Grouping, Material, Question, SelfCheck, TwoFaced
from modulekit.model.text import Per
from modulekit.products.blocks import entries, entry_blocks
from modulekit.products.context import Context
from modulekit.products.questions import self_check_key


def title_of(context: Context, exercise: Exercise) -> str:
    """``Exercise 2 · Draw the tree``."""
    return f"{short_title(context, exercise)} · {exercise.title}"


def short_title(context: Context, exercise: Exercise) -> str:
    """``Exercise 2``."""
    return context.strings("exercise-n", number=context.edition.numbering.exercises[exercise.exercise])


def grouping(context: Context, exercise: Exercise) -> str:
    """``groups of 5``."""
    if exercise.kind is Grouping.GROUP and exercise.group_size:
        return context.strings("groups-of-n", n=exercise.group_size)
    return context.strings(f"grouping-{exercise.kind.value}")


def time_bar(context: Context, exercise: Exercise) -> Bar:
    """The time split, drawn to scale."""
    split = exercise.minutes
    parts = (
        ("brief", split.brief),
        ("work", split.work),
        ("report", split.report),
        ("debrief", split.debrief),
    )
    labels = [(context.strings(f"time-{name}", minutes=minutes), minutes) for name, minutes in parts if minutes]
    return Bar(
        tuple(Segment(label, float(minutes)) for label, minutes in labels),
        alt=", ".join(label for label, _ in labels),
    )


def frame(context: Context, exercise: Exercise, level: int = 2) -> Box:
    """The exercise's box: what for, the time split, and what to do."""
    strings = context.strings
    children: list[Block] = [
        Paragraph(context.line(exercise.purpose)),
        time_bar(context, exercise),
        List(tuple((Paragraph(context.line(line)),) for line in exercise.task), ListRole.NUMBER),
    ]
    if exercise.materials:
        words = context.listed([material(context, item) for item in exercise.materials])
        item = Definition((Text(strings("you-need")),), (Paragraph(context.line(words)),))
        children.append(Definitions((item,), labels=True))
    return Box(
        BoxRole.EXERCISE,
        tuple(children),
        title=context.line(title_of(context, exercise)),
        aside=(Text(f"{grouping(context, exercise)} · {strings('minutes-n', n=exercise.minutes.total)}"),),
        id=f"exercise:{exercise.exercise}",
        level=level,
    )


def worksheet(context: Context, exercise: Exercise, level: int = 3) -> tuple[Block, ...]:
    """The cases, figures and forms to work on, under a heading."""
    if not exercise.worksheet:
        return ()
    number = context.edition.numbering.exercises[exercise.exercise]
    heading = Heading(
        level, (Text(context.strings("worksheet-n", number=number)),), id=f"worksheet:{exercise.exercise}"
    )
    return (heading, *entries(context, exercise.worksheet))


def answer(context: Context, exercise: Exercise, level: int = 0) -> Box | None:
    """The model answer: the worksheet's forms filled in, then the reasoning. ``None`` where there is none.

    ``level`` makes its title a heading, under which the headings of the answer's own text stand.
    """
    children = (*_filled(context, exercise.worksheet), *entries(context, exercise.answer))
    if not children:
        return None
    number = context.edition.numbering.exercises[exercise.exercise]
    return Box(
        BoxRole.ANSWER,
        children,
        title=(Text(context.strings("answer-n", number=number)),),
        id=f"answer:{exercise.exercise}",
        keep=False,
        level=level,
    )


def filled_forms(context: Context, items: tuple[Entry, ...], id: str) -> Box | None:
    """The forms of a handout as the trainer would fill them in. ``None`` where there are none."""
    forms = _filled(context, items)
    if not forms:
        return None
    return Box(BoxRole.ANSWER, forms, title=(Text(context.strings("filled-forms")),), id=id, keep=False)


def _filled(context: Context, items: tuple[Entry, ...]) -> tuple[Block, ...]:
    """What the forms say when they are filled in, and the key to questions for self-checks."""
    blocks: list[Block] = []
    for item in items:
        if isinstance(item.block, TwoFaced) and item.block.tells_trainers_more():
            blocks.extend(entry_blocks(context, item))
        elif isinstance(item.block, SelfCheck):
            blocks.extend(self_check_key(context, item.block))
    return tuple(blocks)


def questions(context: Context, asked: tuple[Question, ...]) -> tuple[Block, ...]:
    """Questions, each with the answer to listen for set back below it."""
    blocks: list[Block] = []
    for item in asked:
        blocks.append(Paragraph(context.line(item.question)))
        if item.expect:
            blocks.append(Box(BoxRole.EXPECT, context.prose(item.expect)))
    return tuple(blocks)


def material(context: Context, item: Material) -> str:
    """``2 flipchart sheets per group``, in Markdown."""
    if item.per is Per.ONCE and item.count == 1:
        return item.item
    key = {Per.ONCE: "count-once", Per.GROUP: "count-per-group", Per.PARTICIPANT: "count-per-participant"}[item.per]
    return context.strings(key, n=item.count, count=item.count, item=item.item)
