"""What to cut when time is short: every step that may go, with the minutes that it gives back."""

from __future__ import annotations

from modulekit.document import (
    Block,
    Cell,
    Opener,
    Paragraph,
    Part,
    PartKind,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import ExerciseUse, Priority
from modulekit.products.context import Context


def cuts(context: Context) -> Part:
    """The steps in the order in which to drop them: ``could`` before ``should``."""
    strings = context.strings
    title = strings("when-time-is-short")
    rows = []
    for priority in (Priority.COULD, Priority.SHOULD):
        for session in context.sessions:
            assert session.lesson is not None
            for step in session.lesson.steps:
                if step.priority is not priority:
                    continue
                if isinstance(step, ExerciseUse):
                    name, advice = (
                        context.exercises[step.exercise].title,
                        context.exercises[step.exercise].if_short_of_time,
                    )
                else:
                    name, advice = step.title, step.trainer.if_short_of_time if step.trainer else None
                texts = (
                    strings(f"priority-{priority.value}"),
                    session.lesson.title,
                    name,
                    str(context.minutes(step)),
                )
                rows.append(Row(tuple(_text(text) for text in (*texts, context.gist(advice)))))
    columns = tuple(
        TableColumn((Text(strings(key)),), width)
        for key, width in (
            ("priority", 22),
            ("session", 42),
            ("step", 42),
            ("minutes-short", 11),
            ("instead", 50),
        )
    )
    blocks: list[Block] = [Opener((Text(title),), "cuts"), Paragraph((Text(strings("cuts-lead")),))]
    if rows:
        blocks.append(Table(columns, tuple(rows), role=TableRole.DATA))
    return Part("cuts", title, PartKind.ANNEX, tuple(blocks))


def _text(words: str) -> Cell:
    return Cell((Paragraph((Text(words),)),)) if words else Cell()
