"""The parts of a text that are told without the parser are those that the parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.checks.translation.outline import parts_told
from modulekit.checks.translation.structure import _parsed

WORD = st.sampled_from(
    (
        *(
            "a",
            "b",
            " ",
            " ",
            "*",
            "**",
            "***",
            ".",
            ",",
            "«",
            "»",
            "—",
            "(",
            ")",
            "[[t:x]]",
            "[[t:x|y *z*]]",
            "1",
            "№",
        ),
        *("\u00a0", "word", "_", "[a](b)", "`", "→", "*strong*", " **two words** ", "+", "?**", " *"),
    )
)
LINE = st.lists(WORD, max_size=6).map("".join)
MARK = st.sampled_from(("", "", "", "- ", "1. ", "2. ", "3) ", "### ", "  ", "   - ", "> ", "|", "* "))
TEXT = st.lists(st.tuples(MARK, LINE).map("".join), min_size=1, max_size=5).map("\n".join)


@settings(max_examples=1500)
@given(TEXT)
def test_blocks_and_stressed_passages(text: str) -> None:
    told = parts_told(text, one_line=False)
    assert told is None or told == _parsed(text, one_line=False)


@settings(max_examples=500)
@given(LINE)
def test_stressed_passages_of_a_line(text: str) -> None:
    told = parts_told(text, one_line=True)
    assert told is None or told == _parsed(text, one_line=True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One **two** [[term:x]].\nMore", ("paragraph", "strong passage (**)")),
        ("- *a*: b\n  c\n- d\n\n1. e", ("list with bullets", *("list item", "paragraph") * 2, "list with numbers")),
        ("### Head\n\nWords", ("heading ###", "paragraph")),
    ],
)
def test_most_are_told(text: str, parts: tuple[str, ...]) -> None:
    told = parts_told(text, one_line=False)
    assert told is not None
    assert told[: len(parts)] == parts
