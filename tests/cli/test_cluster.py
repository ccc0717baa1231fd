"""A build on a Dask cluster: the same bytes as at home, also where a worker is killed; clear words without one."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from modulekit.build import Order, build
from modulekit.build.crew import Crew, InPlace, WorkersLostError
from modulekit.build.far import Far, OtherInstallationError
from modulekit.build.plan import Task
from modulekit.cache import Cache
from modulekit.cli.cluster import cluster_crew
from modulekit.diagnostics import Report
from modulekit.formats.press import Press
from modulekit.resources import templates
from tests.cli.program import copy_of_course, modulekit
from tests.courses import small
from tests.presses import theme

ORDER = Order(("handout", "agenda"), ("pdf", "docx", "text"))


@contextlib.contextmanager
def _started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _said(process: subprocess.Popen[str], pattern: str) -> str:
    """The first thing of this kind that a process says."""
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(pattern, line)
        if found:
            return found[0]
    raise AssertionError(f"the process ended without {pattern}")


@dataclass(frozen=True)
class Cluster:
    """A scheduler at an address, and two workers."""

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    quiet = ("--no-dashboard", "--host", "127.0.0.1")
    with contextlib.ExitStack() as stack:
        scheduler = stack.enter_context(_started("scheduler", "--port", "0", *quiet))
        address = _said(scheduler, r"tcp://127\.0\.0\.1:\d+")
        more = ("--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path / "dask"))
        workers = [stack.enter_context(_started("worker", address, *quiet, *more)) for _ in range(2)]
        for worker in workers:
            _said(worker, r"Registered to")
        yield Cluster(address, scheduler, workers)


def _press(crew: Crew) -> Press:
    return Press(templates(), theme(), Cache(), crew)


def _files(crew: Crew, kill: subprocess.Popen[str] | None = None) -> dict[PurePosixPath, bytes]:
    ended: list[Task] = []

    def progress(task: Task) -> None:
        ended.append(task)
        if kill is not None and len(ended) == 3:
            os.kill(kill.pid, signal.SIGKILL)

    built = build(small(), ORDER, _press(crew), Report(), progress)
    assert built is not None
    assert len(ended) == 7
    return dict(built.files)


def test_a_worker_is_killed_half_way_and_the_bytes_are_the_same(
    cluster: Cluster,
) -> None:
    report = Report()
    with cluster_crew(cluster.address, report) as crew:
        assert crew is not None, [*report]
        assert (crew.width, crew.far) == (2, True)
        made = _files(crew, cluster.workers[0])
    assert cluster.workers[0].wait(10) == -signal.SIGKILL
    assert cluster.workers[1].poll() is None
    assert made == _files(Crew(InPlace(), 1))


def test_nobody_at_the_address(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    ended = modulekit("build", "-f", "text", "--scheduler", "tcp://127.0.0.1:1", cwd=courses)
    assert "error[MK907] No scheduler answers at tcp://127.0.0.1:1" in ended.err
    assert (ended.out, ended.code) == ("", 1)
    assert not (courses / "dist").exists()


def test_the_library_is_missing(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    (tmp_path / "without" / "distributed").mkdir(parents=True)
    (tmp_path / "without" / "distributed" / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    path = {"PYTHONPATH": str(tmp_path / "without")}
    ended = modulekit("build", "-f", "text", "--scheduler", "tcp://127.0.0.1:1", cwd=courses, **path)
    assert 'pip install "modulekit[dask]"' in ended.err
    assert (ended.out, ended.code) == ("", 1)


def test_a_worker_with_another_program_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    far = Far(InPlace())
    assert far.submit(bytes, 2).result() == b"\0\0"
    other = {"program": "other", "fonts": "other"}
    monkeypatch.setattr(
        "modulekit.build.far.installation", lambda _: {**dict.fromkeys(("python", "libraries"), "")} | other
    )
    with pytest.raises(OtherInstallationError) as found:
        far.submit(bytes, 2).result()
    assert {"program", "fonts", "python", "libraries"} <= set(found.value.parts)


def _without_the_program(*_: bytes) -> None:
    raise ModuleNotFoundError("No module named 'modulekit'")


def test_a_worker_without_the_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("modulekit.build.far.done_here", _without_the_program)
    with pytest.raises(OtherInstallationError):
        Far(InPlace()).submit(bytes, 2).result()


def test_a_scheduler_that_ends_is_told_as_lost(cluster: Cluster) -> None:
    """The whole build ends with names of calls, and does not wait for ever."""
    report = Report()

    def progress(task: Task) -> None:
        del task
        cluster.scheduler.kill()

    with cluster_crew(cluster.address, report) as crew:
        assert crew is not None, [*report]
        with pytest.raises(WorkersLostError) as lost:
            build(small(), ORDER, _press(crew), Report(), progress)
    assert lost.value.calls
