"""A command line, as far as it can be answered from memory.

Takes the words that were typed, gives the command, its workspace and a key; nothing where a word is not known to leave
the answer as it is. Must not load what parses command lines: that takes longer than the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from modulekit.cache import key_of
from modulekit.fingerprint import fingerprint

_WITH_VALUE = {
    "build": {
        *("--product", "-p", "--format", "-f", "--language", "-l", "--centre", "-c", "--delivery", "-d"),
        *("--translations", "--fit", "--out", "-o", "--workspace", "-w", "--jobs", "-j", "--output-format"),
    },
    "check": {"--workspace", "-w", "--output-format"},
}
_ALONE = {"build": {"--all"}, "check": set[str]()}
_WORKSPACE = ("--workspace", "-w")
_FORMAT = 1
"""Goes up with every change of what is remembered."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command on the workspace at ``root``. ``words`` are all that were typed, in the folder ``here``."""

    command: str
    words: tuple[str, ...]
    root: Path
    here: Path

    @property
    def key(self) -> str:
        """What the answer is kept under: the same words in the same place, with the same program; nothing where the
        program does not know itself."""
        program = fingerprint()
        if not program:
            return ""
        return key_of("stamp", str(_FORMAT), program, str(self.root), str(self.here), *self.words)


def typed(words: Sequence[str]) -> Typed | None:
    """The command that ``words`` are, without the name of the program."""
    command = words[0] if words else ""
    if command not in _WITH_VALUE:
        return None
    folder = _workspace(command, words[1:])
    try:
        here = Path.cwd()
        start = (here / folder).absolute() if folder else here
        root = next((place for place in (start, *start.parents) if (place / "modulekit.yaml").is_file()), None)
    except OSError:
        return None
    return Typed(command, tuple(words), root, here) if folder is not None and root else None


def _workspace(command: str, words: Sequence[str]) -> str | None:
    """The folder that is named, empty where none is; ``None`` where a word is not known."""
    folder, rest = "", iter(words)
    for word in rest:
        if not word.startswith("-"):
            continue
        name, sign, value = word.partition("=")
        if not word.startswith("--") and len(word) > 2:
            name, sign, value = word[:2], "=", word[2:]
        if name in _WITH_VALUE[command]:
            given = value if sign else next(rest, None)
            if given is None:
                return None
            folder = given if name in _WORKSPACE else folder
        elif word not in _ALONE[command]:
            return None
    return folder
