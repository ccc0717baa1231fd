from __future__ import annotations

import io
from typing import Any

import pptx
import pytest

from modulekit.formats.pptx import write
from modulekit.formats.press import Press
from tests.formats.samples import slides


@pytest.fixture(scope="session")
def sample(press: Press) -> Any:
    """The sample deck with every body, opened with python-pptx."""
    return pptx.Presentation(io.BytesIO(write(slides(), press).data))
