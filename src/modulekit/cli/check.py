"""``modulekit check``."""

from __future__ import annotations

from pathlib import Path

from modulekit.cli.endings import print_checked
from modulekit.cli.unchanged import remember
from modulekit.cli.workspace import Loaded, exit_code, load
from modulekit.diagnostics import Report


def run(modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Check ``modules`` and print every finding; the exit code."""
    report = Report()
    loaded = load(workspace, modules, report)
    check_sources(loaded, report)
    checked = [source.module.module for source in loaded.sources]
    print_checked(report, checked, loaded.root, output_format)
    code = exit_code(report, loaded)
    remember(loaded.seen, checked, report, output_format, code)
    return code


def check_sources(loaded: Loaded, report: Report) -> None:
    """Run every check on the modules that could be read."""
    from modulekit.review import review

    review(loaded.workspace, loaded.sources, report)
