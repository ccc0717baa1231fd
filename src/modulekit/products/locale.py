"""Dates, numbers and lists as the readers of a language write them.

Takes ISO dates, numbers and words, gives text. The signs in numbers come from CLDR; months, weekdays, the order of a
date and the word before the last of several things stand in the strings file, because CLDR knows each language in one
script only and writes Kazakh dates otherwise than Kazakh officials do. Must not know what is dated or counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from modulekit.document.notation import Notation
from modulekit.products.strings import Strings

if TYPE_CHECKING:
    from babel import Locale

_ISO = re.compile(r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_SPACE = " \u00a0\u2009\u202f"
_FIGURE = re.compile(rf"(?<![\d.,])(?:\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*(?![\d.,]*\d)")
_MONTH = re.compile(r"(0[1-9]|1[0-2])\.(19|20)\d\d")
"""``04.2026`` is a month, whatever the sign before decimals is."""
_NAMED = {"en": "en_GB"}
"""Languages whose plain tag means another country in CLDR than in our courses."""


def day(strings: Strings, moment: date) -> str:
    """``23 November 2026``."""
    return strings("date-day", day=moment.day, month=strings("months").split()[moment.month - 1], year=moment.year)


def days(strings: Strings, moments: Sequence[date]) -> str:
    """``20–21 January 2015`` where one day follows the other in one month, or else all days one after the other."""
    first, last = moments[0], moments[-1]
    in_a_row = all(after - before == timedelta(days=1) for before, after in pairwise(moments))
    if len(moments) > 1 and in_a_row and first.month == last.month:
        month = strings("months").split()[first.month - 1]
        return strings("date-day", day=f"{first.day}–{last.day}", month=month, year=first.year)
    return listed(strings, [day(strings, moment) for moment in moments])


def weekday(strings: Strings, moment: date) -> str:
    """``Tuesday``, as it begins a line."""
    name = strings("weekdays").split()[moment.weekday()]
    return name[:1].upper() + name[1:]


def language_name(language: str) -> str:
    """What a language calls itself: ``русский``."""
    return str(_locale(language).get_language_name() or language)


def with_dates(strings: Strings, text: str) -> str:
    """``text`` with its ISO dates and months, ``2021-10-25`` and ``2021-10``, written out; a year stays a year."""
    return _ISO.sub(lambda found: _written(strings, found), text)


def _written(strings: Strings, found: re.Match[str]) -> str:
    year, month, number = int(found[1]), int(found[2]), found[3]
    if number is None:
        return strings("date-month", month=strings("months-alone").split()[month - 1], year=year)
    try:
        return day(strings, date(year, month, int(number)))
    except ValueError:  # 30 February is a mistake of the author's, and stays visible
        return found[0]


def notation(language: str) -> Notation:
    """How ``language`` writes numbers."""
    symbols = _locale(language).number_symbols["latn"]
    return Notation(str(symbols["decimal"]), str(symbols["group"]))


def figures(text: str, written_in: str, language: str, *, codes: bool = False) -> str:
    """``text`` with its numbers as ``language`` writes them, where they are written as in ``written_in``.

    For texts without words, such as ``2,310 → 2,180`` and ``4.1 %``: what has words is translated by people. A text
    in its own language stays as it is. With ``codes``, numbers with a decimal sign stay unless they are a share.
    """
    source, target = notation(written_in), notation(language)
    if source == target:
        return text

    def turned(found: re.Match[str]) -> str:
        is_code = codes and source.decimal in found[0] and "%" not in text
        return found[0] if is_code else _turned(found[0], source, target)

    return _FIGURE.sub(turned, text)


def _turned(figure: str, source: Notation, target: Notation) -> str:
    if _MONTH.fullmatch(figure):
        return figure
    between = source.thousands if not source.thousands.isspace() else _SPACE
    found = re.fullmatch(rf"(\d{{1,3}}(?:[{between}]\d{{3}})+|\d+)(?:{re.escape(source.decimal)}(\d+))?", figure)
    if found is None:
        return figure  # 1.2.3 is no number
    whole, rest = re.sub(rf"[{between}]", target.thousands, found[1]), found[2]
    return whole + (target.decimal + rest if rest else "")


def decimals_of(text: str) -> int:
    """How many places the number ``text`` has after its decimal point or comma."""
    found = re.search(r"[.,](\d+)\s*$", text)
    return len(found[1]) if found else 0


def listed(strings: Strings, items: Sequence[str]) -> str:
    """``a, b and c``."""
    *before, last = items or [""]
    return strings("list-last", items=", ".join(before), last=last) if before else last


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(_NAMED.get(language, language), sep="-" if "-" in language else "_")
