"""Reading a workspace for a command, and printing what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from modulekit.cli.exit_codes import CONTENT_HAS_ERRORS, GOOD, WRONG_USE
from modulekit.cli.render import render
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Report
from modulekit.seen import Seen
from modulekit.source import OpenWorkspace, Source, find_workspace, open_workspace, read_module


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workspace and those of its modules that were asked for and can be read."""

    root: Path
    workspace: OpenWorkspace | None
    sources: tuple[Source, ...]
    wrong_use: bool = False
    seen: Seen = field(default_factory=Seen)
    """What was read of it."""


def load(folder: Path | None, modules: tuple[str, ...], report: Report) -> Loaded:
    """Read the workspace at ``folder`` (default: here or above) and ``modules`` (default: all)."""
    start = folder or Path.cwd()
    root = find_workspace(start)
    if root is None:
        report.add(
            finding(
                "MK904",
                f"There is no modulekit.yaml in {start} or in a folder above it.",
                hint="Go to a workspace, or name it with --workspace.",
            )
        )
        return Loaded(start, None, (), wrong_use=True)
    seen = Seen()
    workspace = open_workspace(root, report, seen)
    if workspace is None:
        return Loaded(root, None, (), seen=seen)
    unknown = [name for name in modules if name not in workspace.modules]
    for name in unknown:
        report.add(unknown_name("module", name, workspace.modules))
    wanted = [name for name in workspace.modules if not modules or name in modules]
    read = (read_module(workspace, name, report) for name in wanted)
    return Loaded(root, workspace, tuple(source for source in read if source), bool(unknown), seen)


def unknown_name(kind: str, name: str, known: tuple[str, ...]) -> Diagnostic:
    """What to say about a module, product or format that does not exist."""
    hint = did_you_mean(name, known, "There are") or "There are none."
    return finding("MK904", f"There is no {kind} “{name}”.", hint=hint)


def print_findings(report: Report, loaded: Loaded, output_format: str, to: TextIO | None = None) -> None:
    """Print all diagnostics in the form that was asked for, to standard output unless ``to`` is given."""
    render(tuple(report), loaded.root, output_format, to)


def exit_code(report: Report, loaded: Loaded) -> int:
    """0, 1 for errors in the content, 2 for wrong use."""
    if loaded.wrong_use:
        return WRONG_USE
    return CONTENT_HAS_ERRORS if report.has_errors else GOOD
