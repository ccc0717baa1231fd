"""Packs the small course again and again, and is killed at many moments. Run alone: a process with threads should not
fork, and what is imported once need not be imported fifty times.

python -m tests.cli.killed WORKSPACE

Two versions of a package, made on two days, take turns: a kill may fall into the moment in which one takes the place of
the other. What stands there after each kill is looked at with the eyes of its receiver.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import yaml

from modulekit.delivery.verify import verify
from tests.cli.forked import SAID, ended, forked
from tests.cli.light_kit import PACK

MOMENTS = 50
COLD = 3  # of them while nothing is in the cache, and workers lay out pages
DAYS = ("2026-11-02", "2026-11-23")
PACKAGES = Path("dist", "packages")
RECORDS = Path("handovers")
ORDER = (*PACK, "--jobs", "1")


def pack(day: str, *more: str) -> int:
    """The number of a process that packs."""

    def command() -> None:
        from modulekit.cli.app import app

        app([*ORDER, "--date", day, *more], prog_name="modulekit", standalone_mode=True)

    return forked(command)


def whole() -> dict[str, int]:
    """How many packages, acts and records are there; all of them must be whole and fit each other."""
    seen = {"packages": 0, "acts": 0, "records": 0}
    for place in PACKAGES.glob("[!.]*") if PACKAGES.exists() else ():
        if place.suffix == ".pdf":
            assert digest_of(place.with_name(place.name.removesuffix("-act.pdf"))) in digests_in(place), place
            seen["acts"] += 1
        elif place.suffix == ".docx":
            with zipfile.ZipFile(place) as archive:
                assert archive.testzip() is None
        else:
            assert verify(place).findings == (), place
            seen["packages"] += 1
    for place in RECORDS.glob("[!.]*") if RECORDS.exists() else ():
        record: dict[str, Any] = yaml.safe_load(place.read_text(encoding="utf-8"))
        assert place.name == f"{record['handover']}.yaml"
        assert re.fullmatch(r"[0-9a-f]{64}", record["digest"])
        assert str(record["date"]) in DAYS
        seen["records"] += 1
    return seen


def digest_of(package: Path) -> str:
    """The SHA-256 that an act must name."""
    return hashlib.sha256((package / "tagmanifest-sha256.txt").read_bytes()).hexdigest()


def digests_in(act: Path) -> list[str]:
    """Every SHA-256 that is printed in groups of four."""
    with pypdfium2.PdfDocument(act) as paper:
        text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    found = re.findall(r"(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}", text)
    return ["".join(one.split()) for one in found]


def killed() -> dict[str, int]:
    """What was seen after all the moments, added up."""
    lengths = {True: timed(), False: timed()}  # the first one fills the cache
    chance = random.Random(20261123)
    moments = [(number + chance.random()) / MOMENTS for number in range(MOMENTS)]
    chance.shuffle(moments)
    sum_of = {"packages": 0, "acts": 0, "records": 0}
    for number, moment in enumerate(moments):
        cold = number % (MOMENTS // COLD) == 0
        if number % 10 == 9:
            lengths[False] = timed()  # other programs may have begun or ended meanwhile
        if number % 5 == 3:
            shutil.rmtree(PACKAGES, ignore_errors=True)  # as on the first day
        child = pack(DAYS[number % 2], "--folder", *(["--no-cache"] if cold else []))
        time.sleep(lengths[cold] * 1.05 * moment)  # a little beyond its end, where chance makes it shorter
        os.killpg(child, signal.SIGKILL)
        assert ended(child) in (-signal.SIGKILL, 0)
        for name, count in whole().items():
            sum_of[name] += count
    return sum_of


def timed(*more: str) -> float:
    """The seconds that packing takes; and it works."""
    begun = time.monotonic()
    assert ended(pack(DAYS[0], "--folder", *more)) == 0, SAID.read_text(encoding="utf-8")
    return time.monotonic() - begun


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    tempfile.gettempdir()  # Python tries the folder out with a file of its own, and not again in what is forked
    for name in ("app", "pack", "handing", "handovers", "render_text"):
        importlib.import_module(f"modulekit.cli.{name}")
    print(killed())
    for day in DAYS:
        assert ended(pack(day, "--folder")) == 0, SAID.read_text(encoding="utf-8")
    left = whole()
    assert left == {"packages": 1, "acts": 1, "records": 2}, left
