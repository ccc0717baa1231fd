"""The version that trainers taught before, beside the one that is built."""

from __future__ import annotations

from dataclasses import replace

from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.cli.versions import NoVersionError, told, version
from modulekit.diagnostics import Report


def with_earlier(preparation: Preparation, wanted: tuple[Point, ...], since: str, report: Report) -> Preparation:
    """``preparation`` with the version ``since`` of its module beside it; where there is none, that is reported.

    What the earlier version lacks in a language is no error: then that edition has no change sheet.
    """
    module = preparation.source.module.module
    try:
        with version(since, module, preparation.workspace.root, report) as opened:
            if opened is None:
                return preparation
            before = Preparation.of(opened.workspace, opened.source, wanted, Report(), policy="last-approved")
    except NoVersionError as error:
        told(error, report)
        return preparation
    return replace(preparation, earlier=before)
