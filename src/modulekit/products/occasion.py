"""When and where an edition is taught: dates, place, room and people of its delivery, in words.

Takes a context whose edition has a delivery, or none; gives text, empty where nothing is known. Must not know how it is
laid out.
"""

from __future__ import annotations

from modulekit.document import Inlines, Text
from modulekit.model import Pause
from modulekit.model.delivery import Delivery, Participant
from modulekit.model.timetable import TimedDay, clock_of
from modulekit.products import locale
from modulekit.products.context import Context
from modulekit.products.quantities import table_size


def delivery_of(context: Context) -> Delivery:
    """The delivery of the edition.

    Raises ``ValueError`` where it has none: products that need one are planned only with one.
    """
    if context.edition.delivery is None:
        raise ValueError("this product needs a delivery")
    return context.edition.delivery


def dates(context: Context) -> str:
    """``20–21 January 2015``, or nothing without a delivery."""
    delivery = context.edition.delivery
    return locale.days(context.strings, [day.date for day in delivery.days]) if delivery else ""


def day_date(context: Context, number: int) -> str:
    """``Tuesday, 20 January 2015`` for the day with this number, from 1; nothing without a delivery."""
    delivery = context.edition.delivery
    if delivery is None:
        return ""
    moment = delivery.days[number - 1].date
    weekday = locale.weekday(context.strings, moment)
    return context.strings("weekday-and-day", weekday=weekday, day=locale.day(context.strings, moment))


def place(context: Context) -> str:
    """The town, or nothing."""
    delivery, centre = context.edition.delivery, context.edition.centre
    if delivery is None:
        return ""
    wording = delivery.place or (centre.place if centre else None)
    return wording.text(context.strings.language) if wording else ""


def room(context: Context, number: int) -> str:
    """The room of the day with this number, from 1, or nothing."""
    delivery = context.edition.delivery
    wording = (delivery.days[number - 1].room or delivery.room) if delivery else None
    return wording.text(context.strings.language) if wording else ""


def dates_and_place(context: Context) -> str:
    """``20–21 January 2015, Kyzylorda``"""
    return ", ".join(words for words in (dates(context), place(context)) if words)


def host(context: Context) -> str:
    """The centre that invites, or the organisation where it is not known."""
    centre = context.edition.centre
    return centre.name.text(context.strings.language) if centre else context.edition.organisation


def day_facts(context: Context, day: TimedDay) -> Inlines:
    """``Tuesday, 20 January 2015 · 09:00–16:30 · Kyzylorda, Room 4``, as far as it is known."""
    span = f"{clock_of(day.sessions[0].start)}–{clock_of(day.sessions[-1].end)}"
    where = ", ".join(words for words in (place(context), room(context, day.number)) if words)
    return (Text(" · ".join(words for words in (day_date(context, day.number), span, where) if words)),)


def rows(context: Context) -> tuple[Participant | None, ...]:
    """Everybody on the list, or ``None`` for each person of whom nothing but the number is known."""
    people = context.edition.participants
    return people or (None,) * (delivery_of(context).participants.count or 0)


def trainers(context: Context) -> tuple[tuple[str, str], ...]:
    """Name and role of everybody who teaches or watches."""
    language = context.strings.language
    found = delivery_of(context).trainers
    return tuple((person.name.text(language), context.strings(f"role-{person.role.value}")) for person in found)


def group_words(context: Context) -> str:
    """``For 15 to 25 participants``, or ``23 participants in 5 groups`` where that is known."""
    group = context.module.group
    if group.least != group.most:
        return context.strings("group-from-to", least=group.least, most=group.most)
    return context.strings("group-exactly", n=group.most, groups=-(-group.most // table_size(context)))


def is_whole_day(day: TimedDay) -> bool:
    """Whether there is a lunch with something to come back for."""
    lunches = [at for at, session in enumerate(day.sessions) if session.session.pause is Pause.LUNCH]
    return bool(lunches) and any(session.lesson is not None for session in day.sessions[lunches[0] :])
