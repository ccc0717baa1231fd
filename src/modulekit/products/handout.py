"""The participant handout: everything that participants read, do and keep."""

from __future__ import annotations

from modulekit.document import (
    Block,
    Box,
    BoxRole,
    Document,
    Heading,
    Inlines,
    List,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Text,
)
from modulekit.model import Exercise, ExerciseUse, Lesson
from modulekit.model.timetable import TimedSession
from modulekit.products import front
from modulekit.products.blocks import entries
from modulekit.products.context import Context
from modulekit.products.exercise import frame, short_title, worksheet
from modulekit.products.openings import page, sections


def handout(context: Context) -> Document:
    """Compose the handout."""
    label = context.strings("product-handout")
    body = [about(context), front.agenda(context)]
    printed: set[str] = set()
    for session in context.sessions:
        part = chapter(context, session, printed)
        if part is not None:
            body.append(part)
    if context.module.glossary:
        body.append(front.glossary(context))
    if context.module.references:
        body.append(front.references(context))
    parts = (front.cover(context, label), front.contents(context, body), *body)
    return Document(context.meta(label, "handout"), parts)


def about(context: Context) -> Part:
    """What the course is, for whom, and how to use the handout."""
    module = context.module
    told = (
        ("target-group", module.target_group),
        ("prerequisites", module.prerequisites),
        ("methods", module.methods),
        ("how-to-use", module.how_to_use),
    )
    blocks = (
        *_lead(context.prose(module.summary)),
        front.outcomes(context),
        *sections(context, told),
        *front.document_control(context),
    )
    return page("about", context.strings("about-course"), blocks, kind=PartKind.FRONT)


def chapter(context: Context, session: TimedSession, printed: set[str]) -> Part | None:
    """One lesson; ``None`` where participants get nothing to read. ``printed`` holds the exercises already printed."""
    lesson = session.lesson
    assert lesson is not None
    body = [block for at in range(len(lesson.steps)) for block in _step(context, lesson, at, printed)]
    if not body and not lesson.key_messages and not context.is_numbered(lesson):
        return None
    blocks = (
        opener(context, session),
        *lesson_outcomes(context, lesson),
        *body,
        *key_messages(context, lesson),
    )
    return Part(f"lesson:{lesson.lesson}", context.words(lesson.title), PartKind.CHAPTER, blocks)


def opener(context: Context, session: TimedSession) -> Opener:
    """The lesson's opening: number, title, day, clock, minutes and exercises."""
    lesson, strings = session.lesson, context.strings
    assert lesson is not None
    facts = [strings("day-n", n=session.day), session.span, strings("minutes-n", n=session.minutes)]
    meta: list[Inlines] = [(Text(" · ".join(facts)),)]
    for step in lesson.steps:
        if isinstance(step, ExerciseUse) and step.exercise in context.exercises:
            meta.append((Text(" · "), *context.refer("exercise", step.exercise)))
    return Opener(
        context.line(lesson.title),
        f"lesson:{lesson.lesson}",
        context.lesson_number(lesson),
        tuple(inline for inlines in meta for inline in inlines),
    )


def lesson_outcomes(context: Context, lesson: Lesson) -> tuple[Block, ...]:
    """What one can do after the lesson."""
    texts = {outcome.id: outcome.text for outcome in context.module.outcomes}
    items = tuple((Paragraph(context.line(texts[id])),) for id in lesson.outcomes if id in texts)
    if not items:
        return ()
    return (Box(BoxRole.OUTCOMES, (List(items),), title=(Text(context.strings("after-lesson")),)),)


def key_messages(context: Context, lesson: Lesson) -> tuple[Block, ...]:
    """What to remember of the lesson."""
    items = tuple((Paragraph(context.line(message)),) for message in lesson.key_messages)
    return (Box(BoxRole.SUMMARY, (List(items),), title=(Text(context.strings("to-remember")),)),) if items else ()


def step_id(lesson: Lesson, at: int) -> str:
    """The id of a step, ``step:problem-tree/1``; steps count from 1."""
    return f"step:{lesson.lesson}/{at + 1}"


def _step(context: Context, lesson: Lesson, at: int, printed: set[str]) -> tuple[Block, ...]:
    step = lesson.steps[at]
    read = entries(context, step.handout)
    if not isinstance(step, ExerciseUse):
        heading = Heading(2, context.line(step.title), id=step_id(lesson, at))
        return (heading, *read) if read else ()
    exercise = context.exercises.get(step.exercise)
    if exercise is None:
        return read
    if step.exercise in printed:
        return (*read, once_more(context, exercise))
    printed.add(step.exercise)
    return (*read, *whole_exercise(context, exercise))


def once_more(context: Context, exercise: Exercise) -> Paragraph:
    """Where an exercise is used again, its task and worksheet are not printed again."""
    return Paragraph((Text(f"{context.strings('once-more')} "), *context.refer("exercise", exercise.exercise)))


def whole_exercise(context: Context, exercise: Exercise) -> tuple[Block, ...]:
    """The exercise's box and its worksheet."""
    return (frame(context, exercise), *worksheet(context, exercise))


def workbook(context: Context) -> Document:
    """The exercises alone, with their worksheets, one part each."""
    strings = context.strings
    label = strings("product-workbook")
    body = []
    for exercise in used_exercises(context):
        opening = Opener(
            context.line(exercise.title),
            f"workbook:{exercise.exercise}",
            str(context.edition.numbering.exercises[exercise.exercise]),
            (Text(short_title(context, exercise)),),
        )
        blocks = (opening, frame(context, exercise), *worksheet(context, exercise))
        body.append(Part(opening.id, context.words(exercise.title), PartKind.CHAPTER, blocks))
    parts = (front.cover(context, label), *body)
    return Document(context.meta(label, "workbook"), parts)


def used_exercises(context: Context) -> tuple[Exercise, ...]:
    """The exercises that a lesson of the programme uses, in the order of their numbers."""
    used = {
        step.exercise
        for session in context.sessions
        if session.lesson
        for step in session.lesson.steps
        if isinstance(step, ExerciseUse)
    }
    return tuple(exercise for exercise in context.module.exercises if exercise.exercise in used)


def _lead(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    if blocks and isinstance(blocks[0], Paragraph):
        return (Paragraph(blocks[0].children, ParagraphRole.LEAD), *blocks[1:])
    return blocks
