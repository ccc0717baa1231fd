"""Programs are run and measured: seconds on the clock, seconds of processors, memory of the largest process.

Takes commands, gives samples. Processors and memory count every process that a command started and waited for.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run took: seconds, seconds, megabytes."""

    wall: float
    cpu: float
    peak: float

    @classmethod
    def of_all(cls, samples: Sequence[Sample]) -> Sample:
        """The median of each figure."""
        return cls(*(median(getattr(sample, name) for sample in samples) for name in ("wall", "cpu", "peak")))

    def and_then(self, other: Sample) -> Sample:
        """One run after the other."""
        return Sample(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


@dataclass(frozen=True, slots=True)
class Program:
    """A command and the folder that it runs in. ``cores`` are those it may use; empty means all."""

    words: tuple[str, ...]
    folder: Path
    cores: tuple[int, ...] = ()


class FailedError(Exception):
    """A program that is measured did not do its work; the message holds what it said."""


def run(program: Program) -> Sample:
    """Run ``program`` to its end.

    Raises ``FailedError`` where it does not end with 0.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        program.words,
        cwd=program.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=(lambda: os.sched_setaffinity(0, program.cores)) if program.cores else None,
    )
    assert process.stderr is not None
    with process.stderr as heard:
        said = heard.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{program.words}: {said.decode(errors='replace')[-2000:]}")
    return Sample(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def side_by_side(chains: Sequence[Sequence[Program]], at_once: int) -> Sample:
    """Run the programs of each chain in their order, ``at_once`` chains at a time."""

    def chain(programs: Sequence[Program]) -> list[Sample]:
        return [run(program) for program in programs]

    start = time.perf_counter()
    with ThreadPoolExecutor(at_once) as threads:
        samples = [sample for ran in threads.map(chain, chains) for sample in ran]
    wall = time.perf_counter() - start
    return Sample(wall, sum(sample.cpu for sample in samples), max(sample.peak for sample in samples))
