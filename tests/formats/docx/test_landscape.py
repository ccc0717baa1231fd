"""A drawing that is too wide has a section of its own, whose pages lie across and keep their footers."""

from __future__ import annotations

from typing import Any

from modulekit.formats.ooxml.xml import qname
from tests.formats.docx.reading import Opened, text_of, value


def _sections(sample: Opened) -> list[Any]:
    return list(sample.body.iter(qname("w:sectPr")))


def _size(section: Any) -> tuple[int, int, str | None]:
    size = section.find(qname("w:pgSz"))
    return int(size.get(qname("w:w"))), int(size.get(qname("w:h"))), size.get(qname("w:orient"))


def test_the_wide_tree_is_alone_in_a_section_across(sample: Opened) -> None:
    upright, across, last = map(_size, _sections(sample))
    assert upright == last
    assert across == (upright[1], upright[0], "landscape")
    inside: list[list[str]] = [[]]
    for element in sample.body:
        inside[-1].append(text_of(element))
        if element.find(f"{qname('w:pPr')}/{qname('w:sectPr')}") is not None:
            inside.append([])
    assert "".join(inside[1]).startswith("Figure 3.4")
    assert "".join(inside[1]).endswith("Invented")


def test_every_section_has_footers_and_only_the_first_hides_that_of_the_cover(sample: Opened) -> None:
    sections = _sections(sample)
    kinds = [[foot.get(qname("w:type")) for foot in section.iter(qname("w:footerReference"))] for section in sections]
    assert kinds == [["default", "even", "first"]] * 3
    assert [section.find(qname("w:titlePg")) is not None for section in sections] == [True, False, False]


def test_footers_of_pages_across_say_the_same_and_reach_their_right_side(sample: Opened) -> None:
    wide = [name for name in sample.parts if "footer-landscape" in name and "_rels" not in name]
    assert len(wide) == 3
    across = _sections(sample)[1]
    margins = across.find(qname("w:pgMar"))
    room = _size(across)[0] - sum(int(margins.get(qname(f"w:{side}"))) for side in ("left", "right"))
    for number in (1, 2, 3):
        usual, own = (sample.xml(f"word/{name}{number}.xml") for name in ("footer", "footer-landscape-"))
        assert text_of(own) == text_of(usual)
        tabs = [tab for tab in own.iter(qname("w:tab")) if tab.attrib]
        stops = {tab.get(qname("w:val")): int(tab.get(qname("w:pos"))) for tab in tabs}
        assert abs(stops["right"] - room) <= 2
        assert value(own, "w:p/w:pPr/w:pStyle") == "Footer"
