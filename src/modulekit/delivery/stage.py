"""Output that appears whole or not at all.

A set of files is written into a folder beside its target, and once all of it is on the disk the two take each other's
place: whoever looks finds the old set or the new one. Where a system cannot do that, two renames do it, and a set that
was moved aside by a killed build is put back by the next one. A build that is killed leaves the last good set; what it
leaves behind is cleared away by the next one. Builds of the same target may run beside each other: the last one to end
wins. Locks say who is at work, because the system lets go of them when a process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from modulekit.delivery.exchange import exchanged, on_disk
from modulekit.locks import held, is_held

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
def staged(target: Path, record: str = "build.json") -> Iterator[Stage]:
    """A stage whose files take the place of the folder ``target`` when the block ends without an error.

    Every set holds a file called ``record``. Raises ``OSError``, and ``target`` is as it was; so it does where
    ``target`` holds files but no record: somebody else's folder is never replaced. Raises ``ValueError`` for a set
    without a record. Where ``target`` is a link, what it leads to is replaced.
    """
    target = Path(os.path.realpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as locks:
        with held(target.parent):
            _recover(target)
            _refuse_foreign(target, record)
            folder = _beside(target, _NEW)
            locks.enter_context(held(folder))
        try:
            yield Stage(folder)
            if not (folder / record).is_file():
                raise ValueError(f"a set of files must hold {record}")
            folder.chmod(0o755)
            on_disk(folder)
            with held(target.parent):
                _switch(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _recover(target: Path) -> None:
    """Put the last good set back where a build was killed between two renames, and clear away what it left."""
    kept = sorted(target.parent.glob(f".{target.name}{_OLD}*"))
    if not target.exists():
        whole = next((folder for folder in kept if any(folder.iterdir())), None)
        if whole is not None:
            whole.rename(target)
    for litter in (*kept, *target.parent.glob(f".{target.name}{_NEW}*")):
        if not is_held(litter):
            shutil.rmtree(litter, ignore_errors=True)


def _refuse_foreign(target: Path, record: str) -> None:
    if target.exists() and not (target / record).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(f"it holds no {record}, so no build made it, and it is not replaced")


def _beside(target: Path, kind: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f".{target.name}{kind}", dir=target.parent))


def _switch(folder: Path, target: Path) -> None:
    if not target.exists():
        folder.rename(target)
        return
    if exchanged(folder, target):
        return  # the old set stands where the new one was made, and is removed there
    aside = _beside(target, _OLD)
    try:
        target.replace(aside)  # an empty folder may be replaced by a folder
    except OSError:
        aside.rmdir()
        raise
    try:
        folder.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
