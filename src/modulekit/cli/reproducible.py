"""``modulekit build --verify-reproducible``: build twice from cold, as differently as one computer can, and compare."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer

from modulekit.cli.pool import cores
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.delivery.difference import first_difference
from modulekit.diagnostics import Diagnostic

OPTION = "--verify-reproducible"
_SHOWN = 20  # files that are named


def verified(words: Sequence[str], jobs: int) -> tuple[int, tuple[Diagnostic, ...]]:
    """The exit code of the command in ``words``, given twice, and what differs.

    The first build has ``jobs`` processes or one for each core, the second another number, another hash seed and
    another time zone. Neither sees a cache; nothing is put into ``dist/``.
    """
    first = jobs or cores()
    second = 1 if first > 1 else 2
    with tempfile.TemporaryDirectory(prefix="modulekit-twice-") as folder:
        made = []
        for number, (count, zone) in enumerate(((first, "UTC"), (second, "Asia/Almaty")), 1):
            out = Path(folder, str(number))
            code = _built(words, out, count, {"PYTHONHASHSEED": str(number), "TZ": zone}, quiet=number == 2)
            if code:
                return code, ()
            made.append(out)
        names, differing = _compared(*made)
        found = tuple(_told(differing))
    if not found:
        processes = plural(first, "process", "processes")
        typer.echo(f"{plural(names, 'file')}: the same bytes with {processes} and {second}.")
    return 0, found


def _built(words: Sequence[str], out: Path, jobs: int, environment: Mapping[str, str], *, quiet: bool) -> int:
    """Build in a process of its own; what it says of the course is said once."""
    own = [word for word in words if word != OPTION]
    command = [sys.executable, "-m", "modulekit", *own, "--no-cache", "--out", str(out), "--jobs", str(jobs)]
    with subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if quiet else None,
    ) as process:
        try:
            _, err = process.communicate()
        except BaseException:
            process.terminate()  # it ends its own workers
            process.wait()
            raise
    if quiet and process.returncode:
        sys.stderr.write(err.decode("utf-8", "replace"))
    return process.returncode


def _compared(one: Path, other: Path) -> tuple[int, Mapping[str, str]]:
    """How many files there are, and what differs in which."""
    first, second = _files(one), _files(other)
    differing: dict[str, str] = {}
    for name in sorted(first.keys() | second.keys()):
        if name not in second:
            differing[name] = "only the first build made it"
        elif name not in first:
            differing[name] = "only the second build made it"
        else:
            difference = first_difference(first[name].read_bytes(), second[name].read_bytes())
            if difference:
                differing[name] = difference
    return len(first), differing


def _files(folder: Path) -> Mapping[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _told(differing: Mapping[str, str]) -> Iterator[Diagnostic]:
    hint = "Please report it with the course: the same input has to give the same bytes."
    for name, difference in [*differing.items()][:_SHOWN]:
        yield finding("MK908", f"{name} is not the same in two builds: {difference}.", hint=hint)
    if len(differing) > _SHOWN:
        yield finding("MK908", f"{plural(len(differing) - _SHOWN, 'more file')} differ.", hint=hint)
