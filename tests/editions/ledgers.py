"""Courses and catalogues for tests of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from modulekit.diagnostics import Loc, Report
from modulekit.editions.ledger import update
from modulekit.editions.texts import texts
from modulekit.model import Module
from modulekit.model.catalogue import Catalogue, Translation
from modulekit.source import Source, open_workspace, read_module
from tests.courses import SMALL


@cache
def source() -> Source:
    """The small course as it was read: slots unfilled, ids as its author gave them."""
    report = Report()
    workspace = open_workspace(SMALL, report)
    assert workspace is not None, [*report]
    found = read_module(workspace, "short-meetings", report)
    assert found is not None, [*report]
    return found


def catalogue(module: Module, says: Callable[[Translation], str], language: str = "ru") -> Catalogue:
    """The catalogue of a module with a translation for each of its texts."""
    empty = update(Catalogue(language), texts(module))
    return replace(empty, entries=tuple(replace(entry, text=says(entry)) for entry in empty))


def cyrillic(entry: Translation) -> str:
    """Something that is no English and keeps Markdown and references as they are."""
    return entry.source.translate(_LETTERS) if "[[" not in entry.source else entry.source


_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "абцдефгхийклмнопкрстуввхызАБЦДЕФГХИЙКЛМНОПКРСТУВВХЫЗ",
)


def changed(module: Module, loc: Loc, text: str) -> Module:
    """``module`` with another text at ``loc``."""
    return Module.model_validate(_put(module.model_dump(), loc, text))


def _put(value: object, loc: Loc, text: str) -> object:
    if not loc:
        return text
    if isinstance(value, dict):
        return {key: _put(item, loc[1:], text) if key == loc[0] else item for key, item in value.items()}
    assert isinstance(value, tuple)
    return tuple(_put(item, loc[1:], text) if at == loc[0] else item for at, item in enumerate(value))


def states(found: Catalogue) -> Iterator[tuple[str, str]]:
    """The source and the state of each entry that is not simply translated."""
    for entry in found:
        if entry.state.value != "translated":
            yield entry.source, entry.state.value
