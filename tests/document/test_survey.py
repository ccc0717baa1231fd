"""What stands in a text is found at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.document.survey import Survey, Trouble, survey

TEXT = """\
### Heading

A [[term:baseline]] and [[table:a|the table]], a [link](https://example.org) and <https://auto.org>.

#### Second

- [[term:baseline]] again in `[[term:code]]`
"""


def test_what_is_found_and_where() -> None:
    seen = survey(TEXT)
    assert [(h.level, TEXT[h.offset :][:3]) for h in seen.headings] == [(3, "###"), (4, "###")]
    assert [(m.kind, m.id, m.words) for m in seen.mentions] == [
        ("term", "baseline", None),
        ("table", "a", "the table"),
        ("term", "baseline", None),
    ]
    assert all(TEXT[m.offset :].startswith(f"[[{m.kind}:{m.id}") for m in seen.mentions)
    assert len({m.offset for m in seen.mentions}) == 3
    assert [(link.url, TEXT[link.offset]) for link in seen.links] == [
        ("https://example.org", "]"),
        ("https://auto.org", "<"),
    ]
    assert not seen.faults


@pytest.mark.parametrize(
    ("text", "trouble", "excerpt"),
    [
        ("a <b>c</b>", Trouble.HTML, "<b>"),
        ("a\n\n<div>x</div>", Trouble.HTML, "<div>x</div>"),
        ("a <!-- note -->", Trouble.HTML, "<!-- note -->"),
        ("a ![x](y.png)", Trouble.IMAGE, "![x]"),
        ("a\n\n***", Trouble.RULE, "***"),
        ("see [[table: x]]", Trouble.REFERENCE, "[[table: x]]"),
        ("|a|\n|-|\n|b|c|", Trouble.CELLS, "|b|c|"),
        ("- a\n" + "".join("  " * n + "- b\n" for n in range(1, 8)), Trouble.DEPTH, "- b"),
    ],
)
def test_faults(text: str, trouble: Trouble, excerpt: str) -> None:
    fault = survey(text).faults[0]
    assert (fault.trouble, fault.excerpt) == (trouble, excerpt)
    assert text[fault.offset :].lstrip().startswith(excerpt)


def test_every_unfinished_reference_is_found() -> None:
    assert [fault.offset for fault in survey("a [[b and [[c").faults] == [2, 10]


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "5 * 3 = 15", "x_y_z", "|a|b|", "one\n\ntwo", "`<b>`", "a &lt;b&gt;"]
)
def test_what_is_no_fault(text: str) -> None:
    assert not survey(text).faults


def test_in_a_line_only_inlines_count() -> None:
    assert survey("# no heading", one_line=True) == Survey()
    assert survey("no <br> here", one_line=True).faults[0].trouble is Trouble.HTML


@given(st.text(alphabet="ab \n#*_`[]()<>!|-:\\~=1.&", max_size=120), st.booleans())
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_raise(text: str, one_line: bool) -> None:
    seen = survey(text, one_line=one_line)
    for items in (seen.headings, seen.links, seen.mentions, seen.faults):
        assert all(0 <= item.offset <= len(text) for item in items)
