"""Pixels as the numbers of their colours, for pictures with a palette, without a loop over the pixels.

Takes a picture and its colours, gives a picture of numbers. Must not know where the picture stands.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_TABLE = 65_536  # entries of a table by which Pillow looks up numbers


def numbered(whole: Image.Image, colours: Sequence[bytes]) -> Image.Image | None:
    """For each pixel of ``whole``, which has four bytes a pixel, which of ``colours`` it has: at most 256, four bytes
    each. A colour is the number that its bytes are, and its remainder by a divisor that keeps all of them apart is
    looked up in a table.

    ``None`` where no divisor does, which takes colours that somebody chose for it.
    """
    from PIL import Image, ImageMath

    numbers = [int.from_bytes(colour, sys.byteorder, signed=True) for colour in colours]
    for divisor in range(_TABLE // 2, 1, -1):
        # As processors divide: what is left of a negative number is negative.
        places = [int(math.fmod(number, divisor)) + _TABLE // 2 for number in numbers]
        if len(set(places)) == len(places):
            break
    else:
        return None
    table = [0] * _TABLE
    for index, place in enumerate(places):
        table[place] = index
    pixels = Image.frombytes("I", whole.size, whole.tobytes())
    remainders: Image.Image = ImageMath.lambda_eval(
        lambda given: given["pixels"] % divisor + _TABLE // 2, pixels=pixels
    )
    return remainders.point(table, "L")
