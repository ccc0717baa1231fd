"""An SVG drawing as a tree, opened so that a hostile one costs no more than a good one.

Takes bytes, gives the root element or the reason why there is none. Entities are not resolved: a kilobyte of them can
stand for gigabytes, or for another file. Must not know what a drawing may hold.
"""

import re
from functools import lru_cache
from xml.etree import ElementTree as Xml

MOST_ELEMENTS = 50_000
DEEPEST = 100
"""Elements one inside the other."""
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")


class DrawingError(ValueError):
    """A drawing that cannot be opened; the message says why, without a capital letter or a stop."""


def declares_entities(data: bytes) -> bool:
    """Whether the drawing has words of its own for other text."""
    return b"<!ENTITY" in data


@lru_cache(maxsize=4)
def root_of(data: bytes) -> Xml.Element:
    """The root of a drawing. Raises :class:`DrawingError`."""
    told = _ENCODING.match(data)
    if told and told[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise DrawingError("it is not in UTF-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise DrawingError("it is not in UTF-8") from None
    if declares_entities(data):
        raise DrawingError("it declares entities")
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise DrawingError(f"it has more than {MOST_ELEMENTS:,} elements")
    try:
        root = Xml.fromstring(data)
    except Xml.ParseError as error:
        line, column = error.position
        raise DrawingError(f"it is not well-formed XML in line {line}, column {column + 1}") from None
    except (ValueError, LookupError):
        raise DrawingError("its encoding is unknown") from None
    if _is_too_deep(root):
        raise DrawingError(f"its elements stand more than {DEEPEST} deep in each other")
    return root


def _is_too_deep(root: Xml.Element) -> bool:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
