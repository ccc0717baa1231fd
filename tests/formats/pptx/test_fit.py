"""Measuring text: in millimetres, with the bundled faces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modulekit.formats.pptx import fit
from modulekit.formats.pptx.layouts import BY_NAME, LAYOUTS, SOURCE, Frame
from modulekit.formats.press import Press


def test_width_grows_with_size_and_weight(press: Press) -> None:
    usual = fit.width("Регион", 20, press.fonts)
    assert 20 < usual < 30
    assert fit.width("Регион", 40, press.fonts) == pytest.approx(2 * usual)
    assert fit.width("Регион", 20, press.fonts, bold=True) > usual


def test_words_wrap_and_long_words_break(press: Press) -> None:
    assert fit.lines("", 50, 20, press.fonts) == 1
    assert fit.lines("one two", 500, 20, press.fonts) == 1
    assert fit.lines("one two three four", fit.width("one two", 20, press.fonts) + 1, 20, press.fonts) == 2 + 1
    assert fit.lines("o" * 100, 50, 20, press.fonts) > 5


def test_bullets_leave_less_room(press: Press) -> None:
    place = BY_NAME["Points"].place("Points")
    plain = replace(place, bullets=False)
    text = ["A sentence that nearly fills the line, and then a few words, and then a few more of them indeed " * 2]
    narrow = Frame(0, 0, 60, 100)
    assert fit.height(text, place, narrow, 20, press.fonts) > fit.height(text, plain, narrow, 20, press.fonts)


def test_a_scale_is_found_or_there_is_none(press: Press) -> None:
    assert fit.scale_of(["Short"], SOURCE, SOURCE.frame, 10, press.fonts) == 1
    assert fit.scale_of(["Long " * 80], SOURCE, SOURCE.frame, 10, press.fonts) is None


def test_placeholders_of_a_layout_do_not_overlap_and_stay_on_the_slide() -> None:
    compared = 0
    for layout in LAYOUTS:
        frames = [(place.name, place.frame) for place in layout.placeholders]
        for index, (name, a) in enumerate(frames):
            assert a.x >= 0, name
            assert a.x + a.width <= 254, name
            assert a.y + a.height <= 142.875, name
            for other, b in frames[index + 1 :]:
                compared += 1
                apart = a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
                assert apart, f"{layout.name}: {name} and {other}"
    assert compared > 50
