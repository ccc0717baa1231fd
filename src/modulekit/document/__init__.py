"""What a page and a slide ARE: frozen dataclasses without a single course word.

Products build these values, formats write them. A writer cannot print what it cannot name: if something of a course is
not in a Document or a Deck, no format can show it. Must not know courses, audiences, files or any format.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modulekit.document.vocabulary import *  # noqa: F403


def __getattr__(name: str) -> object:
    """A node by its name. All are loaded when the first is asked for: whoever only reads Markdown needs none."""
    vocabulary = import_module("modulekit.document.vocabulary")
    if name not in vocabulary.__all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(vocabulary, name)
