"""``modulekit cache``: what is kept of earlier builds, how much of it, and none of it any more."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import typer

from modulekit.cache import write_whole
from modulekit.cache.seal import is_sealed, seal
from modulekit.cache.sweep import cleared, entries, swept
from modulekit.cli.caching import LAST, SIZE, folder_of, limit_of
from modulekit.cli.exit_codes import GOOD, WRONG_USE
from modulekit.cli.render import render
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.source import find_workspace

_OLD, _OLDER = re.compile("[0-9a-f]{2}"), "earlier-versions"
"""Folders of entries whose kind was not told by their place."""
_UNITS = {"": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3}


def run_stats(workspace: Path | None, output_format: str) -> int:
    """Print what the cache holds, by kind, and what the last build found in it; the exit code."""
    root = _root(workspace)
    if root is None:
        return WRONG_USE
    kinds: dict[str, list[int]] = defaultdict(list)
    for entry in entries(folder_of(root)):
        kinds[_OLDER if _OLD.fullmatch(entry.kind) else entry.kind].append(entry.size)
    last = _last(root)
    if output_format == "json":
        data = {
            "folder": str(folder_of(root)),
            "limit": limit_of(root),
            "entries": sum(map(len, kinds.values())),
            "bytes": sum(map(sum, kinds.values())),
            "kinds": {kind: {"entries": len(sizes), "bytes": sum(sizes)} for kind, sizes in sorted(kinds.items())},
            "last_build": last,
        }
        typer.echo(json.dumps(data, indent=2))
        return GOOD
    total = sum(map(sum, kinds.values()))
    typer.echo(f"{folder_of(root)}: {_shown(total)} of {_shown(limit_of(root))}")
    width = max(map(len, kinds), default=0)
    for kind, sizes in sorted(kinds.items(), key=lambda item: (-sum(item[1]), item[0])):
        typer.echo(f"  {kind:{width}}  {len(sizes):>6}  {_shown(sum(sizes)):>8}")
    typer.echo(_told(last))
    return GOOD


def run_clear(workspace: Path | None) -> int:
    """Remove every entry; the exit code."""
    root = _root(workspace)
    if root is None:
        return WRONG_USE
    folder = folder_of(root)
    sizes = [entry.size for entry in entries(folder)]
    cleared(folder)
    typer.echo(f"{plural(len(sizes), 'entry', 'entries')} removed, {_shown(sum(sizes))}.")
    return GOOD


def run_limit(size: str | None, workspace: Path | None) -> int:
    """Print how large the cache may become, or set it; the exit code."""
    root = _root(workspace)
    if root is None:
        return WRONG_USE
    if size is not None:
        given = bytes_of(size)
        folder = folder_of(root)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder.parent / SIZE, (str(given).encode("ascii"),))
            swept(folder, given, unused_since=1)
        except OSError as error:
            words = f"{folder.parent / SIZE} cannot be written: {error.strerror or error}."
            render([finding("MK902", words)], root, "text", sys.stderr)
            return WRONG_USE
    typer.echo(_shown(limit_of(root)))
    return GOOD


def run_trust(workspace: Path | None) -> int:
    """Believe a cache that was filled elsewhere; the exit code."""
    root = _root(workspace)
    if root is None:
        return WRONG_USE
    folder = folder_of(root)
    if is_sealed(folder):
        typer.echo(f"{folder} was filled here.")
        return GOOD
    try:
        seal(folder)
    except OSError as error:
        render([finding("MK902", f"{folder} cannot be written: {error.strerror or error}.")], root, "text", sys.stderr)
        return WRONG_USE
    typer.echo(f"{folder} counts as filled here from now on.")
    return GOOD


def bytes_of(size: str) -> int:
    """The bytes of ``2 GB``, ``500MB`` or a bare number. Raises ``typer.BadParameter`` for anything else."""
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?)\s*([kmg]?b?)", size.strip().lower())
    unit = found[2] if found else ""
    if found is None or unit == "b":
        raise typer.BadParameter(f"“{size}” is no size; write 500 MB or 2 GB.", param_hint="SIZE")
    return int(float(found[1]) * _UNITS[unit if unit.endswith("b") or not unit else f"{unit}b"])


def _root(workspace: Path | None) -> Path | None:
    start = workspace or Path.cwd()
    root = find_workspace(start)
    if root is None:
        words = f"There is no modulekit.yaml in {start} or in a folder above it."
        told = finding("MK904", words, hint="Go to a workspace, or name it with --workspace.")
        render([told], start, "text", sys.stderr)
    return root


def _last(root: Path) -> Any:
    """What the last build found: for each kind hits and misses, ``unchanged``, or nothing where nobody knows."""
    try:
        found = json.loads((folder_of(root) / LAST).read_bytes())
        if found is None:
            return "unchanged"
        return {str(kind): {"found": int(hits), "made": int(misses)} for kind, (hits, misses) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _told(last: Any) -> str:
    if last is None:
        return "No build has used it yet."
    if last == "unchanged":
        return "Last build: nothing had changed."
    hits = sum(kind["found"] for kind in last.values())
    asked = hits + sum(kind["made"] for kind in last.values())
    share = f" ({100 * hits // asked} %)" if asked else ""
    return f"Last build: {hits} of {asked} found{share}."


def _shown(size: int) -> str:
    for unit, factor in (("GB", 1000**3), ("MB", 1000**2)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size / 1000:.0f} KB"
