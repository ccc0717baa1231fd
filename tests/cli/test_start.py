"""The program starts quickly, because it loads what it needs and no more."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.case import BASE

WRITERS = ("weasyprint", "docx", "pptx", "pikepdf", "lxml", "PIL", "pypdfium2", "fontTools", "jinja2", "babel")
OF_WORK = ("modulekit.model", "modulekit.document", "modulekit.source", "modulekit.products", "modulekit.formats")
ALLOWED_SECONDS = 0.2  # more than Python itself
RUNS = 20  # at most: the quickest counts, because other programs only make it slower

LOADED = """
import json, sys
from modulekit.cli.app import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    print(json.dumps({"code": end.code, "loaded": sorted(sys.modules)}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules of Python that are loaded when a command ends well."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], cwd=BASE, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stderr.splitlines()[-1])
    assert told["code"] in (0, None), done.stdout + done.stderr
    return set(told["loaded"])


@pytest.mark.parametrize("arguments", ["--help", "--version", "explain MK401"])
def test_help_loads_nothing_that_works_on_a_course(arguments: str) -> None:
    found = loaded(*arguments.split())
    assert "modulekit.cli.app" in found
    assert not found & {*WRITERS, *OF_WORK}


@pytest.mark.parametrize(
    "arguments", ["check", "check --output-format sarif", "list", "schema lesson", "build --dry-run", "build --help"]
)
def test_what_builds_nothing_loads_no_writers(arguments: str) -> None:
    found = loaded(*arguments.split())
    assert ("modulekit.model" in found) == ("--help" not in arguments)
    assert not found & set(WRITERS)


def seconds(*command: str) -> float:
    """Processor time of one run of ``python``: wall time would measure what else the computer does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], cwd=Path(__file__).parent, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_takes_little_more_time_than_python() -> None:
    more = float("inf")
    for _ in range(RUNS):
        more = min(more, seconds("-m", "modulekit", "--help") - seconds("-c", "pass"))
        if more < ALLOWED_SECONDS:
            break
    assert 0 < more < ALLOWED_SECONDS
