"""The guide's tables: the trainers' programme, the preparation of a lesson, and its session plan."""

from __future__ import annotations

from modulekit.document import (
    Block,
    Cell,
    Columns,
    ColumnsRole,
    Heading,
    Inlines,
    List,
    Opener,
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
from modulekit.model import ExerciseUse, Lesson, Step, TrainerNotes
from modulekit.model.slideshow import PlannedSlide, SlideKind, lesson_slides, slideshow
from modulekit.model.timetable import TimedSession, clock_of
from modulekit.products import front, materials
from modulekit.products.context import Context
from modulekit.products.exercise import grouping, time_bar, title_of
from modulekit.products.handout import step_id
from modulekit.products.openings import columns
from modulekit.products.tables import words_cell


def trainers_programme(context: Context) -> Part:
    """Each day with the page of the handout on which each lesson begins."""
    strings = context.strings
    title = strings("programme")
    blocks: list[Block] = [Opener((Text(title),), "agenda")]
    for day in context.days:
        words = strings("day-title", n=day.number, title=context.words(day.day.title))
        blocks.append(Heading(2, (Text(words),), id=f"day:{day.number}"))
        blocks.append(front.agenda_table(context, day, pages="handout"))
    return Part("agenda", title, PartKind.FRONT, tuple(blocks))


def preparation(context: Context, lesson: Lesson) -> tuple[Block, ...]:
    """What to have ready, what to do before, and what to cut: three short columns, those that hold something."""
    strings = context.strings
    cells: list[tuple[Block, ...]] = []
    have = materials.of_lesson(context, lesson)
    if have:
        items = tuple((Paragraph(context.line(item)),) for item in have)
        cells.append((_label(strings("have-ready")), List(items)))
    for key, text in (
        ("before", lesson.before),
        ("room", lesson.room),
        ("if-shorter", lesson.if_short_of_time),
    ):
        if text:
            cells.append((_label(strings(key)), *context.prose(text)))
    rows = [tuple(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    return tuple(Columns(row, (1.0,) * len(row), ColumnsRole.TRIO) for row in rows)


def session_plan(context: Context, session: TimedSession) -> Table:
    """Clock, minutes, step, method, who does what, slides, handout page: one row a step."""
    lesson = session.lesson
    assert lesson is not None
    heads = columns(
        context.strings,
        ("time", 13),
        ("minutes-short", 10),
        ("step-and-method", 36),
        ("trainer-does", 50),
        ("participants-do", 40),
        ("slide", 13),
        ("handout-p", 12),
    )
    rows, clock = [], session.start
    for at, step in enumerate(lesson.steps):
        rows.append(_plan_row(context, lesson, at, clock))
        clock += context.minutes(step)
    return Table(heads, tuple(rows), role=TableRole.PLAN)


def _plan_row(context: Context, lesson: Lesson, at: int, clock: int) -> Row:
    step = lesson.steps[at]
    minutes, notes = context.minutes(step), step.trainer or TrainerNotes()
    trainer = [context.gist(notes.say), context.gist(notes.do)]
    participants = context.gist(notes.participants)
    if isinstance(step, Step):
        title, method = step.title, context.strings(f"method-{step.method.value}")
    else:
        exercise = context.exercises[step.exercise]
        title, method = title_of(context, exercise), grouping(context, exercise)
        trainer.append(context.gist(exercise.setup))
        participants = participants or time_bar(context, exercise).alt
    name: Inlines = (Strong(context.line(title)),)
    cells = (
        words_cell(clock_of(clock)),
        words_cell(str(minutes)),
        Cell((Paragraph(name), Paragraph((Text(method),), ParagraphRole.META))),
        Cell(tuple(Paragraph((Text(words),)) for words in trainer if words)),
        words_cell(participants),
        words_cell(slide_range(context, lesson, at)),
        words_cell(handout_page(context, lesson, at)),
    )
    return Row(cells)


def shown_slides(context: Context, lesson: Lesson, at: int) -> tuple[PlannedSlide, ...]:
    """The slides that are on the wall during a step. Those that no step owns go with the step next to them: the title
    with the first step of the course, a lesson's section and summary with its first and its last one."""
    plans = tuple(lesson_slides(lesson))
    shown = [plan for plan in plans if plan.step == at]
    if at == 0:
        shown = [plan for plan in plans if plan.kind is SlideKind.SECTION] + shown
        if lesson is context.sessions[0].lesson:
            shown = [plan for plan in slideshow(context.module) if plan.kind is SlideKind.TITLE] + shown
    if at == len(lesson.steps) - 1:
        shown += [plan for plan in plans if plan.kind is SlideKind.SUMMARY]
    return tuple(shown)


def slide_range(context: Context, lesson: Lesson, at: int) -> str:
    """``21`` or ``22–24``: the slides of a step."""
    numbers = [context.edition.numbering.slides[plan.id] for plan in shown_slides(context, lesson, at)]
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def handout_page(context: Context, lesson: Lesson, at: int) -> str:
    """The page of the built handout on which the step or its exercise begins."""
    step = lesson.steps[at]
    target = f"exercise:{step.exercise}" if isinstance(step, ExerciseUse) else step_id(lesson, at)
    page = context.layouts.pages.get("handout", {}).get(target)
    return str(page) if page else ""


def _label(words: str) -> Paragraph:
    return Paragraph((Text(words),), ParagraphRole.LABEL)
