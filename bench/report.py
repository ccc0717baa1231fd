"""Samples become the tables of ``docs/performance.md``: every row, and the ratios that are to be reached.

Takes medians, gives Markdown. Says which machine it ran on, and nothing by which one could find that machine.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench import peers
from bench.measured import Sample
from bench.rows import FEW_CENTRES, LANGUAGES, MANY_CENTRES, ROWS, Stand
from bench.workspace import cores

_BEGIN, _END = "<!-- bench: begin -->", "<!-- bench: end -->"
_MOST = 400.0  # megabytes of one process
_BUSY = 1.0  # programs that wait for a core beside our own


@dataclass(frozen=True, slots=True)
class _Goal:
    """A ratio: what is measured over what, and the most that it may be."""

    words: str
    ours: str
    others: tuple[str, ...]
    most: float
    shared: bool = False
    """Whether the other side, which has one core, is divided by the cores that we have."""


_SAME, _FEW = ("typst-all", "docx-all", "pptx-all"), ("typst", "docx", "pptx")
_SLOW = ("weasyprint", "docx", "pptx")
_GOALS = (
    _Goal("cold build / (floor ÷ cores)", "cold", ("floor",), 1.15, shared=True),
    _Goal("cold build on one core / floor", "cold-1", ("floor",), 1.15),
    _Goal("one word, `--format pdf` / pandoc → Typst of the same PDFs", "word-pdf", ("typst-all",), 0.5),
    _Goal("one word, three PDFs / pandoc → Typst of these three", "word", ("typst",), 0.5),
    _Goal("one word, everything / peers' PDF (Typst), DOCX, PPTX of the same", "word-all", _SAME, 0.5),
    _Goal("one word, everything / peers' PDF (Typst), DOCX of three, one PPTX", "word-all", _FEW, 0.5),
    _Goal("one word, everything / peers' PDF (WeasyPrint), DOCX of three, one PPTX", "word-all", _SLOW, 0.5),
    _Goal("one word everywhere, everything / peers' PDF (Typst), DOCX, PPTX of the same", "message-all", _SAME, 0.5),
    _Goal("one more centre, by a command of its own / first edition", "centre", ("cold",), 0.1),
)
_SEVERAL = (
    ("centres", FEW_CENTRES, f"one of {FEW_CENTRES} more centres of one command"),
    ("lattice", MANY_CENTRES * LANGUAGES, f"one of {MANY_CENTRES * LANGUAGES} editions in {LANGUAGES} languages"),
)
"""Editions that are built together: one of them over the first edition."""


def report(samples: Mapping[str, Sequence[Sample]], stand: Stand) -> str:
    """All tables."""
    medians = {name: Sample.of_all(found) for name, found in samples.items()}
    rounds = max(len(found) for found in samples.values())
    counted = "One round" if rounds == 1 else f"Medians of {rounds} rounds"
    busy = os.getloadavg()[0] > len(cores()) + _BUSY
    lines = [*_machine(), "", f"{counted}. Peak memory is that of the largest process."]
    if busy:
        lines += [
            "",
            "Other programs took most of the machine meanwhile: only the seconds of processors mean something.",
        ]
    lines.append("")
    lines += ["| measure | seconds | of processors | peak MB |", "|---|--:|--:|--:|"]
    for row in ROWS:
        if row.name in medians:
            taken = medians[row.name]
            once = " (once)" if len(samples[row.name]) == 1 and rounds > 1 else ""
            lines.append(f"| {row.words}{once} | {taken.wall:.2f} | {taken.cpu:.2f} | {taken.peak:.0f} |")
    lines += ["", *_ratios(medians), "", *_pages(stand)]
    return "\n".join(lines)


def write_down(page: Path, table: str) -> None:
    """Put ``table`` between the marks of ``page``.

    Raises ``ValueError`` where the page lacks them.
    """
    before, begin, rest = page.read_text("utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{page} lacks {_BEGIN} and {_END}")
    page.write_text(f"{before}{_BEGIN}\n{table}\n{_END}{after}", "utf-8")


def _ratios(medians: Mapping[str, Sample]) -> list[str]:
    lines = ["| ratio | by the clock | by processors | to reach |", "|---|--:|--:|--:|"]
    for goal in _GOALS:
        if goal.ours not in medians or any(name not in medians for name in goal.others):
            continue
        ours, share = medians[goal.ours], len(cores()) if goal.shared else 1
        wall = ours.wall / (sum(medians[name].wall for name in goal.others) / share)
        cpu = ours.cpu / sum(medians[name].cpu for name in goal.others)
        lines.append(f"| {goal.words} | {wall:.2f} | {cpu:.2f} | {goal.most:g} |")
    if {"nothing", "pass"} <= medians.keys():
        wall = medians["nothing"].wall - medians["pass"].wall
        cpu = medians["nothing"].cpu - medians["pass"].cpu
        lines.append(f"| nothing changed, seconds more than `python -c pass` | {wall:.2f} | {cpu:.2f} | 0.4 |")
    if "check" in medians:
        lines.append(f"| `check`, seconds | {medians['check'].wall:.2f} | {medians['check'].cpu:.2f} | 0.5 |")
    for shorter, longer in (("check-10", "check-100"), ("check-100", "check-1000")):
        if {shorter, longer} <= medians.keys():
            wall = medians[longer].wall / medians[shorter].wall
            cpu = medians[longer].cpu / medians[shorter].cpu
            lines.append(f"| `check`, ten times the lessons: {longer} / {shorter} | {wall:.1f} | {cpu:.1f} | 10 |")
    for name, editions, words in _SEVERAL:
        if {name, "cold"} <= medians.keys():
            wall = medians[name].wall / editions / medians["cold"].wall
            cpu = medians[name].cpu / editions / medians["cold"].cpu
            lines.append(f"| {words} / first edition | {wall:.2f} | {cpu:.2f} | 0.1 |")
    others = {"floor", *_SAME, *_FEW, *_SLOW}
    highest = max((taken.peak for name, taken in medians.items() if name not in others), default=0)
    lines.append(f"| memory of our largest process, MB | {highest:.0f} | | {_MOST:g} |")
    return lines


def _pages(stand: Stand) -> list[str]:
    """What each side printed, for a reader who wonders whether it is the same."""
    made = stand.workspace.pages()
    others = peers.pages(stand.exported)
    counted = "; ".join(
        f"{name} {made.get(name, 0)} (Typst {others.get(f'{name}-typ', 0)}, WeasyPrint {others.get(f'{name}-html', 0)})"
        for name in peers.THREE
    )
    return [f"Pages: {counted}; all our PDFs together {sum(made.values())}."]


def _machine() -> list[str]:
    import pypandoc

    packages = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "pikepdf", "typst"))
    return [
        f"{_processor()}, {len(cores())} cores; {platform.system()}, Python {platform.python_version()}, {packages}, "
        f"pandoc {pypandoc.get_pandoc_version()}."
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
