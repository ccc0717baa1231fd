"""Judges in tests: skipped where a developer lacks one, never where MODULEKIT_REQUIRE_JUDGES=1 is set."""

from __future__ import annotations

import os
from collections import defaultdict

import pytest

from tests.judges.programs import missing

SKIPPED = "judge missing, "


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("judge"):
        for judge in marker.args:
            reason = missing(judge)
            if reason is None:
                continue
            if os.environ.get("MODULEKIT_REQUIRE_JUDGES") == "1":
                pytest.fail(f"the judge {judge} must be here: {reason}", pytrace=False)
            pytest.skip(f"{SKIPPED}{judge}: {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names what was not judged, so that a green run on a bare machine does not look like a verdict."""
    unjudged: dict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.getreports("skipped"):
        if isinstance(report.longrepr, tuple) and SKIPPED in report.longrepr[2]:
            unjudged[report.longrepr[2].partition(SKIPPED)[2]].append(report.nodeid)
    if unjudged:
        terminalreporter.section("not judged here (./run judges installs what is missing)")
        for reason, tests in sorted(unjudged.items()):
            terminalreporter.write_line(f"{reason}: {len(tests)} skipped")
            for test in tests:
                terminalreporter.write_line(f"  {test}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases", action="store_true", help="write what was found into tests/cases/*.md; read the difference"
    )
    parser.addoption(
        "--update-goldens", action="store_true", help="write what was composed into golden/*.txt; read the difference"
    )
