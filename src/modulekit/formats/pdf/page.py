"""The HTML of a page, made ready for WeasyPrint: read as XML, and with rules in the place of style attributes.

WeasyPrint reads HTML with a parser written in Python, which takes as long as all pictures of a page. Pages of our
templates are XML but for tags that nothing ends, and those are known; what still is no XML, the library reads itself.
It also shares what it computed of elements to which the same rules apply, but never for elements with a style attribute
and what stands in them: two elements of five. Must not know what is on a page.
"""

from __future__ import annotations

import copy
import functools
import re
from typing import Any
from xml.etree import ElementTree

_DOCTYPE = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_ENDLESS = re.compile(r"""<((?:br|col|hr|img|input|meta|wbr)\b(?:[^<>"'/]|"[^"]*"|'[^']*')*)>""")
"""A tag that has no end tag in HTML, as far as our templates use them."""
_DECLARATIONS = re.compile(r"(?:[a-z-]+:[\w.%# -]+(?:;\s*|$))+")
"""What a style attribute may hold to become a rule: names of properties with numbers, lengths or words."""


_NOTES = ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")


def page_of(html: str, fetcher: Any) -> tuple[Any, str]:
    """``html`` as a page of WeasyPrint, and the style sheet that stands in for its style attributes."""
    page = _reader()(html, fetcher)
    return page, _sheet_of_attributes(page.etree_element)


@functools.cache
def _reader() -> Any:
    import cssselect2
    import weasyprint

    class Page(weasyprint.HTML):  # type: ignore[misc]
        """A page like any other, but read in a quicker way where that can be."""

        def __init__(self, html: str, fetcher: Any) -> None:
            try:
                root = ElementTree.fromstring(_ENDLESS.sub(r"<\1/>", _DOCTYPE.sub("", html, count=1)))
            except ElementTree.ParseError:
                super().__init__(string=html, url_fetcher=fetcher)
                return
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [_without_notes(sheet) for sheet in super()._ua_stylesheets(forms)]

    return Page


@functools.cache
def _without_notes(sheet: Any) -> Any:
    """``sheet`` without its rules for footnotes and notes, which we have none of: they hold for every element, and a
    style is made of each rule for each element."""
    lean = copy.copy(sheet)
    lean.matcher = copy.copy(sheet.matcher)
    lean.matcher.other_selectors = [
        (test, specificity, order, pseudo, declarations)
        for test, specificity, order, pseudo, declarations in sheet.matcher.other_selectors
        if pseudo not in _NOTES
    ]
    return lean


def _sheet_of_attributes(root: ElementTree.Element) -> str:
    """Give a class to all elements whose style attributes are alike, and the rules of these classes.

    A style attribute is stronger than any rule; so is an important rule among rules of which none is.
    """
    classes: dict[str, str] = {}
    for element in root.iter():
        style = element.get("style", "")
        if _DECLARATIONS.fullmatch(style):
            name = classes.setdefault(style, f"style-{len(classes)}")
            element.set("class", f"{element.get('class', '')} {name}".lstrip())
            del element.attrib["style"]
    return "\n".join(f".{name} {{ {_important(style)} }}" for style, name in classes.items())


def _important(style: str) -> str:
    return "; ".join(f"{declaration} !important" for declaration in style.split(";") if declaration.strip())
