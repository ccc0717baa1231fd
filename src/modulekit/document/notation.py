"""How numbers are written in the language of a document.

Takes numbers, gives their characters. Must not know which language writes them so.
"""

from __future__ import annotations

from dataclasses import dataclass

MINUS = "−"


@dataclass(frozen=True, slots=True)
class Notation:
    """The sign before decimals and the one between thousands; the defaults are those of English."""

    decimal: str = "."
    thousands: str = ","

    def number(self, value: float, decimals: int) -> str:
        """``value`` rounded to ``decimals`` places, with a real minus sign."""
        whole, _, rest = f"{abs(value):,.{decimals}f}".partition(".")
        sign = MINUS if round(value, decimals) < 0 else ""
        return sign + whole.replace(",", self.thousands) + (self.decimal + rest if rest else "")


ENGLISH = Notation()
