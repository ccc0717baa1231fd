"""What must not be longer than a page is set in smaller type where it is.

Takes a page of HTML and what WeasyPrint made of it, gives pages. Only what is too long is laid out again, and all is
written once. Must not know what it is that should have a page of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

SMALLER = "dense"
"""The class that style sheets give smaller type to."""


def refit(page: Any, rendered: Any, leaves: Sequence[str], render: Callable[[], Any]) -> Any:
    """``rendered``, with the pages of those elements in smaller type that took more than one. ``leaves`` are the ids of
    children of the body, one for each page in order; ``render`` lays out ``page`` as it is then."""
    if not leaves:
        return rendered
    spans = _spans(rendered.pages, leaves)
    full = [leaf for leaf, span in spans.items() if len(span) > 1]
    if not full:
        return rendered
    body = page.etree_element.find("body")
    whole = list(body)
    body[:] = [child for child in whole if child.get("id") in full]
    for child in body:
        child.set("class", f"{child.get('class', '')} {SMALLER}".strip())
    page.wrapper_element = type(page.wrapper_element).from_html_root(page.etree_element, content_language=None)
    again = render()
    body[:] = whole
    denser = _spans(again.pages, full)
    return rendered.copy(
        [
            sheets.pages[number]
            for leaf in leaves
            for sheets, span in [(again, denser[leaf]) if leaf in denser else (rendered, spans[leaf])]
            for number in span
        ]
    )


def _spans(pages: Sequence[Any], leaves: Sequence[str]) -> Mapping[str, range]:
    """The pages of each leaf, from 0."""
    starts = [next(number for number, sheet in enumerate(pages) if leaf in sheet.anchors) for leaf in leaves]
    ends = [*starts[1:], len(pages)]
    return {leaf: range(start, end) for leaf, start, end in zip(leaves, starts, ends, strict=True)}
