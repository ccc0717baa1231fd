"""MK558 to MK562: results chains, logframes and indicators, from one level to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modulekit.checks.results_forms import filled_rows
from modulekit.checks.subject import Subject
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.rows import IndicatorRow, IndicatorTable, Level, Logframe

_CHAIN = ("inputs", "activities", "outputs", "outcomes", "impact")
_ABOVE = {Level.ACTIVITY: Level.OUTPUT, Level.OUTPUT: Level.OUTCOME, Level.OUTCOME: Level.IMPACT}
_ARTICLE = {Level.OUTPUT: "an output", Level.OUTCOME: "an outcome", Level.IMPACT: "an impact"}
_OF_AN_INDICATOR = {
    "unit": "unit",
    "baseline": "baseline",
    "baseline_year": "baseline year",
    "target": "target",
    "target_year": "target year",
    "source": "source",
    "frequency": "frequency",
    "responsible": "responsible body",
}
_OF_A_RESULT = ("indicator", "baseline", "target", "source")


def level_skipped(subject: Subject) -> Iterator[Diagnostic]:
    """MK558: no level of a results chain is empty between two that are filled."""
    for item, chain in subject.of(ResultsChain):
        filled = [at for at, name in enumerate(_CHAIN) if any(getattr(chain, name))]
        if all(name in chain.blank for name in _CHAIN) or not filled:
            continue
        for at in range(filled[0], filled[-1]):
            if not getattr(chain, _CHAIN[at]):
                below, above = _CHAIN[max(n for n in filled if n < at)], _CHAIN[min(n for n in filled if n > at)]
                message = f"The chain goes from {below} to {above} without {_CHAIN[at]}."
                yield finding("MK558", message, subject.at(*item.loc, _CHAIN[at]), f"Write `{_CHAIN[at]}`.")


def serves_nothing(subject: Subject) -> Iterator[Diagnostic]:
    """MK559: every output serves an outcome; activities and outcomes serve what stands above them, if it is there."""
    for item, frame in subject.of(Logframe):
        levels = {row.level for row in frame.rows}
        for loc, row in filled_rows(frame.rows, item.loc):
            if row.serves is not None or row.level is Level.IMPACT:
                continue
            above = _ABOVE[row.level]
            if above in levels or row.level is Level.OUTPUT:
                message = f"The {row.level.value} “{row.result}” serves no {above.value}."
                hint = f"Name the id of {_ARTICLE[above]} in `serves`."
                yield finding("MK559", message, subject.at(*loc, "serves"), hint)


def serves_something_else(subject: Subject) -> Iterator[Diagnostic]:
    """MK560: what a result serves stands in the same logframe, one level up."""
    for item, frame in subject.of(Logframe):
        levels = {row.id: row.level for row in frame.rows if row.id}
        for at, row in enumerate(frame.rows):
            if row.serves is None:
                continue
            span = subject.at(*item.loc, "rows", at, "serves")
            above, found = _ABOVE.get(row.level), levels.get(row.serves)
            if above is None:
                yield finding("MK560", "An impact serves nothing above it.", span, "Take `serves` away.")
            elif found is None:
                upper = [name for name, level in levels.items() if level is above]
                hint = did_you_mean(row.serves, upper, "One level up stand")
                yield finding("MK560", f"There is no result “{row.serves}” in this logframe.", span, hint)
            elif found is not above:
                message = f"“{row.serves}” is of the level “{found.value}”; an {row.level.value} serves "
                yield finding("MK560", f"{message}{_ARTICLE[above]}.", span)


def not_measurable(subject: Subject) -> Iterator[Diagnostic]:
    """MK561: every indicator has all that makes it measurable; so has every result of a logframe."""
    for item, table in subject.of(IndicatorTable):
        for loc, row in filled_rows(table.rows, item.loc):
            for field, words in _OF_AN_INDICATOR.items():
                if not getattr(row, field):
                    message = f"The indicator “{row.name}” has no {words}."
                    yield finding("MK561", message, subject.at(*loc, field), f"Write `{field}`.")
    for item, frame in subject.of(Logframe):
        for loc, result in filled_rows(frame.rows, item.loc):
            for field in _OF_A_RESULT:
                if result.level is not Level.ACTIVITY and not getattr(result, field):
                    message = f"The {result.level.value} “{result.result}” has no {field}."
                    yield finding("MK561", message, subject.at(*loc, field), f"Write `{field}`.")


def no_time_to_change(subject: Subject) -> Iterator[Diagnostic]:
    """MK562: the target is later than the baseline."""
    for item, row in subject.of(IndicatorRow):
        before, after = _year(row.baseline_year), _year(row.target_year)
        if before is not None and after is not None and after <= before:
            message = f"The target of “{row.name}” is for {row.target_year}, its baseline of {row.baseline_year}."
            yield finding("MK562", message, subject.at(*item.loc, "target_year"))


def _year(text: str) -> int | None:
    """The year that a text names: ``2024``, ``04.2024``; of several the last one."""
    found = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)
    return int(found[-1]) if found else None
