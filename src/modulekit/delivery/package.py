"""A bag as it travels: a folder, or a zip with that folder in it. Either appears whole or not at all.

Takes the files of a bag, gives bytes or writes them. Must not know what the files are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from modulekit.archive import pack
from modulekit.delivery.bag import DECLARATION
from modulekit.delivery.bag_names import NameRefusedError, check_names
from modulekit.delivery.beside import beside
from modulekit.delivery.stage import staged


def zip_of(files: Mapping[PurePosixPath, bytes], name: str) -> bytes:
    """A zip with one folder called ``name`` that holds ``files``.

    Everything is compressed: web pages and lists become a fifth, and what looks compressed already, such as a PDF,
    still a tenth smaller. The same files give the same bytes with the same zlib. Raises ``NameRefusedError`` where a
    path with ``name`` before it is too long.
    """
    top = PurePosixPath(name)
    inside = {top / path: data for path, data in files.items()}
    if len(top.parts) != 1:
        raise NameRefusedError(f"“{name}” cannot be the name of a package's folder.")
    check_names(inside)
    return pack((str(path), inside[path]) for path in sorted(inside, key=str))


def write_folder(files: Mapping[PurePosixPath, bytes], target: Path) -> None:
    """Put ``files`` into the folder ``target``, whole or not at all.

    A package that stands there is replaced. Raises ``OSError``, also where ``target`` is a folder of something else.
    """
    with staged(target, str(DECLARATION)) as stage:
        for path, data in files.items():
            stage.write(path, data)


def write_file(data: bytes, target: Path) -> None:
    """Put ``data`` into the file ``target``, whole or not at all; a file that stands there is replaced.

    What a process that was killed left beside it is cleared away. Raises ``OSError``.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with beside(target, data) as made:
        made.replace(target)
