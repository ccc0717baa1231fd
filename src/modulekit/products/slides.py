"""The slides: those that authors wrote and those that follow from the course, in one deck.

The trainer's deck carries speaker notes; a deck for participants carries none at all, because its edition holds none.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import assert_never

from modulekit.document import (
    Block,
    Chart,
    ChartBody,
    ColumnsBody,
    Deck,
    Diagram,
    DiagramBody,
    ExerciseBody,
    Inlines,
    Paragraph,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    Row,
    Section,
    SectionBody,
    Slide,
    SlideBody,
    Strong,
    SummaryBody,
    Table,
    TableBody,
    Text,
    TitleBody,
)
from modulekit.model import ExerciseUse, Lesson, Step
from modulekit.model import Slide as SlideModel
from modulekit.model.results.trees import ObjectiveTree, ProblemTree
from modulekit.model.slideshow import PlannedSlide, SlideKind, slideshow
from modulekit.products import front, occasion, visibility
from modulekit.products.blocks import entry_blocks, figure
from modulekit.products.context import Context
from modulekit.products.diagrams import objective_tree, problem_tree
from modulekit.products.exercise import grouping, time_bar, title_of
from modulekit.products.notes import exercise_notes, step_notes
from modulekit.products.pruning import Cut
from modulekit.products.tables import cell, column


def slides(context: Context, *, notes: bool) -> Deck:
    """Compose the deck, with speaker notes or without any."""
    label = context.strings("product-slides")
    sections = []
    for lesson_id, planned in groupby(slideshow(context.module), key=lambda plan: plan.lesson):
        lesson = context.lessons.get(lesson_id)
        title = context.words(lesson.title if lesson else context.module.title)
        made = tuple(_slide(context, plan, notes=notes) for plan in planned)
        sections.append(Section(f"slides:{lesson_id or 'title'}", title, made))
    return Deck(context.meta(label, "slides"), tuple(sections))


def _slide(context: Context, plan: PlannedSlide, *, notes: bool) -> Slide:
    lesson = context.lessons.get(plan.lesson)
    title, body, source = _content(context, plan, lesson) if lesson else _opening(context)
    return Slide(
        id=f"slide:{plan.id}",
        number=context.edition.numbering.slides[plan.id],
        title=title,
        body=body,
        footer=_footer(context, plan, lesson),
        source=source,
        notes=_notes(context, plan, lesson) if notes else None,
    )


def _content(context: Context, plan: PlannedSlide, lesson: Lesson) -> tuple[Inlines, SlideBody, Inlines]:
    match plan.kind:
        case SlideKind.SECTION:
            return context.line(lesson.title), _section(context, lesson), ()
        case SlideKind.SUMMARY:
            points = tuple(context.line(message) for message in lesson.key_messages)
            return (Text(context.strings("to-remember")),), SummaryBody(points), ()
        case SlideKind.EXERCISE:
            step = lesson.steps[plan.step]
            assert isinstance(step, ExerciseUse)
            exercise = context.exercises[step.exercise]
            body = ExerciseBody(
                context.line(exercise.purpose), grouping(context, exercise), time_bar(context, exercise)
            )
            return context.line(title_of(context, exercise)), body, ()
        case SlideKind.AUTHORED:
            slide = lesson.steps[plan.step].slides[plan.slide]
            source = context.line(slide.source) if slide.source else ()
            return context.line(slide.title), _authored(context, slide), source
        case SlideKind.TITLE:
            raise AssertionError("the title slide belongs to no lesson")
        case _:
            assert_never(plan.kind)


def _opening(context: Context) -> tuple[Inlines, SlideBody, Inlines]:
    module = context.module
    acknowledgement = context.prose(module.acknowledgement)
    first = acknowledgement[0] if acknowledgement else None
    body = TitleBody(
        subtitle=context.line(module.subtitle) if module.subtitle else (),
        facts=(front.duration(context), context.edition.organisation),
        statement=visibility.statement(context) or (first.children if isinstance(first, Paragraph) else ()),
        signs=visibility.signs(context),
    )
    return context.line(module.title), body, ()


def _section(context: Context, lesson: Lesson) -> SectionBody:
    texts = {outcome.id: outcome.text for outcome in context.module.outcomes}
    points = tuple(context.line(texts[id]) for id in lesson.outcomes if id in texts)
    return SectionBody(context.lesson_number(lesson), context.strings("after-lesson"), points)


def _authored(context: Context, slide: SlideModel) -> SlideBody:
    if slide.points is not None:
        return PointsBody(tuple(context.line(point) for point in slide.points))
    if slide.columns is not None:
        return ColumnsBody(
            tuple(
                (context.line(side.title), tuple(context.line(point) for point in side.points))
                for side in slide.columns
            )
        )
    if slide.picture is not None:
        return PictureBody(figure(context, slide.picture))
    if slide.table is not None:
        columns = tuple(column(context, item) for item in slide.table.columns)
        rows = tuple(
            Row(tuple(cell(context, text, title.align) for title, text in zip(columns, row, strict=True)))
            for row in slide.table.rows
        )
        return TableBody(Table(columns, rows))
    if slide.shows is not None:
        shown = _shown(context, slide.shows, Cut(slide.branch, slide.depth))
        return _without_source(shown) if slide.source else shown
    if slide.question is not None:
        return QuestionBody(context.line(slide.question))
    assert slide.quotation is not None  # the model holds exactly one body
    return QuotationBody(context.line(slide.quotation.text), context.line(slide.quotation.source))


def _shown(context: Context, id: str, cut: Cut) -> SlideBody:
    """The block called ``id`` as it stands in the handout, of a tree the part that ``cut`` leaves; a deck holds no
    form, which a check sees to."""
    entry = next((entry for entry in context.entries if getattr(entry.block, "id", None) == id), None)
    match entry and entry.block:
        case ProblemTree() as tree:
            return DiagramBody(problem_tree(context, tree, cut))
        case ObjectiveTree() as tree:
            return DiagramBody(objective_tree(context, tree, cut))
        case _:
            pass
    for block in entry_blocks(context, entry) if entry else ():
        match block:
            case Diagram():
                return DiagramBody(block)
            case Chart():
                return ChartBody(block)
            case Table():
                return TableBody(block)
            case _:
                pass
    return PointsBody(())


def _without_source(body: SlideBody) -> SlideBody:
    """What a slide shows whose own source takes the place of the handout's, which is often long."""
    match body:
        case DiagramBody(diagram):
            return DiagramBody(replace(diagram, source=()))
        case ChartBody(chart):
            return ChartBody(replace(chart, source=()))
        case TableBody(table):
            return TableBody(replace(table, source=()))
        case _:
            return body


