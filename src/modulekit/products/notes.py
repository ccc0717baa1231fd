"""What only trainers see of a step or an exercise, as labelled notes: SAY, DO, ASK, WATCH FOR.

In an edition for participants these fields are empty, and so is what this gives.
"""

from __future__ import annotations

from modulekit.document import Block, Definition, Definitions, List, ListRole, Paragraph, Text
from modulekit.model import Exercise, TrainerNotes
from modulekit.products.context import Context
from modulekit.products.exercise import questions

_BEFORE_ASKING = ("energiser", "say", "do", "participants")
_AFTER_ASKING = ("watch_for", "if_short_of_time", "without_projector", "transition")


def step_notes(context: Context, notes: TrainerNotes | None) -> tuple[Block, ...]:
    """The notes of a step in the order in which they are needed in the room."""
    if notes is None:
        return ()
    items = [_labelled(context, name, context.prose(getattr(notes, name))) for name in _BEFORE_ASKING]
    items.append(_labelled(context, "ask", questions(context, notes.ask)))
    items += [_labelled(context, name, context.prose(getattr(notes, name))) for name in _AFTER_ASKING]
    return definitions(items)


def exercise_notes(context: Context, exercise: Exercise, use: TrainerNotes | None) -> tuple[Block, ...]:
    """How to run an exercise here: what its own file says and what this use of it adds, as one list."""
    here = use or TrainerNotes()
    prose = context.prose
    task = List(tuple((Paragraph(context.line(line)),) for line in exercise.task), ListRole.NUMBER)
    noted: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("energiser", prose(here.energiser)),
        ("say", prose(here.say)),
        ("do", prose(here.do)),
        ("task", (task,)),
        ("setup", prose(exercise.setup)),
        ("participants", prose(here.participants)),
        ("ask", questions(context, here.ask)),
        ("debrief", questions(context, exercise.debrief)),
        ("mistakes", mistakes(context, exercise)),
        ("watch_for", prose(here.watch_for)),
        ("if_short_of_time", (*prose(here.if_short_of_time), *prose(exercise.if_short_of_time))),
        ("without_projector", (*prose(here.without_projector), *prose(exercise.without_projector))),
        ("transition", prose(here.transition)),
    )
    return definitions([_labelled(context, name, blocks) for name, blocks in noted])


def mistakes(context: Context, exercise: Exercise) -> tuple[Block, ...]:
    """Common mistakes as a list."""
    items = tuple(context.prose(mistake) for mistake in exercise.mistakes)
    return (List(items),) if items else ()


def _labelled(context: Context, name: str, blocks: tuple[Block, ...]) -> Definition | None:
    if not blocks:
        return None
    return Definition((Text(context.strings(f"note-{name.replace('_', '-')}")),), blocks)


def definitions(items: list[Definition | None]) -> tuple[Block, ...]:
    """The labelled notes that hold something."""
    found = tuple(item for item in items if item is not None)
    return (Definitions(found, labels=True),) if found else ()


def note(label: str, *blocks: Block) -> Definition:
    """One labelled note."""
    return Definition((Text(label),), blocks)
