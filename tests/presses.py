"""Tools of the writers for tests."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from modulekit.cache import Cache
from modulekit.formats.press import Press
from modulekit.formats.theme import Theme, parse_theme
from modulekit.resources import templates


class NoPool(Executor):
    """No processes: for formats that work alone."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        raise AssertionError(f"{fn} was handed to a pool in a test that lays out nothing")


class InPlace(Executor):
    """Does at once what it is handed: for formats that hand little to a pool, charts for one."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@cache
def theme() -> Theme:
    """The built-in theme."""
    return parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))


def plain_press() -> Press:
    """A press for plain text: no cache, no processes."""
    return Press(templates(), theme(), Cache(), NoPool())


def drawing_press() -> Press:
    """A press for formats that draw but lay out no pages."""
    return Press(templates(), theme(), Cache(), InPlace())


@contextmanager
def whole_press(cache: Path | None = None) -> Iterator[Press]:
    """A press for every format. Its processes are spawned, as in a real build."""
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield Press(templates(), theme(), Cache(cache), pool)
