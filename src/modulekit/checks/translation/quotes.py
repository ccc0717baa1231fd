"""Quotation marks: each language has its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modulekit.checks.translation.subject import Rendering
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic

_MARKS = re.compile(r"[\"“”„‟‚‘’‹›«»]")
_INCHES = re.compile(r"\d$")


def other_quotes(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK850: quotation marks are those of the language, and each that is opened is closed."""
    own = rendering.target.quotes
    if not own:
        return
    names = " ".join(sorted(own))
    for pair in rendering.pairs:
        text = pair.bare_text
        for found in _MARKS.finditer(text):
            if found[0] not in own and not _is_no_quote(text, found.start()):
                message = f"{found[0]} is no quotation mark of “{rendering.target.language}”."
                yield finding("MK850", message, pair.at(found.start(), 1), f"They are {names}.")
                break
        if "«" in own and text.count("«") != text.count("»") and not _is_open(pair.bare_source):
            message = f"In the translation of {pair.called} « and » are not as many."
            yield finding("MK850", message, pair.whole, "Each that is opened is closed.")


def _is_open(source: str) -> bool:
    """Whether the source itself opens more than it closes, as speech over several paragraphs does."""
    return source.count("“") != source.count("”")


def _is_no_quote(text: str, offset: int) -> bool:
    """An apostrophe within a word, or the sign for inches after a figure."""
    before, after = text[:offset][-1:], text[offset + 1 : offset + 2]
    if text[offset] in "’‘":
        return before.isalpha() and after.isalpha()
    return text[offset] == '"' and bool(_INCHES.match(before))
