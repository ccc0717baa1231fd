"""Worker processes: they end with the program however it ends, leave nothing, and are replaced once when they are lost.

Each test starts a program of its own, since signals and killed processes would hit the tests too.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

AT_WORK = """
import sys, time
from pathlib import Path
from modulekit.cli.pool import local_crew
from modulekit.cli.stopping import until_stopped
from tests.cli.toil import hold

def work():
    with local_crew(2) as crew:
        for future in [crew.submit(hold, sys.argv[1]) for _ in range(2)]:
            future.result()
    return 0

if __name__ == "__main__":
    sys.exit(until_stopped(work))
"""

LOST = """
import sys
from pathlib import Path
from modulekit.build.calls import Call, Group, Piece
from modulekit.build.crew import WorkersLostError
from modulekit.build.running import run
from modulekit.cache import Cache
from modulekit.cli.pool import local_crew
from tests.cli.toil import die, double

def steps(call):
    def ask(given):
        (found,) = yield [call]
        return found
    return ask

if __name__ == "__main__":
    folder, lives = sys.argv[1], int(sys.argv[2])
    calls = [Call(double, (bytes([n]),), f"double {n}") for n in range(6)] + [Call(die, (folder, lives), "the one")]
    group = Group(0, tuple(Piece(n, (), steps(call)) for n, call in enumerate(calls)))
    with local_crew(2) as crew:
        try:
            for ended in run([group], crew, Cache()):
                print(ended.name, ended.result)
        except WorkersLostError as lost:
            print("lost", lost)
"""

EARLY = """
import sys
from modulekit.cli.pool import at_hand
from tests.cli.toil import loaded

WRITERS = ("weasyprint", "modulekit.products.handout")

if __name__ == "__main__":
    print(*[name in sys.modules for name in ("modulekit.build", *WRITERS)])
    for format in ("text", "pdf"):
        with at_hand(1, (("handout",), (format,))) as workers:
            workers.begin()
            with workers.at_work() as crew:
                print(*[crew.submit(loaded, name).result() for name in WRITERS])
    with at_hand(2, ((), ())) as workers:
        workers.begin()
"""


def _begin(program: str, tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    script = tmp_path / "program.py"
    script.write_text(program, encoding="utf-8")
    (tmp_path / "tmp").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "tmp")}
    command = [sys.executable, str(script), str(tmp_path), *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)


def _workers(folder: Path) -> list[int]:
    """The ids of both workers, when they are at work."""
    for _ in range(600):
        found = [int(path.suffix[1:]) for path in folder.glob("worker.*")]
        if len(found) == 2:
            return found
        time.sleep(0.05)
    raise AssertionError("the workers did not begin")


def _all_gone(ids: list[int]) -> bool:
    """Whether none of the processes is left, after some patience."""
    for _ in range(200):
        if not any(Path(f"/proc/{id}").exists() for id in ids):
            return True
        time.sleep(0.05)
    return False


def test_workers_load_what_was_ordered_before_they_are_asked(tmp_path: Path) -> None:
    out, err = _begin(EARLY, tmp_path).communicate(timeout=60)
    assert err == ""
    assert out.splitlines() == ["False False False", "False True", "True True"]
    assert not [*(tmp_path / "tmp").iterdir()]  # also where they were not asked for anything


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_workers_end_with_the_program(number: signal.Signals, code: int, tmp_path: Path) -> None:
    program = _begin(AT_WORK, tmp_path)
    workers = _workers(tmp_path)
    program.send_signal(number)
    out, err = program.communicate(timeout=30)
    assert program.returncode == code
    assert out == ""
    if number is not signal.SIGKILL:
        assert err == "Stopped. What was there before is as it was.\n"
    assert "Traceback" not in err
    assert _all_gone(workers)
    assert not [*(tmp_path / "tmp").iterdir()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_ctrl_c_in_a_terminal_reaches_the_workers_too_and_they_wait_for_the_program(tmp_path: Path) -> None:
    program = _begin(AT_WORK, tmp_path)
    workers = _workers(tmp_path)
    for worker in workers:
        os.kill(worker, signal.SIGINT)
    time.sleep(0.3)
    assert all(Path(f"/proc/{worker}").exists() for worker in workers)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=30)
    assert "Traceback" not in err
    assert (program.returncode, _all_gone(workers)) == (130, True)


def test_what_a_program_left_that_was_killed_with_its_workers_goes_with_the_next(tmp_path: Path) -> None:
    program = _begin(AT_WORK, tmp_path)
    workers = _workers(tmp_path)
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)  # so that none of them clears away
    program.kill()
    program.wait()
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    program.communicate(timeout=30)
    assert [*(tmp_path / "tmp").iterdir()]
    out, _ = _begin(LOST, tmp_path, "0").communicate(timeout=60)
    assert "alive" in out
    assert not [*(tmp_path / "tmp").iterdir()]


@pytest.mark.parametrize("deaths", [1, 2])
def test_a_worker_that_is_killed_is_replaced_once(deaths: int, tmp_path: Path) -> None:
    program = _begin(LOST, tmp_path, str(deaths))
    out, err = program.communicate(timeout=60)
    assert "Traceback" not in err
    lines = out.splitlines()
    if deaths == 1:
        assert sorted(lines) == [*(f"{n} {bytes([n, n])!r}" for n in range(6)), "6 b'alive'"]
    else:
        assert lines[-1] == "lost the one"
