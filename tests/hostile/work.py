"""What is done with a mutant: it is checked as a person would, and what holds is composed into every product."""

from __future__ import annotations

import sys
from pathlib import Path

from modulekit.build import editions_of
from modulekit.build.lattice import Wish
from modulekit.build.prepare import Preparation, points
from modulekit.cli.render import render
from modulekit.cli.workspace import load
from modulekit.codes import CODES
from modulekit.diagnostics import Report
from modulekit.editions import identify
from modulekit.products.context import Context
from modulekit.products.table import PRODUCTS, SECOND_LANGUAGE
from modulekit.review import review

_EDITIONS = 2
_FORMATS = ("text", "json", "sarif", "github")


def check(root: Path, turn: int) -> int:
    """Check the workspace at ``root`` and print what was found; 1 where something was.

    Raises ``AssertionError`` for a finding that helps nobody.
    """
    report = Report()
    loaded = load(root, (), report)
    review(loaded.workspace, loaded.sources, report)
    for found in report:
        assert found.code in CODES, found
        assert found.message.rstrip("”)").endswith((".", "?", "!", "…")), found
        assert len(found.message) < 2000, found
        assert "pydantic" not in found.message
        if found.span is not None and found.span.line:
            assert found.span.column >= 1, found
            assert (found.span.end_line, found.span.end_column) >= (found.span.line, found.span.column), found
    render(tuple(report), root, _FORMATS[turn % len(_FORMATS)], sys.stdout)
    return int(report.has_errors)


def compose(root: Path) -> int:
    """Compose every product of the first editions of what holds in the workspace at ``root``; 1 where nothing does."""
    report = Report()
    loaded = load(root, (), report)
    review(loaded.workspace, loaded.sources, report)
    if report.has_errors or loaded.workspace is None:
        return 1
    for source in loaded.sources:
        wanted = points(loaded.workspace, source, Wish(everything=True))[:_EDITIONS]
        prepared = Preparation.of(loaded.workspace, source, wanted, report, policy="last-approved")
        for point in wanted:
            if point.language not in prepared.tongues:  # which was reported
                continue
            job = prepared.job(point, report)
            having = prepared.having(point)
            editions = editions_of(job, identify(job.module))
            for product in PRODUCTS.values():
                if not product.only_with or product.only_with in having - {SECOND_LANGUAGE}:
                    product.compose(Context(editions[product.audience], job.strings))
    return int(report.has_errors)
