"""What programs that nobody here wrote say of a package: bagit.py, sha256sum and sha512sum, unzip."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.judges.programs import Verdict

LISTS = {
    "sha256sum": ("manifest-sha256.txt", "tagmanifest-sha256.txt"),
    "sha512sum": ("manifest-sha512.txt", "tagmanifest-sha512.txt"),
}
"""The manifests that each program of the receiver's computer can check."""


def bagit(folder: Path) -> Verdict:
    """The Library of Congress's own validator of BagIt, every digest computed."""
    return _asked([sys.executable, "-m", "bagit", "--validate", str(folder)], folder)


def sums(folder: Path) -> Verdict:
    """Every manifest, as the commands in VERIFY.txt check them."""
    verdicts = [
        _asked([program, "--strict", "-c", "--quiet", name], folder, cwd=folder)
        for program, names in LISTS.items()
        for name in names
    ]
    return Verdict(folder, all(verdicts), tuple(line for one in verdicts for line in one.complaints))


def unzip(package: Path) -> Verdict:
    """Info-ZIP: whether every member unpacks to what its checksum says."""
    return _asked(["unzip", "-tqq", str(package)], package)


def _asked(command: Sequence[str], path: Path, cwd: Path | None = None) -> Verdict:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in range(16):
        raise RuntimeError(f"{command[0]} did not run: {done.stderr}")
    lines = tuple((done.stdout + done.stderr).strip().splitlines())
    return Verdict(path, done.returncode == 0, lines)
