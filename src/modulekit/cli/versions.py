"""A version of a module by what somebody types: a folder, a package with the module's source, or a version in git."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from modulekit.codes import did_you_mean, finding
from modulekit.delivery.unpacked import files_around
from modulekit.delivery.zips import Budget, UnreadableError
from modulekit.diagnostics import Report
from modulekit.source import OpenWorkspace, Source, find_workspace, open_workspace, read_module
from modulekit.source.files import refusal_of
from modulekit.source.workspace import MODULE_FILE, WORKSPACE_FILE

MOST_FILES, MOST_BYTES, LARGEST = 10_000, 256 * 1024**2, 32 * 1024**2
"""What a course may measure: its files, their bytes, and those of the largest."""


class NoVersionError(Exception):
    """There is no such version. The message is a sentence, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Opened:
    """A version that was read."""

    workspace: OpenWorkspace
    source: Source


@contextmanager
def version(name: str, module: str | None, root: Path | None, report: Report) -> Iterator[Opened | None]:
    """What ``name`` means, as long as the block lasts; ``None`` where its files have errors, which are reported.

    ``root`` is the workspace whose versions git keeps. Raises :class:`NoVersionError`.
    """
    with tempfile.TemporaryDirectory(prefix="modulekit-") as made:
        place = Path(name)
        if place.is_dir():
            folder = _in_folder(place, Path(made))
        elif place.is_file():
            folder = Path(made)
            with place.open("rb") as file:
                _unpack(place.name, file, folder)
        else:
            folder = Path(made)
            _from_git(name, root, folder)
        yield _read(name, folder, module, report)


def _read(name: str, folder: Path, module: str | None, report: Report) -> Opened | None:
    home, wanted = _workspace_of(folder)
    if home is None:
        message = f"{name} does not hold the source of a module: there is no {WORKSPACE_FILE} in it."
        raise NoVersionError(message, "Packages for centres and for the academy hold it.")
    workspace = open_workspace(home, report)
    if workspace is None:
        return None
    asked = module or wanted
    if asked is None and len(workspace.modules) != 1:
        message = f"{name} holds {len(workspace.modules)} modules."
        raise NoVersionError(message, f"Say which with --module: {', '.join(workspace.modules)}.")
    chosen = asked or workspace.modules[0]
    if chosen not in workspace.modules:
        raise NoVersionError(
            f"{name} holds no module “{chosen}”.", did_you_mean(chosen, workspace.modules, "There are")
        )
    source = read_module(workspace, chosen, report)
    return Opened(workspace, source) if source else None


def _in_folder(folder: Path, into: Path) -> Path:
    """``folder``; where it is a package that holds the course as a zip, ``into`` with what was in that."""
    packed = sorted(folder.glob("data/source/*.zip")) if not (folder / WORKSPACE_FILE).is_file() else []
    if not packed:
        return folder
    with packed[0].open("rb") as file:
        _unpack(packed[0].name, file, into)
    return into


def _workspace_of(folder: Path) -> tuple[Path | None, str | None]:
    """The workspace that ``folder`` is, holds or stands in, and the module that it names."""
    if (folder / WORKSPACE_FILE).is_file():
        return folder, None
    if (folder / MODULE_FILE).is_file():
        return find_workspace(folder), folder.absolute().name
    below = sorted(folder.glob(f"**/{WORKSPACE_FILE}"), key=lambda path: (len(path.parts), str(path)))
    return (below[0].parent if below else None), None


def _unpack(name: str, file: BinaryIO, into: Path) -> None:
    """The files of a package, as far as they belong to a workspace. Nothing is written outside of ``into``."""
    budget = Budget(MOST_FILES, MOST_BYTES, LARGEST)
    try:
        for inside, content in files_around(WORKSPACE_FILE, name, file, budget):
            if refusal_of(str(inside)) is None:
                target = into.joinpath(*inside.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    except UnreadableError as error:
        raise NoVersionError(f"{error}.", "Ask for the package once more.") from error
    except OSError as error:
        words = f"{name} cannot be unpacked: {error.strerror or error}."
        raise NoVersionError(words, "Ask for the package once more.") from error


def _from_git(name: str, root: Path | None, into: Path) -> None:
    """The workspace at ``root`` as the commit or tag ``name`` has it."""
    nothing = f"There is no file, folder or version “{name}”."
    if root is None:
        raise NoVersionError(nothing, "Go to a workspace, so that versions kept in git are found.")
    try:
        git = _git(root, "rev-parse", "--is-inside-work-tree")
    except OSError as error:
        raise NoVersionError(nothing, "The program git, which would know versions, is not installed.") from error
    if git.returncode:
        raise NoVersionError(nothing, "The workspace is not kept in git, so it has no other versions.")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit.returncode:
        tags = tuple(_git(root, "tag", "--sort=-creatordate").stdout.decode("utf-8", "replace").split())
        raise NoVersionError(nothing, did_you_mean(name, tags, "The tags are") or "The workspace has no tags in git.")
    packed = _git(root, "archive", "--format=zip", commit.stdout.decode().strip(), ".")
    if packed.returncode:
        said = packed.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoVersionError(f"git cannot give the version “{name}”.", said[-1] if said else "")
    _unpack(name, io.BytesIO(packed.stdout), into)
    if not (into / WORKSPACE_FILE).is_file():
        raise NoVersionError(
            f"The version “{name}” does not hold this workspace.", "It stood elsewhere, or was not there."
        )


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)


def told(error: NoVersionError, report: Report) -> None:
    """Report what ``error`` says."""
    report.add(finding("MK904", str(error), hint=error.hint))
