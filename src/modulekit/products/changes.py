"""The change sheet: what is different for a trainer who taught an earlier version. For trainers only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from modulekit.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    List,
    Opener,
    Paragraph,
    Part,
    PartKind,
    Row,
    Strong,
    Table,
    Text,
)
from modulekit.model.changes import Aspect, Change, Changes, LessonChanges, Renumbered, Side, Subject, What
from modulekit.products.context import Context
from modulekit.products.openings import columns
from modulekit.products.tables import words_cell

_WHERE, _TITLE, _CHANGE, _PAGE = 28.0, 66.0, 54.0, 18.0  # millimetres


def changes(context: Context) -> Document:
    """Compose the change sheet.

    Raises ``ValueError`` for an edition without an earlier version; the table of products says that it needs one.
    """
    found = context.edition.changes
    if found is None:
        raise ValueError("a change sheet needs an earlier version")
    strings = context.strings
    label = strings("product-changes")
    blocks: list[Block] = [
        Opener((Text(label),), "changes", meta=context.line(context.module.title)),
        Paragraph((Text(_lead(context, found)),)),
    ]
    if found.said:
        blocks.append(List(tuple((Paragraph(context.line(line)),) for line in found.said)))
    for change in found.course:
        blocks.append(Heading(2, (Text(strings("changes-course")),), id="changes:course"))
        blocks.append(Paragraph((Text(_capital(_aspects(context, change))),)))
    for lesson in found.lessons:
        blocks.extend(_lesson(context, lesson))
    for id, group in (("exercises", found.exercises), ("tests", found.tests)):
        if group:
            blocks.append(Heading(2, (Text(strings(f"changes-{id}")),), id=f"changes:{id}"))
            blocks.append(_table(context, group))
    if found.renumbered:
        blocks.append(Heading(2, (Text(strings("changes-numbers")),), id="changes:numbers"))
        blocks.append(_numbers(context, found.renumbered))
    return Document(context.meta(label, "answers"), (Part("changes", label, PartKind.CHAPTER, tuple(blocks)),))


def _lead(context: Context, found: Changes) -> str:
    strings, old, new = context.strings, found.old, found.new
    lead = strings(
        "changes-lead",
        new=new.version,
        new_date=context.day(date.fromisoformat(new.date)),
        old=old.version,
        old_date=context.day(date.fromisoformat(old.date)),
    )
    if found.is_empty:
        return f"{lead} {strings('changes-nothing')}"
    if old.minutes == new.minutes:
        return f"{lead} {strings('changes-as-long', minutes=strings('minutes-n', n=new.minutes))}"
    return f"{lead} {strings('changes-length', old=old.minutes, new=strings('minutes-n', n=new.minutes))}"


def _lesson(context: Context, lesson: LessonChanges) -> Iterator[Block]:
    """A lesson with its number; what is told of itself stands before what is told of its steps."""
    side = lesson.new or lesson.old
    assert side is not None
    told = ""
    if lesson.change is not None:
        told = _told(context, lesson.change)
    aside = (Text(told),) if told else ()
    yield Heading(2, context.line(side.title), f"changes:{side.lesson}", _arrow(lesson.old, lesson.new), aside)
    if lesson.inside:
        yield _table(context, lesson.inside)


def _table(context: Context, found: Sequence[Change]) -> Table:
    heads = columns(
        context.strings,
        ("changes-where", _WHERE),
        ("changes-title", _TITLE),
        ("changes-what", _CHANGE),
        ("handout-p", _PAGE, Align.RIGHT),
    )
    return Table(heads, tuple(_row(context, change) for change in found))


def _row(context: Context, change: Change) -> Row:
    words = Text(_told(context, change))
    told = (Strong((words,)),) if change.what is not What.CHANGED else (words,)
    return Row(
        (
            words_cell(_where(context, change.subject, _arrow(change.old, change.new))),
            Cell((Paragraph(context.line(_one_line(change.side.title))),)),
            Cell((Paragraph(told),)),
            words_cell(_pages(context, change)),
        )
    )


def _pages(context: Context, change: Change) -> str:
    """Where it stood in the old handout and stands in the new one: ``12 → 14``; nothing where it is in neither."""
    assert context.edition.changes is not None
    old = context.edition.changes.old_pages.get(change.old.target) if change.old else None
    new = context.layouts.pages.get("handout", {}).get(change.new.target) if change.new else None
    if old and not change.new:
        return f"{old} → –"
    return " → ".join(str(page) for page in dict.fromkeys((old, new)) if page)


def _numbers(context: Context, found: Iterable[Renumbered]) -> Table:
    heads = columns(
        context.strings,
        ("changes-where", _WHERE),
        ("changes-title", _TITLE + _CHANGE - 18.0),
        ("changes-before", 18.0, Align.RIGHT),
        ("changes-now", 18.0, Align.RIGHT),
    )
    rows = (
        Row(
            (
                words_cell(_which(context, item.subject)),
                Cell((Paragraph(context.line(_one_line(item.new.title))),)),
                words_cell(item.old.number or "–"),
                words_cell(item.new.number or "–"),
            )
        )
        for item in found
    )
    return Table(heads, tuple(rows), row_headers=False)


def _which(context: Context, subject: Subject) -> str:
    """What has another number; slides are told as a range of them."""
    if subject is Subject.SLIDE:
        return context.strings("covered-slides")
    return context.strings(f"subject-{subject.value}")


def _where(context: Context, subject: Subject, number: str) -> str:
    """``Slide 12 → 13``"""
    name = context.strings(f"subject-{subject.value}")
    return f"{name} {number}" if number else name


def _arrow(old: Side | None, new: Side | None) -> str:
    """``12 → 13``, or one number where it is the same or has no counterpart."""
    numbers = [side.number or "–" for side in (old, new) if side]
    if numbers == ["–"] * len(numbers):
        return ""
    return numbers[0] if len(set(numbers)) == 1 else " → ".join(numbers)


def _told(context: Context, change: Change) -> str:
    """``new, 7 min``, ``gone``, or the aspects in which it is different."""
    if change.what is What.CHANGED:
        return _aspects(context, change)
    word = context.strings(f"changes-{change.what.value}")
    minutes = change.side.minutes
    return f"{word}, {context.strings('minutes-short-n', n=minutes)}" if minutes else word


def _aspects(context: Context, change: Change) -> str:
    return "; ".join(_aspect(context, change, aspect) for aspect in change.aspects)


def _aspect(context: Context, change: Change, aspect: Aspect) -> str:
    strings, old, new, words = context.strings, change.old, change.new, change.words
    if aspect is Aspect.MINUTES and old and new and old.minutes != new.minutes:
        return f"{old.minutes} → {strings('minutes-short-n', n=new.minutes)}"
    if aspect is Aspect.NOTES and (words.added or words.removed):
        return f"{strings('aspect-notes')} ({strings('changes-words', added=words.added, removed=words.removed)})"
    if aspect is Aspect.MOVED and old and new and old.lesson != new.lesson and old.lesson in context.lessons:
        return strings("changes-moved-from", lesson=context.words(f"[[lesson:{old.lesson}]]"))
    return strings(f"aspect-{aspect.value}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _one_line(text: str) -> str:
    """A question of several lines as one."""
    return " ".join(text.split())
