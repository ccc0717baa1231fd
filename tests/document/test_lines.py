"""What is told of a text by its lines is what the parser finds."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.document import survey as surveys
from modulekit.document import unwrap
from modulekit.document.commonmark import outline
from modulekit.document.lines import Kind, lines_of
from tests.cases.case import BASE

LINE = st.sampled_from(
    (
        *("", "", "words here", "- an entry", "1. first", "2. second", "  more words", "   - nested", "**bold** start"),
        *(
            "10 per cent",
            "1.5 × 2",
            "2019.",
            "2027. A b",
            "### Head",
            "# 1. H",
            "#no",
            "[[a:b]] ref",
            "a | b",
            "---|---",
        ),
        *(
            "- |-",
            "> q",
            "\\- x",
            "a\\",
            "===",
            "---",
            "12) x",
            "  12. x",
            "[l](u) x",
            "   deep",
            "      deeper",
            "* x",
        ),
        *("***", "+ y", "`code`", "x [[a:bc|d e]]", "![[a:b]](c)", "`[[a:b]]`", "1)x", "- 5 x", "- 5. x", "0. zero"),
        *(
            "1.",
            "- [[t:x]] y",
            "<b>",
            "x <b> y",
            ": d",
            "a  b",
            "_x_",
            "~~~",
            "[[[a:b]]",
            "[[a:b|c",
            "d]]",
            "# ",
            "*e* f",
        ),
    )
)
TEXT = st.lists(LINE, min_size=1, max_size=7).map("\n".join)


def _parsed(text: str) -> list[Kind]:
    """What each line is, as the parser has it."""
    kinds = [Kind.BLANK] * len(text.split("\n"))
    entries, above = set(), ""
    for token in outline(text):
        assert token.type not in {"blockquote_open", "table_open", "hr", "fence"}
        first = token.map[0] if token.map else 0
        if token.type == "list_item_open":
            entries.add(first)
        if token.type == "inline":
            for line in range(first + 1, first + len(token.content.split("\n"))):
                kinds[line] = Kind.GOES_ON
            kinds[first] = Kind.ITEM if first in entries else Kind.BEGINS
            kinds[first] = Kind.HEADING if above == "heading_open" else kinds[first]
        above = token.type
    return kinds


@settings(max_examples=400)
@given(TEXT)
def test_lines_are_what_the_parser_says(text: str) -> None:
    told = lines_of(text)
    if told is not None:
        assert "\n".join(line for _, line in told) == text
        assert [kind for kind, _ in told] == _parsed(text)


@settings(max_examples=400)
@given(TEXT, st.booleans())
def test_what_is_found_is_what_the_parser_finds(text: str, one_line: bool) -> None:
    text = text.split("\n")[0] if one_line else text
    assert surveys.survey(text, one_line=one_line) == surveys._parsed(text, one_line=one_line)


@settings(max_examples=400)
@given(TEXT)
def test_lines_are_joined_as_the_parser_joins_them(text: str) -> None:
    assert unwrap.unwrapped(text) == unwrap._parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "First.\n\n- **An entry** with [[term:x]]\n  and more\n- 5 others\n\n### Head\n\n1. one\n2. two",
        "in\n2027. Then\n10 per cent, 1.5 of them",
    ],
)
def test_most_texts_are_told_without_the_parser(text: str) -> None:
    assert lines_of(text) is not None


def test_a_check_of_such_a_course_does_not_load_the_parser() -> None:
    words = "import sys; from modulekit.cli.plain import plain_check; plain_check(['check']).run()"
    found = subprocess.run(
        [sys.executable, "-c", f"{words}; print('markdown_it' in sys.modules, 'typer' in sys.modules)"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.splitlines()[-1] == "False False", found.stdout
