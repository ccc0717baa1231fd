"""What stands before and after the lessons in more than one product: cover, contents, agenda, glossary, references."""

from __future__ import annotations

from collections.abc import Iterable

from modulekit.document import (
    Block,
    Box,
    BoxRole,
    Cell,
    Contents,
    ContentsEntry,
    Cover,
    Definition,
    Definitions,
    Fact,
    Heading,
    Inlines,
    Link,
    List,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Reference,
    Row,
    Strong,
    Table,
    TableRole,
    Text,
    walk,
)
from modulekit.model import Pause
from modulekit.model import Reference as Source
from modulekit.model.timetable import TimedDay, TimedSession, academic_hours, clock_of
from modulekit.products import visibility
from modulekit.products.alphabet import sorting
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.tables import words_cell


def cover(context: Context, label: str, facts: tuple[Fact, ...] = ()) -> Part:
    """The first page: what this is, of which course, in which version, and who paid for it."""
    module, strings = context.module, context.strings
    control = module.document
    own = (
        Fact(strings("code"), context.words(module.code)),
        Fact(strings("version"), strings("version-of", version=control.version, date=context.day(control.date))),
        Fact(strings("duration"), duration(context)),
        *_receiver(context),
        Fact(strings("published-by"), context.edition.organisation),
    )
    block = Cover(
        title=context.line(module.title),
        subtitle=context.line(module.subtitle) if module.subtitle else (),
        kicker=(Text(label),),
        facts=(*facts, *own),
        statement=(*context.prose(module.acknowledgement), *visibility.imprint(context)),
    )
    return Part("cover", context.words(module.title), PartKind.COVER, (block,))


def _receiver(context: Context) -> tuple[Fact, ...]:
    """The centre that this edition is for."""
    centre = context.edition.centre
    return (Fact(context.strings("edition-for"), centre.name.text(context.language)),) if centre else ()


def duration(context: Context) -> str:
    """``2 days, 16 academic hours``."""
    return f"{context.strings('days-n', n=len(context.days))}, {hours(context)}"


def hours(context: Context) -> str:
    """``16 academic hours``."""
    length = academic_hours(context.module)
    whole = length == int(length)
    shown = context.number(length, 0 if whole else 1)
    return context.strings("academic-hours-n", n=int(length) if whole else length, hours=shown)


def contents(context: Context, parts: Iterable[Part]) -> Part:
    """The contents of ``parts``: their openings and the exercises in them, short enough to be found at a glance."""
    entries: list[ContentsEntry] = []
    for part in parts:
        for block in walk(part.blocks):
            if isinstance(block, Opener):
                entries.append(ContentsEntry(1, block.title, block.id, block.number))
            elif isinstance(block, Heading) and block.id.startswith("exercise:"):
                entries.append(ContentsEntry(2, block.children, block.id))
            elif isinstance(block, Box) and block.level:
                entries.append(ContentsEntry(2, block.title, block.id))
    return page("contents", context.strings("contents"), (Contents(tuple(entries)),), kind=PartKind.CONTENTS)


def outcomes(context: Context) -> Box:
    """All learning outcomes of the course."""
    items = tuple((Paragraph(context.line(outcome.text)),) for outcome in context.module.outcomes)
    title = (Text(context.strings("after-course")),)
    return Box(BoxRole.OUTCOMES, (List(items),), title=title)


def agenda_table(context: Context, day: TimedDay, pages: str = "") -> Table:
    """The programme of one day; with ``pages``, the name of a product, also where each lesson begins in it."""
    titles = [("time", 20.0), ("session", 110.0), ("minutes-short", 14.0), *([("handout-p", 14.0)] if pages else ())]
    rows = tuple(_agenda_row(context, session, pages) for session in day.sessions)
    return Table(columns(context.strings, *titles), rows, role=TableRole.PLAN)


def _agenda_row(context: Context, session: TimedSession, pages: str) -> Row:
    lesson = session.lesson
    title: Inlines
    target = ""
    if lesson is None:
        pause = session.session.pause or Pause.BREAK
        title = (Text(context.strings(f"pause-{pause.value}")),)
    else:
        number = context.lesson_number(lesson)
        words: Inlines = context.line(lesson.title)
        target = f"lesson:{lesson.lesson}"
        named = (Reference(target, words),)
        title = (Strong((Text(f"{number}  "), *named)),) if number else named
    cells = [session.span, title, str(session.minutes)]
    if pages:
        page = context.layouts.pages.get(pages, {}).get(target)
        cells.append(str(page) if page else "")
    return Row(
        tuple(
            Cell((Paragraph((Text(content),) if isinstance(content, str) else content),)) if content else Cell()
            for content in cells
        ),
        muted=lesson is None,
    )


