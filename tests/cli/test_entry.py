"""What the program sees to before anything else."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.cases.case import BASE

TOLD = """
import gc, json, sys
sys.argv = ["modulekit", "check"]
from modulekit.cli import main
try:
    main()
except SystemExit:
    pass
import atexit, pydantic.plugin._loader as loader
print(json.dumps({"plugins": list(loader.get_plugins()), "often": gc.get_threshold()[0], "on": gc.isenabled()}))
atexit._run_exitfuncs()
print(json.dumps(gc.get_freeze_count()))
"""


def told() -> list[object]:
    done = subprocess.run([sys.executable, "-c", TOLD], cwd=BASE, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()[-2:]]


def test_nothing_is_looked_through_for_garbage_that_there_is_none_of() -> None:
    """What pydantic finds installed beside may not change a course, either."""
    facts, frozen = told()
    assert isinstance(facts, dict)
    assert isinstance(frozen, int)
    assert facts["plugins"] == []
    assert facts["on"]
    assert facts["often"] > 10_000
    assert frozen > 10_000
