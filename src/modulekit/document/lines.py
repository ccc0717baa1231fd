"""What can be told of a Markdown text line by line, without the parser, which takes some fifty times as long.

Takes running text, gives its lines, each with what it is; nothing where a line could be anything else, such as part of
a table, of a list within a list or of code. What is told is what the parser of ``commonmark.py`` would find: a test
asks both. Must not know what the lines are told for.
"""

from __future__ import annotations

import re
from enum import Enum


class Kind(Enum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    ITEM = "the first line of an entry of a list"
    BEGINS = "the first line of a paragraph"
    GOES_ON = "another line of the paragraph above, or of the entry"


_ODD = re.compile(r"[\t\r\0]|(?:[^\S\n]|\\)$", re.MULTILINE)
"""What the parser changes, and line ends that an author may have meant."""
_WORDS = r"""(?:
    [^\s\d\#>\-+*=_~`|:<]           # nothing but words begins so
    | \*{1,2}(?=[^\s*])             # stress: neither a line across the page nor an entry of a list
    | \d+(?:(?![\d.)])|[.)](?=\S))  # a number, and not that of an entry
)"""
_LINE = re.compile(
    rf"""(?P<indent>\ *)
    (?: (?P<heading>\#{{1,6}}\ +\S)
      | (?P<item>-\ |(?P<number>\d{{1,9}})[.)](?:\ |$))?
        (?: (?P<words>{_WORDS}) | $ )
    )""",
    re.VERBOSE,
)
_RUNNING = {Kind.ITEM, Kind.BEGINS, Kind.GOES_ON}


def lines_of(text: str) -> list[tuple[Kind, str]] | None:
    """The lines of ``text``, or ``None`` where only the parser knows."""
    if _ODD.search(text):
        return None
    found: list[tuple[Kind, str]] = []
    above = Kind.BLANK
    in_entry: bool | None = False  # the paragraph above; ``None`` where that cannot be told
    for line in text.split("\n"):
        if not line:
            above = Kind.BLANK
        else:
            match = _LINE.match(line)
            kind = _kind(match, above, in_entry) if match else None
            if kind is None or match is None:
                return None
            above = kind
            if above is Kind.BEGINS:
                in_entry = None if match["indent"] else False
            elif above is not Kind.GOES_ON:
                in_entry = above is Kind.ITEM
        found.append((above, line))
    return found


def _kind(line: re.Match[str], above: Kind, in_entry: bool | None) -> Kind | None:
    runs, number = above in _RUNNING, line["number"]
    if number and runs and not in_entry:  # a paragraph goes on, whatever the number, unless that is 1
        return Kind.GOES_ON if in_entry is False and int(number) > 1 else None
    if line["heading"]:
        return None if line["indent"] else Kind.HEADING
    if line["item"]:
        return None if line["indent"] or not line["words"] else Kind.ITEM
    return Kind.GOES_ON if runs else Kind.BEGINS
