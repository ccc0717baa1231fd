"""Numbers: each language writes them in its own way, and all have the same ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from modulekit.checks.translation.numerals import Numeral, numerals
from modulekit.checks.translation.subject import Pair, Rendering, Speech
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = 10
_SCALES = ("1000", "1000000", "1000000000")
"""Numbers that are half a unit: where one language writes *1,000 ha*, another says *thousand ha*."""
_NAME = re.compile(r"[1-9]\.\d")
_UNIT = re.compile(r"[\s\u00a0]?(?:[%‰°]|per\b|(?:[kmc]?m|k?g|t|l|ha|[kMG]Wh?|mln|m|bn|pp)\b(?!\.))")


@dataclass(frozen=True, slots=True)
class _Compared:
    """How the numbers of two texts differ: those that are lost, as the source writes them, those that came, those that
    are written as in the source, and those that stand there as a word."""

    lost: tuple[str, ...]
    came: tuple[Numeral, ...]
    copied: tuple[Numeral, ...]
    spelt: tuple[str, ...]


def other_numbers(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK843: numbers are those of the source, in the notation of the language."""
    for pair, compared in _compared(rendering):
        if compared.lost:
            words = f"The translation of {pair.called} lacks {_listed(compared.lost)}."
            written = ", ".join(dict.fromkeys(_in(rendering, figure) for figure in compared.lost))
            yield finding("MK843", words, pair.whole, f"In “{rendering.target.language}” it is written {written}.")
        for number in compared.came:
            message = f"The translation has the number {_shown(pair, number)}, which {pair.called} does not have."
            yield finding("MK843", message, pair.at(number.offset, number.length), "Numbers are those of the source.")
        for number in compared.copied:
            shown = _shown(pair, number)
            message = f"{shown} is written as in “{rendering.source.language}”."
            hint = f"In “{rendering.target.language}” it is written {_in(rendering, shown)}."
            yield finding("MK843", message, pair.at(number.offset, number.length), hint)


def only_a_word(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK844: a figure is a figure in the translation too, and no word."""
    for pair, compared in _compared(rendering):
        if compared.spelt:
            message = f"{_listed(compared.spelt)} of {pair.called} stands in the translation as a word only."
            yield finding("MK844", message, pair.whole, "Write the figure, unless the sentence reads better without.")


def _compared(rendering: Rendering) -> Iterator[tuple[Pair, _Compared]]:
    for pair in rendering.pairs:
        source = numerals(pair.bare_source, rendering.source.notation)
        text = numerals(pair.bare_text, rendering.target.notation)
        if [number.value for number in source] != [number.value for number in text]:
            yield pair, _compare(pair, source, text, rendering)


def _compare(pair: Pair, source: tuple[Numeral, ...], text: tuple[Numeral, ...], rendering: Rendering) -> _Compared:
    here, there = Counter(n.value for n in text), Counter(n.value for n in source)
    lost = [number for number in _surplus(source, here) if not number.optional]
    came = [number for number in _surplus(text, there) if not number.optional]
    copied = []
    for number in [*came]:
        like = next((other for other in lost if number.value == f"={other.value}"), None)
        if like is not None:
            lost.remove(like)
            came.remove(number)
            if not _is_code(pair.bare_source, like):
                copied.append(number)
    came = [number for number in came if not _says(pair.bare_source, number.value, rendering.source)]
    spelt = [number for number in lost if _says(pair.bare_text, number.value, rendering.target)]
    lost = [number for number in lost if number not in spelt]
    spelt = [number for number in spelt if number.value not in _SCALES]
    return _Compared(_written(pair, lost), tuple(came), tuple(copied), _written(pair, spelt))


def _surplus(numbers: Iterable[Numeral], others: Counter[str]) -> Iterator[Numeral]:
    """Those of ``numbers`` that ``others`` do not have so often."""
    left = Counter(others)
    for number in numbers:
        if left[number.value] > 0:
            left[number.value] -= 1
        else:
            yield number


def _is_code(text: str, number: Numeral) -> bool:
    """Whether a number with a point is a name, as in ``measure 2.1`` or ``CC BY 4.0``, and so the same in all
    languages. A share, a number with a unit and one of more figures are none."""
    after = text[number.offset + number.length :]
    return bool(_NAME.fullmatch(number.value)) and not _UNIT.match(after)


def _says(text: str, value: str, speech: Speech) -> bool:
    """Whether a word of ``text`` says the number ``value``. Of a language whose words are not known, small numbers are
    taken as said."""
    if not value.isdigit():
        return False
    if not speech.numerals:
        return int(value) <= _SMALL
    beginnings = speech.numerals.get(int(value))
    return beginnings is not None and any(word.startswith(beginnings) for word in _WORD.findall(text.casefold()))


def _written(pair: Pair, numbers: Iterable[Numeral]) -> tuple[str, ...]:
    return tuple(pair.bare_source[number.offset : number.offset + number.length] for number in numbers)


def _shown(pair: Pair, number: Numeral) -> str:
    return pair.bare_text[number.offset : number.offset + number.length]


def _listed(figures: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(figures))


def _in(rendering: Rendering, figure: str) -> str:
    """A number of the source as the other language writes it."""
    source, target = rendering.source.notation, rendering.target.notation
    whole, decimal, rest = figure.partition(source.decimal)
    if not whole.replace(source.thousands, "").isdigit() or (decimal and not rest.isdigit()):
        return figure
    return whole.replace(source.thousands, target.thousands) + (target.decimal + rest if decimal else "")
