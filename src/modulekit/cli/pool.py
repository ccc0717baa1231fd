"""Processes that do the work on this computer: started when they are needed, gone when the program is.

Processes are spawned: pango, pdfium and V8 do not survive a fork. Each loads what writes documents once, before it is
first asked; those that are begun early do so while the course is still being read. A worker pays no heed to Ctrl-C,
which everything in a terminal gets: the main process ends its workers. Where the main process is killed they notice
and end too. Their temporary files lie in one folder, which is cleared away by whoever lives longest, or by the next
program. Must load nothing itself that reads courses or writes documents.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modulekit.locks import held, is_held

if TYPE_CHECKING:
    from modulekit.build.crew import Crew

_PATIENCE = 3.0  # seconds that a worker has to end
CALLS = 250
"""After so many calls for each process others take over: libraries keep what memory they once asked for, and after some
five hundred calls a process would have more than 400 MB. One edition takes half as many."""
_PREFIX = "modulekit-work-"
_INTERRUPT = frozenset({signal.SIGINT})

_Order = tuple[Sequence[str], Sequence[str]]
"""Products and formats by name, as an order has them."""


class Workers:
    """``count`` processes. ``order`` names the products and formats that they will be asked for, where that is known:
    then they load what these need."""

    def __init__(self, count: int, order: _Order | None = None) -> None:
        self._count, self._order = count, order
        self._pools: list[ProcessPoolExecutor] = []
        self._turn: Any = None
        self._folder: Path | None = None
        self._opened = ExitStack()

    def begin(self) -> None:
        """Let the processes load, on the cores that are free beside this process."""
        beside = cores() - 1
        if beside and not self._pools:
            with suppress(OSError):  # that there is no room for temporary files is told to who needs them
                self._pool(self._count, beside)

    @contextmanager
    def at_work(self) -> Iterator[Crew]:
        """The processes as a crew; after a loss, one in the place of all. They end with the block.

        Raises ``OSError`` where there is no room for temporary files.
        """
        from modulekit.build.crew import Crew

        pool = self._pools[0] if self._pools else self._pool(self._count, self._count)
        self._turn.release()  # the core of this process, which waits for the others from now on
        try:
            relief = CALLS * self._count, self._relief
            yield Crew(pool, self._count, lambda: self._pool(1, 1), relief=relief)
        finally:
            self.end()

    def _relief(self) -> ProcessPoolExecutor:
        """As many processes in the place of those that have worked."""
        self._pools.pop().shutdown(wait=False)
        return self._pool(self._count, self._count)

    def _pool(self, processes: int, at_once: int) -> ProcessPoolExecutor:
        """``processes`` that load, ``at_once`` of them at the same time."""
        if self._folder is None:
            self._folder = self._opened.enter_context(_temporary())
        context = multiprocessing.get_context("spawn")
        self._turn = context.Semaphore(at_once)
        given = (str(self._folder), self._turn, self._order)
        pool = ProcessPoolExecutor(processes, context, initializer=_begin_work, initargs=given)
        self._pools.append(pool)
        with _unheard():
            for _ in range(processes):  # each call begins a process
                pool.submit(os.getpid)
        return pool

    def end(self) -> None:
        """End all processes at once, whatever they do."""
        with self._opened:
            _end_workers()
            for pool in self._pools:
                pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def at_hand(jobs: int, order: _Order | None = None) -> Iterator[Workers]:
    """``jobs`` processes, or one for each core, none of which has begun; they end with the block."""
    workers = Workers(jobs or cores(), order)
    try:
        yield workers
    finally:
        workers.end()


@contextmanager
def local_crew(jobs: int, order: _Order | None = None) -> Iterator[Crew]:
    """``jobs`` processes, or one for each core; after a loss, one process in the place of all.

    Raises ``OSError`` where there is no room for temporary files.
    """
    with at_hand(jobs, order) as workers, workers.at_work() as crew:
        yield crew


def cores() -> int:
    """How many cores this process may use."""
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return known or 1


@contextmanager
def _unheard() -> Iterator[None]:
    """Processes that are begun here do not hear Ctrl-C, not even before they can say that they pay it no heed."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPT)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _temporary() -> Iterator[Path]:
    """A folder for temporary files; those of programs that were killed are cleared away."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not is_held(left):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _end_workers() -> None:
    """End all workers at once; those that do not listen are killed."""
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(_PATIENCE)
        if worker.exitcode is None:
            worker.kill()


def _begin_work(folder: str, turn: Any, order: _Order | None) -> None:
    """What a worker does first. ``folder`` is for its temporary files; it loads when it is its ``turn``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = folder
    threading.Thread(target=_watch, args=(folder,), daemon=True).start()
    if order is not None:
        with turn, suppress(Exception):  # what fails here fails again where it is needed, and is told then
            from modulekit.build.loading import load

            load(*order)


def _watch(folder: str) -> None:
    """End this worker when the process that started it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
