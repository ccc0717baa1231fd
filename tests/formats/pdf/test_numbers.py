"""``formats/pdf/numbers.py``."""

from __future__ import annotations

import math

import pydyf

from modulekit.formats.pdf.numbers import with_plain_numbers

LESS_THAN_480 = math.nextafter(480.0, 0)


def drawn(x: float) -> list[bytes]:
    pdf, stream = pydyf.PDF(), pydyf.Stream()
    pdf.add_object(stream)
    stream.move_to(68.25, x)
    stream.line_to(x, 237.872966)
    with_plain_numbers(pdf)
    return list(stream.stream)


def test_a_number_that_is_nearly_whole_is_written_as_the_whole_one() -> None:
    assert drawn(LESS_THAN_480) == drawn(480.0) == [b"68.25 480 m", b"480 237.872966 l"]


def test_words_with_a_point_stay_as_they_are() -> None:
    pdf = pydyf.PDF()
    stream = pydyf.Stream([b"/Span <</ActualText (See 480. It) >> BDC", b"(480. l) Tj"])
    pdf.add_object(stream)
    with_plain_numbers(pdf)
    assert stream.stream == [b"/Span <</ActualText (See 480. It) >> BDC", b"(480. l) Tj"]
