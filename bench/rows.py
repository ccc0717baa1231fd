"""What is measured: one function for each row of the table, in the order in which they are run.

Each takes a :class:`Stand`, prepares what must not be measured, and gives a sample. Those after ``cold`` find its
cache; what they edit was never built before.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench import peers
from bench.export import MODULE
from bench.measured import Program, Sample, run
from bench.modules import write_workspace
from bench.workspace import Workspace, cores

FEW_CENTRES, MANY_CENTRES, LANGUAGES = 5, 20, 3
_ENGLISH = ("-l", "en")
_UNTRANSLATED = ("--translations", "fallback")  # what the bench edited has no translation
_SAME_PDFS = ("-f", "pdf", "-p", "handout", "-p", "guide", "-p", "workbook")


@dataclass
class Stand:
    """What the rows work on: a workspace, the content as the peers get it, and how many centres were added."""

    workspace: Workspace
    exported: Path
    centres: int = field(default=0)

    def more_centres(self, count: int) -> list[str]:
        """Centres that no edition was built for."""
        self.centres += count
        return [self.workspace.add_centre(self.centres - number) for number in range(count)]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. ``once`` is for what takes long: it is run once, whatever the rounds."""

    name: str
    words: str
    measure: Callable[[Stand], Sample]
    once: bool = False


def _cold(stand: Stand) -> Sample:
    stand.workspace.cold()
    return stand.workspace.build()


def _cold_on_one(stand: Stand) -> Sample:
    stand.workspace.cold()
    return stand.workspace.build("--jobs", "1", cores=cores()[:1])


def _floor(stand: Stand) -> Sample:
    return run(Program((sys.executable, "-m", "bench.floor", str(stand.exported)), Path.cwd()))


def _edited(place: str, *options: str) -> Callable[[Stand], Sample]:
    def measure(stand: Stand) -> Sample:
        stand.workspace.edit(place)
        return stand.workspace.build(*options)

    return measure


def _nothing(stand: Stand) -> Sample:
    stand.workspace.build()  # the last edit of an earlier round is taken in
    return stand.workspace.build()


def _place(stand: Stand) -> Sample:
    stand.workspace.build("-c", "academy", *_ENGLISH)
    stand.workspace.edit("place")
    return stand.workspace.build("-c", "academy", *_ENGLISH)


def _centre(stand: Stand) -> Sample:
    stand.workspace.build("-c", "academy", *_ENGLISH)
    return stand.workspace.build("-c", *stand.more_centres(1), *_ENGLISH)


def _centres(stand: Stand) -> Sample:
    wish = [word for centre in stand.more_centres(FEW_CENTRES) for word in ("-c", centre)]
    return stand.workspace.build(*wish, *_ENGLISH)


def _language(stand: Stand) -> Sample:
    return stand.workspace.build("-l", "ru", *_UNTRANSLATED)


def _lattice(stand: Stand) -> Sample:
    wish = [word for centre in stand.more_centres(MANY_CENTRES) for word in ("-c", centre)]
    return stand.workspace.build(*wish, "-l", "en,ru,kk", *_UNTRANSLATED)


def _peer(make: Callable[[Path, int], Sample]) -> Callable[[Stand], Sample]:
    return lambda stand: make(stand.exported, len(cores()))


def _python(stand: Stand) -> Sample:
    return run(Program((sys.executable, "-c", "pass"), stand.exported))


def _check(stand: Stand) -> Sample:
    return stand.workspace.modulekit("check", MODULE)


def _check_of(lessons: int) -> Callable[[Stand], Sample]:
    def measure(stand: Stand) -> Sample:
        folder = stand.exported.with_name(f"lessons-{lessons}")
        if not folder.exists():
            write_workspace(lessons, folder)
        return run(Program((sys.executable, "-m", "modulekit", "check"), folder))

    return measure


ROWS = (
    Row("pass", "`python -c pass`", _python),
    Row("typst", "pandoc → Typst: handout, guide, workbook as PDF", _peer(peers.typst)),
    Row("weasyprint", "pandoc → WeasyPrint: the same as PDF", _peer(peers.weasyprint)),
    Row("docx", "pandoc → DOCX: the same", _peer(peers.docx)),
    Row("pptx", "pandoc → PPTX: the slides", _peer(peers.pptx)),
    Row("typst-all", "pandoc → Typst: every PDF that we make", _peer(peers.typst_all)),
    Row("docx-all", "pandoc → DOCX: every DOCX that we make", _peer(peers.docx_all)),
    Row("pptx-all", "pandoc → PPTX: both decks", _peer(peers.pptx_all)),
    Row("floor", "bare WeasyPrint on the HTML of all our pages, one process", _floor),
    Row("cold-1", "cold build of the English flagship, all products and formats, on one core", _cold_on_one),
    Row("cold", "cold build of the English flagship, all products and formats, on all cores", _cold),
    Row(
        "word", "one word in the handout of a lesson: handout, guide, workbook as PDF", _edited("handout", *_SAME_PDFS)
    ),
    Row("word-pdf", "the same word: every PDF", _edited("handout", "-f", "pdf")),
    Row("word-all", "the same word: all products and formats", _edited("handout")),
    Row("message-all", "one word in a key message (handout, guide, slides): everything", _edited("message")),
    Row("note", "one word in a trainer's note: everything", _edited("note")),
    Row("nothing", "nothing changed: everything", _nothing),
    Row("place", "a centre's place, its edition built before: everything", _place),
    Row("centre", "one more centre, of a region that was built before: everything", _centre),
    Row("centres", f"{FEW_CENTRES} more centres in one command: everything", _centres),
    Row("language", "one more language: everything", _language),
    Row("check", "`check` of the flagship", _check),
    Row("check-10", "`check` of 10 lessons", _check_of(10)),
    Row("check-100", "`check` of 100 lessons", _check_of(100)),
    Row("check-1000", "`check` of 1,000 lessons", _check_of(1000), once=True),
    Row("lattice", f"{MANY_CENTRES} more centres × {LANGUAGES} languages: everything", _lattice, once=True),
)
