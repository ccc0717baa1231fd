"""Margins are laid out for their words alone: a page that moves, and its number, cost no layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from modulekit.formats.pdf.fragment import Layouts
from modulekit.formats.pdf.frames import Frames, Run, frames
from modulekit.formats.pdf.furniture import Running, digit_width
from modulekit.formats.styles import style_sheet
from modulekit.resources import templates
from tests.formats.pdf.bench import AtOnce, page_texts, press, printed_handout
from tests.formats.samples import handout
from tests.presses import theme

RUNNING = Running("A course · Handout", "", "en")


def framed(folder: Path, pool: AtOnce, *runs: Run) -> Frames:
    own = press(folder, pool)
    css = style_sheet(own.templates, own.theme, ("furniture",), "handout")
    return frames(Layouts.over(own.cache, pool, own.fonts), own.templates, css, RUNNING, runs)


def test_pages_that_move_are_not_laid_out_again(tmp_path: Path) -> None:
    first, second = AtOnce(), AtOnce()
    framed(tmp_path, first, Run("One", 2, 3), Run("Two", 5, 2))
    framed(tmp_path, second, Run("One", 2, 9), Run("Two", 11, 40))
    assert (first.tasks, second.tasks) == (2, 0)


def test_the_title_stands_over_all_pages_but_the_first(tmp_path: Path) -> None:
    made = framed(tmp_path, AtOnce(), Run("One", 2, 3, (2,)))
    words = page_texts(made.sources["margins"].data)
    over = [words[layers[0].page] for layers in made.layers[0]]
    assert ["One" in text for text in over] == [False, True, True]
    assert all(RUNNING.footer in text for text in over)
    assert made.sources["margins"].landscape == (made.layers[0][2][0].page,)


def test_digits_are_as_wide_as_in_their_font(tmp_path: Path) -> None:
    face = TTFont(templates() / "fonts" / "NotoSans-SemiBold.ttf")
    share = face["hmtx"][face.getBestCmap()[ord("0")]][0] / face["head"].unitsPerEm
    digits = framed(tmp_path, AtOnce(), Run("One", 2, 1)).sources["digits"]
    assert digit_width(digits) == pytest.approx(share * theme().number("size", "small"), abs=0.002)
    assert [text.strip() for text in page_texts(digits.data)] == [str(digit) for digit in range(10)]


def test_each_page_but_the_cover_says_its_number_and_a_number_is_one_word() -> None:
    words = [text.split() for text in page_texts(printed_handout().data)]
    assert len(words) > len(handout().parts)
    assert all(str(number) in said for number, said in enumerate(words[1:], 2))
    assert "1" not in words[0]


def test_digits_stand_one_before_the_other(tmp_path: Path) -> None:
    made = framed(tmp_path, AtOnce(), Run("One", 107, 1))
    width = digit_width(made.sources["digits"])
    assert [(layer.page, layer.left) for layer in made.layers[0][0][1:]] == [(1, 2 * width), (0, width), (7, 0)]
