"""WeasyPrint is loaded without a search for its libraries, and with one where nothing else helps."""

from __future__ import annotations

import subprocess
import sys

_LOAD = """
import ctypes.util, subprocess, sys
def refused(*given, **more):
    raise AssertionError(f"a process was started: {given}")
subprocess.Popen = refused
search = ctypes.util.find_library
from modulekit.formats.pdf.loading import load_weasyprint
load_weasyprint()
assert ctypes.util.find_library is search
import weasyprint
print(weasyprint.HTML(string="x").render().pages[0].width > 0)
"""

_ELSEWHERE = """
import ctypes.util, sys, types
tried = []
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            tried.append(ctypes.util.find_library.__name__)
            if len(tried) == 1:
                raise OSError("cannot load library")
        return None
sys.meta_path.insert(0, Finder())
from modulekit.formats.pdf.loading import load_weasyprint
load_weasyprint()
print(tried)
"""


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_process_is_started_to_find_libraries() -> None:
    assert said(_LOAD) == "True"


def test_where_they_are_not_found_they_are_searched_for() -> None:
    assert said(_ELSEWHERE) == "['_unknown', 'find_library']"
