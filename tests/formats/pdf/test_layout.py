"""The worker: it serves what the job carries and nothing else, and it notices what is missing."""

from __future__ import annotations

import gc
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from modulekit.formats.pdf.complaints import Complaint
from modulekit.formats.pdf.findings import findings
from modulekit.formats.pdf.layout import Fragment, Job, lay_out
from modulekit.resources import templates
from tests.formats.samples import PHOTO, TREE


def page(body: str, css: str = "", assets: dict[str, tuple[str, bytes]] | None = None) -> Fragment:
    html = f'<!doctype html><html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    font = 'body { font-family: "Noto Sans" }'
    return lay_out(Job(html, font + css, str(templates() / "fonts"), assets or {}))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/beacon.png",
        "https://example.org/beacon.png",
        "file:///etc/hostname",
        "ftp://example.org/a.png",
        "asset:unknown",
        "data:image/png;base64,AAAA",
        "/etc/hostname",
    ],
)
def test_every_other_address_is_refused_and_reported(address: str) -> None:
    fragment = page(f'<h1 id="top">T</h1><p id="here"><img src="{address}" alt="A picture"></p>')
    assert fragment.complaints
    assert [finding.code for finding in findings("part", fragment.complaints)] == ["MK704"] * len(fragment.complaints)


@pytest.mark.parametrize(
    "css",
    [
        "@import url(https://example.org/a.css);",
        "body { background: url(file:///etc/hostname) }",
        '@font-face { font-family: X; src: url("http://127.0.0.1:9/x.ttf") } h1 { font-family: X }',
    ],
)
def test_style_sheets_may_not_read_either(css: str) -> None:
    assert page("<h1>T</h1>", css).complaints


def test_a_drawing_may_not_read_what_is_not_its_own() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname" '
        'width="9" height="9"/></svg>'
    )
    fragment = page('<img src="asset:a" alt="A">', assets={"asset:a": ("image/svg+xml", drawing.encode())})
    assert any("/etc/hostname" in complaint.words for complaint in fragment.complaints)


def test_pictures_of_the_job_are_shown() -> None:
    fragment = page(
        '<h1>T</h1><img src="asset:p" alt="Photo"><img src="asset:t" alt="Tree">',
        assets={"asset:p": (PHOTO.media_type, PHOTO.data), "asset:t": (TREE.media_type, TREE.data)},
    )
    assert fragment.complaints == ()


def test_a_picture_that_is_none_is_reported_where_it_stands() -> None:
    fragment = page(
        '<h1>T</h1><div id="here"><img src="asset:0a" alt="Photo"></div>', assets={"asset:0a": ("image/png", b"no")}
    )
    assert {complaint.target for complaint in fragment.complaints} == {"here"}


def test_words_that_a_box_of_fixed_height_drops_are_missed() -> None:
    """WeasyPrint drops them and says nothing; this is why letters are counted."""
    lines = "".join(f"<p>Line number {number} of the text</p>" for number in range(80))
    fragment = page(f'<div id="fixed">{lines}</div>', "div { height: 200mm; break-after: page } p { margin: 0 }")
    lost = [complaint for complaint in fragment.complaints if complaint.lost]
    assert lost
    assert {complaint.target for complaint in lost} == {"fixed"}
    assert lost[-1].words == "Line number 79 of the text"


WIDE = "".join("<td>incomprehensibilities</td>" for _ in range(12))


def test_words_that_run_into_the_margin_are_reported_where_they_stand() -> None:
    """A table is never narrower than its longest words."""
    fragment = page(f'<p>Before</p><table id="wide"><tr>{WIDE}</tr></table>', "td { overflow-wrap: normal }")
    assert [(said.target, said.outside) for said in fragment.complaints] == [("wide", True)]


def test_words_in_the_margins_and_in_broken_lines_are_where_they_may_be() -> None:
    fragment = page(
        f"<table><tr>{WIDE}</tr></table><p>{'incomprehensibilities ' * 90}</p>",
        "@page { @top-right { content: 'The name of this part' } } td { overflow-wrap: anywhere }",
    )
    assert fragment.complaints == ()


