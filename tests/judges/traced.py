"""What a program opens, starts and talks to, as the kernel sees it: C libraries included."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = "open,openat,openat2,creat,execve,execveat,connect,bind,listen,sendto,sendmsg"
_OPENED = re.compile(r"(?:open|openat|openat2|creat)\((?:(?:AT_FDCWD|\d+)(?:<([^>]*)>)?, )?\"([^\"]*)\"(?:, ([^)]*))?")
_STARTED = re.compile(r"execve\(\"([^\"]*)\"")
_TALKED = re.compile(r"(?:connect|bind|listen|sendto|sendmsg)\(.*")
_FOUND_NOTHING = ("ENOENT", "ENOTDIR")


@dataclass(frozen=True)
class Traced:
    """Paths that were opened, those of them for writing, programs that were started, and calls that reach out."""

    code: int
    err: str
    opened: frozenset[str]
    written: frozenset[str]
    started: frozenset[str]
    talked: frozenset[str]

    def outside(self, allowed: Iterable[Path | str]) -> list[str]:
        """What was opened below none of ``allowed``."""
        return _outside(self.opened, allowed)

    def written_outside(self, allowed: Iterable[Path | str]) -> list[str]:
        """What was opened for writing below none of ``allowed``."""
        return _outside(self.written, allowed)


def traced(command: Sequence[str], cwd: Path, log: Path, **environment: str) -> Traced:
    """Run ``command`` under strace with all that it starts."""
    done = subprocess.run(
        [
            "strace",
            "-f",
            "-yy",
            "-qq",
            "--seccomp-bpf",
            "-s",
            "4096",
            "-e",
            f"trace={_CALLS}",
            "-o",
            str(log),
            *command,
        ],
        cwd=cwd,
        env={**_own_environment(), "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    opened, written, started, talked = set(), set(), set(), set()
    for call in _whole_calls(log.read_text(encoding="utf-8", errors="surrogateescape").splitlines()):
        if found := _OPENED.match(call):
            if any(error in call.rpartition("= ")[2] for error in _FOUND_NOTHING):
                continue
            path = os.path.normpath(os.path.join(found[1] or str(cwd), found[2]))  # noqa: PTH118
            opened.add(path)
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT", found[3] or "O_CREAT"):
                written.add(path)
        elif found := _STARTED.match(call):
            if not any(error in call for error in _FOUND_NOTHING):
                started.add(found[1])
        elif _TALKED.match(call) and "AF_UNIX" not in call and not re.match(r"\w+\(\d+<UNIX", call):
            talked.add(call)
    return Traced(done.returncode, done.stderr, *map(frozenset, (opened, written, started, talked)))


def _whole_calls(lines: Iterable[str]) -> Iterable[str]:
    """Calls without the number of their process. One that another interrupted in the log stands in two lines."""
    begun: dict[str, str] = {}
    for line in lines:
        process, _, call = line.partition(" ")
        call = call.lstrip()
        if call.endswith("<unfinished ...>"):
            begun[process] = call.removesuffix("<unfinished ...>")
        elif resumed := re.match(r"<\.\.\. \w+ resumed>(.*)", call):
            yield begun.pop(process, "") + resumed[1]
        else:
            yield call
    yield from begun.values()


def _outside(paths: Iterable[str], allowed: Iterable[Path | str]) -> list[str]:
    places = [str(place) for place in allowed]
    return sorted(path for path in paths if not any(path == place or path.startswith(f"{place}/") for place in places))


def _own_environment() -> dict[str, str]:
    """The environment of these tests without the fonts that a layout in this process has set for itself."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
