"""Charts as pictures: all words are there, inside the picture and apart; the same bytes in any process."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from modulekit.document import Chart
from modulekit.formats.charts.canvas import FILLS, STROKES, Canvas, Room
from modulekit.formats.charts.drawing import draw, figure
from modulekit.formats.charts.spec import specification
from modulekit.formats.press import Press
from tests.formats.charts.words import complaints
from tests.formats.sample_charts import CHARTS, LONG
from tests.judges.programs import ROOT
from tests.presses import theme

SVG = "{http://www.w3.org/2000/svg}"
PAGE, SLIDE = Room(166, 7.6), Room(218, 13, 76)


def drawn(chart: Chart, press: Press, room: Room = PAGE) -> Any:
    return etree.fromstring(figure(chart, room, press).asset.data)


def words_of(picture: Any) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("room", [PAGE, SLIDE], ids=["page", "slide"])
@pytest.mark.parametrize("name", CHARTS)
def test_it_is_as_wide_as_its_room_and_says_everything(name: str, room: Room, press: Press) -> None:
    chart = CHARTS[name]
    picture = drawn(chart, press, room)
    assert float(picture.get("width")) == pytest.approx(room.width * 96 / 25.4, abs=1)
    if room.height:
        assert float(picture.get("height")) == pytest.approx(room.height * 96 / 25.4, abs=1)
    said = " ".join(words_of(picture)).replace(" ", "")
    assert chart.unit.replace(" ", "") in said
    for label in chart.categories if name != "many-years" else chart.categories[:1]:
        assert label.replace(" ", "") in said
    for series in chart.series if len(chart.series) > 1 else ():
        assert series.name.replace(" ", "") in said


@pytest.mark.parametrize("room", [PAGE, Room(60, 7.6), Room(110, 9.7), SLIDE], ids=["page", "cell", "screen", "slide"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_words_are_cut_and_none_stand_on_others(name: str, room: Room, press: Press) -> None:
    assert complaints(CHARTS[name], Canvas(room, theme(), press.fonts)) == []


def test_every_bar_says_its_value(press: Press) -> None:
    assert {"12.4", "9.8", "7"} <= set(words_of(drawn(CHARTS["bar"], press)))
    assert {"−3.5", "−1.2"} <= set(words_of(drawn(CHARTS["negative"], press)))


@pytest.mark.parametrize("room", [Room(110, 7.6), SLIDE], ids=["narrow page", "slide"])
def test_bars_lie_where_names_are_long_and_the_names_stand_apart(room: Room, press: Press) -> None:
    """On a slide letters become smaller until the names have room."""
    spec = specification(CHARTS["long-names"], Canvas(room, theme(), press.fonts))
    assert [la["encoding"]["x"]["field"] for la in spec["layer"] if la["mark"]["type"] == "bar"] == ["v"]
    names = " ".join(LONG)
    lines = [la["mark"] for la in spec["layer"] if la["mark"].get("align") == "right" and la["mark"]["text"] in names]
    assert len(lines) > len(LONG)
    places = sorted(line["y"] for line in lines)
    assert all(after - before >= lines[0]["fontSize"] for before, after in pairwise(places))


def test_a_gap_interrupts_a_line(press: Press) -> None:
    spec = specification(CHARTS["line"], Canvas(PAGE, theme(), press.fonts))
    (first, *_) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert [(row["c"], row["g"]) for row in first["data"]["values"]] == [(0, 0), (1, 0), (3, 1), (4, 1)]


def test_lines_are_told_apart_without_colour(press: Press) -> None:
    spec = specification(CHARTS["six-lines"], Canvas(PAGE, theme(), press.fonts))
    dashes = [tuple(layer["mark"]["strokeDash"]) for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    shapes = [layer["mark"]["shape"] for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert len(set(dashes)) == len(set(shapes)) == 6


def test_neighbouring_bars_differ_in_lightness_and_lines_are_dark_enough() -> None:
    light = [_lightness(theme().colour(name)) for name in FILLS]
    assert all(abs(one - other) > 12 for one, other in pairwise(light))
    assert all(_lightness(theme().colour(name)) < 55 for name in STROKES)


def _lightness(colour: str) -> float:
    """CIE L* of ``#rrggbb``."""
    parts = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    whole = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * whole ** (1 / 3) - 16 if whole > 0.008856 else 903.3 * whole


def test_words_of_authors_are_data_and_no_program(press: Press) -> None:
    hostile = '"][0]+datum.value+["<script>'
    chart = CHARTS["bar"]
    wicked = Chart(chart.kind, (hostile, *chart.categories[1:]), chart.series, chart.alternative, chart.alt)
    assert hostile.replace(" ", "") in "".join(words_of(drawn(wicked, press))).replace(" ", "")


SCRIPT = """
import hashlib, sys
from concurrent.futures import ThreadPoolExecutor
from modulekit.cache import Cache
from modulekit.formats.charts.canvas import Room
from modulekit.formats.charts.drawing import figure
from modulekit.formats.press import Press
from modulekit.resources import templates
from tests.formats.sample_charts import CHARTS
from tests.presses import theme
press = Press(templates(), theme(), Cache(), ThreadPoolExecutor(1))
for chart in CHARTS.values():
    print(hashlib.sha256(figure(chart, Room(166, 7.6), press).asset.data).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "77"])
def test_other_processes_draw_the_same_bytes(press: Press, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    here = [hashlib.sha256(figure(chart, PAGE, press).asset.data).hexdigest() for chart in CHARTS.values()]
    assert done.stdout.split() == here


def test_nothing_is_fetched_and_nothing_runs(press: Press) -> None:
    for chart in CHARTS.values():
        data = figure(chart, PAGE, press).asset.data.decode()
        assert not re.findall(r"(?:href|src)=|url\(|<script|<foreignObject", data)


def test_the_engine_is_not_loaded_where_the_picture_is_kept() -> None:
    code = "import sys, modulekit.formats.charts.drawing; print('vl_convert' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"
    assert callable(draw)
