"""Markdown on fewer lines is the same Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.document.inline import Text
from modulekit.document.markdown import parse_blocks
from modulekit.document.unwrap import unwrapped
from modulekit.model.walk import walk
from tests.courses import small


def _page(text: str) -> str:
    """What a page shows, with every line break that is only white space as a space."""
    found = repr(parse_blocks(text, lambda kind, id, words: (Text(f"{kind}:{id}:{words}"),)))
    return re.sub(r"'\), Text\(text='|\\n| +", " ", found).replace("  ", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree\nfour", "one two\n\nthree four"),
        ("- one\n  more\n- two\n", "- one more\n- two\n"),
        ("1. one\nmore", "1. one more"),
        ("# Head\ntext\nmore", "# Head\ntext more"),
        ("Head\n====", "Head\n===="),
        ("a | b\n--|--\n1 | 2", "a | b\n--|--\n1 | 2"),
        ("| a |\n|---|\n| 1 |\n\ntext\nmore", "| a |\n|---|\n| 1 |\n\ntext more"),
        ("hard  \nbreak\nsoft", "hard  \nbreak soft"),
        ("hard\\\nbreak", "hard\\\nbreak"),
        ("```\na\nb\n```\nc\nd", "```\na\nb\n```\nc d"),
        ("> said\n> more", "> said more"),
    ],
)
def test_only_paragraphs_are_joined(text: str, expected: str) -> None:
    assert unwrapped(text) == expected


def test_the_small_course_reads_the_same() -> None:
    checked = 0
    for _, value in walk(small().module):
        if isinstance(value, str) and "\n" in value:
            assert _page(unwrapped(value)) == _page(value)
            checked += unwrapped(value) != value
    assert checked


LINE = st.sampled_from(
    (
        *("", "word", "two words", "- item", "  more", "1. first", "2) second", "> quote", "# head", "---", "==="),
        *("| a | b |", "|---|---|", "a | b", "-|-", "```", "~~~", "    code", "hard  ", "hard\\", "*strong*"),
        *("[[lesson:x]]", "+", "<b>", "  - inner", "    deep", "> - both"),
    )
)


@given(st.lists(LINE, max_size=8))
def test_whatever_is_written_reads_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _page(unwrapped(text)) == _page(text)
    assert unwrapped(unwrapped(text)) == unwrapped(text)
