"""A folder of records: one file for each fact, created once and changed as a whole.

Takes a folder, a name and text; writes. Whoever writes beside it, on this computer or in another copy that is merged
later, loses nothing. Must not know what the records say.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def enter(folder: Path, name: str, text: str) -> bool:
    """Create the file ``name`` of ``folder`` with ``text``, whole; ``False`` where there is such a file already.

    Of two who enter the same name at the same moment, one creates it. Raises ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    with _written(folder, name, text) as made:
        try:
            os.link(made, target)
        except FileExistsError:
            return False
        except OSError:  # a file system without links, such as that of a USB stick
            return _created(target, text)
    return True


def amend(folder: Path, name: str, text: str) -> None:
    """Replace the file ``name`` of ``folder`` by ``text``, whole or not at all. Raises ``OSError``."""
    with _written(folder, name, text) as made:
        made.replace(folder / name)


def _created(target: Path, text: str) -> bool:
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


@contextlib.contextmanager
def _written(folder: Path, name: str, text: str) -> Iterator[Path]:
    """A file beside ``name`` that holds ``text``, gone at the end unless it was put in its place. It is hidden, so that
    one that a killed process left is not read."""
    handle, path = tempfile.mkstemp(prefix=f".{name}.new-", dir=folder)
    made = Path(path)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o644)
        yield made
    finally:
        made.unlink(missing_ok=True)
