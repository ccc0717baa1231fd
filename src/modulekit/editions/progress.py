"""How far a translation is, part by part.

Takes the texts of a module and its catalogue, gives counts. A text that stands in two lessons is counted in both, once
in the sum. Must not know how they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from modulekit.editions.ledger import update
from modulekit.editions.texts import Text
from modulekit.model import Module
from modulekit.model.catalogue import Catalogue, Key, State


@dataclass(frozen=True, slots=True)
class Progress:
    """The texts of one part, and how many words of them wait for a translator."""

    part: str
    translated: int
    outdated: int
    missing: int
    words_left: int

    @property
    def texts(self) -> int:
        """All of them."""
        return self.translated + self.outdated + self.missing


def progress(module: Module, texts: Iterable[Text], catalogue: Catalogue) -> tuple[Progress, ...]:
    """The parts of a module in the order of the course; the last one, without a name, is the whole."""
    found = list(texts)
    now = update(catalogue, found).by_key
    parts: dict[str, dict[Key, State]] = {}
    for text in found:
        key = text.context, text.source
        parts.setdefault(_part(module, text), {})[key] = now[key].state
    counted = [_counted(part, states) for part, states in parts.items()]
    return (*counted, _counted("", {key: entry.state for key, entry in now.items()}))


def _part(module: Module, text: Text) -> str:
    match text.loc:
        case ("lessons", int(at), *_):
            return f"lesson {module.lessons[at].lesson}"
        case ("exercises", int(at), *_):
            return f"exercise {module.exercises[at].exercise}"
        case ("regions", int(at), *_):
            return f"region {module.regions[at].region}"
        case ("quiz", *_):
            return "test items"
        case ("assets", *_):
            return "drawings"
        case ("glossary" | "references" as name, *_):
            return str(name)
        case _:
            return "module"


def _counted(part: str, states: dict[Key, State]) -> Progress:
    count = Counter(states.values())
    words = sum(len(source.split()) for (_, source), state in states.items() if state is not State.TRANSLATED)
    return Progress(part, count[State.TRANSLATED], count[State.OUTDATED], count[State.MISSING], words)
