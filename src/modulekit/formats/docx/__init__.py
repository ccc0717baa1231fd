"""Document → DOCX: a file that a training centre edits in Word for years.

Native styles, lists, tables, fields and bookmarks; no macro, no text box, no empty paragraph that only makes room. The
page to read first is :mod:`modulekit.formats.docx.writer`.
"""

from modulekit.formats.docx.writer import write

__all__ = ["write"]
