"""The language of an HTML element becomes the language of its element in the structure of the PDF.

WeasyPrint takes the language of the whole page only. What builds its tree of tags is wrapped while a file is written;
should a later version build it otherwise, the tests of this module say so. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def languages_of_elements() -> Iterator[None]:
    """While this lasts, ``lang`` of an element inside the body is written as ``/Lang``."""
    from weasyprint.pdf import tags

    build = tags._build_box_tree

    def with_language(box: Any, *rest: Any) -> Iterator[Any]:
        language = _language(box)
        for element in build(box, *rest):
            if language and "Lang" not in element:
                element["Lang"] = tags.pydyf.String(language)
            yield element

    tags._build_box_tree = with_language
    try:
        yield
    finally:
        tags._build_box_tree = build


def _language(box: Any) -> str:
    element = getattr(box, "element", None)
    if element is None or element.tag in ("html", "body"):
        return ""
    return str(element.get("lang") or "")
