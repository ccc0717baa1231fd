"""Fragments carry no fonts that lie beside the program: the file that they become cuts its own.

What is left of a font is its name, the widths of its glyphs and their text, of which one font is made for all fragments
(``fonts.py``). Takes a PDF that is about to be written, and changes it. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any


def without_programs(fonts: Container[str], pdf: Any) -> None:
    """Empty the fonts with names in ``fonts``. One with signs that its file does not have stays as it is."""
    things = [thing for thing in pdf.objects if isinstance(thing, dict)]
    own = {thing["BaseFont"] for thing in things if thing.get("Encoding", "/Identity-H") != "/Identity-H"}
    for thing in things:
        if "FontFile2" in thing and thing["FontName"] not in own and _bare(thing["FontName"]) in fonts:
            program = pdf.objects[int(thing["FontFile2"].split()[0])]
            program.stream, program.compress = [], False


def _bare(name: bytes) -> str:
    return name.decode().removeprefix("/")
