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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from modulekit.build.calls import Group
from modulekit.build.crew import Crew
from modulekit.build.digest import digest_of
from modulekit.build.gathering import Built, Gathering, Sink
from modulekit.build.job import Job
from modulekit.build.leakscan import Secrets
from modulekit.build.leftovers import allowed, foreign_script
from modulekit.build.packing import pack_value
from modulekit.build.pieces import Packed, Pieces
from modulekit.build.plan import Order, Task, make_plan
from modulekit.build.running import run
from modulekit.build.work import Tools
from modulekit.cache import Cache
from modulekit.diagnostics import Report
from modulekit.editions import identify, number, redact
from modulekit.formats.press import Press
from modulekit.installation import installation
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.model.blocks import Figure
from modulekit.model.edition import Edition
from modulekit.model.walk import walk
from modulekit.products.context import Context

__all__ = ["Built", "Job", "Order", "Sink", "build", "build_all", "editions_of", "make_plan"]

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
    """What all editions of a build have in common: the packed tools of workers, and what stands for the installation
    and the theme in keys."""

    tools: bytes
    stamp: str
    cache: Cache

    @classmethod
    def of(cls, press: Press, crew: Crew) -> _Workshop:
        tools = Tools(press.theme, None, None) if crew.far else Tools(press.theme, press.cache.folder, press.templates)
        stamp = digest_of([*installation(press.templates).items(), press.theme])
        return cls(pickle.dumps(tools), stamp, press.cache)


def _opened(job: Job, order: Order, workshop: _Workshop) -> Gathering:
    """An edition, ready to be worked on: seen by each audience, with what must not get from one to the other."""
    whole = identify(job.module)
    editions = editions_of(job, whole)
    contexts = {audience: Context(editions[audience], job.strings) for audience in Audience}
    sent = {(audience, False): _packed_context(context) for audience, context in contexts.items()}
    secrets = [(Secrets.of(whole, job.strings, editions[Audience.PARTICIPANT].assets), job)]
    if job.beside:
        whole_beside = identify(job.beside.module)
        beside = editions_of(job.beside, whole_beside)
        for audience, context in contexts.items():
            second = Context(beside[audience], job.beside.strings)
            sent[audience, True] = _packed_context(Context(context.edition, context.strings, beside=second))
        pictures = beside[Audience.PARTICIPANT].assets
        secrets.append((Secrets.of(whole_beside, job.beside.strings, pictures), job.beside))
    script = foreign_script(job)
    pieces = Pieces(
        job=job,
        tasks=make_plan(order, job.having),
        contexts=sent,
        hunts=tuple(_packed((found.runs, found.public)) for found, _ in secrets),
        visible=Packed(digest_of(job.visible), pickle.dumps(job.visible)),
        foreign=(script, allowed(job) if script else ()),
        tools=workshop.tools,
        stamp=workshop.stamp,
        cache=workshop.cache,
    )
    return Gathering(job, whole, pieces, tuple(secrets))


def _packed_context(context: Context) -> Packed:
    return Packed(digest_of(context), pickle.dumps(context))


def _packed(value: object) -> Packed:
    data = pack_value(value)
    return Packed(hashlib.sha256(data).hexdigest(), data)


def editions_of(job: Job, whole: Module) -> dict[Audience, Edition]:
    """The module as each audience sees it, with the pictures that this audience's texts show and no others."""
    numbering = number(whole)
    editions = {}
    for audience in Audience:
        module = redact(whole, audience)
        shown = {node.file for _, node in walk(module) if isinstance(node, Figure)}
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
