"""Processes that do the work on this computer: started when they are needed, gone when the program is.

Processes are spawned: pango, pdfium and V8 do not survive a fork. Each loads what writes documents once, when it is
first asked. A worker pays no heed to Ctrl-C, which everything in a terminal gets: the main process ends its workers.
Where the main process is killed they notice and end too. Their temporary files lie in one folder, which is cleared away
by whoever lives longest, or by the next program.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from modulekit.build.crew import Crew
from modulekit.locks import held, is_held

_PATIENCE = 3.0  # seconds that a worker has to end
_PREFIX = "modulekit-work-"


@contextmanager
def local_crew(jobs: int) -> Iterator[Crew]:
    """``jobs`` processes, or one for each core; after a loss, one process in the place of all.

    Raises ``OSError`` where there is no room for temporary files.
    """
    pools: list[ProcessPoolExecutor] = []
    count = jobs or cores()
    with _temporary() as folder:

        def pool(processes: int) -> ProcessPoolExecutor:
            context = multiprocessing.get_context("spawn")
            pools.append(ProcessPoolExecutor(processes, context, initializer=_begin_work, initargs=(str(folder),)))
            return pools[-1]

        try:
            yield Crew(pool(count), count, lambda: pool(1))
        except BaseException:
            _end_workers()
            raise
        finally:
            for one in pools:
                one.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """How many cores this process may use."""
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return known or 1


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


def _begin_work(folder: str) -> None:
    """What a worker does first. ``folder`` is for its temporary files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = folder
    threading.Thread(target=_watch, args=(folder,), daemon=True).start()


def _watch(folder: str) -> None:
    """End this worker when the process that started it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)
