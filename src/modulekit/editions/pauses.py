"""The pauses of a delivery take the place of the module's.

Takes a module whose days have the delivery's clock, gives it with other pauses, and findings (MK456).
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.codes import finding
from modulekit.codes.hints import did_you_mean
from modulekit.diagnostics import Diagnostic, Places
from modulekit.model import Module, Session
from modulekit.model.delivery import Delivery, DeliveryPause


def place_pauses(module: Module, delivery: Delivery, places: Places) -> tuple[Module, tuple[Diagnostic, ...]]:
    """The module with the pauses of ``delivery``. A pause that has no place is left out and said."""
    found: list[Diagnostic] = []
    programme = []
    for number, (day, own) in enumerate(zip(module.programme, delivery.days, strict=True)):
        sessions = list(day.sessions)
        own_pauses = [session for session in day.sessions if session.pause is not None]
        for at, pause in enumerate(own.pauses):
            problem = _put(sessions, own_pauses, pause)
            if problem is not None:
                key = "after" if pause.after else "pause"
                found.append(finding("MK456", problem[0], places.at("days", number, "pauses", at, key), problem[1]))
        kept = tuple(session for session in sessions if session.minutes != 0)
        programme.append(day.model_copy(update={"sessions": kept}))
    return module.model_copy(update={"programme": tuple(programme)}), tuple(found)


def _put(sessions: list[Session], left: list[Session], pause: DeliveryPause) -> tuple[str, str] | None:
    """Change ``sessions``; ``left`` are the module's pauses that no entry has changed yet. Gives what is wrong."""
    if pause.after is not None:
        lessons = [session.lesson for session in sessions if session.lesson]
        if pause.after not in lessons:
            hint = did_you_mean(pause.after, lessons, "Its lessons are")
            return f"The day has no lesson “{pause.after}”.", hint
        place = next(index for index, session in enumerate(sessions) if session.lesson == pause.after) + 1
        new = Session.model_construct(pause=pause.pause, minutes=pause.minutes, at=pause.at)
        stands = place < len(sessions) and sessions[place].pause is not None
        sessions[place : place + stands] = [new]
        return None
    meant = next((session for session in left if session.pause is pause.pause), None)
    if meant is None:
        return f"The module has no further {pause.pause.value} on this day.", "Say `after` which lesson it stands."
    left.remove(meant)
    at = _index(sessions, meant)
    if at is None:
        return f"Another entry has taken the place of this {pause.pause.value}.", "Keep one of the two."
    minutes = meant.minutes if pause.minutes is None else pause.minutes
    sessions[at] = Session.model_construct(pause=pause.pause, minutes=minutes, at=pause.at or meant.at)
    return None


def _index(sessions: Sequence[Session], wanted: Session) -> int | None:
    """Where this very session stands; two breaks of the same length are equal but not the same."""
    return next((at for at, session in enumerate(sessions) if session is wanted), None)
