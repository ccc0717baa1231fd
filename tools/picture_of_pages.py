"""Makes docs/images/pages.png, the picture of real pages in README.md.

    ./run build
    python tools/picture_of_pages.py

Takes the built flagship in dist/, gives one picture: the cover and a page of the handout, a page of the guide, two
slides. Pages are chosen by the words of their bookmarks, so that they are found again when pages move.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "dist" / "impact-oriented-programming" / "en"
TARGET = ROOT / "docs" / "images" / "pages.png"

HEIGHT = 850  # pixels of a page; a slide column is as high
GAP, MARGIN = 30, 34
GROUND = "#e9edec"
COLOURS = 128
LARGEST = 300_000  # bytes


@dataclass(frozen=True)
class Pick:
    """A page of a product: the one that the last of ``bookmarks`` leads to, each looked for after the one before."""

    product: str
    bookmarks: tuple[str, ...]


PAGES = (
    Pick("handout", ("Impact-Oriented",)),
    Pick("handout", ("3 From evidence",)),
    Pick("guide", ("3 From evidence", "Step by step")),
)
SLIDES = (
    Pick("slides", ("From evidence", "Read it upwards")),
    Pick("slides", ("From evidence", "A cause needs two proofs")),
    Pick("slides", ("From evidence", "Exercise 2")),
)


def picture() -> Image.Image:
    """All pages side by side, the slides one below the other."""
    pages = [page(pick, height=HEIGHT) for pick in PAGES]
    slide_height = (HEIGHT - GAP * (len(SLIDES) - 1)) // len(SLIDES)
    slides = [page(pick, height=slide_height) for pick in SLIDES]
    width = sum(image.width + GAP for image in pages) + slides[0].width
    canvas = Image.new("RGB", (width + 2 * MARGIN, HEIGHT + 2 * MARGIN), GROUND)
    left = MARGIN
    for image in pages:
        lay(canvas, image, left, MARGIN)
        left += image.width + GAP
    for number, image in enumerate(slides):
        lay(canvas, image, left, MARGIN + number * (slide_height + GAP))
    return canvas


def page(pick: Pick, height: int) -> Image.Image:
    """A picture of one page, ``height`` pixels high."""
    pdf = pypdfium2.PdfDocument(BUILT / f"{pick.product}.pdf")
    try:
        found = pdf[number_of(pdf, pick)]
        image: Image.Image = found.render(scale=2 * height / found.get_height()).to_pil().convert("RGB")
        return image.resize((round(height * found.get_width() / found.get_height()), height), Image.Resampling.LANCZOS)
    finally:
        pdf.close()


def number_of(pdf: pypdfium2.PdfDocument, pick: Pick) -> int:
    """The page, from 0, that the bookmarks of ``pick`` lead to.

    Raises ``LookupError`` where there is no such bookmark: then choose another page above.
    """
    wanted = list(pick.bookmarks)
    for mark in pdf.get_toc():
        if mark.get_title().startswith(wanted[0]):
            place = mark.get_dest()
            if len(wanted) == 1 and place is not None:
                return int(place.get_index())
            wanted.pop(0)
    raise LookupError(f"{pick.product}.pdf has no bookmark “{wanted[0]}”")


def lay(canvas: Image.Image, image: Image.Image, left: int, top: int) -> None:
    """Put a page on the canvas, with a soft shadow below it."""
    shadow = Image.new("L", canvas.size, 0)
    shadow.paste(70, (left + 2, top + 4, left + image.width + 2, top + image.height + 4))
    canvas.paste("#8d9996", mask=shadow.filter(ImageFilter.GaussianBlur(6)))
    canvas.paste(image, (left, top))


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    few = picture().quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(TARGET, optimize=True)
    size = TARGET.stat().st_size
    if size > LARGEST:
        raise SystemExit(
            f"{TARGET} has {size} bytes, at most {LARGEST} are wanted: take fewer colours or a lower height"
        )
    print(f"{TARGET}: {few.width} × {few.height}, {size} bytes")
