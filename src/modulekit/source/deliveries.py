"""The files of deliveries/ become deliveries with their participants, checked against modules and centres.

Takes the folder, the names of modules and the centres; gives deliveries by id. Must not place sessions on the clock:
that is ``editions/schedule.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from modulekit.codes import finding
from modulekit.codes.hints import did_you_mean, listing, plural
from modulekit.diagnostics import Diagnostic, Places, Report
from modulekit.model import Centre
from modulekit.model.delivery import Delivery, Participant
from modulekit.source.files import Files
from modulekit.source.folder import read_named
from modulekit.source.participants import read_participants
from modulekit.source.reading import Document

DELIVERIES = "deliveries"
_SATURDAY = 5  # as datetime counts weekdays
_TOP = PurePosixPath()


@dataclass(frozen=True, slots=True)
class ReadDelivery:
    """A delivery, where its parts stand, and the people on its list; nobody where only their number is known."""

    node: Delivery
    places: Places
    participants: tuple[Participant, ...] = ()


def read_deliveries(
    files: Files, modules: tuple[str, ...], centres: Mapping[str, Document[Centre]], report: Report
) -> Mapping[str, ReadDelivery]:
    """The deliveries by id that hold, with everything that is wrong with the others said."""
    found: dict[str, ReadDelivery] = {}
    for id, document in read_named(Delivery, "delivery", DELIVERIES, files, _TOP, report, data="csv").items():
        own = Report()
        own.extend(_unknown(document, modules, centres))
        own.extend(_languages(document, centres))
        own.extend(_dates(document))
        people = read_participants(document.node, files, document.places, own)
        report.extend(own)
        if not own.has_errors:
            found[id] = ReadDelivery(document.node, document.places, people)
    return MappingProxyType(found)


def days_agree(delivery: Delivery, places: Places, days: int) -> Iterator[Diagnostic]:
    """MK453: the delivery has a date for each of the module's ``days``."""
    if len(delivery.days) != days:
        message = f"The delivery has {plural(len(delivery.days), 'day')}, the module “{delivery.module}” has {days}."
        yield finding("MK453", message, places.at("days"), "Give each day of the module its date.")


def _unknown(
    document: Document[Delivery], modules: tuple[str, ...], centres: Mapping[str, Document[Centre]]
) -> Iterator[Diagnostic]:
    """MK451: the module and the centre exist."""
    delivery = document.node
    for key, name, known in (
        ("module", delivery.module, tuple(modules)),
        ("centre", delivery.centre, tuple(centres)),
    ):
        if name not in known:
            hint = did_you_mean(name, known, f"The {key}s are") or f"Write the file of the {key} first."
            yield finding("MK451", f"There is no {key} “{name}”.", document.places.at(key), hint)


def _languages(document: Document[Delivery], centres: Mapping[str, Document[Centre]]) -> Iterator[Diagnostic]:
    """MK452: the centre teaches in each language."""
    centre = centres.get(document.node.centre)
    taught = centre.node.languages if centre else ()
    for number, language in enumerate(document.node.languages):
        if taught and language not in taught:
            message = f"The centre “{document.node.centre}” does not teach in “{language}”."
            yield finding("MK452", message, document.places.at("languages", number), f"It does in {listing(taught)}.")


def _dates(document: Document[Delivery]) -> Iterator[Diagnostic]:
    """MK454 and MK455: one day after the other, on working days."""
    days = document.node.days
    for number, day in enumerate(days):
        span = document.places.at("days", number, "date")
        if number and day.date <= days[number - 1].date:
            message = f"Day {number + 1} is on {day.date}, day {number} on {days[number - 1].date}."
            yield finding("MK454", message, span, "Each day comes after the one before it.")
        if day.date.weekday() >= _SATURDAY:
            name = "Saturday" if day.date.weekday() == _SATURDAY else "Sunday"
            yield finding("MK455", f"{day.date} is a {name}.", span)
