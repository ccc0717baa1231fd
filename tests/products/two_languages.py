"""A course in two languages for tests, neither of which anybody translated: its letters are spelled as Russian and as
Kazakh would, so that every text differs from its neighbour and is as long as a real one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

from modulekit.build import Job
from modulekit.editions.texts import texts
from modulekit.editions.translate import Marks, Policy, translate
from modulekit.model import Module
from modulekit.model.catalogue import Catalogue, Translation
from modulekit.products.strings import Strings, parse_strings
from modulekit.resources import templates
from tests.courses import small

_KEPT = re.compile(r"\[\[[a-z]+:[^\]|]+|\]\([^)]*\)|<https?:[^>]*>|https?://\S+|\{\w+\}|`[^`]*`")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SPELLED: Mapping[str, str] = {
    "ru": "абцдефгхийклмнопкрстуввксыз",
    "kk": "әбчдеғгһіжқлмңөпқрстұууксыз",
}


@cache
def strings(language: str) -> Strings:
    """The program's own words."""
    return parse_strings((templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8"), language)


def spelled(text: str, language: str) -> str:
    """``text`` in the letters of ``language``, with its references and addresses as they are."""
    small = dict(zip(_LATIN, _SPELLED[language], strict=False))
    table = str.maketrans(small | {latin.upper(): letter.upper() for latin, letter in small.items()})
    pieces, at = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [text[at : kept.start()].translate(table), kept[0]]
        at = kept.end()
    return "".join((*pieces, text[at:].translate(table)))


def catalogue(module: Module, language: str) -> Catalogue:
    """What a translator of ``module`` would have written."""
    found = {(text.context, text.source): text for text in texts(module)}
    return Catalogue(language, tuple(Translation(*key, spelled(text.source, language)) for key, text in found.items()))


def pseudo(module: Module, language: str) -> Module:
    """``module`` as if it were in ``language``."""
    translated = translate(module, catalogue(module, language), Policy.STRICT, Marks("", ""))
    assert not translated.gaps
    return translated.module


def in_language(job: Job, language: str) -> Job:
    """The edition of ``job`` in ``language``."""
    return replace(job, module=pseudo(job.module, language), strings=strings(language), folder=PurePosixPath(language))


@cache
def bilingual_job() -> Job:
    """The small course in Kazakh with Russian beside it."""
    return replace(in_language(small(), "kk"), beside=in_language(small(), "ru"))
