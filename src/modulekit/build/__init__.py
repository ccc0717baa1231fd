"""The page to read first: how one module becomes everything that is handed out.

.. code-block:: text

    Module ─translate─localise─identify─number─redact→ Edition ─products→ Document | Deck ─formats→ bytes ─leaks→ files

Takes modules that were read and checked, an order, and the tools of the writers; gives the files of ``dist/<module>``,
or diagnostics. What takes time is done by workers, in any process (``work.py``); what needs what stands in ``plan.py``,
what it asks workers for in ``pieces.py``. Must not know the command line, print, or read the clock.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from modulekit.build.calls import Group
from modulekit.build.crew import Crew
from modulekit.build.digest import digest_of
from modulekit.build.gathering import Built, Gathering, Sink
from modulekit.build.job import Job
from modulekit.build.leakscan import Secrets
from modulekit.build.leftovers import allowed, foreign_script
from modulekit.build.packing import pack_value
from modulekit.build.pieces import Packed, Pieces, Sent
from modulekit.build.plan import Order, Task, make_plan
from modulekit.build.running import run
from modulekit.build.why import ingredients_of
from modulekit.build.work import Tools
from modulekit.cache import Cache
from modulekit.diagnostics import Report
from modulekit.editions import identify, number, redact
from modulekit.formats.press import Press
from modulekit.formats.theme import Theme
from modulekit.installation import installation
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.model.blocks import Figure
from modulekit.model.edition import Edition
from modulekit.model.walk import nodes
from modulekit.products.context import Context

__all__ = ["Built", "Job", "Order", "Sink", "build", "build_all", "editions_of", "foreseen", "make_plan"]

Progress = Callable[[Task], None]


def _silent(task: Task) -> None:
    """The progress of a build that nobody watches."""


def build(job: Job, order: Order, press: Press, report: Report, progress: Progress = _silent) -> Built | None:
    """Build what ``order`` asks for of one edition; ``None`` where something was found that stops a build."""
    return next((built for _, built in build_all([job], order, press, report, progress)), None)


def build_all(
    jobs: Iterable[Job],
    order: Order,
    press: Press,
    report: Report,
    progress: Progress = _silent,
    sink: Sink | None = None,
) -> Iterator[tuple[Job, Built]]:
    """Build what ``order`` asks for of several editions as one plan; those without errors, in the order of ``jobs``.

    A job is taken from ``jobs`` when workers are free for it. ``progress`` is called once for each task that ends.
    Where a ``sink`` takes the files, it may have been given some of an edition in which an error is found later.
    Raises :class:`modulekit.build.crew.WorkersLostError`.
    """
    crew = Crew.of(press.pool)
    workshop = _Workshop.of(press, crew)
    gatherings: dict[int, Gathering] = {}
    finished: dict[int, Built | None] = {}
    next_one = 0

    def groups() -> Iterator[Group]:
        for index, job in enumerate(jobs):
            gatherings[index] = _opened(job, order, workshop)
            yield gatherings[index].pieces.group(index)

    for ended in run(groups(), crew, press.cache):
        if ended.name is not None:
            task = gatherings[ended.owner].take(ended.name, ended.result, sink)
            if task is not None:
                progress(task)
        if ended.last:
            own = Report()
            built = gatherings[ended.owner].built(own)
            report.extend(own)
            finished[ended.owner] = built
        while next_one in finished:
            built, job = finished.pop(next_one), gatherings.pop(next_one).job
            next_one += 1
            if built is not None:
                yield job, built


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What all editions of a build have in common: the packed tools of workers, and the digests of the installation and
    the theme by what people call them, with one ``stamp`` for all of them in keys."""

    tools: bytes
    common: Mapping[str, str]
    stamp: str
    cache: Cache

    @classmethod
    def of(cls, press: Press, crew: Crew) -> _Workshop:
        cache = press.cache
        tools = Tools(press.theme) if crew.far else Tools(press.theme, cache.folder, press.templates, cache.limit)
        common = _common(press.theme, press.templates)
        return cls(pickle.dumps(tools), common, digest_of(common), cache)


def foreseen(job: Job, theme: Theme, templates: Path) -> Mapping[tuple[Audience, bool], Mapping[str, str]]:
    """What the products of an edition are made of, by what people call it, before anything is made: for each audience,
    in one language and, where the edition has them, in two."""
    common = _common(theme, templates)
    return {
        seen: {**ingredients_of(context), **common} for seen, context in _contexts(job, identify(job.module)).items()
    }


def _common(theme: Theme, templates: Path) -> Mapping[str, str]:
    return {**installation(templates), "theme": digest_of(theme)}


def _opened(job: Job, order: Order, workshop: _Workshop) -> Gathering:
    """An edition, ready to be worked on: seen by each audience, with what must not get from one to the other."""
    whole = identify(job.module)
    contexts = _contexts(job, whole)
    script = foreign_script(job)

    @cache
    def secrets() -> tuple[tuple[Secrets, Job], ...]:
        participants = contexts[Audience.PARTICIPANT, False]
        found = [(Secrets.of(whole, job.strings, participants.edition.assets), job)]
        if job.beside:
            second = contexts[Audience.PARTICIPANT, True].beside
            assert second is not None
            beside = Secrets.of(identify(job.beside.module), job.beside.strings, second.edition.assets)
            found.append((beside, job.beside))
        return tuple(found)

    @cache
    def hunts() -> tuple[Packed, ...]:
        return tuple(_packed((found.runs, found.public)) for found, _ in secrets())

    pieces = Pieces(
        job=job,
        tasks=make_plan(order, job.having),
        contexts={seen: _packed_context(context) for seen, context in contexts.items()},
        hunts=hunts,
        visible=Packed(digest_of(job.visible), pickle.dumps(job.visible)),
        foreign=(script, allowed(job) if script else ()),
        tools=workshop.tools,
        common=workshop.common,
        stamp=workshop.stamp,
        cache=workshop.cache,
    )
    return Gathering(job, whole, pieces, secrets)


def _contexts(job: Job, whole: Module) -> dict[tuple[Audience, bool], Context]:
    """What products are composed from: for each audience, and with the second language beside it where there is one."""
    editions = editions_of(job, whole)
    found = {(audience, False): Context(editions[audience], job.strings) for audience in Audience}
    if job.beside:
        beside = editions_of(job.beside, identify(job.beside.module))
        for audience in Audience:
            second = Context(beside[audience], job.beside.strings)
            found[audience, True] = Context(editions[audience], job.strings, beside=second)
    return found


def _packed_context(context: Context) -> Sent:
    made_of = ingredients_of(context)
    return Sent(digest_of(made_of), pickle.dumps(context), made_of)


def _packed(value: object) -> Packed:
    data = pack_value(value)
    return Packed(hashlib.sha256(data).hexdigest(), data)


def editions_of(job: Job, whole: Module) -> dict[Audience, Edition]:
    """The module as each audience sees it, with the pictures that this audience's texts show and no others."""
    numbering = number(whole)
    editions = {}
    for audience in Audience:
        module = redact(whole, audience)
        shown = {node.file for node in nodes(module) if isinstance(node, Figure)}
        assets = {path: data for path, data in job.assets.items() if path in shown}
        editions[audience] = Edition(
            module,
            numbering,
            assets,
            job.organisation,
            job.centre,
            job.visible,
            job.delivery,
            job.participants,
            job.schedule,
            job.written_in,
            job.adaptations,
            job.changes if audience is Audience.TRAINER else None,
        )
    return editions
