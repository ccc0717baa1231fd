"""Markdown becomes nodes, and nothing that was written is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.document import (
    Align,
    Block,
    Break,
    Code,
    Emphasis,
    Heading,
    Inlines,
    Link,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Reference,
    Strong,
    Table,
    Text,
    plain,
    walk,
)
from modulekit.document.markdown import parse_blocks, parse_line
from modulekit.document.survey import Trouble, survey


def resolve(kind: str, id: str, words: str | None) -> Inlines:
    return (Reference(f"{kind}:{id}", (Text(words or f"<{kind} {id}>"),)),)


def blocks(text: str) -> tuple[Block, ...]:
    return parse_blocks(text, resolve)


def line(text: str) -> Inlines:
    return parse_line(text, resolve)


def words(found: tuple[Block, ...]) -> str:
    parts = []
    for block in walk(found):
        if isinstance(block, Paragraph | Heading):
            parts.append(plain(block.children))
        elif isinstance(block, Table):
            parts.extend(plain(column.title) for column in block.columns)
    return " ".join(parts)


def test_inlines() -> None:
    assert line("a *b* **c** `d` [e](https://x.org)") == (
        Text("a "),
        Emphasis((Text("b"),)),
        Text(" "),
        Strong((Text("c"),)),
        Text(" "),
        Code("d"),
        Text(" "),
        Link("https://x.org", (Text("e"),)),
    )


@pytest.mark.parametrize("text", ["- no list", "# no heading", "1. no list", "> no quote", "---"])
def test_a_line_is_a_line(text: str) -> None:
    assert line(text) == (Text(text),)


def test_references() -> None:
    assert line("see [[table:a-1]].") == (Text("see "), Reference("table:a-1", (Text("<table a-1>"),)), Text("."))
    assert line("[[case:x|the *case*]]") == (Reference("case:x", (Text("the *case*"),)),)
    assert line("**[[term:x]]**") == (Strong((Reference("term:x", (Text("<term x>"),)),)),)
    assert line("`[[term:x]]`") == (Code("[[term:x]]"),)


@pytest.mark.parametrize("text", ["[[x]]", "[[a:]]", "[[a: b]]", "[[a:b", "[[a:b|]]", "[[A:b]]"])
def test_what_is_no_reference_stays_text(text: str) -> None:
    assert line(text) == (Text(text),)


def test_a_reference_in_a_table_is_written_with_a_backslash() -> None:
    (table,) = blocks("| a |\n|---|\n| [[term:x\\|words]] |")
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].blocks == (Paragraph((Reference("term:x", (Text("words"),)),)),)


def test_typography_is_the_authors() -> None:
    assert line("\"a\" -- 'b' ... (c)") == (Text("\"a\" -- 'b' ... (c)"),)


def test_paragraphs_and_breaks() -> None:
    assert blocks("one\ntwo\\\nthree\n\nfour") == (
        Paragraph((Text("one two"), Break(), Text("three"))),
        Paragraph((Text("four"),)),
    )


def test_headings_keep_their_level() -> None:
    assert [b.level for b in blocks("### a\n\n#### b\n\n##### c") if isinstance(b, Heading)] == [3, 4, 4]


def test_lists_nest_and_begin_where_they_begin() -> None:
    (found,) = blocks("3. three\n   - a\n     - b\n4. four")
    assert isinstance(found, List)
    assert (found.role, found.start, len(found.items)) == (ListRole.NUMBER, 3, 2)
    inner = found.items[0][1]
    assert isinstance(inner, List)
    assert isinstance(inner.items[0][1], List)
    assert words((found,)) == "three a b four"


def test_a_list_may_begin_at_nought() -> None:
    (found,) = blocks("0. nought")
    assert isinstance(found, List)
    assert found.start == 0


def test_indented_text_is_text() -> None:
    assert blocks("    four spaces") == (Paragraph((Text("four spaces"),)),)


def test_quotes() -> None:
    assert blocks("> a\n>\n> b") == (
        Paragraph((Text("a"),), ParagraphRole.QUOTE),
        Paragraph((Text("b"),), ParagraphRole.QUOTE),
    )


def test_code() -> None:
    assert blocks("```\na  b\nc\n```") == (Paragraph((Code("a  b"), Break(), Code("c"))),)


def test_tables() -> None:
    (table,) = blocks("| District | Milk |\n|---|--:|\n| Tasbulak | 2,180 |\n| Zhanakol | |")
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [Align.LEFT, Align.RIGHT]
    assert not table.row_headers
    assert table.rows[1].cells[1].blocks == ()
    assert table.columns[0].width > table.columns[1].width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <b>c</b>", "<b>"),
        ("<div>\nx\n</div>", "<div>"),
        ("![alt](a.png)", "![alt](a.png)"),
        ("a\n\n***\n\nb", "**"),
        ("[run](javascript:x)", "javascript:x"),
        ("[a]: https://example.org", "https://example.org"),
        ('[a](https://x.org "title")', "title"),
    ],
)
def test_what_a_page_cannot_hold_stays_visible(text: str, shown: str) -> None:
    assert shown in words(blocks(text))


def test_nothing_gives_nothing() -> None:
    assert blocks("") == ()
    assert line("") == ()


SCRAPS = [
    "w1 ", "w2", " w3", "\n", "\n\n", "- ", "1. ", "> ", "# ", "### ", "*", "**", "_", "`", "```\n", "|", "|---|", "\\",
    "[", "](", ")", "![", "[[", "]]", "[[term:w4]]", "[[term:w5|w6]]", "<b>", "&amp;", "---\n", "    ",
]  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_raise_and_words_are_kept(text: str) -> None:
    in_line = plain(line(text))
    in_blocks = words(blocks(text))
    faults = {fault.trouble for fault in survey(text).faults}
    for word in ("w1", "w2", "w3"):
        if word in text:
            assert word in in_line
            # What a table row has too much is lost, and said to be; so is the name of a language after a code fence.
            assert word in in_blocks or Trouble.CELLS in faults or "```" in text
