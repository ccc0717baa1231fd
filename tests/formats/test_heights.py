"""The guess of heights: rough, but never absurd."""

from __future__ import annotations

from modulekit.document import Lines, walk
from modulekit.formats.heights import height
from tests.formats.pdf.bench import printed_handout
from tests.formats.samples import handout, says


def test_every_block_has_some_height() -> None:
    for part in handout().parts:
        for block in walk(part.blocks):
            assert height((block,), 166, 10.2) > 0


def test_more_words_narrower_columns_and_larger_letters_are_higher() -> None:
    short, long = (says("word " * 20),), (says("word " * 400),)
    assert height(long, 166, 10.2) > 5 * height(short, 166, 10.2)
    assert height(long, 83, 10.2) > 1.8 * height(long, 166, 10.2)
    assert height(long, 166, 14) > 1.3 * height(long, 166, 10.2)


def test_lines_to_write_on_are_as_high_as_they_say() -> None:
    assert 45 <= height((Lines(5),), 166, 10.2) <= 55


def test_the_guess_for_a_part_is_near_its_pages() -> None:
    anchors = printed_handout().anchors
    pages = anchors["tables"] - anchors["lesson-problem-tree"]
    lesson = next(part for part in handout().parts if part.id == "lesson-problem-tree")
    guessed = height(lesson.blocks, 166, 10.2) / 255
    assert pages / 2 < guessed < pages * 1.3
