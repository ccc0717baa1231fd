"""Tools of the writers for tests."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from modulekit.build.crew import InPlace
from modulekit.cache import Cache
from modulekit.formats.press import Press
from modulekit.formats.theme import Theme, parse_theme
from modulekit.resources import templates


@cache
def theme() -> Theme:
    """The built-in theme."""
    return parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))


def plain_press() -> Press:
    """A press for plain text: no cache, no processes."""
    return Press(templates(), theme(), Cache(), InPlace())


def drawing_press() -> Press:
    """A press for formats that draw but lay out no pages."""
    return Press(templates(), theme(), Cache(), InPlace())


@contextmanager
def whole_press(cache: Path | None = None) -> Iterator[Press]:
    """A press for every format. Its processes are spawned, as in a real build."""
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield Press(templates(), theme(), Cache(cache), pool)
