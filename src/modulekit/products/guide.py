"""The trainer guide: everything that somebody needs who has to stand in the room tomorrow.

It is composed after handout and slides are laid out: it cites the real page of the handout and shows the real slide.
"""

from __future__ import annotations

from modulekit.document import (
    Block,
    Document,
    Heading,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Text,
)
from modulekit.model import Moment, TrainerBrief
from modulekit.model.timetable import TimedSession
from modulekit.products import front, materials, occasion
from modulekit.products.context import Context
from modulekit.products.cuts import cuts
from modulekit.products.handout import key_messages, lesson_outcomes, opener
from modulekit.products.left_out import left_out
from modulekit.products.openings import page, sections
from modulekit.products.plan import preparation, session_plan, trainers_programme
from modulekit.products.steps import step_blocks


def guide(context: Context) -> Document:
    """Compose the guide."""
    label = context.strings("product-guide")
    body = [_about(context), _getting_ready(context), trainers_programme(context)]
    printed: set[str] = set()
    body += [_chapter(context, session, printed) for session in context.sessions]
    went = left_out(context)
    if went is not None:
        body.append(went)
    may_go = cuts(context)
    if may_go is not None:
        body.append(may_go)
    if context.module.glossary:
        body.append(front.glossary(context))
    if context.module.references:
        body.append(front.references(context))
    parts = (front.cover(context, label), front.contents(context, body), *body)
    return Document(context.meta(label, "guide"), parts)


def _about(context: Context) -> Part:
    brief = context.module.trainer or TrainerBrief()
    told = (
        ("guide-about", brief.about),
        ("guide-how-to-use", brief.how_to_use),
        ("target-group", context.module.target_group),
        ("guide-prerequisites", context.module.prerequisites),
        ("guide-profile", brief.profile),
        ("guide-roles", brief.roles),
        ("guide-adapting", brief.adapting),
    )
    blocks = (
        *context.prose(context.module.summary),
        front.outcomes(context),
        *sections(context, told),
        *front.document_control(context),
        *front.adaptations(context),
    )
    return page("about", context.strings("about-guide"), blocks, kind=PartKind.FRONT)


def _getting_ready(context: Context) -> Part:
    strings, brief = context.strings, context.module.trainer or TrainerBrief()
    blocks: list[Block] = []
    if brief.room:
        blocks += [Heading(2, (Text(strings("guide-room")),), id="ready:room"), *context.prose(brief.room)]
    if brief.preparation:
        blocks.append(Heading(2, (Text(strings("guide-preparation")),), id="ready:preparation"))
        for moment in Moment:
            lines = [line for line in brief.preparation if line.when is moment]
            if lines:
                blocks.append(Paragraph((Text(strings(f"moment-{moment.value}")),), ParagraphRole.LABEL))
                blocks.append(List(tuple((Paragraph(context.line(line.do)),) for line in lines), ListRole.CHECK))
    blocks.extend(materials.of_course(context))
    group = (Text(occasion.group_words(context)),)
    return page("getting-ready", strings("getting-ready"), blocks, meta=group, kind=PartKind.FRONT)


def _chapter(context: Context, session: TimedSession, printed: set[str]) -> Part:
    lesson = session.lesson
    assert lesson is not None
    blocks: list[Block] = [
        opener(context, session),
        *preparation(context, lesson),
        *lesson_outcomes(context, lesson),
        *key_messages(context, lesson),
        *context.prose(lesson.overview),
        Heading(2, (Text(context.strings("session-plan")),), id=f"plan:{lesson.lesson}"),
        session_plan(context, session),
        Heading(2, (Text(context.strings("step-by-step")),), id=f"steps:{lesson.lesson}"),
        *step_blocks(context, session, printed),
    ]
    return Part(f"lesson:{lesson.lesson}", context.words(lesson.title), PartKind.CHAPTER, tuple(blocks))
