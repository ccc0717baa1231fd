"""Lines of text hang on their paragraph, not each on a tag of its own.

WeasyPrint makes a Span of every line of text: nearly half of all tags, which say nothing, make files larger and slow
down who reads them aloud. Takes a PDF that is about to be written, and changes it. Must not know pages.
"""

from __future__ import annotations

from typing import Any

_HOLDERS = {f"/{tag}" for tag in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TD", "TH", "Caption")}
_HOLDERS |= {"/Link", "/Span"}
"""Tags of text; groups such as Div hold no text themselves (ISO 32000-1, 14.8.4.2)."""
_PLAIN = {"Type", "S", "K", "Pg", "P"}


def without_spans_of_lines(pdf: Any) -> None:
    """Give the text of each Span that says nothing to the tag around it, if both stand on one page."""
    things: list[Any] = [thing for thing in pdf.objects if isinstance(thing, dict)]
    elements = {thing.reference: thing for thing in things if thing.get("Type") == "/StructElem"}
    taken_over: dict[bytes, bytes] = {}
    for reference, element in reversed(elements.items()):  # what stands inside was made later
        holder = elements.get(element["P"])
        if holder is None or not _says_nothing(element) or holder["S"] not in _HOLDERS:
            continue
        if holder.get("Pg") == element["Pg"] and reference in holder["K"]:
            at = holder["K"].index(reference)
            holder["K"][at : at + 1] = element["K"]
            taken_over[reference] = element["P"]
            element.free = "f"
    if taken_over:
        tree = next(thing for thing in things if "Nums" in thing)
        for entry in tree["Nums"]:
            if isinstance(entry, list):  # the tags of a page by the numbers of their texts
                entry[:] = [_holder(reference, taken_over) for reference in entry]


def _says_nothing(element: Any) -> bool:
    return element["S"] == "/Span" and set(element) <= _PLAIN and all(isinstance(kid, int) for kid in element["K"])


def _holder(reference: bytes, taken_over: dict[bytes, bytes]) -> bytes:
    while reference in taken_over:
        reference = taken_over[reference]
    return reference
