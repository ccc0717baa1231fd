"""WeasyPrint is loaded without starting compilers.

It asks for each of its libraries by the names of all systems, one after the other. For each name that is not there cffi
has Python search, and that starts ldconfig, gcc and ld: some two hundred processes before a worker lays out its first
page, on a computer that has them. The right name is found without a search.
"""

from __future__ import annotations

import ctypes.util
import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()


@functools.cache
def load_weasyprint() -> None:
    """Import WeasyPrint. Raises ``OSError`` where one of its libraries cannot be found."""
    with _lock:
        try:
            with _unsearched():
                import weasyprint
        except OSError:  # a system that has them where only a search finds them
            import weasyprint
    del weasyprint


@contextmanager
def _unsearched() -> Iterator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = _unknown
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _unknown(name: str) -> str | None:
    del name
    return None
