"""The words of a drawing are texts of the course, and stand in their places in every language."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from modulekit.editions.lettering import letterings, parsed, picture_texts
from modulekit.editions.redraw import Redrawn, redraw
from modulekit.editions.room import rooms, width
from modulekit.editions.translate import Marks, Policy
from modulekit.model.catalogue import Catalogue, State, Translation
from tests.editions.ledgers import source

PATH = "assets/plan.svg"
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" font-size="14">
  <title>A plan</title><!-- a remark -->
  <rect x="10" y="10" width="150" height="90" fill="#fff"/>
  <text x="20" y="30" font-weight="bold">Water</text>
  <text x="20" y="50">for all who live</text>
  <text x="20" y="68">up the valley</text>
  <text x="20" y="90">2027</text>
  <text x="300" y="50"><tspan x="300">one</tspan><tspan x="300" dy="16">two</tspan></text>
  <text x="200" y="190" text-anchor="middle">III</text>
</svg>"""
MARKS = Marks("‹EN›", "‹old›")
NOTHING: Mapping[str, str] = {}


def _redrawn(policy: Policy = Policy.STRICT, data: bytes = DRAWING, words: Mapping[str, str] = NOTHING) -> Redrawn:
    said = {"A plan": "План", "Water": "Вода", "for all who live\nup the valley": "для всех", "one\ntwo": "раз\nдва"}
    said |= words
    entries = tuple(Translation("asset:plan.svg", key, text) for key, text in said.items())
    return redraw(PATH, data, Catalogue("ru", entries), policy, MARKS)


def _lines(data: bytes) -> list[str]:
    return [text for text in etree.fromstring(data).xpath("//text()") if text.strip()]


def test_lines_below_each_other_are_one_text() -> None:
    found = [*picture_texts(PATH, DRAWING)]
    assert [text.source for text in found] == ["A plan", "Water", "for all who live\nup the valley", "one\ntwo"]
    assert {text.context for text in found} == {"asset:plan.svg"}
    assert "There is room for 2 lines" in found[2].notes[1]


def test_what_is_no_drawing_holds_no_words() -> None:
    assert not [*picture_texts("assets/well.png", b"\x89PNG")]
    assert not [*picture_texts("assets/a.svg", b"<html><text>x</text></html>")]
    assert _redrawn(data=b"\x89PNG") == Redrawn(b"\x89PNG")


def test_entities_are_not_followed() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + DRAWING.replace(b"Water", b"&a;")
    assert "Water" not in [text.source for text in picture_texts(PATH, bomb)]


def test_words_stand_in_their_places() -> None:
    found = _redrawn()
    assert _lines(found.data) == ["План", "Вода", "для всех", "2027", "раз", "два", "III"]
    assert not found.gaps
    assert b"<!-- a remark -->" in found.data
    assert not found.cramped
    assert found == _redrawn()
    assert b'font-size="14"' in found.data.split(b">")[0]


def test_long_words_take_the_lines_there_are_and_then_grow_smaller() -> None:
    key = "for all who live\nup the valley"
    wrapped = _redrawn(words={key: "для всех жителей верхней долины"})
    assert _lines(wrapped.data)[2:4] == ["для всех жителей", "верхней долины"]
    assert wrapped.data.count(b"font-size") == 1
    smaller = _redrawn(words={key: "для всех жителей и гостей верхней долины"})
    assert smaller.data.count(b"font-size") == 3
    assert not smaller.cramped
    too_long = "для всех жителей, гостей и путников, которые поднимаются в верхнюю долину"
    assert _redrawn(words={key: too_long}).cramped == (too_long,)


def test_gaps_follow_the_policy() -> None:
    found = _redrawn(Policy.FALLBACK, words={"Water": ""})
    assert [gap.state for gap in found.gaps] == [State.MISSING]
    assert "‹EN› Water" in _lines(found.data)


def test_words_end_at_their_box_and_at_other_words() -> None:
    root = parsed(DRAWING)
    by_text = {lettering.text: rooms(root, lettering) for lettering in letterings(root) if lettering.placed}
    assert by_text["Water"] == (134.0,)
    moved = parsed(DRAWING.replace(b'<text x="20" y="30"', b'<text x="20" y="30" transform="scale(2)"'))
    water = next(lettering for lettering in letterings(moved) if lettering.text == "Water")
    assert rooms(moved, water) == (width("Water", 14, bold=True),)


def test_the_drawing_of_the_small_course() -> None:
    data = source().asset("assets/clock.svg")
    [text] = picture_texts("assets/clock.svg", data)
    entry = Translation(text.context, text.source, "15 мин")
    found = redraw("assets/clock.svg", data, Catalogue("ru", (entry,)), Policy.STRICT, MARKS)
    assert found.data.decode() == data.decode().strip().replace("15 min", "15 мин")
