"""Where nothing changed since a command was last given, its answer is known: the same words, at once.

Everything is compared by content: what the command saw of the workspace, the program with all that it works with, and
every file that was put in place. Nothing is believed because of a date. Loads neither models nor writers.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from modulekit.cache import Cache
from modulekit.cache.seal import is_sealed
from modulekit.cli.caching import folder_of, limit_of, tell_last
from modulekit.cli.listed import Listed, Row, listing
from modulekit.cli.stamp import Set, Stamp
from modulekit.cli.typed import Typed, typed
from modulekit.diagnostics import Diagnostic
from modulekit.files import Files
from modulekit.seen import Seen

_RECORD = "build.json"


def answered(words: Sequence[str]) -> int | None:
    """The exit code of the command in ``words``, after printing what it printed; ``None`` where it has to work."""
    command = typed(words)
    key = command.key if command else ""
    if command is None or not key or not is_sealed(folder_of(command.root)):
        return None
    stamp = _stamp(command, key)
    if stamp is None or not Files(command.root).would_answer(stamp.answers):
        return None
    if not all(_stands(made) for made in stamp.sets):
        return None
    with contextlib.suppress(OSError):
        if command.command == "build":
            tell_last(folder_of(command.root), None)
    _print(command, stamp)
    return stamp.code


def remember(
    seen: Seen,
    modules: Iterable[str],
    findings: Iterable[Diagnostic],
    output_format: str,
    code: int,
    made: Iterable[Set] = (),
) -> None:
    """Keep how the command that was typed ended, where a build has made a cache: a check alone leaves nothing behind.

    Nothing is kept of a command that saw how something was edited.
    """
    command = typed(sys.argv[1:])
    key = command.key if command else ""
    if command is None or not key or seen.is_torn or not is_sealed(folder_of(command.root)):
        return
    stamp = Stamp(seen.answers, tuple(made), tuple(findings), tuple(modules), output_format, code)
    Cache(folder_of(command.root), limit_of(command.root)).put(key, stamp.to_bytes())


def set_of(target: Path, record: bytes, files: Iterable[Listed]) -> Set:
    """A set with its record, the bytes of ``build.json``, and what is told of its files."""
    rows = tuple(Row(file.path, file.audience, file.pages, file.bytes) for file in files)
    return Set(str(target), hashlib.sha256(record).hexdigest(), rows)


def _stamp(command: Typed, key: str) -> Stamp | None:
    kept = Cache(folder_of(command.root)).get(key)
    try:
        return Stamp.from_bytes(kept) if kept is not None else None
    except (ValueError, TypeError, KeyError):
        return None


def _stands(made: Set) -> bool:
    """Whether a set is in its place as it was put there, file by file, and nothing that a killed build left beside."""
    target = Path(made.target)
    try:
        record = (target / _RECORD).read_bytes()
        if hashlib.sha256(record).hexdigest() != made.record:
            return False
        wanted = {str(entry["path"]): str(entry["sha256"]) for entry in json.loads(record)["files"]}
        there = set(_below(str(target)))
        beside = (name for name in os.listdir(target.parent) if name.startswith(f".{target.name}."))  # noqa: PTH208
        return (
            there == {_RECORD, *wanted}
            and not any(beside)
            and all(hashlib.sha256((target / path).read_bytes()).hexdigest() == wanted[path] for path in wanted)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _below(folder: str, above: str = "") -> Iterator[str]:
    """Every file below ``folder``; a link is told by a name that no file has."""
    with os.scandir(folder) as found:
        for item in found:
            if item.is_dir(follow_symlinks=False):
                yield from _below(item.path, f"{above}{item.name}/")
            else:
                yield above + item.name if item.is_file(follow_symlinks=False) else f"{above}{item.name}/"


def _print(command: Typed, stamp: Stamp) -> None:
    from modulekit.cli.endings import print_built, print_checked

    if command.command == "check":
        print_checked(stamp.findings, stamp.modules, command.root, stamp.output_format)
        return
    for made in stamp.sets:
        if stamp.output_format == "text":
            listing(Path(made.target), made.rows)
    print_built(stamp.findings, command.root, stamp.output_format)
