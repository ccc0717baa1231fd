"""The files of words that a workspace brings, ``strings/<language>.yaml``, held to the words that ModuleKit has itself.

Takes the files of a workspace, gives :class:`Strings` or findings with their places: every word is there, and asks for
what the English one asks for and nothing else. Must not know which languages are built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import PurePosixPath
from string import Formatter

from modulekit.codes import did_you_mean, finding
from modulekit.codes.hints import listing
from modulekit.diagnostics import Diagnostic, Places, Report, Span
from modulekit.products.strings import Entry, Strings, parse_strings
from modulekit.resources import templates
from modulekit.source import Files
from modulekit.source.reading_bytes import read_bytes
from modulekit.source.yaml import Data, parse_yaml

STRINGS = "strings"
"""The folder of words, in a workspace and among the templates."""

_FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))
_MOST_NAMED, _MOST_FOUND = 5, 100


def check_words(workspace: Files, report: Report) -> None:
    """Report what is wrong with the words that a workspace brings."""
    for name, is_folder in workspace.names(STRINGS):
        if name.endswith(".yaml") and not is_folder:
            read_words(workspace, name.removesuffix(".yaml"), report)


def read_words(workspace: Files, language: str, report: Report) -> Strings | None:
    """The words of a workspace for ``language``, or ``None`` after saying why they cannot be used."""
    path = PurePosixPath(STRINGS, f"{language}.yaml")
    content = read_bytes(workspace, str(path), PurePosixPath(), report)
    parsed = parse_yaml(content, path, report) if content is not None else None
    if parsed is None:
        return None
    if not isinstance(parsed.data, dict):
        report.add(
            finding("MK905", "The file is no mapping of keys to words.", Span(path), "Each line is `key: words`.")
        )
        return None
    mine = Report()
    mine.extend(islice(_wrong(parsed.data, parsed.places), _MOST_FOUND))
    missing = [key for key in english() if key not in parsed.data]
    if missing:
        words = f"The file lacks {listing(f'`{key}`' for key in missing[:_MOST_NAMED])}"
        more = " and others" if len(missing) > _MOST_NAMED else ""
        mine.add(finding("MK905", f"{words}{more}.", Span(path), "It has the keys that ModuleKit has in English."))
    report.extend(mine)
    if len(mine):
        return None
    return Strings(language, {key: _entry(value) for key, value in parsed.data.items()})


@cache
def english() -> Mapping[str, Entry]:
    """The words that every language has, as ModuleKit says them itself."""
    file = templates() / STRINGS / "en.yaml"
    return parse_strings(file.read_text(encoding="utf-8"), "en").entries


def _wrong(data: Mapping[str, Data], places: Places) -> Iterator[Diagnostic]:
    for key, entry in data.items():
        own = english().get(key)
        if own is None:
            hint = did_you_mean(key, english()) or "Delete it."
            yield finding("MK905", f"There is no word `{key}`.", places.key(key), hint)
            continue
        if isinstance(entry, dict) and (isinstance(own, Mapping) or "{n}" in _given(own)):
            if "other" not in entry:
                yield finding("MK905", f"`{key}` lacks the form `other`.", places.key(key), "Every language has it.")
            for form, text in entry.items():
                if form not in _FORMS:
                    hint = f"Forms are {', '.join(sorted(_FORMS))}."
                    yield finding("MK905", f"There is no form `{form}` of a word.", places.key(key, form), hint)
                yield from _of_text(text, own, places, key, form)
        elif isinstance(entry, dict | list):
            yield finding("MK905", f"`{key}` must be a text.", places.at(key), f"In English it is “{_shown(own)}”.")
        else:
            yield from _of_text(entry, own, places, key)


def _of_text(text: Data, own: Entry, places: Places, *at: str) -> Iterator[Diagnostic]:
    """What is wrong with the words at ``at``; ``own`` are those in English."""
    if not isinstance(text, str):
        yield finding("MK905", f"`{at[-1]}` must be a text.", places.at(*at), f"In English it is “{_shown(own)}”.")
        return
    given = _given(own)
    try:
        asked = _asked(text)
    except ValueError:
        hint = "A place for a value is {name}; for the sign itself write it twice."
        yield finding("MK905", f"`{at[0]}` has a brace without its other half.", places.at(*at), hint)
        return
    for field in sorted(asked - given):
        hint = f"It can ask for {', '.join(sorted(given))}." if given else "For a brace itself write it twice."
        yield finding("MK905", f"`{at[0]}` asks for {field}, which nobody gives.", places.at(*at), hint)


def _given(own: Entry) -> set[str]:
    """What somebody gives to the words that are ``own`` in English."""
    return {field for form in (own.values() if isinstance(own, Mapping) else (own,)) for field in _asked(form)}


def _asked(text: str) -> set[str]:
    """What a text asks for, in braces. Raises ``ValueError`` for a brace alone."""
    parts = Formatter().parse(text)
    return {
        f"{{{name}{'!' + how if how else ''}{':' + form if form else ''}}}"
        for _, name, form, how in parts
        if name is not None
    }


def _entry(value: Data) -> Entry:
    """What was found to be words or forms of words."""
    return {form: str(text) for form, text in value.items()} if isinstance(value, dict) else str(value)


def _shown(entry: Entry) -> str:
    return entry if isinstance(entry, str) else entry["other"]
