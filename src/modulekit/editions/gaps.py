"""What is said about a module that is not wholly translated.

Takes what ``translate`` found and where things stand, gives findings. Each points at the text in the course; its hint
names the line of the catalogue, where it is mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic, Places, Span
from modulekit.editions.translate import Gap, Policy, Translated
from modulekit.model.catalogue import Key, State

_MOST = 20  # findings of one kind; whoever has more wants a number


def complaints(
    translated: Translated, policy: Policy, places: Places, entries: Mapping[Key, Span], file: PurePosixPath
) -> Iterator[Diagnostic]:
    """MK838 wherever a translation cannot stand; under ``strict`` also MK836 and MK837.

    ``places`` are those of the module, ``entries`` those of the catalogue in ``file``.
    """
    language = translated.module.language
    for gap in translated.gaps:
        if gap.refusal:
            words = f"The translation of “{_short(gap)}” cannot be used: {gap.refusal}."
            yield finding("MK838", words, entries.get(gap.key) or places.at(*gap.loc))
    for loc in translated.clashes:
        message = f"In “{language}” this column has the title of one that participants fill in."
        yield finding("MK838", message, places.at(*loc), f"Give it another title in {file}.")
    if policy is not Policy.STRICT:
        return
    open_gaps = [gap for gap in translated.gaps if not gap.refusal]
    for state, code in ((State.MISSING, "MK836"), (State.OUTDATED, "MK837")):
        found = [gap for gap in open_gaps if gap.state is state]
        for gap in found[:_MOST]:
            yield finding(code, _sentence(gap, language), places.at(*gap.loc), _hint(gap, entries, file))
        if len(found) > _MOST:
            message = f"{plural(len(found) - _MOST, 'more text')} in “{language}”: {state.value}."
            yield finding(code, message, Span(file), "`modulekit translate status` counts them lesson by lesson.")


def _sentence(gap: Gap, language: str) -> str:
    if gap.state is State.MISSING:
        return f"“{_short(gap)}” is not translated into “{language}”."
    return f"“{_short(gap)}” was changed after it had been translated into “{language}”."


def _hint(gap: Gap, entries: Mapping[Key, Span], file: PurePosixPath) -> str:
    span = entries.get(gap.key)
    if span is None:
        return "It is new: run `modulekit translate extract` first."
    if gap.state is State.MISSING:
        return f"Its entry stands in {file}:{span.line}."
    return f"Look at {file}:{span.line}, then take away the mark `fuzzy`."


def _short(gap: Gap) -> str:
    line = " ".join(gap.key[1].split())
    return line if len(line) <= 60 else line[:60].rsplit(" ", 1)[0] + " …"
