"""How long a text may be where it stands on a slide, so that translators know before they write."""

from __future__ import annotations

from modulekit.model import Node, Quotation, Slide, SlideColumn, SlideTable
from modulekit.model.limits import COLUMN_POINT, POINT, QUESTION, QUOTATION, SLIDE_TITLE, TABLE_CELL

_LIMITS: dict[tuple[type[Node], str], int] = {
    (Slide, "title"): SLIDE_TITLE,
    (Slide, "points"): POINT,
    (Slide, "question"): QUESTION,
    (SlideColumn, "points"): COLUMN_POINT,
    (SlideTable, "rows"): TABLE_CELL,
    (Quotation, "text"): QUOTATION,
}


def limit_of(node: Node, field: str) -> int | None:
    """The most characters that a text in ``field`` of ``node`` may have, where there is such a limit."""
    return _LIMITS.get((type(node), field))
