"""The parts of a Markdown text, told by its lines and stars where that is certain.

Takes a text, gives its parts as ``structure.py`` counts them; nothing where only the parser knows. A test asks both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from modulekit.document.commonmark import REFERENCE
from modulekit.document.lines import Kind, lines_of

PARAGRAPH, ITEM, BULLETS, NUMBERS = "paragraph", "list item", "list with bullets", "list with numbers"
STRONG, STRESSED = "strong passage (**)", "stressed passage (*)"

_NEEDS_PARSER = re.compile(r"[<`\\_&\r\0]|!\[")
_STARS = re.compile(r"\*+")
_MARK = re.compile(r"(?:-|\d{1,9}([.)])) ")


def parts_told(text: str, *, one_line: bool) -> tuple[str, ...] | None:
    """The blocks of ``text`` in their order, then its stressed passages, sorted; with ``one_line`` only these."""
    if _NEEDS_PARSER.search(text):
        return None
    if "[" in text:
        text = REFERENCE.sub(lambda found: f"({'x' * (len(found[0]) - 2)})", text)
        if "[" in text:
            return None
    if one_line:
        stressed = _stressed(text) if "\n" not in text else None
        return tuple(sorted(stressed)) if stressed is not None else None
    lines = lines_of(text)
    blocks = list(_blocks(lines)) if lines is not None else []
    if lines is None or "" in blocks:
        return None
    inline: list[str] = []
    for words in _passages(lines):
        stressed = _stressed(words)
        if stressed is None:
            return None
        inline.extend(stressed)
    return (*blocks, *sorted(inline))


def _blocks(lines: list[tuple[Kind, str]]) -> Iterator[str]:
    """The blocks; an empty name where it is not certain in what a paragraph stands."""
    within: str | None = None  # the mark of the list that is open
    for kind, line in lines:
        match kind:
            case Kind.HEADING:
                within = None
                yield f"heading {line[: len(line) - len(line.lstrip('#'))]}"
            case Kind.ITEM:
                mark = _MARK.match(line)
                own = (mark[1] or "-") if mark else ""
                if own != within:
                    yield BULLETS if own == "-" else NUMBERS
                within = own
                yield from (ITEM, PARAGRAPH)
            case Kind.BEGINS:
                if within and line[0] == " ":
                    yield ""
                within = None
                yield PARAGRAPH
            case _:
                pass


def _passages(lines: list[tuple[Kind, str]]) -> Iterator[str]:
    """The words of each block."""
    words: list[str] = []
    for kind, line in lines:
        if kind is not Kind.GOES_ON:
            if words:
                yield "\n".join(words)
            words = []
        words.append(_MARK.sub("", line, count=1) if kind is Kind.ITEM else line.strip())
    yield "\n".join(words)


def _stressed(words: str) -> list[str] | None:
    """The stressed passages of a block; ``None`` where stars do not simply stand before and after words."""
    found = [*_STARS.finditer(words)]
    if len(found) % 2:
        return None
    passages = []
    for first, last in zip(found[::2], found[1::2], strict=True):
        if len(first[0]) != len(last[0]) or len(first[0]) > 2 or first.end() == last.start():
            return None
        if not (_opens(words, first) and _closes(words, last)):
            return None
        passages.append(STRONG if len(first[0]) == 2 else STRESSED)
    return passages


def _opens(words: str, stars: re.Match[str]) -> bool:
    before, after = words[: stars.start()][-1:], words[stars.end() :][:1]
    return bool(after) and not after.isspace() and _is_edge(before)


def _closes(words: str, stars: re.Match[str]) -> bool:
    before, after = words[: stars.start()][-1:], words[stars.end() :][:1]
    return bool(before) and not before.isspace() and _is_edge(after)


def _is_edge(letter: str) -> bool:
    """Whether words end there: at a space, at a sign, or where there is nothing more."""
    return not letter or letter.isspace() or unicodedata.category(letter).startswith("P")
