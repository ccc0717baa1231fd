"""Where there is not enough memory a build says so, in one sentence, and leaves what was there."""

from __future__ import annotations

import errno
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from modulekit.build import Order
from modulekit.cli import making
from modulekit.diagnostics import Report
from tests.courses import SMALL

COURSE = "short-meetings"
LITTLE = 400_000_000  # bytes of addresses: enough to read and check a course, too few for an engine that draws charts


def test_with_little_memory_a_build_says_what_it_lacks(tmp_path: Path) -> None:
    courses = shutil.copytree(SMALL, tmp_path / "courses", ignore=shutil.ignore_patterns(".modulekit", "dist"))
    record = courses / "dist" / COURSE / "build.json"
    record.parent.mkdir(parents=True)
    record.write_text("{}")
    done = subprocess.run(
        [sys.executable, "-m", "modulekit", "build", "-p", "handout", "-f", "pdf", "--jobs", "1", "--no-cache"],
        cwd=courses,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (LITTLE, LITTLE)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "error[MK906]" in done.stderr, done.stderr
    assert "What was there before is as it was." in done.stderr
    assert "Traceback" not in done.stderr
    assert (done.stdout, done.returncode) == ("", 1)
    assert record.read_text() == "{}"
    assert [path.name for path in (courses / "dist").rglob("*")] == [COURSE, "build.json"]


LACKS = [
    MemoryError(),
    OSError(errno.ENOMEM, "Cannot allocate memory"),
    ImportError("x.so: failed to map segment from shared object"),
    ImportError("x.so: cannot allocate memory in static TLS block"),
]


@pytest.mark.parametrize("error", [*LACKS, OSError(errno.ENOSPC, "No space"), ImportError("No module named x")])
def test_what_is_about_memory_is_told_from_what_is_not(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        """A preparation that is never asked."""

        class source:  # noqa: N801
            class module:  # noqa: N801
                title = "A course"

    def fails(*given: object) -> None:
        del given
        raise error

    monkeypatch.setattr(making, "build_all", fails)
    report = Report()
    made = making.editions(Nothing(), (), Order(), None, report)  # type: ignore[arg-type]
    if error in LACKS:
        assert [*made] == []
        assert [found.code for found in report] == ["MK906"]
    else:
        with pytest.raises(type(error)):
            next(made)
        assert not len(report)
