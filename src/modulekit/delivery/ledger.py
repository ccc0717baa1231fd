"""A folder of records: one file for each fact, created once and changed as a whole.

Takes a folder, a name and text; writes. Whoever writes beside it, on this computer or in another copy that is merged
later, loses nothing. Must not know what the records say.
"""

from __future__ import annotations

import os
from pathlib import Path

from modulekit.delivery.beside import beside
from modulekit.locks import held


def enter(folder: Path, name: str, text: str) -> bool:
    """Create the file ``name`` of ``folder`` with ``text``, whole; ``False`` where there is such a file already.

    Of two who enter the same name at the same moment, one creates it. Raises ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    with beside(target, text.encode()) as made:
        try:
            os.link(made, target)
        except FileExistsError:
            return False
        except OSError:  # a file system without links, such as that of a USB stick
            with held(folder):
                if target.exists():
                    return False
                made.replace(target)
    return True


def amend(folder: Path, name: str, text: str) -> None:
    """Replace the file ``name`` of ``folder`` by ``text``, whole or not at all. Raises ``OSError``."""
    with beside(folder / name, text.encode()) as made:
        made.replace(folder / name)
