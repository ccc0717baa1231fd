"""Nodes as HTML: every node has its macro, words are escaped, links lead where they may."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from modulekit.document import (
    Block,
    Cell,
    Code,
    Definition,
    Definitions,
    Figure,
    Inline,
    Link,
    List,
    ListRole,
    Paragraph,
    Reference,
    Row,
    Table,
    TableColumn,
    Text,
    walk,
)
from modulekit.formats.drawing.studio import Studio
from modulekit.formats.markup import Addresses, Renderer, TypeArea, macro_of
from modulekit.formats.sandbox import environment
from modulekit.formats.targets import node_ids, targets
from modulekit.resources import templates
from tests.formats.pieces import TREE
from tests.formats.samples import handout, says, words
from tests.formats.test_samples import values
from tests.presses import plain_press

_LABELS = ("Ask", "If short of time")


def renderer(*, paper: bool = True) -> Renderer:
    addresses = Addresses(
        href=lambda target, text: f"to:{target}" if target != "nowhere" else None,  # noqa: ARG005
        src=lambda asset: f"asset:{asset.name}",
        chart=lambda chart, _: Figure(TREE, chart.alt, chart.caption, chart.number, chart.source, id=chart.id),
        diagram=lambda diagram, width, beside: Studio(plain_press(), 200)(diagram, width, alone=not beside),
        pages={"lesson-problem-tree": 17},
    )
    return Renderer(templates(), addresses, TypeArea(166, 10.2, 7.6), paper=paper)


def html_of(*nodes: Block | Inline, paper: bool = True) -> str:
    return str(renderer(paper=paper).html(nodes))


@pytest.mark.parametrize("paper", [True, False])
def test_every_block_of_the_sample_is_written(paper: bool) -> None:
    for part in handout().parts:
        for block in walk(part.blocks):
            assert html_of(block, paper=paper).strip()


def test_every_node_but_words_has_a_macro() -> None:
    nodes = {type(value): value for value in values(handout()) if isinstance(value, (Block, Inline))}
    assert set(nodes) == {*typing.get_args(Block), *typing.get_args(Inline)}
    source = (templates() / "html" / "nodes.html").read_text(encoding="utf-8")
    with pytest.raises(TypeError):
        macro_of(nodes.pop(Text))
    for node in nodes.values():
        assert f"{{% macro {macro_of(node)}(node) -%}}" in source or f"{{% macro {macro_of(node)}(node) %}}" in source


def test_words_are_escaped_and_stay_as_they_are() -> None:
    assert html_of(Text("<b>&\"'")) == "&lt;b&gt;&amp;&#34;&#39;"
    assert html_of(Code("{{ 7 * 7 }}")) == "<code>{{ 7 * 7 }}</code>"


def test_words_in_a_line_get_no_space_of_their_own() -> None:
    line = words("a", Reference("there", words("b")), "c", Link("https://example.org", words("d")), "e")
    assert html_of(*line) == 'a<a class="to" href="to:there">b</a>c<a class="out" href="https://example.org">d</a>e'


def test_a_reference_to_nowhere_is_plain_words() -> None:
    assert html_of(Reference("nowhere", words("the answer"))) == "the answer"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,x"])
def test_a_link_that_may_not_be_followed_is_printed_in_words(url: str) -> None:
    html = html_of(Link(url, words("here")))
    assert "href" not in html
    assert html == f"here ({url})"


def test_numbered_lists_begin_where_they_should() -> None:
    html = html_of(List(((says("three"),),), ListRole.NUMBER, 3))
    assert 'start="3"' in html
    assert "counter-reset: list-item 2" in html


def test_definitions_are_list_items_on_paper_and_a_definition_list_on_screen() -> None:
    node = Definitions((Definition(words("Ask"), (says("Why?"),), "ask"),), labels=True)
    assert "<dt" in html_of(node, paper=False)
    assert "<dt" not in html_of(node, paper=True)
    assert 'id="ask"' in html_of(node, paper=True)


def test_a_label_of_two_lines_keeps_room_for_both() -> None:
    """The words beside it may be one line, and a page may end below that line."""
    asked, hurried = (Definitions((Definition(words(term), (says("Skip it."),)),), labels=True) for term in _LABELS)
    assert "lines-" not in html_of(asked)
    assert "lines-2" in html_of(hurried)


def test_ids_of_all_nodes_are_written() -> None:
    for part in handout().parts:
        html = html_of(*part.blocks)
        for name in node_ids(part.blocks):
            assert f'id="{name}"' in html
    assert {"row-a", "term-outcome", "exercise-tree", "cover", "figure-tree"} <= targets(handout())


def test_templates_cannot_reach_behind_the_values() -> None:
    sandbox = environment(Path())
    with pytest.raises(SecurityError):
        sandbox.from_string("{{ node.__class__.__mro__ }}").render(node=Paragraph(()))
    with pytest.raises(UndefinedError):
        sandbox.from_string("{{ node.secret }}").render(node=Paragraph(()))
    with pytest.raises(SecurityError):
        sandbox.from_string("{{ items.append(1) }}").render(items=[])


def test_a_word_alone_in_its_cell_is_not_divided() -> None:
    columns = (TableColumn((Text("Степень"),)), TableColumn((Text("Почему"),)))
    row = Row((Cell((Paragraph((Text("маловероятная"),)),)), Cell((Paragraph((Text("дорога закрыта зимой"),)),))))
    page = html_of(Table(columns, (row,), row_headers=False))
    assert re.findall(r'<td class="left( word)?"', page) == [" word", ""]


def test_a_figure_and_its_ending_stay_on_one_line() -> None:
    page = html_of(Text("сүттің 60\u00a0%-ы, 1.1-ді, 5-кестеде & 2026-2028 co-executor"))
    assert re.findall(r'<span class="whole">(.*?)</span>', page) == ["%-ы,", "1.1-ді,", "5-кестеде"]
    assert "&amp; 2026-2028 co-executor" in page
