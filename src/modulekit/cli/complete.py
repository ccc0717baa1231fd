"""What the shell may complete: names of modules, products, formats and codes.

Each function gets the beginning of a word and gives the names that begin so. It is called only while a shell completes,
so it imports what it needs by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def modules(incomplete: str) -> list[str]:
    """Modules of the workspace at or above the current folder."""
    from modulekit.diagnostics import Report
    from modulekit.source import find_workspace, open_workspace

    root = find_workspace(Path.cwd())
    workspace = open_workspace(root, Report()) if root else None
    return _beginning(incomplete, workspace.modules if workspace else ())


def products(incomplete: str) -> list[str]:
    """Products."""
    from modulekit.products.table import PRODUCTS

    return _beginning(incomplete, PRODUCTS)


def formats(incomplete: str) -> list[str]:
    """Formats."""
    from modulekit.formats.table import FORMATS

    return _beginning(incomplete, FORMATS)


def codes(incomplete: str) -> list[str]:
    """Diagnostic codes."""
    from modulekit.codes import CODES

    return _beginning(incomplete, CODES)


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
