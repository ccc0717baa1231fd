"""The answers: every exercise with its model answer, its debrief and its common mistakes. For trainers only."""

from __future__ import annotations

from modulekit.document import Block, Document, Heading, Opener, Paragraph, Part, PartKind, Text
from modulekit.model import Exercise
from modulekit.products import front
from modulekit.products.context import Context
from modulekit.products.exercise import answer, grouping, questions, short_title
from modulekit.products.handout import used_exercises
from modulekit.products.notes import mistakes


def answers(context: Context) -> Document:
    """Compose the answers, one part for each exercise."""
    label = context.strings("product-answers")
    parts = [front.cover(context, label)]
    parts += [_part(context, exercise) for exercise in used_exercises(context)]
    return Document(context.meta(label, "answers"), tuple(parts))


def _part(context: Context, exercise: Exercise) -> Part:
    strings = context.strings
    facts = (
        short_title(context, exercise),
        grouping(context, exercise),
        strings("minutes-n", n=exercise.minutes.total),
    )
    opening = Opener(
        context.line(exercise.title),
        f"exercise:{exercise.exercise}",
        str(context.edition.numbering.exercises[exercise.exercise]),
        (Text(" · ".join(facts)),),
    )
    blocks: list[Block] = [opening, Paragraph(context.line(exercise.purpose))]
    solution = answer(context, exercise, level=2)
    if solution:
        blocks.append(solution)
    for key, children in (
        ("note-debrief", questions(context, exercise.debrief)),
        ("note-mistakes", mistakes(context, exercise)),
    ):
        if children:
            blocks.append(Heading(2, (Text(strings(key)),), id=f"{key}:{exercise.exercise}"))
            blocks.extend(children)
    return Part(opening.id, context.words(exercise.title), PartKind.CHAPTER, tuple(blocks))
