"""Drawings on slides: every box a shape with its words, every line a connector that is tied to its two boxes."""

from __future__ import annotations

import io
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from modulekit.document import Deck, Diagram, DiagramBody, Section, Slide
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.pptx import write
from tests.formats.pieces import words
from tests.formats.sample_deck import slides
from tests.formats.sample_diagrams import CHAIN, DIAGRAMS, TIMELINE, TREE
from tests.presses import plain_press


def group(diagram: Diagram) -> Any:
    slide = Slide("only", 1, words("One drawing"), DiagramBody(diagram))
    printed = write(Deck(slides().meta, (Section("all", "All", (slide,)),)), plain_press())
    shapes = pptx.Presentation(io.BytesIO(printed.data)).slides[0].shapes
    return next(shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)


def boxes(diagram: Diagram) -> dict[int, Any]:
    return {shape.shape_id: shape for shape in group(diagram).shapes if shape.has_text_frame}


def connections(diagram: Diagram) -> list[tuple[Any, Any]]:
    """The numbers of the two boxes of each connector."""
    found = []
    for shape in group(diagram).shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.LINE or shape._element.tag == qname("p:cxnSp"):
            ends = [shape._element.find(f".//{qname(name)}") for name in ("a:stCxn", "a:endCxn")]
            if all(end is not None for end in ends):
                found.append((int(ends[0].get("id")), int(ends[1].get("id"))))
    return found


def test_a_tree_is_shapes_tied_by_connectors() -> None:
    shown = boxes(TREE)
    texts = {number: shape.text_frame.paragraphs[0].text for number, shape in shown.items()}
    assert sorted(texts.values()) == sorted(box.text for box in TREE.boxes)
    by_id = {box.id: box.text for box in TREE.boxes}
    tied = {frozenset((texts[start], texts[end])) for start, end in connections(TREE)}
    assert tied == {frozenset((by_id[joint.start], by_id[joint.to])) for joint in TREE.connectors}


def test_connectors_begin_and_end_at_their_boxes() -> None:
    shown = boxes(TREE)
    lines = [shape for shape in group(TREE).shapes if shape._element.tag == qname("p:cxnSp")]
    assert len(lines) == len(TREE.connectors)
    for line, (start, end) in zip(lines, connections(TREE), strict=True):
        for x, y, number in ((line.begin_x, line.begin_y, start), (line.end_x, line.end_y, end)):
            box = shown[number]
            if not line._element.find(f".//{qname('a:xfrm')}").get("rot"):  # the library does not turn
                assert box.left - 900 <= x <= box.left + box.width + 900
                assert min(abs(y - box.top), abs(y - box.top - box.height)) < 900


def test_lanes_of_a_chain_are_tied_and_what_must_hold_is_dashed() -> None:
    assert len(connections(CHAIN)) == len(CHAIN.lanes) - 1
    dashed = [box for box in boxes(CHAIN).values() if box._element.find(f".//{qname('a:prstDash')}") is not None]
    assert [box.text_frame.text for box in dashed] == ["Prices of pipes do not double"]


def test_a_timeline_has_a_bar_for_each_activity() -> None:
    bars = [box for box in boxes(TIMELINE).values() if box.name.startswith("Bar")]
    assert len(bars) == len(TIMELINE.boxes)


@pytest.mark.parametrize("diagram", DIAGRAMS.values(), ids=DIAGRAMS)
def test_a_drawing_has_its_words_and_no_number_twice(diagram: Diagram) -> None:
    drawn = group(diagram)
    description = drawn._element.find(f".//{qname('p:cNvPr')}").get("descr")
    assert description
    numbers = [element.get("id") for element in drawn._element.iter(qname("p:cNvPr"))]
    assert len(numbers) == len(set(numbers))
