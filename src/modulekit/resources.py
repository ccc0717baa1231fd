"""Where the files that come with ModuleKit are: templates, strings, fonts.

In an installed wheel they lie inside the package; in a clone at its top level, where people look for them.
"""

from __future__ import annotations

from pathlib import Path


def templates() -> Path:
    """The folder ``templates/``.

    Raises ``FileNotFoundError`` where the installation is not whole.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "templates", package.parents[1] / "templates"):
        if (folder / "theme.yaml").is_file():
            return folder
    raise FileNotFoundError("the templates that come with ModuleKit are missing; install it again")
