"""The last look at a translated edition: sentences of the course's own language in what was composed of it.

Takes a job and finished texts, gives findings. It finds what no catalogue holds: words that the program prints, that
come from a centre or a delivery, or that somebody forgot to mark as printable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from modulekit.build.job import Job
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.delivery.leftovers import LETTERS, runs_left
from modulekit.diagnostics import Diagnostic
from modulekit.model import Module
from modulekit.products.strings import script_of

_MOST = 5  # findings of one product; whoever has more looks at the file
_SHOWN = 80  # characters


def sentences_left(job: Job, products: Mapping[str, str]) -> Iterator[Diagnostic]:
    """MK848 for every sentence in ``products``, texts by the name of the product, that is of the language in which the
    course is written. Nothing where both languages have one script: then nobody can tell."""
    script = foreign_script(job)
    if script:
        found = {product: tuple(runs_left([text], script, allowed(job))) for product, text in products.items()}
        yield from told(job, found)


def told(job: Job, products: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
    """MK848 for the runs of words that are left in each product."""
    language = job.module.language
    for product, runs in sorted(products.items()):
        for run in runs[:_MOST]:
            shown = run if len(run) <= _SHOWN else run[:_SHOWN].rsplit(" ", 1)[0] + " …"
            hint = "Titles that stay in their language say so: `language` of a source."
            yield finding("MK848", f"In {product}, “{language}”, a sentence is not translated: “{shown}”.", None, hint)
        if len(runs) > _MOST:
            message = f"In {product}, “{language}”: {plural(len(runs) - _MOST, 'more sentence')}."
            yield finding("MK848", message, None, "Look at the finished file.")


def allowed(job: Job) -> tuple[str, ...]:
    """Phrases that stay as they are in an edition."""
    return (*may_stay(job.module), *_of_others(job))


def foreign_script(job: Job) -> str:
    """The script whose words should be gone from an edition, or nothing where it has a right to be there."""
    if not job.written_in or job.marked:  # what is not translated is marked and counted
        return ""
    source = script_of(job.written_in)
    spoken = {job.module.language, *((job.beside.module.language,) if job.beside else ())}
    return source if source in LETTERS and source not in {script_of(language) for language in spoken} else ""


def may_stay(module: Module) -> Iterator[str]:
    """Phrases that are the same in every language: titles in their own, authors and the licence."""
    for reference in module.references:
        if reference.language is not None:
            yield reference.title
            yield from (reference.author,) if reference.author else ()
    yield module.licence


def _of_others(job: Job) -> Iterator[str]:
    """The words of the organisation, the funder and the partners, whose languages are checked where they stand."""
    shown = job.visible
    yield from (job.organisation, *shown.statement, shown.line)
    yield from (logo.alt for logo in (shown.emblem, *shown.logos) if logo is not None)
