"""What a picture is, told from its bytes: real ones, cut ones, hostile ones."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from modulekit.checks.picture_files import Kind, area_of, damage_of, kind_of
from modulekit.checks.svg import active_parts, svg_damage, svg_lacks

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'


def picture(kind: str, **options: object) -> bytes:
    """A picture by a library that we did not write."""
    buffer = io.BytesIO()
    Image.effect_noise((64, 40), 80).save(buffer, kind, **options)
    return buffer.getvalue()


PNG = picture("PNG")
JPEG = picture("JPEG")
PROGRESSIVE = picture("JPEG", progressive=True)


@pytest.mark.parametrize(
    ("data", "kind"), [(PNG, Kind.PNG), (JPEG, Kind.JPEG), (PROGRESSIVE, Kind.JPEG), (SVG, Kind.SVG)]
)
def test_kinds(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    "start",
    [
        b"\xef\xbb\xbf",
        b'<?xml version="1.0" encoding="UTF-8"?>\n',
        b"<!-- drawn by hand -->\n",
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n',
    ],
)
def test_an_svg_may_have_a_prologue(start: bytes) -> None:
    assert kind_of(start + SVG) is Kind.SVG


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"<html><svg/></html>", b"svg", picture("GIF")])
def test_other_kinds(data: bytes) -> None:
    assert kind_of(data) is None


@pytest.mark.parametrize(("data", "kind"), [(PNG, Kind.PNG), (JPEG, Kind.JPEG), (PROGRESSIVE, Kind.JPEG)])
def test_whole_pictures_are_whole(data: bytes, kind: Kind) -> None:
    assert damage_of(data, kind) is None
    assert area_of(data, kind) == 64 * 40


@pytest.mark.parametrize(("data", "kind"), [(PNG, Kind.PNG), (JPEG, Kind.JPEG), (PROGRESSIVE, Kind.JPEG)])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_a_picture_that_was_cut_is_damaged(data: bytes, kind: Kind, share: float) -> None:
    assert damage_of(data[: int(len(data) * share)], kind) is not None


def test_a_changed_byte_in_a_png_is_found() -> None:
    assert "checksum" in str(damage_of(PNG[:60] + bytes([PNG[60] ^ 1]) + PNG[61:], Kind.PNG))


def test_a_small_file_may_be_a_huge_picture() -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    assert area_of(bomb, Kind.PNG) == 3_600_000_000


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (b"<script/>", "<script>"),
        (b"<foreignObject><p/></foreignObject>", "<foreignObject>"),
        (b'<g onclick="x()"/>', "onclick"),
        (b'<image href="map.png"/>', "map.png"),
        (b'<image href="https://example.org/a.png"/>', "example.org"),
        (b'<use href="other.svg#a"/>', "other.svg"),
        (b'<image href="data:image/svg+xml;base64,AAAA"/>', "data:image/svg"),
        (b"<style>@import 'a.css';</style>", "style"),
        (b"<style>g { fill: url( 'http://a/b' ) }</style>", "style"),
        (b'<g fill="url(other.svg#a)"/>', "fill"),
        (b'<a href="https://example.org"/>', "link"),
    ],
)
def test_what_runs_or_is_fetched(part: bytes, words: str) -> None:
    (found,) = active_parts(SVG.replace(b"<path", part + b"<path"))
    assert words in found.part


@pytest.mark.parametrize(
    "part",
    [
        b'<use href="#a"/>',
        b'<g fill="url(#shade)" style="fill: url(&quot;#shade&quot;)"/>',
        b'<image href="data:image/png;base64,AAAA"/>',
        b"<style>text { font-size: 13px }</style>",
    ],
)
def test_what_stays_inside(part: bytes) -> None:
    assert not list(active_parts(SVG.replace(b"<path", part + b"<path")))


def test_entities_are_refused_and_not_expanded() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + SVG
    assert "an entity declaration" in [found.part for found in active_parts(bomb)]


def test_drawings_need_a_size_and_a_name() -> None:
    assert svg_lacks(SVG) is None
    assert "viewBox" in str(svg_lacks(b'<svg xmlns="http://www.w3.org/2000/svg"/>'))
    assert "xmlns" in str(svg_lacks(b'<svg viewBox="0 0 9 9"/>'))


@given(st.binary(max_size=200), st.sampled_from([PNG, JPEG, SVG]), st.integers(0, 400))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_it_raise(noise: bytes, data: bytes, at: int) -> None:
    damaged = data[:at] + noise + data[at + len(noise) :]
    kind = kind_of(damaged)
    if kind is Kind.SVG:
        if svg_damage(damaged) is None:
            svg_lacks(damaged)
        list(active_parts(damaged))
    elif kind is not None:
        damage_of(damaged, kind)
        area_of(damaged, kind)
