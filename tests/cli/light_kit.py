"""A workspace of the small course with a kit that is packed quickly: pages to read, and a few that are laid out."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.courses import SMALL

_KIT = """
kits:
  - kit: light
    audience: trainer
    source: true
    name: {en: To read}
    folders: [{folder: reading, name: {en: To read}, products: {handout: [text, html], agenda: [pdf]}}]
"""
PACK = ("pack", "short-meetings", "--kit", "light", "--centre", "hills-centre")


def light_workspace(folder: Path) -> Path:
    """The course in the new folder ``folder``, without what was built of it."""
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".modulekit", "dist"))
    with (folder / "modulekit.yaml").open("a", encoding="utf-8") as file:
        file.write(_KIT)
    return folder
