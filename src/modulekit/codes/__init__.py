"""Every diagnostic code once: its title, how bad it is, why it matters, a wrong and a right example.

Takes a code, gives its explanation or a finding that carries it. Must not know where findings come from.
"""

from __future__ import annotations

from modulekit.codes.audience import AUDIENCE
from modulekit.codes.code import Code
from modulekit.codes.deliveries import DELIVERIES
from modulekit.codes.handovers import HANDOVERS
from modulekit.codes.hints import did_you_mean
from modulekit.codes.kits import KITS
from modulekit.codes.machine import MACHINE
from modulekit.codes.names import NAMES
from modulekit.codes.packages import PACKAGES
from modulekit.codes.pages import PAGES
from modulekit.codes.pictures import PICTURES
from modulekit.codes.quiz import QUIZ
from modulekit.codes.reading import READING
from modulekit.codes.results import RESULTS
from modulekit.codes.teaching import TEACHING
from modulekit.codes.time import TIME
from modulekit.codes.translation import TRANSLATION
from modulekit.codes.values import VALUES
from modulekit.codes.visibility import VISIBILITY
from modulekit.diagnostics import Diagnostic, Span

GROUPS = {
    "Reading files": READING,
    "Keys and values": VALUES,
    "Names and references": NAMES,
    "Time": TIME,
    "Deliveries": DELIVERIES,
    "Teaching": TEACHING,
    "Results": RESULTS,
    "Tests": QUIZ,
    "Pictures and files": PICTURES,
    "Slides and pages": PAGES,
    "Audience": AUDIENCE,
    "Translation": TRANSLATION,
    "Visibility": VISIBILITY,
    "Kits": KITS,
    "Hand-overs": HANDOVERS,
    "The machine": MACHINE,
    "Packages": PACKAGES,
}
"""The codes by theme."""

CODES = {code.code: code for group in GROUPS.values() for code in group}
"""The codes by name."""


_LONGEST = 1000  # characters of a sentence


def finding(code: str, message: str, span: Span | None = None, hint: str = "") -> Diagnostic:
    """A diagnostic with the severity that ``code`` has.

    Raises ``KeyError`` where there is no such code: then the program itself is wrong.
    """
    return Diagnostic(code, _shortened(message), span, _shortened(hint), CODES[code].severity)


def _shortened(words: str) -> str:
    """``words`` without their middle where they repeat something of a file that nobody could read."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 4 :]}"


def explain(code: str) -> str:
    """All that is known about a code, as plain text.

    Raises ``LookupError`` where there is no such code; its message says which was probably meant.
    """
    name = code.strip().upper()
    known = CODES.get(name)
    if known is None:
        hint = did_you_mean(name.replace("O", "0"), CODES, "The codes are")  # letters and digits that look alike
        raise LookupError(f"There is no code “{code}”. {hint}".strip())
    return "\n".join(
        (
            f"{known.code} ({known.severity.value}): {known.title}",
            "",
            known.why,
            "",
            "Wrong:",
            _indented(known.wrong),
            "",
            "Right:",
            _indented(known.right),
        )
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


__all__ = ["CODES", "GROUPS", "Code", "did_you_mean", "explain", "finding"]
