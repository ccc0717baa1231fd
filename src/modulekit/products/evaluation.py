"""What participants think: the evaluation of the course, and a page of feedback for each day.

The questions are those of the module, or the standard ones in the words of its language.
"""

from __future__ import annotations

from modulekit.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import Evaluation
from modulekit.model.timetable import TimedDay, TimedSession
from modulekit.products.context import Context
from modulekit.products.forms import asked, choice, choices, rated, scale, words
from modulekit.products.openings import columns, page

_SESSION = ("ask-session-useful", "ask-session-clear")
_SCALE_WIDTH = 42  # millimetres that five boxes with their numbers take
_OVERALL = (
    "ask-overall-outcomes",
    "ask-overall-work",
    "ask-overall-exercises",
    "ask-overall-handout",
    "ask-overall-trainers",
    "ask-overall-part",
    "ask-overall-time",
    "ask-overall-room",
)
_OPEN = ("ask-open-apply", "ask-open-best", "ask-open-change", "ask-open-need")
_DAILY = ("ask-daily-clear", "ask-daily-unclear", "ask-daily-sentence")
_PACE = ("pace-slow", "pace-right", "pace-fast")
_CLEAR = ("was-clear", "was-partly", "was-unclear")


def evaluation(context: Context) -> Document:
    """Compose the evaluation: what to tick for each lesson and for the whole course, and what to answer in writing."""
    strings, own = context.strings, context.module.evaluation or Evaluation()
    label = strings("product-evaluation")
    blocks: list[Block] = [Paragraph((Text(strings("evaluation-lead")),))]
    lessons = tuple(session for session in context.sessions if _is_taught(context, session))
    if lessons:
        statements = own.session or _standard(context, _SESSION)
        blocks += [
            Heading(2, (Text(strings("each-lesson")),), id="each-lesson"),
            _lessons(context, lessons, statements),
        ]
    overall = own.overall or _standard(context, _OVERALL)
    blocks += [
        Heading(2, (Text(strings("whole-course")),), id="whole-course"),
        rated(context, strings("statement"), overall, 4.5),
    ]
    answers = asked(context, own.open or _standard(context, _OPEN), 4, "open")
    parts = (
        page("evaluation", label, blocks, meta=context.line(context.module.title)),
        page("own-words", strings("own-words"), answers, meta=(Text(strings("own-words-lead")),)),
    )
    return Document(context.meta(label, "evaluation"), parts)


def daily_feedback(context: Context) -> Document:
    """Compose the daily feedback, one page for each day."""
    label = context.strings("product-daily-feedback")
    return Document(context.meta(label, "evaluation"), tuple(_day(context, day) for day in context.days))


def _day(context: Context, day: TimedDay) -> Part:
    strings, own = context.strings, context.module.evaluation or Evaluation()
    title = strings("day-title", n=day.number, title=context.words(day.day.title))
    blocks: list[Block] = [Paragraph((Text(strings("daily-lead")),))]
    lessons = tuple(session for session in day.sessions if _is_taught(context, session))
    if lessons:
        options = _standard(context, _CLEAR)
        heads = columns(strings, ("lesson", 90), ("tick-one", 76))
        rows = tuple(Row((words(context, _name(context, session)), choice(options)), 5.5) for session in lessons)
        blocks.append(Table(heads, rows, role=TableRole.FORM))
    blocks.append(choices(context, strings("ask-pace"), _standard(context, _PACE)))
    blocks += asked(context, own.daily or _standard(context, _DAILY), 3, f"day:{day.number}")
    return page(f"day:{day.number}", title, blocks, meta=(Text(strings("product-daily-feedback")),))


def _lessons(context: Context, lessons: tuple[TimedSession, ...], statements: tuple[str, ...]) -> Table:
    """A row for each lesson, a column for each statement, boxes from 1 to 5 in each cell."""
    columns = (
        TableColumn((Text(context.strings("lesson")),), 166 - _SCALE_WIDTH * len(statements)),
        *(TableColumn(context.line(statement), _SCALE_WIDTH) for statement in statements),
    )
    rows = tuple(Row((words(context, _name(context, s)), *(scale() for _ in statements)), 5.5) for s in lessons)
    return Table(columns, rows, role=TableRole.FORM)


def _is_taught(context: Context, session: TimedSession) -> bool:
    return session.lesson is not None and context.is_numbered(session.lesson)


def _name(context: Context, session: TimedSession) -> str:
    """``2  Decisions on paper``"""
    assert session.lesson is not None
    return f"{context.lesson_number(session.lesson)}\u2002{session.lesson.title}"


def _standard(context: Context, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(context.strings(key) for key in keys)
