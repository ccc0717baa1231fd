"""Pictures: an alternative text on each, PNG for every program and SVG for those that can."""

from __future__ import annotations

import io

from PIL import Image

from modulekit.document import Asset, Document, Figure, Part, PartKind
from modulekit.formats.docx import write
from modulekit.formats.drawing.words import in_words
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.press import Press
from tests.formats.docx.reading import Opened, opened
from tests.formats.sample_charts import CHARTS
from tests.formats.sample_diagrams import DIAGRAMS
from tests.formats.samples import PHOTO, TREE, handout


def with_figure(*figures: Figure) -> Document:
    return Document(handout().meta, (Part("p", "P", PartKind.CHAPTER, figures),))


def test_every_picture_has_an_alternative_text(sample: Opened) -> None:
    texts = [properties.get("descr") for properties in sample.body.iter(qname("wp:docPr"))]
    assert texts == [
        "Emblem of the funder",
        "A tree: yields fall in dry years because there is no water and few stores.",
        "A field in spring, seen from the road.",
        CHARTS["line"].alt,
        *map(in_words, DIAGRAMS.values()),
        "Slide 21: A problem is not a missing solution",
        "Emblem of the funder",
        "Logo of a partner",
    ]


def test_drawings_have_numbers_of_their_own(sample: Opened) -> None:
    numbers = [properties.get("id") for properties in sample.body.iter(qname("wp:docPr"))]
    assert len(set(numbers)) == len(numbers)


def test_a_drawing_is_there_twice(press: Press) -> None:
    made = opened(write(with_figure(Figure(TREE, "A tree")), press).data)
    media = sorted(name for name in made.parts if name.startswith("word/media/"))
    assert [name.rpartition(".")[2] for name in media] == ["svg", "png"]
    (vector,) = made.body.iter(qname("asvg:svgBlip"))
    (raster,) = made.body.iter(qname("a:blip"))
    assert vector.get(qname("r:embed")) != raster.get(qname("r:embed"))


def test_a_drawing_asks_for_a_family_that_the_reader_has(press: Press) -> None:
    made = opened(write(with_figure(Figure(TREE, "A tree")), press).data)
    (svg,) = [data for name, data in made.parts.items() if name.endswith(".svg")]
    assert b'font-family="Arial"' in svg
    assert b"Noto" not in svg


def test_pictures_keep_their_proportions(press: Press) -> None:
    made = opened(write(with_figure(Figure(PHOTO, "A field", width=0.5)), press).data)
    (extent,) = made.body.iter(qname("wp:extent"))
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert abs(width - 83 * 36_000) < 36_000  # half of 166 mm
    assert abs(width / height - 320 / 180) < 0.01


def test_a_picture_is_in_the_file_once_however_often_it_is_shown(press: Press) -> None:
    wide, narrow = (Figure(PHOTO, "A field", width=width) for width in (0.5, 0.2))
    made = opened(write(with_figure(wide, narrow, wide), press).data)
    assert len(list(made.body.iter(qname("a:blip")))) == 3
    assert [name for name in made.parts if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_tall_picture_stays_on_its_page(press: Press) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (100, 900), "white").save(buffer, "PNG")
    made = opened(write(with_figure(Figure(Asset("tall.png", "image/png", buffer.getvalue()), "A mast")), press).data)
    (extent,) = made.body.iter(qname("wp:extent"))
    assert int(extent.get("cy")) <= 190 * 36_000


def test_a_photo_is_not_finer_than_paper(press: Press) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((4000, 3000), 60).convert("RGB").save(buffer, "JPEG", quality=95)
    photo = Asset("photo.jpg", "image/jpeg", buffer.getvalue())
    made = opened(write(with_figure(Figure(photo, "Noise")), press).data)
    (small,) = [data for name, data in made.parts.items() if name.startswith("word/media/")]
    with Image.open(io.BytesIO(small)) as image:
        assert 1100 < image.width < 1300
    assert len(small) < len(photo.data) / 4


def test_a_small_picture_with_a_palette_stays_as_it_is_and_a_large_one_keeps_its_lines(press: Press) -> None:
    line = Image.new("1", (8000, 40), 1)
    line.paste(0, (0, 19, 8000, 20))  # one pixel high: left out where every fourth is taken
    modes = {}
    for width in (2000, 8000):
        buffer = io.BytesIO()
        line.crop((0, 0, width, 40)).convert("P").save(buffer, "PNG")
        made = opened(
            write(with_figure(Figure(Asset("line.png", "image/png", buffer.getvalue()), "A line")), press).data
        )
        (shown,) = [data for name, data in made.parts.items() if name.startswith("word/media/")]
        with Image.open(io.BytesIO(shown)) as image:
            modes[width] = image.mode
            assert (shown == buffer.getvalue()) == (width == 2000)
            assert min(image.convert("L").tobytes()) < 250
    assert modes == {2000: "P", 8000: "RGB"}


def test_a_picture_that_cannot_be_read_is_reported_and_leaves_its_words(press: Press) -> None:
    broken = Asset("tree.svg", "image/svg+xml", b"<svg")
    printed = write(with_figure(Figure(broken, "A tree", id="figure-tree")), press)
    assert [(found.code, found.target) for found in printed.findings] == [("MK607", "figure-tree")]
    assert [line.text for line in opened(printed.data).lines] == ["[A tree]"]
