"""How the papers of a package are printed, and how large its files are, in the words of a language.

Takes papers and words, gives words. Must not know HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from modulekit.build.papers import Paper
from modulekit.model import GroupSize
from modulekit.products import locale
from modulekit.products.quantities import Amount
from modulekit.products.strings import Strings

_KB, _MB = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class PrintLine:
    """One line of the list of what to print, in words."""

    paper: Paper
    copies: str
    sheets: str
    sides: str
    in_all: str


def print_list(papers: Iterable[Paper], strings: Strings) -> tuple[PrintLine, ...]:
    """The papers that are printed, in their order."""
    return tuple(
        PrintLine(
            paper,
            amount(paper.copies, strings),
            number(paper.sheets, strings),
            strings("sides-both" if paper.both_sides else "sides-one"),
            amount(_times(paper.copies, paper.sheets), strings),
        )
        for paper in papers
        if paper.copies is not None and paper.sheets
    )


def print_lead(group: GroupSize, strings: Strings) -> str:
    """For how many people the list is made."""
    if group.least == group.most:
        return strings("print-list-lead-exact", n=group.most)
    return strings("print-list-lead", group=strings("group-from-to", least=group.least, most=group.most))


def print_total(papers: Iterable[Paper], strings: Strings) -> str:
    """The sheets that the largest group needs, in words."""
    count = sum(paper.copies.most * paper.sheets for paper in papers if paper.copies is not None)
    # The form of the plural follows the number, its signs the language.
    sheets = strings("sheets-n", n=count).replace(str(count), number(count, strings), 1)
    return strings("print-list-total", n=sheets)


def print_besides(papers: Iterable[Paper], strings: Strings) -> str:
    """What is printed as needed: what the list has no number for, and where the number of worksheets stands."""
    files = [paper for paper in papers if paper.format == "pdf" and paper.sheets and paper.copies is None]
    if not files:
        return ""
    besides = strings("print-list-besides", documents=", ".join(dict.fromkeys(paper.title for paper in files)))
    is_counted = {"worksheets", "materials"} <= {paper.product for paper in files}
    return f"{besides} {strings('print-list-worksheets')}" if is_counted else besides


def how_to_print(paper: Paper, strings: Strings) -> str:
    """``12–20 × 3 sheets, both sides``; nothing for what is not printed."""
    if paper.format != "pdf" or not paper.sheets:
        return ""
    if paper.copies is None:
        return strings("print-none")
    sheets = strings("sheets-n", n=paper.sheets)
    return strings(
        "print-so-both" if paper.both_sides else "print-so", copies=amount(paper.copies, strings), sheets=sheets
    )


def size(octets: int, strings: Strings) -> str:
    """``340 KB`` or ``3.1 MB``, in decimal units as systems show them."""
    figures = locale.notation(strings.language)
    if octets < _MB:
        return strings("size-kb", size=figures.number(max(1, round(octets / _KB)), 0))
    return strings("size-mb", size=figures.number(octets / _MB, 1))


def amount(of: Amount, strings: Strings) -> str:
    """``12–20``, or ``2`` where it is always the same."""
    if of.least == of.most:
        return number(of.most, strings)
    return f"{number(of.least, strings)}–{number(of.most, strings)}"


def number(value: int, strings: Strings) -> str:
    """A whole number as the language writes it."""
    return locale.notation(strings.language).number(value, 0)


def _times(copies: Amount, sheets: int) -> Amount:
    return Amount(copies.least * sheets, copies.most * sheets)
