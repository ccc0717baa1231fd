"""A press as builds use it: the repository's templates, no cache, a pool of one thread."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from modulekit.cache import Cache
from modulekit.formats.press import Press
from modulekit.formats.theme import parse_theme
from modulekit.resources import templates


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    with ThreadPoolExecutor(1) as pool:
        yield Press(templates(), theme, Cache(), pool)