def agenda(context: Context, kind: PartKind = PartKind.FRONT) -> Part:
    """The programme of all days on one part."""
    blocks: list[Block] = []
    for day in context.days:
        blocks.append(
            Heading(
                2,
                context.line(context.strings("day-title", n=day.number, title=day.day.title)),
                id=f"day:{day.number}",
                aside=(Text(f"{clock_of(day.sessions[0].start)}–{clock_of(day.sessions[-1].end)}"),),
            )
        )
        blocks.append(agenda_table(context, day))
    return page("agenda", context.strings("programme"), blocks, kind=kind)


def document_control(context: Context) -> tuple[Block, ...]:
    """Version, approval and history, as a training centre files them."""
    strings, control = context.strings, context.module.document
    pairs = [
        (strings("code"), context.module.code),
        (strings("version"), control.version),
        (strings("date"), context.day(control.date)),
        (strings("status"), strings(f"status-{control.status.replace(' ', '-')}")),
        (strings("author"), control.author),
        (strings("reviewer"), control.reviewer or ""),
        (strings("approved"), control.approved or ""),
        (strings("licence"), context.module.licence),
    ]
    facts = Table(
        columns(strings, ("item", 40), ("entry", 120)),
        tuple(Row((words_cell(label), words_cell(context.words(value)))) for label, value in pairs if value),
        role=TableRole.FACTS,
    )
    blocks: list[Block] = [Heading(2, (Text(strings("document-control")),), id="document-control"), facts]
    if control.history:
        history = Table(
            columns(strings, ("version", 20), ("date", 36), ("change", 104)),
            tuple(
                Row(
                    (
                        words_cell(context.words(item.version)),
                        words_cell(context.day(item.date)),
                        Cell((Paragraph(context.line(item.change)),)),
                    )
                )
                for item in control.history
            ),
        )
        blocks.append(history)
    return tuple(blocks)


def adaptations(context: Context) -> tuple[Block, ...]:
    """What a region may put in its own words, and whose material this edition holds. Nothing for a module without
    slots."""
    strings, found = context.strings, context.edition.adaptations
    if not found:
        return ()
    rows = tuple(
        Row(
            (
                Cell((Paragraph(context.line(slot.about)),)),
                words_cell(context.listed([context.words(name) for name in slot.regions]) or strings("slot-own")),
            )
        )
        for slot in found
    )
    return (
        Heading(2, (Text(strings("slots")),), id="slots"),
        Paragraph((Text(strings("slots-note")),)),
        Table(columns(strings, ("slot-about", 110), ("slot-of", 50)), rows),
    )


def glossary(context: Context) -> Part:
    """The terms in alphabetical order."""
    key = sorting(context.strings("alphabet"))
    terms = sorted(context.module.glossary, key=lambda term: key(context.words(term.term)))
    items = tuple(
        Definition(context.line(term.term), context.prose(term.definition), id=f"term:{term.id}") for term in terms
    )
    return page("glossary", context.strings("glossary"), (Definitions(items),), kind=PartKind.ANNEX)


def references(context: Context) -> Part:
    """The sources by kind, each with its date and, for laws, whether it is in force."""
    strings = context.strings
    blocks: list[Block] = []
    for kind in ("law", "guidance", "data", "reading"):
        found = [ref for ref in context.module.references if ref.kind.value == kind]
        if found:
            blocks.append(Heading(2, (Text(strings(f"references-{kind}")),), id=f"references:{kind}"))
            blocks.append(Definitions(tuple(_reference(context, ref) for ref in found)))
    return page("references", strings("references"), blocks, kind=PartKind.ANNEX)


def _reference(context: Context, source: Source) -> Definition:
    strings = context.strings
    facts = [context.words(source.author or ""), context.dated(context.words(source.date))]
    children: list[Block] = [Paragraph((Text(" · ".join(fact for fact in facts if fact)),))]
    if source.status:
        children.append(Paragraph(context.line(source.status)))
    if source.url:
        children.append(Paragraph((Link(source.url, (Text(source.url),)),)))
    if source.checked:
        words = strings("checked-on", date=context.day(source.checked))
        children.append(Paragraph((Text(words),), ParagraphRole.SOURCE))
    title = context.foreign(source.language, context.line(source.title))
    return Definition(title, tuple(children), id=f"ref:{source.id}")
