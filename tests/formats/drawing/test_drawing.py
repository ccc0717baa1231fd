"""The layout of trees, chains and timelines: whatever is drawn, nothing overlaps and no word leaves its box."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.document import BoxKind, Connector, Diagram, DiagramBox, DiagramKind, Lane
from modulekit.formats.drawing import SIZES, SLIDE_GAP, SLIDE_SIZES, Drawing, Room, draw
from modulekit.formats.drawing.letters import POINT, Letters
from modulekit.formats.drawing.placed import LEADING, SMALL, Look, Placed
from modulekit.formats.drawing.room import HAND, SLOT
from modulekit.formats.drawing.size import is_tiny, too_small
from modulekit.resources import templates
from tests.formats.sample_diagrams import CHAIN, DIAGRAMS, FORM, TIMELINE, TREE

FONTS = templates() / "fonts"
PAGE = Room(166, 220, landscape=(257, 145))
UPRIGHT = Room(166, 220)
SLIDE = Room(218, 78, SLIDE_SIZES, gap=SLIDE_GAP, columns=False)
_WORDS = (
    "водообеспеченность",
    "сельскохозяйственных",
    "внутрихозяйственных",
    "ауылшаруашылығындағы",
    "высококвалифицированных",
    "частнопредпринимательская",
    "превысокомногорассмотрительствующий",
    "из-за",
    "в",
    "снизилась",
    "жоқ",
    "−31 %",
)
_NEAR = 0.02  # millimetres


@st.composite
def trees(draw_: st.DrawFn, *, blank: bool = False) -> Diagram:
    """A tree of 1 to 40 boxes of any shape, with long words; a ``blank`` one is a form with places for evidence."""
    count = draw_(st.integers(1, 40))
    text = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7).map(" ".join)
    form = blank or (draw_(st.booleans()) and count <= 15)
    core = "" if blank else draw_(text)
    boxes, connectors, sides = [DiagramBox("0", core, BoxKind.CORE)], [], [True]
    for number in range(1, count):
        parent = draw_(st.integers(0, number - 1))
        is_cause = sides[parent] if parent else draw_(st.booleans())
        sides.append(is_cause)
        words = "" if form else draw_(text)
        kind = BoxKind.CAUSE if is_cause else BoxKind.EFFECT
        slot = draw_(st.sampled_from(("", "Подтверждение:"))) if form and is_cause else ""
        boxes.append(DiagramBox(str(number), words, kind, draw_(st.sampled_from(("", words))), slot=slot))
        ends = (str(number), str(parent))
        connectors.append(Connector(*ends) if is_cause else Connector(*ends[::-1]))
    return Diagram(DiagramKind.TREE, tuple(boxes), tuple(connectors), form=form)


@settings(max_examples=60, deadline=None)
@given(trees(), st.sampled_from((PAGE, UPRIGHT, SLIDE)))
def test_a_tree_of_any_shape_is_sound(tree: Diagram, room: Room) -> None:
    drawing = draw(tree, room, FONTS)
    assert {box.id for box in drawing.boxes} == {box.id for box in tree.boxes}
    assert len(drawing.joints) == len(tree.connectors)
    check(drawing, room)
    words = {box.id: (box.text, box.note) for box in tree.boxes}
    for box in drawing.boxes:
        assert tuple(joined(lines) for lines in (box.lines, box.note)) == tuple(
            map(joined, map(str.split, words[box.id]))
        )


@pytest.mark.parametrize("room", [PAGE, SLIDE], ids=["page", "slide"])
@pytest.mark.parametrize("diagram", DIAGRAMS.values(), ids=DIAGRAMS)
def test_the_samples_are_sound(diagram: Diagram, room: Room) -> None:
    check(draw(diagram, room, FONTS), room)


def check(drawing: Drawing, room: Room) -> None:
    assert room.landscape or not drawing.landscape
    width, height = room.frames[drawing.landscape]
    assert drawing.width <= width + _NEAR
    assert drawing.height <= height + _NEAR
    solid = [box for box in drawing.boxes if box.look is not Look.LANE]
    for box in drawing.boxes:
        assert -_NEAR <= box.x <= box.right <= drawing.width + _NEAR
        assert -_NEAR <= box.y <= box.foot <= drawing.height + _NEAR
        assert_words_inside(box)
    for one, other in combinations(solid, 2):
        if Look.BAR not in (one.look, other.look):
            assert not overlap(one, other), f"{one.id} and {other.id}"
    for joint in drawing.joints:
        for start, end in pairwise(joint.points):
            assert start[0] == pytest.approx(end[0]) or start[1] == pytest.approx(end[1])
            for box in solid:
                assert not crosses(start, end, box), f"{joint.start}–{joint.end} crosses {box.id}"


def assert_words_inside(box: Placed) -> None:
    line = box.size * POINT * LEADING
    assert len(box.lines) * line + len(box.note) * line * SMALL <= box.height - box.slot_height + _NEAR
    assert Letters(FONTS, box.size * SMALL).width(box.slot) <= box.width + _NEAR
    for lines, size, bold in ((box.lines, box.size, box.bold), (box.note, box.size * SMALL, False)):
        for text in lines:
            assert Letters(FONTS, size, bold).width(text) <= box.width + _NEAR


def overlap(one: Placed, other: Placed) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > _NEAR
        and min(one.foot, other.foot) - max(one.y, other.y) > _NEAR
    )


def crosses(start: tuple[float, float], end: tuple[float, float], box: Placed) -> bool:
    """Whether the line runs through the inside of ``box``; it may end at its outline."""
    left, right = sorted((start[0], end[0]))
    top, foot = sorted((start[1], end[1]))
    return (
        min(right, box.right - _NEAR) - max(left, box.x + _NEAR) >= 0
        and min(foot, box.foot - _NEAR) - max(top, box.y + _NEAR) >= 0
    )


def joined(lines: tuple[str, ...] | list[str]) -> str:
    """The letters of lines, without spaces and hyphens."""
    return "".join(lines).replace("-", "").replace(" ", "")


def test_a_word_is_broken_only_where_it_is_wider_than_the_widest_box() -> None:
    long = DiagramBox("0", "превысокомногорассмотрительствующий", BoxKind.CORE)
    drawing = draw(Diagram(DiagramKind.TREE, (long,)), PAGE, FONTS)
    assert drawing.boxes[0].lines == (long.text,)
    longer = replace(long, text=long.text * 3)
    broken = draw(Diagram(DiagramKind.TREE, (longer,)), PAGE, FONTS).boxes[0]
    assert len(broken.lines) > 1
    assert "".join(broken.lines).replace("-", "") == longer.text


def test_empty_boxes_are_large_enough_for_a_hand() -> None:
    drawing = draw(FORM, PAGE, FONTS)
    assert len(drawing.boxes) == len(TREE.boxes)
    assert all(box.width >= HAND and box.height >= FORM.room for box in drawing.boxes)


@settings(max_examples=30, deadline=None)
@given(trees(blank=True), st.integers(6, 40), st.sampled_from((PAGE, UPRIGHT)))
def test_boxes_to_write_in_are_as_high_as_the_author_says(tree: Diagram, height: int, room: Room) -> None:
    tree = replace(tree, room=float(height))
    drawing = draw(tree, room, FONTS)
    check(drawing, room)
    scale = drawing.scale
    assert (scale < 0.95) <= is_tiny(drawing, room)
    slots = {box.id for box in tree.boxes if box.slot}
    for box in drawing.boxes:
        assert box.height - box.slot_height >= height * scale - _NEAR
        assert box.width >= HAND * scale - _NEAR
        assert (box.slot_height >= SLOT * scale - _NEAR) == (box.id in slots)


@pytest.mark.parametrize("height", [8.0, 25.0])
def test_empty_levels_of_a_chain_are_as_high_as_the_author_says(height: float) -> None:
    empty = replace(CHAIN, boxes=tuple(replace(box, text="") for box in CHAIN.boxes), form=True, room=height)
    drawing = draw(empty, PAGE, FONTS)
    check(drawing, PAGE)
    assert {box.id for box in drawing.boxes if box.height >= height} >= {box.id for box in empty.boxes}


def test_an_empty_row_of_a_timeline_has_a_place_in_each_month() -> None:
    blank = replace(TIMELINE, boxes=TIMELINE.boxes[:1], form=True, room=12.0)
    drawing = draw(blank, PAGE, FONTS)
    cells = [box for box in drawing.boxes if box.look is Look.CELL]
    assert [box.id for box in cells] == [f"cell-1-{month}" for month in range(len(TIMELINE.axis))]
    row = next(box for box in drawing.boxes if box.id == "lane-1")
    assert row.height >= 12
    assert all(row.y < box.y < box.foot < row.foot for box in cells)
    assert not any(overlap(one, other) for one, other in combinations((*cells, row), 2))


def test_an_empty_box_has_a_white_ground() -> None:
    assert {box.look for box in draw(FORM, PAGE, FONTS).boxes} == {Look.FIELD}


def test_a_wide_tree_turns_the_page_before_its_letters_become_small() -> None:
    causes = tuple(DiagramBox(f"{n}", "сельскохозяйственных производителей", BoxKind.CAUSE) for n in range(8))
    deeper = tuple(DiagramBox(f"{n}-{m}", "водообеспеченность", BoxKind.CAUSE) for n in range(8) for m in range(3))
    links = tuple(Connector(f"{n}", "core") for n in range(8))
    links += tuple(Connector(f"{n}-{m}", f"{n}") for n in range(8) for m in range(3))
    core = DiagramBox("core", "Урожайность упала", BoxKind.CORE)
    drawing = draw(Diagram(DiagramKind.TREE, (core, *causes, *deeper), links), PAGE, FONTS)
    check(drawing, PAGE)
    assert drawing.smallest >= SIZES[-1]


@pytest.mark.parametrize("count", [24, 32, 40])
def test_a_tree_that_is_heavy_on_one_branch_keeps_letters_that_can_be_read(count: int) -> None:
    texts = ("Водообеспеченность ниже нормы", "Внутрихозяйственные каналы не обслуживаются")
    boxes = [DiagramBox("0", "Урожайность упала", BoxKind.CORE)]
    boxes += [DiagramBox(str(n), texts[n % 2], BoxKind.CAUSE) for n in range(1, count)]
    parents = [0 if n < 4 else 3 if n < 12 else 3 + n % 9 for n in range(1, count)]
    links = tuple(Connector(str(n), str(parent)) for n, parent in enumerate(parents, 1))
    drawing = draw(Diagram(DiagramKind.TREE, tuple(boxes), links), PAGE, FONTS)
    check(drawing, PAGE)
    assert not is_tiny(drawing, PAGE)
    assert drawing.smallest >= SIZES[-1]


def test_lines_with_three_corners_are_not_drawn_on_slides() -> None:
    boxes = [DiagramBox(str(n), "Внутрихозяйственные каналы", BoxKind.CAUSE if n else BoxKind.CORE) for n in range(36)]
    links = tuple(Connector(str(n), str(0 if n < 3 else 2)) for n in range(1, 36))
    diagram = Diagram(DiagramKind.TREE, tuple(boxes), links)
    assert {len(joint.points) for joint in draw(diagram, PAGE, FONTS).joints} >= {5}
    on_slide = draw(diagram, SLIDE, FONTS)
    assert max(len(joint.points) for joint in on_slide.joints) <= 4
    assert is_tiny(on_slide, SLIDE)
    found = too_small(diagram, on_slide, SLIDE, "slide:why")
    assert (found.code, found.target) == ("MK712", "slide:why")
    assert "10 is the least" in found.message


def test_causes_lead_up_to_the_core_and_the_core_to_effects() -> None:
    drawing = draw(TREE, PAGE, FONTS)
    places = {box.id: box for box in drawing.boxes}
    assert places["leave"].y < places["income"].y < places["core"].y < places["water"].y < places["canals"].y
    heads = {(joint.end, joint.start) if joint.back else (joint.start, joint.end) for joint in drawing.joints}
    assert heads == {(joint.start, joint.to) for joint in TREE.connectors}


def test_lanes_of_a_chain_rise_and_what_must_hold_stands_between_them() -> None:
    places = {box.id: box for box in draw(CHAIN, PAGE, FONTS).boxes}
    assert places["yields"].foot < places["repair"].y < places["repair"].foot < places["prices"].y
    assert places["prices"].foot < places["money"].y
    assert places["repair"].y == places["train"].y


def test_bars_stand_over_their_months() -> None:
    drawing = draw(TIMELINE, PAGE, FONTS)
    first, second = (box for box in drawing.boxes if box.look is Look.BAR)
    month = first.width / 2
    assert second.width == pytest.approx(5 * month)
    assert second.x == pytest.approx(first.x + month)


def test_the_same_tree_is_drawn_the_same() -> None:
    assert draw(TREE, PAGE, FONTS) == draw(TREE, PAGE, FONTS)


def test_a_lane_without_entries_has_its_label() -> None:
    empty = Diagram(DiagramKind.CHAIN, (), lanes=(Lane("Inputs"), Lane("Outputs")))
    assert [box.lines for box in draw(empty, PAGE, FONTS).boxes if box.look is Look.LABEL] == [
        ("Outputs",),
        ("Inputs",),
    ]


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (31, ("Сбор 1\u00a0420\u00a0млн", "тенге")),
        (22, ("Сбор", "1\u00a0420\u00a0млн", "тенге")),
        (10, ("Сбор", "1 420", "млн", "тенге")),
    ],
)
def test_lines_end_at_fixed_spaces_only_where_a_word_would_be_broken(room: float, lines: tuple[str, ...]) -> None:
    assert Letters(templates() / "fonts", 10).lines("Сбор 1\u00a0420\u00a0млн тенге", room) == lines


def test_no_line_ends_between_a_figure_and_its_ending() -> None:
    letters = Letters(templates() / "fonts", 10)
    assert letters.lines("деңгейі 60-тан асты", letters.width("деңгейі 60-")) == ("деңгейі", "60-тан", "асты")
