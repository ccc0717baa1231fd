"""Builds the small course again and again, and is killed at a hundred moments. Run alone: a process with threads should
not fork, and what is imported once need not be imported two hundred times.

python -m tests.cli.killed_builds WORKSPACE TEMPORARY

Two versions of the course take turns, so that every build has something to put in place, and a kill may fall into the
moment in which one set takes the place of the other. After each kill the set that stands there must be one of the two,
byte for byte, and the next build, which nobody disturbs, must end with the very bytes of its version and leave nothing
else behind.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.cli.forked import SAID, ended, forked

HOT, COLD = 92, 8
"""How many kills while everything is in the cache, and how many while nothing is, so that workers lay out pages."""
MODULE = "short-meetings"
BUILD = ("build", "-p", "agenda", "-p", "daily-feedback", "-f", "pdf", "-f", "docx", "--jobs", "1")
HOME = "modulekit.yaml"
LOADED = ("modulekit.cli.app", "modulekit.cli.build", "modulekit.products.agenda", "modulekit.formats.docx.writer")


@dataclass(frozen=True)
class Place:
    """Where it is built, and where temporary files go."""

    workspace: Path
    temporary: Path

    @property
    def dist(self) -> Path:
        return self.workspace / "dist"

    @property
    def kept(self) -> Path:
        return self.workspace / ".modulekit"

    def becomes(self, version: int) -> None:
        """The course says that another body is responsible for it: that stands on every page."""
        (self.workspace / HOME).write_text(self._home().replace("Office 0", f"Office {version}"), encoding="utf-8")

    def _home(self) -> str:
        text = (self.workspace / HOME).read_text(encoding="utf-8")
        return text.replace("Office 1", "Office 0")


def started() -> int:
    """The number of a process that builds."""

    def command() -> None:
        sys.argv = ["modulekit", *BUILD]
        from modulekit.cli import main

        main()

    return forked(command)


def built() -> float:
    """Seconds of a build that nobody disturbs."""
    began = time.monotonic()
    code = ended(started())
    assert code == 0, SAID.read_text(encoding="utf-8")
    return time.monotonic() - began


def files(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with the digest of its bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


def whole(folder: Path) -> dict[str, str]:
    """The files of a set, all of which are as its own record says."""
    found = files(folder)
    record = json.loads((folder / "build.json").read_bytes())
    recorded = {entry["path"]: entry["sha256"] for entry in record["files"]}
    assert {name: digest for name, digest in found.items() if name != "build.json"} == recorded
    return found


def litter(place: Place, clean: set[str]) -> list[str]:
    """What stands about that is no course, no set and no entry of the cache."""
    beside = [path.name for path in place.dist.iterdir() if path.name != MODULE]
    about = [path.name for path in place.workspace.iterdir() if path.name not in clean]
    parts = place.kept / "cache" / "parts"
    begun = [path.name for path in parts.iterdir()] if parts.exists() else []
    return [*beside, *about, *begun, *(path.name for path in place.temporary.iterdir())]


def killed(place: Place, chance: random.Random, longest: float, versions: list[dict[str, str]], version: int) -> int:
    """Kill one build of ``version`` and look at what is left; 1 where it was killed before it ended."""
    place.becomes(version)
    child = started()
    time.sleep(chance.uniform(0, longest))
    os.killpg(child, signal.SIGKILL) if os.getpgid(child) == child else os.kill(child, signal.SIGKILL)
    code = ended(child)
    assert code in (0, -signal.SIGKILL), SAID.read_text(encoding="utf-8")
    assert whole(place.dist / MODULE) in versions
    return int(code != 0)


def series(
    place: Place, moments: int, prepare: Callable[[], None], versions: list[dict[str, str]], clean: set[str]
) -> tuple[int, float]:
    """How many of ``moments`` builds were killed before they ended, and how long one takes that is not."""
    durations = []
    for version in (0, 1, 0):
        prepare()
        place.becomes(version)
        durations.append(built())
    longest = statistics.median(durations)
    chance = random.Random(20261124)
    early = 0
    for number in range(moments):
        version = (number + 1) % 2
        prepare()
        early += killed(place, chance, longest, versions, version)
        built()
        assert whole(place.dist / MODULE) == versions[version]
        assert not litter(place, clean), litter(place, clean)
    return early, longest


def main(place: Place) -> None:
    for name in LOADED:
        importlib.import_module(name)
    from modulekit.fingerprint import fingerprint

    fingerprint()
    tempfile.tempdir = str(place.temporary)
    os.environ["TMPDIR"] = str(place.temporary)
    os.chdir(place.workspace)
    versions = []
    for version in (0, 1):
        place.becomes(version)
        built()
        versions.append(whole(place.dist / MODULE))
    assert versions[0] != versions[1]
    clean = {path.name for path in place.workspace.iterdir()}
    for moments, prepare in ((HOT, lambda: None), (COLD, lambda: shutil.rmtree(place.kept / "cache"))):
        early, longest = series(place, moments, prepare, versions, clean)
        print(moments, early, f"{longest:.2f}")


if __name__ == "__main__":
    main(Place(Path(sys.argv[1]), Path(sys.argv[2])))
