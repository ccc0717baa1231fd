"""The finished file: one structure tree, links, outline, labels, metadata, one font for each face."""

from __future__ import annotations

import io
import re
from collections import Counter
from decimal import Decimal

import pikepdf
import pytest

from modulekit.document import Heading, walk
from modulekit.formats.drawing.words import in_words
from modulekit.formats.pdf.links import SCHEME
from tests.formats.pdf.bench import elements, links_of, page_texts, printed_handout, printed_slides
from tests.formats.sample_charts import CHARTS
from tests.formats.sample_diagrams import DIAGRAMS
from tests.formats.samples import handout, slides


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed_handout().data))


def parents_of(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def test_there_is_one_tree_under_one_document(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    assert [str(top.S) for top in root.K] == ["/Document"]
    for element in elements(pdf):
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen


def test_the_parent_tree_names_an_element_for_every_marked_word(pdf: pikepdf.Pdf) -> None:
    parents, known = parents_of(pdf), {element.objgen for element in elements(pdf)}
    keys = [int(page.obj.StructParents) for page in pdf.pages]
    assert len(set(keys)) == len(pdf.pages)
    marked = 0
    for page, key in zip(pdf.pages, keys, strict=True):
        ids = {int(number) for number in re.findall(rb"/MCID (\d+)", page.obj.Contents.read_bytes())}
        marked += len(ids)
        assert ids == set(range(len(parents[key])))
        assert all(element.objgen in known for element in parents[key])
    assert marked > 150


def test_lines_of_text_hang_on_their_paragraph(pdf: pikepdf.Pdf) -> None:
    """A Span is there where it says something: a language, or what stands in it besides."""
    parents = parents_of(pdf)
    for page in pdf.pages:
        for number, element in enumerate(parents[int(page.obj.StructParents)]):
            kids: list[object] = list(element.K.as_list())
            assert number in [int(kid) for kid in kids if isinstance(kid, int | Decimal)], element.S
            assert element.Pg.objgen == page.obj.objgen
    spans = [element for element in elements(pdf) if element.get("/S") == "/Span"]
    assert len(spans) * 5 < len(elements(pdf))
    assert any("/Lang" in span for span in spans)


def test_there_is_one_colour_profile(pdf: pikepdf.Pdf) -> None:
    streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/N" in thing]
    (profile,) = [thing for thing in streams if thing.get("/Type") != "/ObjStm"]
    assert pdf.Root.OutputIntents[0].DestOutputProfile.objgen == profile.objgen


def test_every_annotation_has_its_link_element(pdf: pikepdf.Pdf) -> None:
    parents = parents_of(pdf)
    found = links_of(pdf)
    assert len(found) >= 10
    for annotation in found:
        assert str(parents[int(annotation.StructParent)].S) == "/Link"
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(parents) + 1


def test_elements_point_at_pages_of_this_file(pdf: pikepdf.Pdf) -> None:
    pages = {page.obj.objgen for page in pdf.pages}
    assert all(element.Pg.objgen in pages for element in elements(pdf) if "/Pg" in element)


def test_links_between_parts_jump_to_the_page_of_their_target(pdf: pikepdf.Pdf) -> None:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    jumps = {str(a.Contents): pages[a.A.D[0].objgen] for a in links_of(pdf) if a.A.S == "/GoTo"}
    anchors = printed_handout().anchors
    assert jumps["Table 4.1"] == anchors["table-income"]
    assert jumps["outcome"] == anchors["term-outcome"]
    assert jumps["Glossary"] == anchors["glossary"]
    assert jumps["Handout p. 17"] == anchors["figure-tree"]


def test_no_private_address_is_left_and_what_leads_nowhere_is_no_link(pdf: pikepdf.Pdf) -> None:
    outside = [str(a.A.URI) for a in links_of(pdf) if a.A.S == "/URI"]
    assert outside == ["https://example.org/a?b=1&c=2"]
    assert not any("trainer" in str(annotation.Contents) for annotation in links_of(pdf))
    assert SCHEME.encode() not in printed_handout().data


def test_the_outline_has_parts_and_their_headings(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        lesson = next(item for item in outline.root if "problem tree" in item.title)
        below = [item.title for item in lesson.children]
    assert tops == [
        "Impact-Oriented Programming for Regions and Rural Territories",
        "Contents",
        "3 From evidence to a problem tree",
        "4 Tables and forms",
        "In the room",
        "A Glossary",
    ]
    assert below == ["What the figures say"]


def test_page_labels_and_slide_labels_are_the_printed_numbers(pdf: pikepdf.Pdf) -> None:
    assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]
    deck = pikepdf.open(io.BytesIO(printed_slides().data))
    assert [page.label for page in deck.pages] == [str(slide.number) for slide in slides().slides]


def test_metadata_and_information_say_the_same(pdf: pikepdf.Pdf) -> None:
    meta = handout().meta
    assert str(pdf.docinfo["/CreationDate"]) == "D:20261102000000Z"
    assert str(pdf.docinfo["/Producer"]) == "ModuleKit"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"]) == f"{meta.title} · {meta.label}"
        assert xmp["dc:creator"] == [str(pdf.docinfo["/Author"])] == [meta.author]
        assert set(xmp["dc:language"]) == {meta.language}
        assert xmp["xmp:CreateDate"] == "2026-11-02T00:00:00Z"
        assert xmp["pdfaid:part"] == "3"
        assert xmp["pdfaid:conformance"] == "A"
        assert xmp["pdfuaid:part"] == "1"
    assert pdf.Root.Metadata.read_bytes().count(b"<rdf:RDF") == 1
    assert str(pdf.Root.Lang) == meta.language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(pdf.Root.OutputIntents) == 1


def test_each_face_is_embedded_once(pdf: pikepdf.Pdf) -> None:
    programs = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o]
    names = Counter(str(descriptor.FontName).partition("+")[2] for descriptor in programs)
    assert set(names.values()) == {1}
    assert {"Noto-Sans", "Noto-Serif", "Noto-Sans-Semi-Bold", "Noto-Sans-Light"} <= set(names)


def test_pictures_and_drawings_have_their_alternative_text(pdf: pikepdf.Pdf) -> None:
    figures = [element for element in elements(pdf) if element.S == "/Figure"]
    alternatives = [str(figure.Alt) for figure in figures]
    assert alternatives == [
        "Emblem of the funder",
        "A tree: yields fall in dry years because there is no water and few stores.",
        "A field in spring, seen from the road.",
        CHARTS["line"].alt,
        *map(in_words, DIAGRAMS.values()),
        "Slide 21: A problem is not a missing solution",
        "Emblem of the funder",
        "Logo of a partner",
    ]


def test_headings_are_tagged_in_their_order(pdf: pikepdf.Pdf) -> None:
    tagged = [int(str(e.S)[2:]) for e in elements(pdf) if re.fullmatch(r"/H[1-6]", str(e.S))]
    written = [1 if not isinstance(b, Heading) else b.level for b in headings()]
    assert tagged == written


def headings() -> list[object]:
    return [
        block
        for part in handout().parts
        for block in walk(part.blocks)
        if type(block).__name__ in ("Heading", "Opener", "Cover")
    ]


def test_furniture_is_an_artifact_and_not_read_aloud(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[3]
    assert b"/Artifact <</Type /Pagination>> BDC" in page.obj.Contents.read_bytes()
    assert b"/Pagination" not in pdf.pages[0].obj.Contents.read_bytes()
    assert "Participant handout" in page_texts(printed_handout().data)[3]


def test_even_pages_are_moved_for_the_inner_margin(pdf: pikepdf.Pdf) -> None:
    boxes = [[round(float(side), 2) for side in page.obj.MediaBox] for page in pdf.pages]
    upright = {number: box[0] for number, box in enumerate(boxes, 1) if box[3] > box[2]}
    assert {left for number, left in upright.items() if number % 2 == 0} == {round(4 * 72 / 25.4, 2)}
    assert {left for number, left in upright.items() if number % 2} == {0}
    assert {box[0] for box in boxes if box[2] > box[3]} == {0}
