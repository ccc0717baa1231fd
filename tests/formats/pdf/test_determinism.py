"""The same input gives the same bytes, in any process, whatever the hash seed, in a pool or alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from modulekit.formats.pdf import write_document
from modulekit.formats.pictures import slide_pictures
from tests.formats.pdf.bench import printed_handout, printed_slides
from tests.formats.samples import handout
from tests.presses import whole_press

ROOT = Path(__file__).parents[3]
PROGRAM = """
import hashlib
from modulekit.formats.pictures import slide_pictures
from tests.formats.pdf.bench import printed_handout, printed_slides
slides = printed_slides().data
print(hashlib.sha256(printed_handout().data).hexdigest())
print(hashlib.sha256(slides).hexdigest())
print(hashlib.sha256(b"".join(slide_pictures(slides, 200))).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_with_another_hash_seed_makes_the_same_bytes(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
    )
    slides = printed_slides().data
    assert done.stdout.split() == [
        hashlib.sha256(printed_handout().data).hexdigest(),
        hashlib.sha256(slides).hexdigest(),
        hashlib.sha256(b"".join(slide_pictures(slides, 200))).hexdigest(),
    ]


def test_a_pool_of_processes_makes_the_same_bytes() -> None:
    with whole_press() as press:
        assert write_document(handout(), press).data == printed_handout().data
