"""Trees that no page can hold: each part can be read, nothing is lost, and marks come in pairs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.document import BoxKind, Connector, Diagram, DiagramBox, DiagramKind
from modulekit.formats.drawing import Room
from modulekit.formats.drawing.parts import in_parts
from modulekit.formats.drawing.placed import Look
from modulekit.formats.drawing.size import is_tiny
from tests.formats.drawing.test_drawing import FONTS, PAGE, check, trees


@settings(max_examples=12, deadline=None)
@given(trees(), st.integers(1, 6))
def test_a_tree_that_no_page_holds_is_cut_into_parts_that_can_be_read(tree: Diagram, deep: int) -> None:
    """However deep: parents are among the ``deep`` boxes before a box, at the worst a chain of forty."""
    parents = {str(n): str(max(0, n - 1 - n % deep)) for n in range(1, len(tree.boxes))}
    links = tuple(Connector(*item) for item in parents.items())
    tree = replace(tree, boxes=tuple(replace(b, kind=BoxKind.CAUSE if b.id != "0" else b.kind) for b in tree.boxes))
    tree = replace(tree, connectors=links)
    cuts = in_parts(tree, PAGE, FONTS)
    for cut in cuts:
        check(cut.drawing, PAGE)
        assert not is_tiny(cut.drawing, PAGE)
    assert cuts[0].mark == ""
    marks = [cut.mark for cut in cuts[1:]]
    assert marks == [chr(ord("A") + n) for n in range(len(marks))]
    drawn = [box for cut in cuts for box in cut.drawing.boxes]
    assert sorted(box.id for box in drawn if "/" not in box.id) == sorted(box.id for box in tree.boxes)
    assert sorted(box.lines for box in drawn if box.look is Look.MARK) == sorted((mark,) for mark in marks * 2)
    joined = {(joint.start, joint.end) for cut in cuts for joint in cut.drawing.joints}
    assert {(a.partition("/again")[0], b.partition("/again")[0]) for a, b in joined} >= {
        (link.start, link.to) for link in links
    }


def test_branches_of_effects_are_cut_off_as_well_and_a_star_is_left_whole() -> None:
    texts = ("Водообеспеченность ниже нормы и не растёт " * 3, "Внутрихозяйственные каналы не обслуживаются " * 3)
    boxes = [DiagramBox("0", "Урожайность упала", BoxKind.CORE)]
    boxes += [DiagramBox(str(n), texts[n % 2], BoxKind.EFFECT) for n in range(1, 20)]
    links = tuple(Connector(str(n - 1), str(n)) for n in range(1, 20))
    chain = Diagram(DiagramKind.TREE, tuple(boxes), links)
    first, second, *_ = in_parts(chain, PAGE, FONTS)
    mark = next(box for box in first.drawing.boxes if box.look is Look.MARK)
    assert all(mark.foot < box.y for box in first.drawing.boxes if box is not mark)
    mark = next(box for box in second.drawing.boxes if box.lines == ("A",))
    assert all(mark.y > box.foot for box in second.drawing.boxes if box.look is not Look.MARK)
    star = replace(chain, connectors=tuple(Connector("0", str(n)) for n in range(1, 20)))
    assert len(in_parts(star, Room(60, 60), FONTS)) == 1  # nothing to cut: MK712 says that it is too small
