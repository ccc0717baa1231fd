"""Checking a course loads nothing that only building needs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("weasyprint", "docx", "pptx", "pikepdf", "lxml", "PIL", "pypdfium2", "babel", "fontTools", "jinja2")


def test_reading_and_checking_is_light() -> None:
    code = f"""
import sys
import modulekit.source, modulekit.checks, modulekit.codes, modulekit.document.markdown
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
