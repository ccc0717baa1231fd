"""Python's cycle collector is kept out of layouts: it goes through all boxes of a page again and again, and frees none.

Changes a setting of the process, and puts it back. Must not know what is laid out.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@functools.cache
def out_of_the_collectors_way() -> None:
    """Let the collector skip what was loaded up to here: it stays until the process ends, and there is more of it than
    of any page."""
    gc.collect()
    gc.freeze()


@contextmanager
def no_collection() -> Iterator[None]:
    """The collector waits. What was made meanwhile should be gone at the end, or the collector goes through it then."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
