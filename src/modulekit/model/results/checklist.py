"""Checklists to tick."""

from typing import Annotated

from pydantic import Field

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import Line


class Checklist(Node):
    """Things to tick one by one."""

    title: Annotated[Line | None, EVERYONE] = None
    """What the list is for."""
    items: Annotated[tuple[Line, ...], Field(min_length=1, max_length=30), EVERYONE]
    """What to tick."""
