"""Everything that ``modulekit check`` looks at: the workspace with its modules, and what their parts say of each other.

Takes a workspace and its modules as they were read, gives findings. Puts together what its neighbours below know apart:
a catalogue and the course that it translates, a delivery and its programme, words of a workspace and the products that
print them. Must not build anything, nor load what builds.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.cache import Cache
from modulekit.checks import Subject, run_checks
from modulekit.checks.insignia import Shown, check_insignia
from modulekit.diagnostics import Report
from modulekit.review.catalogues import Catalogues
from modulekit.review.kits import check_kits
from modulekit.review.taught import check_deliveries
from modulekit.review.theme import read_theme
from modulekit.review.word_files import check_words
from modulekit.source import OpenWorkspace, Source
from modulekit.source.catalogues import languages


def review(
    workspace: OpenWorkspace | None,
    sources: Sequence[Source],
    report: Report,
    cache: Cache | None = None,
    program: str = "",
) -> None:
    """Report what is wrong in ``workspace`` and in the modules ``sources`` of it. Of translations it says what stops a
    build; the rest is for ``modulekit translate check``. With a ``cache`` of this ``program`` it remembers what it
    found right."""
    if workspace is not None:
        report.extend(check_kits(workspace))
        check_words(workspace.files, report)
        read_theme(workspace, report)
        built = sorted({language for source in sources for language in languages(source)})
        report.extend(check_insignia(Shown(workspace.insignia, workspace.places, built)))
    for source in sources:
        if workspace is not None:
            report.extend(check_deliveries(workspace, source))
        files = workspace.files if workspace else None
        Catalogues(source, files, cache or Cache(), program).check(report)
        subject = Subject(source.module, source.places, source.home, source.asset_files, source.asset, source.whole)
        report.extend(run_checks(subject))
