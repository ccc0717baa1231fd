"""What was found right in a catalogue needs no second look, as long as nothing changed that its checks look at.

Takes a catalogue's pairs and the forms of the course's texts, gives a verdict that can be kept as bytes, and says later
whether it still holds. A text that goes from the course, as one does that is written anew, leaves the verdict standing:
nearly every edit is one. Must not know where verdicts are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from modulekit.checks.translation import CHECKS, OF_A_FORM, Rendering
from modulekit.editions.printable import ANY, Form
from modulekit.model.catalogue import Key


@dataclass(frozen=True, slots=True)
class Verdict:
    """That every translation is right in the form that is told for its key; those in ``exact`` in no other form."""

    forms: Mapping[str, str]
    exact: frozenset[str]

    @classmethod
    def of(cls, rendering: Rendering, forms: Mapping[Key, Form]) -> Verdict:
        """The verdict on translations in which nothing was found."""
        keys = [(pair.context, pair.source) for pair in rendering.pairs]
        told = {_named(key): _told(forms.get(key, ANY)) for key in keys}
        loose = [replace(pair, one_line=False) for pair in rendering.pairs if pair.one_line]
        if not _anything(replace(rendering, pairs=tuple(loose))):
            return cls(told, frozenset())
        exact = (pair for pair in loose if _anything(replace(rendering, pairs=(pair,))))
        return cls(told, frozenset(_named((pair.context, pair.source)) for pair in exact))

    def holds(self, forms: Mapping[Key, Form]) -> bool:
        """Whether nothing would be found now that the texts of the course have ``forms``."""
        now = {_named(key): _told(form) for key, form in forms.items()}
        loose = _told(ANY)
        return all(
            now.get(name, loose) == told or (name not in now and name not in self.exact)
            for name, told in self.forms.items()
        )

    def to_bytes(self) -> bytes:
        """The verdict as JSON."""
        return json.dumps({"forms": dict(self.forms), "exact": sorted(self.exact)}).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Verdict:
        """What :meth:`to_bytes` gave. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else."""
        found = json.loads(data)
        return cls({str(name): str(told) for name, told in found["forms"].items()}, frozenset(found["exact"]))


def _anything(rendering: Rendering) -> bool:
    """Whether something is found that has to do with the form of a text."""
    return any(True for code in OF_A_FORM for _ in CHECKS[code](rendering))


@lru_cache(maxsize=65536)
def _named(key: Key) -> str:
    return hashlib.sha256("\0".join(key).encode()).hexdigest()[:24]


def _told(form: Form) -> str:
    """What of a form a check may look at."""
    return f"{form.longest or ''}{' one line' if form.one_line else ''}"
