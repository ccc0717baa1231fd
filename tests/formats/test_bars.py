"""Bars drawn to scale: shares are true, labels are readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.document import Bar, Segment
from modulekit.formats.bars import scale, shares
from tests.formats.samples import SPLIT

SEGMENTS = st.lists(
    st.builds(Segment, st.text("abcж 12", min_size=1, max_size=12), st.floats(0.5, 200)), min_size=1, max_size=7
)


def test_shares_are_true_to_the_minutes() -> None:
    assert shares([5, 25, 12, 8]) == (10.0, 50.0, 24.0, 16.0)
    assert shares([0, 0]) == (50.0, 50.0)


def test_labels_stand_inside_where_there_is_room_and_below_where_there_is_none() -> None:
    assert scale(SPLIT, room=166, size=7.6).inside
    assert not scale(SPLIT, room=90, size=7.6).inside


@given(SEGMENTS, st.floats(40, 220))
def test_labels_never_overlap_and_stay_on_the_bar_while_they_can(segments: list[Segment], room: float) -> None:
    pieces = scale(Bar(tuple(segments), "all"), room, 7.6).pieces
    end = 0.0
    for piece in pieces:
        assert piece.gap >= -0.01
        end += piece.gap + piece.width
    assert end <= max(100, sum(piece.width for piece in pieces)) + 0.1
    assert sum(piece.share for piece in pieces) == pytest.approx(100, abs=0.1)


@given(SEGMENTS)
def test_labels_that_fit_begin_with_their_segments(segments: list[Segment]) -> None:
    drawn = scale(Bar(tuple(segments), "all"), 220, 7.6)
    if drawn.inside:
        at = end = 0.0
        for piece in drawn.pieces:
            assert end + piece.gap == pytest.approx(at, abs=0.05)
            end += piece.gap + piece.width
            at += piece.share
