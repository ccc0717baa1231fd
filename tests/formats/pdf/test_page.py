"""``formats/pdf/page.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from modulekit.formats.pdf.decks import split_deck
from modulekit.formats.pdf.documents import split_document
from modulekit.formats.pdf.layout import Job
from modulekit.formats.pdf.loading import load_weasyprint
from modulekit.formats.pdf.page import page_of
from tests.formats.pdf.bench import AtOnce, press
from tests.formats.samples import handout, slides


def jobs(folder: Path) -> Iterator[Job]:
    tools = press(folder, AtOnce())
    for fillable in (False, True):
        yield from split_document(handout(), tools, fillable=fillable)[0]
    yield from split_deck(slides(), tools)[0]


def said(root: Any, *, bare: bool = False) -> list[object]:
    """What a page holds; ``bare`` without what becomes of style attributes."""
    left_out = {"style", "class"} if bare else set()
    found: list[object] = []
    for element in root.find("body").iter():
        attributes = {name: value for name, value in element.attrib.items() if name not in left_out}
        found.append((element.tag, attributes, element.text or "", (element.tail or "").rstrip()))
    return found


def test_every_page_of_every_node_is_read_as_the_library_reads_it(tmp_path: Path, monkeypatch: Any) -> None:
    load_weasyprint()
    import weasyprint

    monkeypatch.setattr("tinyhtml5.parse", forbidden)
    quick = [page_of(job.html, None)[0].etree_element for job in jobs(tmp_path)]
    monkeypatch.undo()
    slow = [weasyprint.HTML(string=job.html).etree_element for job in jobs(tmp_path)]
    assert [said(root, bare=True) for root in quick] == [said(root, bare=True) for root in slow]
    assert len(quick) > 10


def forbidden(*_: object, **__: object) -> None:
    raise AssertionError("the slow parser was asked")


@pytest.mark.parametrize("body", ["<p>One<p>Two", "<p>&nbsp;</p>", "<p hidden>Away</p>", '<img alt="a > b" src=x>'])
def test_what_is_no_xml_is_read_by_the_library(body: str) -> None:
    load_weasyprint()
    import weasyprint

    html = f"<!doctype html><html><body>{body}</body></html>"
    assert said(page_of(html, None)[0].etree_element) == said(weasyprint.HTML(string=html).etree_element)


def test_style_attributes_that_are_alike_become_one_rule() -> None:
    page, css = page_of(
        '<html><body><p style="width: 2mm; --left: 3.5%"/><p class="a" style="width: 2mm; --left: 3.5%"/>'
        '<p style="height: 1mm"/><p style="background: url(a)"/></body></html>',
        None,
    )
    assert [(p.get("class"), p.get("style")) for p in page.etree_element.iter("p")] == [
        ("style-0", None),
        ("a style-0", None),
        ("style-1", None),
        (None, "background: url(a)"),
    ]
    assert css.splitlines() == [
        ".style-0 { width: 2mm !important;  --left: 3.5% !important }",
        ".style-1 { height: 1mm !important }",
    ]


def test_no_element_is_given_styles_of_notes() -> None:
    page, _ = page_of("<html><body><p>Words</p></body></html>", None)
    pseudo = {selector[3] for sheet in page._ua_stylesheets() for selector in sheet.matcher.other_selectors}
    assert "marker" in pseudo
    assert not any("note" in (name or "") for name in pseudo)
