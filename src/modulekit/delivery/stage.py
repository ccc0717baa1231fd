"""Output that appears whole or not at all.

A set of files is written into a folder beside its target and put in the target's place by renaming. A build that is
killed leaves the last good set; what it leaves behind is cleared away by the next one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

_NEW, _OLD = ".new-", ".old-"


class Stage:
    """A folder in the making; ``write`` fills it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: PurePosixPath, data: bytes) -> None:
        """Write one file of the set. Raises ``OSError``."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Stage]:
    """A stage whose files take the place of the folder ``target`` when the block ends without an error.

    Raises ``OSError``; then ``target`` is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    folder = _beside(target, _NEW)
    try:
        yield Stage(folder)
        folder.chmod(0o755)
        _switch(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def recover(target: Path) -> None:
    """Put the last good set back where a build was killed between two renames, and clear away what it left."""
    kept = [folder for folder in sorted(target.parent.glob(f".{target.name}{_OLD}*")) if not _in_use(folder)]
    if kept and not target.exists():
        kept.pop().rename(target)
    for litter in (*kept, *target.parent.glob(f".{target.name}{_NEW}*")):
        if not _in_use(litter):
            shutil.rmtree(litter, ignore_errors=True)


def _beside(target: Path, kind: str) -> Path:
    """A new empty folder whose name says which process works in it."""
    return Path(tempfile.mkdtemp(prefix=f".{target.name}{kind}{os.getpid()}-", dir=target.parent))


def _in_use(folder: Path) -> bool:
    """Whether the process that made ``folder`` still runs; another build may be at work beside this one."""
    process = folder.name.rsplit("-", 2)[-2]
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()


def _switch(folder: Path, target: Path) -> None:
    if not target.exists():
        folder.rename(target)
        return
    aside = _beside(target, _OLD)
    target.replace(aside)  # an empty folder may be replaced by a folder
    try:
        folder.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
