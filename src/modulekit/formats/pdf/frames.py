"""Which furniture stands on which page.

Takes the runs of pages of a document and the fragments that their furniture becomes, gives layers for each page. Must
not know what is on the pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from modulekit.formats.pdf.fragment import Layouts
from modulekit.formats.pdf.furniture import Margin, Running, digit_width, digits_job, margins_job
from modulekit.formats.pdf.layout import Fragment
from modulekit.formats.pdf.stamp import Layer

_MARGINS, _UPRIGHT, _ACROSS = "margins", "digits", "digits across"


@dataclass(frozen=True, slots=True)
class Run:
    """The pages of one part: ``first`` is the number printed on the first of ``pages``; ``landscape`` are those that
    lie across, from 0. Its title stands over all but the first."""

    title: str
    first: int
    pages: int
    landscape: tuple[int, ...] = ()

    @property
    def margins(self) -> tuple[Margin, ...]:
        """What stands in the margins of each page."""
        return tuple(Margin(self.title if page else "", page in self.landscape) for page in range(self.pages))


@dataclass(frozen=True, slots=True)
class Frames:
    """Laid out furniture by its name, and what of it stands on each page of each run."""

    sources: Mapping[str, Fragment]
    layers: tuple[tuple[tuple[Layer, ...], ...], ...]


def frames(layouts: Layouts, templates: Path, css: str, running: Running, runs: Sequence[Run]) -> Frames:
    """The furniture of ``runs``.

    Raises what a worker raises.
    """
    margins = list(dict.fromkeys(margin for run in runs for margin in run.margins))
    if not margins:
        return Frames({}, ())
    jobs = {_MARGINS: margins_job(templates, css, running, margins)}
    for across in sorted({margin.across for margin in margins}):
        jobs[_digits(across=across)] = digits_job(templates, css, running.language, across=across)
    sources = dict(zip(jobs, layouts.of(list(jobs.values())), strict=True))
    layers = tuple(
        tuple(
            (Layer(_MARGINS, margins.index(margin)), *_number(run.first + page, sources, across=margin.across))
            for page, margin in enumerate(run.margins)
        )
        for run in runs
    )
    return Frames(sources, layers)


def _digits(*, across: bool) -> str:
    return _ACROSS if across else _UPRIGHT


def _number(number: int, sources: Mapping[str, Fragment], *, across: bool) -> list[Layer]:
    """The digits of ``number``: the last one where it was laid out, each other one before the next."""
    name = _digits(across=across)
    width = digit_width(sources[name])
    digits = str(number)
    return [Layer(name, int(digit), width * (len(digits) - at)) for at, digit in enumerate(digits, 1)]
