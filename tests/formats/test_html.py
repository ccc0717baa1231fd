"""The HTML file: whole by itself, with links that lead somewhere, and nothing left out."""

from __future__ import annotations

import base64
import re
from functools import cache
from itertools import pairwise

from lxml import html as parser

from modulekit.document import Document, Paragraph, plain, walk
from modulekit.formats.html import write
from modulekit.formats.targets import targets
from tests.formats.samples import handout, plain_document
from tests.presses import drawing_press, plain_press


@cache
def source() -> str:
    return write(handout(), drawing_press()).data.decode()


@cache
def tree() -> parser.HtmlElement:
    return parser.document_fromstring(source())


def test_nothing_is_fetched() -> None:
    assert not tree().xpath("//script|//link|//iframe|//object|//embed|//form|//*[@srcset]|//base")
    assert all(address.startswith("data:image/") for address in tree().xpath("//@src"))
    style = "".join(tree().xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    policy = tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]


def test_words_of_drawings_find_letters_on_computers_that_lack_ours() -> None:
    """A picture in a page sees no fonts but those of the computer."""
    addresses = [address for address in tree().xpath("//img/@src") if address.startswith("data:image/svg+xml")]
    drawings = [base64.b64decode(address.partition(",")[2]).decode() for address in addresses]
    families = {name for drawing in drawings for name in re.findall(r'font-family="([^"]+)"', drawing)}
    assert families == {"Noto Sans, Arial, Helvetica, sans-serif"}


def test_links_inside_lead_to_an_id_that_is_there_once() -> None:
    ids = tree().xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(ids) == targets(handout())
    inside = [address[1:] for address in tree().xpath("//a/@href") if address.startswith("#")]
    assert len(inside) >= 8
    assert set(inside) <= set(ids)


def test_all_words_are_there() -> None:
    text = " ".join(tree().text_content().split())
    for part in handout().parts:
        for block in walk(part.blocks):
            if isinstance(block, Paragraph):
                assert " ".join(plain(block.children).split()) in re.sub(r" ([.,])", r"\1", text) or any(
                    type(inline).__name__ == "Break" for inline in block.children
                )


def test_every_part_has_one_first_heading_and_no_level_is_skipped() -> None:
    for section in tree().xpath("//main/*"):
        levels = [int(heading.tag[1]) for heading in section.xpath(".//h1|.//h2|.//h3|.//h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_language_title_and_alternative_texts() -> None:
    root = tree()
    assert root.get("lang") == "en"
    assert root.xpath("//title/text()") == ["Impact-Oriented Programming · Participant handout"]
    assert all(root.xpath("//img[not(ancestor::*[@role='img'])]/@alt"))  # a drawing is named by its figure
    assert len(root.xpath("//img")) == len(root.xpath("//img[@alt]"))
    labels = root.xpath("//*[@role='img']/@aria-label")
    assert "Time: brief 5 minutes, work 25, report 12, debrief 8." in labels
    assert all(labels)
    assert len(labels) == len(root.xpath("//*[@role='img']"))


def test_the_contents_are_navigation() -> None:
    assert len(tree().xpath("//nav//a")) == 6
    assert "with-contents" in source()
    assert "with-contents" not in write(plain_document(), plain_press()).data.decode().partition("</style>")[2]


def test_it_is_the_same_every_time() -> None:
    document: Document = handout()
    assert write(document, drawing_press()) == write(document, drawing_press())
