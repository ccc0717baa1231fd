"""Damaged packages, files of translators and fonts are refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.strangers import stranger
from tests.hostile.trial import tried

_SEED, _EACH = 1, 100


@pytest.mark.parametrize("first", range(0, 400, _EACH))
def test_a_damaged_file_of_somebody_else_raises_nothing(first: int, tmp_path: Path) -> None:
    def work() -> int:
        for number in range(first, first + _EACH):
            print("number", number)
            stranger(_SEED, number, tmp_path)
        return 0

    ended = tried(work, seconds=60)
    assert ended.fault in ("", "too slow"), ended.printed[-3000:]
    assert ended.seconds < _EACH * 0.2
