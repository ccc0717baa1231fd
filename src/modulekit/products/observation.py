"""What a co-trainer watches: each session's steps with the minutes they really took, and criteria with evidence."""

from __future__ import annotations

from modulekit.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Row,
    Strong,
    Table,
    TableRole,
    Text,
)
from modulekit.model import ExerciseUse, Lesson, Step, TrainerBrief
from modulekit.model.timetable import TimedSession, clock_of
from modulekit.products.context import Context
from modulekit.products.exercise import grouping, title_of
from modulekit.products.forms import asked, scale, words
from modulekit.products.handout import opener
from modulekit.products.openings import columns
from modulekit.products.tables import words_cell

_ALWAYS = ("watch-outcome", "watch-messages", "watch-questions", "watch-silence", "watch-all", "watch-mistakes")
_EXERCISE = ("watch-brief", "watch-tables", "watch-debrief")
_CLOSE = ("watch-time",)


def observation(context: Context) -> Document:
    """Compose the observation sheets, one part for each session of the programme."""
    label = context.strings("product-observation")
    return Document(context.meta(label, "observation"), tuple(_sheet(context, s) for s in context.sessions))


def _sheet(context: Context, session: TimedSession) -> Part:
    strings, lesson = context.strings, session.lesson
    assert lesson is not None
    id = lesson.lesson
    blocks = (
        opener(context, session),
        _heads(context),
        Heading(2, (Text(strings("steps-and-minutes")),), id=f"steps:{id}"),
        _steps(context, session, lesson),
        *(_criteria(context, lesson) if context.is_numbered(lesson) else ()),
        *asked(context, (strings("watch-keep"), strings("watch-change")), 2, f"after:{id}"),
    )
    return Part(f"lesson:{id}", context.words(lesson.title), PartKind.CHAPTER, blocks)


def _heads(context: Context) -> Table:
    """Who taught, who watched, and when: one row to write in."""
    heads = columns(context.strings, ("trainer", 66), ("observer", 66), ("date", 34))
    return Table(heads, (Row((Cell(),) * len(heads), 9),), role=TableRole.FORM, row_headers=False)


def _steps(context: Context, session: TimedSession, lesson: Lesson) -> Table:
    strings = context.strings
    heads = columns(
        strings,
        ("time", 14),
        ("step-and-method", 62),
        ("planned", 18, Align.RIGHT),
        ("real", 18),
        ("what-happened", 54),
    )
    rows, clock = [], session.start
    for step in lesson.steps:
        minutes = context.minutes(step)
        rows.append(
            Row((words_cell(clock_of(clock)), _step(context, step), words_cell(str(minutes)), Cell(), Cell()), 7)
        )
        clock += minutes
    total = (
        words_cell(clock_of(clock)),
        words_cell(strings("total")),
        words_cell(str(clock - session.start)),
        Cell(),
        Cell(),
    )
    return Table(heads, (*rows, Row(total, 9, muted=True)), role=TableRole.FORM)


def _step(context: Context, step: Step | ExerciseUse) -> Cell:
    if isinstance(step, Step):
        title, method = step.title, context.strings(f"method-{step.method.value}")
    else:
        exercise = context.exercises[step.exercise]
        title, method = title_of(context, exercise), grouping(context, exercise)
    return Cell((Paragraph((Strong(context.line(title)),)), Paragraph((Text(method),), ParagraphRole.META)))


def _criteria(context: Context, lesson: Lesson) -> tuple[Block, ...]:
    """What to judge in a lesson, each with a scale and room for the evidence; the frames around lessons have none."""
    strings = context.strings
    own = (context.module.trainer or TrainerBrief()).observation
    keys = (*_ALWAYS, *(_EXERCISE if _has_exercise(lesson) else ()), *_CLOSE)
    statements = own or tuple(strings(key) for key in keys)
    heads = columns(strings, ("criterion", 60), ("tick-scale", 44), ("evidence", 62))
    rows = tuple(Row((words(context, statement), scale(), Cell()), 9) for statement in statements)
    return (
        Heading(2, (Text(strings("criteria")),), id=f"criteria:{lesson.lesson}"),
        Paragraph((Text(strings("criteria-lead")),), ParagraphRole.META),
        Table(heads, rows, role=TableRole.FORM),
    )


def _has_exercise(lesson: Lesson) -> bool:
    return any(isinstance(step, ExerciseUse) for step in lesson.steps)
