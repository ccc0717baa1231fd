"""The guide's walk through a lesson: clock, picture of the slide, and words for each step."""

from __future__ import annotations

from modulekit.document import (
    Asset,
    Block,
    Box,
    BoxRole,
    Columns,
    ColumnsRole,
    Definition,
    Figure,
    Heading,
    InlineRole,
    Inlines,
    Paragraph,
    ParagraphRole,
    Styled,
    Text,
)
from modulekit.model import ExerciseUse, Lesson, Priority, Step
from modulekit.model.slideshow import PlannedSlide, SlideKind
from modulekit.model.timetable import TimedSession, clock_of
from modulekit.products.context import Context
from modulekit.products.exercise import answer, filled_forms, grouping, time_bar, title_of
from modulekit.products.handout import once_more, step_id
from modulekit.products.notes import definitions, exercise_notes, note, step_notes
from modulekit.products.plan import handout_page, shown_slides, slide_range

_WIDTHS = (18.0, 46.0, 114.0)  # clock, picture, words


def step_blocks(context: Context, session: TimedSession, printed: set[str]) -> tuple[Block, ...]:
    """Every step of a lesson. ``printed`` holds the exercises whose notes and answer stand further ahead."""
    lesson = session.lesson
    assert lesson is not None
    blocks: list[Block] = []
    clock = session.start
    for at, step in enumerate(lesson.steps):
        blocks.extend(_step(context, lesson, at, clock, printed))
        clock += context.minutes(step)
        if isinstance(step, ExerciseUse):
            printed.add(step.exercise)
    return tuple(blocks)


def _step(context: Context, lesson: Lesson, at: int, clock: int, printed: set[str]) -> tuple[Block, ...]:
    step, strings = lesson.steps[at], context.strings
    shown = shown_slides(context, lesson, at)
    when: tuple[Block, ...] = (
        Paragraph((Text(clock_of(clock)),), ParagraphRole.CLOCK),
        Paragraph((Text(strings("minutes-short-n", n=context.minutes(step))),), ParagraphRole.META),
        Box(BoxRole.TOOK, (), title=(Text(strings("took")),)),
    )
    pictures = tuple(_picture(context, plan) for plan in shown if f"slide:{plan.id}" in context.layouts.pictures)
    words = (*_words(context, lesson, at, printed), *_slide_notes(context, step, shown))
    columns = Columns((when, pictures, words), _WIDTHS, ColumnsRole.STEP, id=step_id(lesson, at))
    solutions = [filled_forms(context, step.handout, f"filled:{lesson.lesson}/{at + 1}")]
    if isinstance(step, ExerciseUse) and step.exercise not in printed:
        solutions.append(answer(context, context.exercises[step.exercise]))
    return (columns, *(solution for solution in solutions if solution))


def _words(context: Context, lesson: Lesson, at: int, printed: set[str]) -> tuple[Block, ...]:
    step, strings = lesson.steps[at], context.strings
    number = context.lesson_number(lesson)
    if isinstance(step, Step):
        heading = Heading(
            3,
            context.line(step.title),
            number=f"{number}.{at + 1}" if number else "",
            aside=_aside(context, strings(f"method-{step.method.value}"), step.priority),
        )
        return (heading, *_turn_to(context, lesson, at), *step_notes(context, step.trainer))
    exercise = context.exercises[step.exercise]
    again = step.exercise in printed
    heading = Heading(
        3,
        context.line(title_of(context, exercise)),
        id="" if again else f"exercise:{exercise.exercise}",
        aside=_aside(context, grouping(context, exercise), step.priority),
    )
    opening = (
        heading,
        *_turn_to(context, lesson, at),
        Paragraph(context.line(exercise.purpose)),
        time_bar(context, exercise),
    )
    if again:
        return (*opening, once_more(context, exercise), *step_notes(context, step.trainer))
    return (*opening, *exercise_notes(context, exercise, step.trainer))


def _aside(context: Context, method: str, priority: Priority) -> Inlines:
    """The method, and whether the step may go when time is short."""
    if priority is Priority.MUST:
        return (Text(method),)
    return (Text(f"{method} · {context.strings(f'priority-{priority.value}')}"),)


def _turn_to(context: Context, lesson: Lesson, at: int) -> tuple[Block, ...]:
    """Tags with the slides to show and the page of the handout to turn to."""
    strings = context.strings
    tags: list[str] = []
    slides = slide_range(context, lesson, at)
    if slides:
        tags.append(strings("slides-range" if "–" in slides else "slide-n", number=slides))
    page = handout_page(context, lesson, at)
    if page:
        tags.append(strings("handout-page", page=page))
    inlines: list[Text | Styled] = []
    for tag in tags:
        if inlines:
            inlines.append(Text("  "))
        inlines.append(Styled(InlineRole.TAG, (Text(tag),)))
    return (Paragraph(tuple(inlines)),) if inlines else ()


def _picture(context: Context, plan: PlannedSlide) -> Figure:
    number = context.edition.numbering.slides[plan.id]
    words = context.strings("slide-n", number=number)
    data = context.layouts.pictures[f"slide:{plan.id}"]
    return Figure(Asset(f"slide-{number}.png", "image/png", data), alt=words, caption=(Text(words),), frame=True)


def _slide_notes(context: Context, step: Step | ExerciseUse, shown: tuple[PlannedSlide, ...]) -> tuple[Block, ...]:
    """Notes that belong to one slide, named by its number."""
    items: list[Definition | None] = []
    for plan in shown:
        text = step.slides[plan.slide].notes if plan.kind is SlideKind.AUTHORED else None
        if text:
            label = context.strings("note-slide", number=context.edition.numbering.slides[plan.id])
            items.append(note(label, *context.prose(text)))
    return definitions(items)
