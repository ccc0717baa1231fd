"""Same input, same bytes, whatever the hash seed. The flagship's test says so of every format; this one is quick."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROGRAM = """
import hashlib
from modulekit.build import Order, build
from modulekit.build.record import Record
from modulekit.diagnostics import Report
from tests.courses import small
from tests.presses import drawing_press

built = build(small(), Order(("handout",), ("text", "html")), drawing_press(), Report())
for path, data in built.files.items():
    print(path, hashlib.sha256(data).hexdigest())
print(hashlib.sha256(Record.of(small().module, [built.edition], built.records).to_json()).hexdigest())
print(hash("a string"))
"""


def _told(seed: int) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    run = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_two_processes_with_different_hash_seeds_give_the_same_bytes() -> None:
    first, second = _told(1), _told(2)
    assert first[-1] != second[-1]  # the seeds did something
    assert len(first) == 4
    assert first[:-1] == second[:-1]
