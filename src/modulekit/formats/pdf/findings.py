"""What is wrong with a laid out page, as findings.

Takes complaints, gives codes and sentences that say what to do. Nothing that could lose text or a picture passes in
silence. Must not know nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from modulekit.formats.pdf.complaints import Complaint
from modulekit.formats.press import Finding

OVERFLOW, MISSING_GLYPH, LAYOUT, MARGIN = "MK701", "MK703", "MK704", "MK714"
_SHOWN = 80  # characters of what was lost


def findings(part: str, complaints: Iterable[Complaint]) -> Iterator[Finding]:
    """A finding for each of ``complaints``; those without a place of their own are about ``part``."""
    for complaint in complaints:
        target = complaint.target or part
        if complaint.glyph:
            sign = f"“{complaint.glyph}” (U+{ord(complaint.glyph):04X})"
            yield Finding(MISSING_GLYPH, target, f"no bundled font has the sign {sign}", "write it with other signs")
        elif complaint.lost:
            words = complaint.words if len(complaint.words) <= _SHOWN else f"{complaint.words[:_SHOWN]}…"
            yield Finding(LAYOUT, target, f"the page has no room for “{words}”", "make it shorter or smaller")
        elif complaint.outside:
            hint = "write shorter words, or give the table fewer columns"
            yield Finding(MARGIN, target, f"“{complaint.words}” runs into the margin of the page", hint)
        elif "image" in complaint.words:
            yield Finding(
                LAYOUT, target, f"a picture cannot be shown: {complaint.words}", "check that the file is whole"
            )
        else:
            yield Finding(LAYOUT, target, f"the layout said: {complaint.words}")
