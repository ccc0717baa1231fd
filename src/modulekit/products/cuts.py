"""What to cut when time is short: every step that may go, with the minutes that it gives back."""

from __future__ import annotations

from modulekit.document import (
    Cell,
    Paragraph,
    Part,
    PartKind,
    Row,
    Table,
    TableRole,
    Text,
    plain,
)
from modulekit.model import ExerciseUse, Priority, Step
from modulekit.products.context import Context
from modulekit.products.exercise import title_of
from modulekit.products.openings import columns, page


def cuts(context: Context) -> Part | None:
    """The steps in the order in which to drop them: ``could`` before ``should``. ``None`` where all must stay."""
    strings = context.strings
    rows = []
    for priority in (Priority.COULD, Priority.SHOULD):
        for session in context.sessions:
            assert session.lesson is not None
            for step in session.lesson.steps:
                if step.priority is not priority:
                    continue
                cells = (
                    (Text(strings(f"priority-{priority.value}")),),
                    context.line(session.lesson.title),
                    context.line(_title(context, step)),
                    (Text(str(context.minutes(step))),),
                    (Text(context.gist(_advice(context, step))),),
                )
                rows.append(Row(tuple(Cell((Paragraph(cell),)) if plain(cell) else Cell() for cell in cells)))
    if not rows:
        return None
    heads = columns(strings, ("priority", 22), ("session", 42), ("step", 42), ("minutes-short", 11), ("instead", 50))
    blocks = (
        Paragraph((Text(strings("cuts-lead")),)),
        Table(heads, tuple(rows), role=TableRole.DATA),
    )
    return page("cuts", strings("when-time-is-short"), blocks, kind=PartKind.ANNEX)


def _title(context: Context, step: Step | ExerciseUse) -> str:
    return step.title if isinstance(step, Step) else title_of(context, context.exercises[step.exercise])


def _advice(context: Context, step: Step | ExerciseUse) -> str | None:
    """What to do instead: what is said here, or else what the exercise says wherever it is used."""
    if step.trainer is not None and step.trainer.if_short_of_time:
        return step.trainer.if_short_of_time
    return context.exercises[step.exercise].if_short_of_time if isinstance(step, ExerciseUse) else None