def _footer(context: Context, plan: PlannedSlide, lesson: Lesson | None) -> str:
    if lesson is None:
        return " · ".join(w for w in (context.words(context.module.code), occasion.dates_and_place(context)) if w)
    facts = [context.words(lesson.title)]
    if when := occasion.dates_and_place(context):
        facts.append(when)
    page = _handout_page(context, plan, lesson)
    if page:
        facts.append(context.strings("handout-page", page=page))
    return " · ".join(facts)


def _handout_page(context: Context, plan: PlannedSlide, lesson: Lesson) -> int | None:
    """Where participants turn to: only slides that send them there say a page."""
    pages = context.layouts.pages.get("handout", {})
    if plan.kind is SlideKind.SECTION:
        return pages.get(f"lesson:{lesson.lesson}")
    if plan.kind is SlideKind.EXERCISE:
        step = lesson.steps[plan.step]
        return pages.get(f"exercise:{step.exercise}") if isinstance(step, ExerciseUse) else None
    return None


def _notes(context: Context, plan: PlannedSlide, lesson: Lesson | None) -> tuple[Block, ...]:
    if lesson is None or plan.step < 0:
        return context.prose(lesson.overview) if lesson and plan.kind is SlideKind.SECTION else ()
    step = lesson.steps[plan.step]
    blocks: list[Block] = []
    if plan.kind is SlideKind.AUTHORED:
        blocks.extend(context.prose(step.slides[plan.slide].notes))
    first_of_step = plan.kind is SlideKind.EXERCISE or (plan.slide == 0 and not isinstance(step, ExerciseUse))
    if first_of_step:
        blocks.append(Paragraph((Strong((Text(_heading(context, step)),)),)))
        if isinstance(step, ExerciseUse):
            blocks.extend(exercise_notes(context, context.exercises[step.exercise], step.trainer))
        else:
            blocks.extend(step_notes(context, step.trainer))
    return tuple(blocks)


def _heading(context: Context, step: Step | ExerciseUse) -> str:
    title = step.title if isinstance(step, Step) else title_of(context, context.exercises[step.exercise])
    return f"{context.words(title)} · {context.strings('minutes-n', n=context.minutes(step))}"
