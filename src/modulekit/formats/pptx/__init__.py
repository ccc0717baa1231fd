"""Deck → PPTX: slides that a trainer changes in PowerPoint, on real layouts with real placeholders.

Titles, texts, tables and pictures are native; the only shapes that are drawn are bars. The page to read first is
:mod:`modulekit.formats.pptx.writer`.
"""

from modulekit.formats.pptx.writer import write

__all__ = ["write"]
