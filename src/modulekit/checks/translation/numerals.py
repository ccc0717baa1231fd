"""The numbers of a text, whatever way they are written in.

Takes text and a notation, gives numbers in one form for all languages: ``6288000``, ``4.1``. A school year or a span of
years, ``2023–24``, is two years; a clock time, ``09:30``, is one number; a date gives its day and its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from modulekit.document.notation import Notation

_DIGIT = re.compile(r"\d")
_SPACES = " \u00a0\u2009\u202f"
_JOINS = frozenset("–—/-")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?([–—/-])\s?(\d\d)(?![\d-])")
_MONTH = re.compile(r"(?<![\d.])(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?![\d.])")
"""``11.2027`` is a month in all languages, whatever the sign before decimals is."""
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the common form, and where its characters stand."""

    value: str
    offset: int
    length: int
    optional: bool = False
    """Whether a translation may lack it: the month of a date is mostly a word there."""


@lru_cache(maxsize=8192)
def numerals(text: str, notation: Notation) -> tuple[Numeral, ...]:
    """The numbers of ``text`` in their order."""
    return tuple(_numerals(text, notation)) if _DIGIT.search(text) else ()


def _numerals(text: str, notation: Notation) -> Iterator[Numeral]:
    taken = 0
    for found in _figure(notation).finditer(text):
        if found.start() < taken:
            continue
        after = text[found.end() : found.end() + 1]
        if found[0].isdigit() and after not in _JOINS and not after.isspace():  # no date and no span of years
            yield Numeral(_plain(found[0]), found.start(), len(found[0]))
            continue
        dated = _ISO.match(text, found.start())
        years = _YEARS.match(text, found.start())
        if dated:
            taken = dated.end()
            for group in (1, 2, 3):
                if dated[group]:
                    start, end = dated.span(group)
                    yield Numeral(_plain(dated[group]), start, end - start, optional=group == 2)
        elif years and int(years[3]) > int(years[1][2:]):
            taken = years.end()
            yield Numeral(years[1], years.start(1), 4)
            yield Numeral(years[1][:2] + years[3], years.start(3), 2)
        elif _MONTH.fullmatch(found[0]):
            yield Numeral(f"month {found[0].lstrip('0')}", found.start(), len(found[0]))
        else:
            yield Numeral(_common(found[0], notation), found.start(), len(found[0]))


@cache
def _figure(notation: Notation) -> re.Pattern[str]:
    """One number: clock times, then numbers with signs between thousands, then codes such as ``3.1`` and plain ones."""
    between, decimal = _between(notation), re.escape(notation.decimal)
    grouped = rf"\d{{1,3}}(?:{between}\d{{3}})+(?!\d)(?:{decimal}\d+)?"
    return re.compile(rf"(?<![\d])(?:\d{{1,2}}:\d\d(?!\d)|(?<!\d[.,]){grouped}|\d+(?:[.,]\d+)*)")


@cache
def _between(notation: Notation) -> str:
    return f"[{_SPACES}]" if notation.thousands.isspace() else re.escape(notation.thousands)


def _common(figure: str, notation: Notation) -> str:
    if ":" in figure:
        hour, minute = figure.split(":")
        return f"{int(hour)}:{minute}"
    between = _between(notation)
    if re.fullmatch(rf"\d{{1,3}}(?:{between}\d{{3}})+(?:{re.escape(notation.decimal)}\d+)?", figure):
        figure = re.sub(between, "", figure)
    if figure.count(notation.decimal) == 1:
        whole, rest = figure.split(notation.decimal)
        if whole.isdigit() and rest.isdigit():
            return f"{_plain(whole)}.{rest}"
    return _plain(figure) if figure.isdigit() else f"={figure}"


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"