def test_hyphens_capitals_and_repeated_headers_are_no_loss() -> None:
    rows = "".join(f"<tr><td>Row {number}</td></tr>" for number in range(120))
    fragment = page(
        f"<p>{'incomprehensibilities ' * 40}</p><table><thead><tr><th>Head</th></tr></thead>{rows}</table>",
        "p { hyphens: auto; width: 40mm; text-transform: uppercase }",
    )
    assert fragment.pages > 1
    assert fragment.complaints == ()


def test_only_bundled_fonts_are_used() -> None:
    fragment = page("<p style='font-family: DejaVu Sans'>Words</p><p>☐ → Әлем</p>")
    files = {path.name for path in (templates() / "fonts").glob("*.ttf")}
    assert set(fragment.faces.values()) <= files
    assert b"DejaVu" not in fragment.data
    assert fragment.complaints == ()


def test_ids_and_bookmarks_are_found() -> None:
    fragment = page(
        '<h1 data-label="One">1</h1><p style="break-before: page" id="second">2</p>',
        "h1 { bookmark-level: 1; bookmark-label: attr(data-label) }",
    )
    assert fragment.anchors["second"].page == 1
    assert [(mark.level, mark.label, mark.place.page) for mark in fragment.bookmarks] == [(1, "One", 0)]


def test_findings_say_what_happened_in_words() -> None:
    complaints = [
        Complaint("here", "…", glyph="計"),
        Complaint("", "long " * 40, lost=True),
        Complaint("", "Something else"),
        Complaint("wide", "long", outside=True),
    ]
    found = list(findings("part", complaints))
    assert [(finding.code, finding.target) for finding in found] == [
        ("MK703", "here"),
        ("MK704", "part"),
        ("MK704", "part"),
        ("MK714", "wide"),
    ]
    assert len(found[1].message) < 130


def test_the_worker_leaves_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page("<h1>T</h1>")
    assert not list(tmp_path.iterdir())


def test_the_collector_meets_no_boxes() -> None:
    """They go by themselves when nobody holds them; the collector would go through all of them."""
    young: list[int] = []

    def watch(phase: str, _: object) -> None:
        if phase == "start":
            young.append(len(gc.get_objects(0)))

    rows = "".join(f"<tr><td>Row {number}</td></tr>" for number in range(300))
    page("<table><tr><td>Everything is loaded</td></tr></table>")
    gc.collect()  # what other tests left is not young any more
    gc.callbacks.append(watch)
    try:
        fragment = page(f"<table>{rows}</table>")
        gc.collect()
    finally:
        gc.callbacks.remove(watch)
    assert fragment.pages > 5
    assert max(young) < 100 * 300  # a row is 50 objects, with its boxes 150 more


def test_a_large_photograph_is_made_as_small_as_print_allows() -> None:
    buffer = io.BytesIO()
    Image.effect_noise((2400, 1600), 60).convert("RGB").save(buffer, "JPEG", quality=95)
    picture = ("image/jpeg", buffer.getvalue())
    fragment = page('<h1>T</h1><img src="asset:j" alt="Noise" style="width: 60mm">', assets={"asset:j": picture})
    assert fragment.complaints == ()
    assert len(fragment.data) < len(buffer.getvalue()) / 5


def test_a_picture_of_few_colours_keeps_its_pixels_and_gets_a_palette() -> None:
    colours = Image.new("RGB", (64, 64), (10, 20, 30))
    colours.paste((200, 100, 50), (8, 8, 40, 40))
    buffer = io.BytesIO()
    colours.save(buffer, "PNG")
    fragment = page('<img src="asset:p" alt="Two colours">', assets={"asset:p": ("image/png", buffer.getvalue())})
    with pikepdf.open(io.BytesIO(fragment.data)) as pdf:
        (stream,) = (o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image")
        assert stream.ColorSpace[0] == "/Indexed"
        assert pikepdf.PdfImage(stream).as_pil_image().convert("RGB").tobytes() == colours.tobytes()
