"""Running title, title and label of the document, page number.

Takes words, gives jobs for empty pages that carry them: one page for each margin with other words, one for each digit
of the numbers. They are stamped over finished pages, so that a page that moves does not have to be laid out again, nor
a number twice. Must not know nodes or PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from modulekit.formats.pdf.layout import Fragment, Job
from modulekit.formats.sandbox import environment

_VARIANT = "pdf/a-3u"
_ROW = 20  # digits in the row that is measured: places are rounded


@dataclass(frozen=True, slots=True)
class Margin:
    """What the margins of a page say beside its number; a page ``across`` lies on its side."""

    header: str
    across: bool


@dataclass(frozen=True, slots=True)
class Running:
    """What all pages of a document say: ``line`` stands below the footer."""

    footer: str
    line: str
    language: str


def margins_job(templates: Path, css: str, running: Running, margins: Sequence[Margin]) -> Job:
    """Empty pages with ``margins``, one for each."""
    sheets = [(margin, "") for margin in margins]
    return _job(templates, css, running, sheets)


def digits_job(templates: Path, css: str, language: str, *, across: bool) -> Job:
    """Empty pages with a page number: 0 to 9."""
    sheets = [(Margin("", across), str(digit)) for digit in range(10)]
    return _job(templates, css, Running("", "", language), sheets, row=_ROW)


def digit_width(digits: Fragment) -> float:
    """The width in points of each digit of what :func:`digits_job` became."""
    return (digits.anchors["row-end"].x - digits.anchors["row"].x) / _ROW


def _job(templates: Path, css: str, running: Running, sheets: Sequence[tuple[Margin, str]], row: int = 0) -> Job:
    page = environment(templates).get_template("html/furniture.html")
    html = page.render(running=running, sheets=sheets, row="0" * row)
    return Job(html, css, str(templates / "fonts"), variant=_VARIANT)
