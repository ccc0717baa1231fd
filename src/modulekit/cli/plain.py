"""``check`` as it is typed nearly always, understood without what parses command lines.

Takes the words that were typed, gives what they ask for; nothing where a word needs a second look, such as an option
that is misspelt or given twice. Those go the long way, which says what is wrong. Must not load typer, which takes a
tenth of the time of a check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from modulekit.cli.exit_codes import STOPPED

FORMATS = frozenset(("text", "json", "sarif", "github"))
"""How findings are printed; a test holds them to the choices of the option."""

_OPTIONS = {"--workspace": "workspace", "-w": "workspace", "--output-format": "format"}
_INTERRUPTED = STOPPED + 2  # as the long way ends after Ctrl-C


@dataclass(frozen=True, slots=True)
class Check:
    """What a check was asked for, as :func:`modulekit.cli.check.run` takes it."""

    modules: tuple[str, ...]
    workspace: Path | None
    output_format: str

    def run(self) -> int:
        """The exit code, after everything was printed."""
        try:
            from modulekit.cli.check import run

            return run(self.modules, self.workspace, self.output_format)
        except KeyboardInterrupt:
            return _INTERRUPTED


def plain_check(words: Sequence[str]) -> Check | None:
    """The check that ``words`` ask for, without the name of the program; ``None`` where it is not plain."""
    if not words or words[0] != "check":
        return None
    modules: list[str] = []
    given: dict[str, str] = {}
    rest = iter(words[1:])
    for word in rest:
        name, sign, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if not word.startswith("-"):
            modules.append(word)
            continue
        option = _OPTIONS.get(name)
        value = value if sign else next(rest, "")
        if option is None or option in given or not value or value.startswith("-"):
            return None
        given[option] = value
    output_format = given.get("format", "text")
    if "" in modules or output_format not in FORMATS:
        return None
    return Check(tuple(modules), Path(given["workspace"]) if "workspace" in given else None, output_format)
