"""What machines read in a text: references and placeholders. A translation has the same ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from modulekit.checks.translation.subject import Rendering
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic
from modulekit.document.commonmark import REFERENCE

_PLACEHOLDER = re.compile(r"\{[A-Za-z_][\w-]*\}")
_HINT = "It stays as it is; only words behind a bar, as in [[exercise:id|words]], are translated."


def other_names(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK842: references and placeholders are those of the source."""
    for pair in rendering.pairs:
        if not ("[" in pair.source or "{" in pair.source or "[" in pair.text or "{" in pair.text):
            continue
        source, text = Counter(_names(pair.source)), Counter(_names(pair.text))
        for name in source - text:
            yield finding("MK842", f"The translation of {pair.called} lacks {name}.", pair.whole, _HINT)
        for name in text - source:
            message = f"The translation has {name}, which {pair.called} does not have so often."
            if name not in source:
                message = f"The translation has {name}, which {pair.called} does not have."
            yield finding("MK842", message, pair.at(max(pair.text.find(name.rstrip("]")), 0), len(name)), _HINT)


def _names(text: str) -> Iterator[str]:
    for found in REFERENCE.finditer(text):
        yield f"[[{found[1]}:{found[2]}]]"
    for place in _PLACEHOLDER.finditer(text):
        yield place[0]
