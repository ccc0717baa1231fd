from __future__ import annotations

import pytest

from modulekit.formats.docx import write
from modulekit.formats.press import Press
from tests.formats.docx.reading import Opened, opened
from tests.formats.samples import handout

PAGES = {"lesson-problem-tree": 3, "figures-say": 4, "exercise-tree": 5, "tables": 6, "guide": 7, "glossary": 8}


@pytest.fixture(scope="session")
def sample(press: Press) -> Opened:
    """The sample document with every node, as a DOCX."""
    return opened(write(handout(), press, PAGES).data)
