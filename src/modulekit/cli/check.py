"""``modulekit check``."""

from __future__ import annotations

import gc
from pathlib import Path

from modulekit.cache import Cache
from modulekit.cli.caching import limit_of, sealed
from modulekit.cli.endings import print_checked
from modulekit.cli.unchanged import remember
from modulekit.cli.workspace import Loaded, exit_code, load
from modulekit.diagnostics import Report
from modulekit.fingerprint import fingerprint


def run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Check ``modules`` and print every finding; the exit code."""
    collects = gc.isenabled()
    gc.disable()  # hardly anything here becomes garbage, and looking for it takes a quarter of the time
    try:
        return _run(modules, workspace, output_format)
    finally:
        if collects:
            gc.enable()


def _run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    report = Report()
    loaded = load(workspace, modules, report)
    check_sources(loaded, report)
    checked = [source.module.module for source in loaded.sources]
    print_checked(report, checked, loaded.root, output_format)
    code = exit_code(report, loaded)
    remember(loaded.seen, checked, report, output_format, code)
    return code


def check_sources(loaded: Loaded, report: Report, *, use_cache: bool = True) -> None:
    """Run every check on the modules that could be read. What was found right before may be remembered."""
    from modulekit.review import review

    if loaded.workspace is None or not use_cache:
        review(loaded.workspace, loaded.sources, report)
        return
    try:
        cache = Cache(sealed(loaded.root), limit_of(loaded.root))
    except OSError:
        cache = Cache()
    review(loaded.workspace, loaded.sources, report, cache, fingerprint())
