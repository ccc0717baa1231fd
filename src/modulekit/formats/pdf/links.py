"""Links between parts: private addresses in fragments become jumps inside the file.

A fragment cannot point into another fragment, so a reference is written as ``modulekit-target:ID?WORDS``. When all
parts lie in one file the address becomes a GoTo action, and the words what a screen reader says of the link. Must not
know nodes.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SCHEME = "modulekit-target:"


def address(target: str, words: str) -> str:
    """The private address of ``target``, with the words of the link."""
    return f"{SCHEME}{quote(target, safe='')}?{quote(words, safe='')}"


def resolve_links(out: pikepdf.Pdf, spots: Mapping[str, tuple[int, float, float]]) -> None:
    """Turn every private address into a jump to its place: page from 0, points from the left and from the foot.

    Raises ``KeyError`` for a target that is nowhere: whoever wrote the address knew all ids.
    """
    for page in out.pages:
        for annotation in page.obj.get(Name.Annots, Array()):
            action = annotation.get(Name.A)
            if action is None or not str(action.get(Name.URI, "")).startswith(SCHEME):
                continue
            target, _, words = str(action.URI).removeprefix(SCHEME).partition("?")
            number, x, y = spots[unquote(target)]
            annotation.A = Dictionary(
                Type=Name.Action, S=Name.GoTo, D=Array([out.pages[number].obj, Name.XYZ, x, y, None])
            )
            annotation.Contents = String(unquote(words))
