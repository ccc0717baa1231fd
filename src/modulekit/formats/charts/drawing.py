"""A chart becomes a picture: drawn in a worker process, kept in the cache.

Vega-Lite runs in an engine of its own that must not live through a fork and is slow to start; that is why only workers
load it. The same chart gives the same bytes in any process.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from modulekit.cache import key_of
from modulekit.document import Asset, Figure
from modulekit.document.chart import Chart
from modulekit.formats.charts.canvas import Canvas, Room
from modulekit.formats.charts.spec import specification
from modulekit.formats.press import Press

_VEGA_LITE = "5.20"
SVG = "image/svg+xml"


def figure(chart: Chart, room: Room, press: Press) -> Figure:
    """``chart`` as a picture with its words, as wide as ``room``.

    Raises what a worker raises.
    """
    spec = json.dumps(specification(chart, Canvas(room, press.theme, press.fonts)), sort_keys=True)
    return Figure(
        asset=Asset(f"{chart.id.replace(':', '-') or 'chart'}.svg", SVG, _drawn(spec, press)),
        alt=chart.alt,
        caption=chart.caption,
        number=chart.number,
        credit=chart.source,
        id=chart.id,
    )


class Drawings:
    """The charts of one page or document: draws each for the room that it has and remembers the pictures.

    ``size`` of the words in points; ``height`` in millimetres where a chart may not choose it, else ``None``.
    """

    def __init__(self, press: Press, size: float, height: Callable[[Chart], float | None] = lambda _: None) -> None:
        self._press, self._size, self._height = press, size, height
        self.assets: dict[str, Asset] = {}

    def __call__(self, chart: Chart, width: float) -> Figure:
        """``chart`` as a picture, ``width`` millimetres wide."""
        drawn = figure(chart, Room(width, self._size, self._height(chart)), self._press)
        self.assets[drawn.asset.digest] = drawn.asset
        return drawn


def _drawn(spec: str, press: Press) -> bytes:
    key = key_of("chart", _engine(), spec)
    kept = press.cache.get(key)
    if kept is None:
        kept = press.pool.submit(draw, spec, str(press.fonts)).result()
        press.cache.put(key, kept)
    return kept


def _engine() -> str:
    """What draws, told without loading it."""
    from importlib.metadata import version

    return f"{version('vl-convert-python')} {_VEGA_LITE}"


def draw(spec: str, fonts: str) -> bytes:
    """The SVG of a specification. Runs in a worker that was spawned, never in one that was forked."""
    import vl_convert

    if fonts not in _registered:
        vl_convert.register_font_directory(str(Path(fonts)))
        _registered.add(fonts)
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE)
    return svg.encode()


_registered: set[str] = set()
