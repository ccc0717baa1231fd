"""Where two files differ first is said in terms of what they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from modulekit.delivery.difference import first_difference


def _packed(*parts: tuple[str, bytes], level: int = 6) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, level)
    return buffer.getvalue()


A, B = ("a.xml", b"<a>one</a>"), ("b.xml", b"<b>" + bytes(range(65, 90)) * 40 + b"</b>")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (b"same", b"same", ""),
        (b"one\ntwo three\n", b"one\ntwo four\n", "line 2, column 5: “three”"),
        (b"one\n", b"one\ntwo\n", "line 2, column 1: “”"),
        ("«ә»".encode(), "«ө»".encode(), "byte 3"),
        (b"\xff\xfe\x00", b"\xff\xfe\x01", "byte 2"),
        (
            b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n2 0 obj\n(a)",
            b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n2 0 obj\n(b)",
            "object 2, byte 38",
        ),
        (b"%PDF-1.7 a", b"%PDF-1.7 b", "byte 9"),
        (_packed(A, B), _packed(A, ("b.xml", B[1][:-1])), "b.xml, line 1, column 1007: “>”"),
        (_packed(A, B), _packed(A), "b.xml is in the first only"),
        (_packed(A), _packed(A, B), "b.xml is in the second only"),
        (_packed(A, B), _packed(B, A), "the order of the parts"),
        (b"PK\x03\x04 damaged", b"PK\x03\x04 otherwise", "byte 5"),
    ],
)
def test_the_first_difference_is_named(one: bytes, other: bytes, words: str) -> None:
    assert first_difference(one, other) == words


def test_parts_that_are_packed_otherwise() -> None:
    assert first_difference(_packed(B, level=1), _packed(B, level=9)).startswith("the packing, byte ")
