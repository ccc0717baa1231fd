"""What has to be in the room: for one lesson, and for the whole course as a list to pack by."""

from __future__ import annotations

from modulekit.document import Block, Heading, Inlines, List, ListRole, Paragraph, Text
from modulekit.model import ExerciseUse, Lesson
from modulekit.products.context import Context
from modulekit.products.exercise import material


def of_lesson(context: Context, lesson: Lesson) -> tuple[str, ...]:
    """The materials of a lesson and of its exercises, each once, in Markdown."""
    listed = [*lesson.materials]
    for step in lesson.steps:
        if isinstance(step, ExerciseUse) and step.exercise in context.exercises:
            listed.extend(context.exercises[step.exercise].materials)
    seen = {(item.item.casefold(), item.count, item.per): item for item in listed}
    return tuple(material(context, item) for item in seen.values())


def of_course(context: Context) -> tuple[Block, ...]:
    """Everything to pack, each with the lessons that need it."""
    needed: dict[str, list[str]] = {}
    for session in context.sessions:
        if session.lesson is not None:
            for item in of_lesson(context, session.lesson):
                needed.setdefault(item, []).append(session.lesson.lesson)
    if not needed:
        return ()
    items = tuple((Paragraph((*context.line(item), *_where(context, ids))),) for item, ids in needed.items())
    heading = Heading(2, (Text(context.strings("guide-materials")),), id="ready:materials")
    return (heading, List(items, ListRole.CHECK))


def _where(context: Context, lessons: list[str]) -> Inlines:
    """`` (Lesson 1, Lesson 3)``"""
    words: list[Inlines] = []
    for id in lessons:
        words.append((Text(", " if words else " ("), *context.refer("lesson", id)))
    return (*(inline for inlines in words for inline in inlines), Text(")"))
