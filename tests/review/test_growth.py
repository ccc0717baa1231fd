"""Checking ten times as many lessons takes ten times as long, and nothing is found in a course that is whole."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from bench.modules import write_workspace

from modulekit.diagnostics import Report
from modulekit.review import review
from modulekit.source import open_workspace, read_module

_FEW, _MANY = 10, 100


def seconds(lessons: int, folder: Path) -> float:
    """How long the processor checks a course of so many lessons."""
    module = write_workspace(lessons, folder)
    best = float("inf")
    for _ in range(2):
        report, before = Report(), time.process_time()
        workspace = open_workspace(folder, report)
        assert workspace is not None
        source = read_module(workspace, module.name, report)
        assert source is not None, [*report]
        review(workspace, (source,), report)
        assert not [*report]
        best = min(best, time.process_time() - before)
    return best


def test_time_grows_with_the_course_and_not_faster(tmp_path: Path) -> None:
    seconds(2, tmp_path / "first")  # what is worked out once for all courses
    gc.disable()
    try:
        few, many = seconds(_FEW, tmp_path / "few"), seconds(_MANY, tmp_path / "many")
    finally:
        gc.enable()
    assert many < 2 * few * _MANY / _FEW


def test_the_same_number_makes_the_same_course(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        write_workspace(3, tmp_path / name)
        texts.append({p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.*")})
    assert texts[0] == texts[1]
