"""A number means the same thing in every file, and a page that the guide cites is the page in the built handout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pptx import Presentation

from tests.flagship.conftest import Flagship


def pages_of(path: Path) -> list[str]:
    """The words of each page, without white space: lines break differently in every file."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [_squeezed(page.get_textpage().get_text_range()) for page in pdf]
    finally:
        pdf.close()


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u0002\ufffe-]+", "", text)


def _cited(guide: str) -> Iterator[tuple[str, int]]:
    """Each step of the guide with the page of the handout that it sends the reader to."""
    steps = re.split(r"^### ", guide, flags=re.MULTILINE)[1:]
    for step in steps:
        heading, _, rest = step.partition("\n")
        page = re.search(r"Handout p\. (\d+)", rest.lstrip().split("\n")[0])
        if page:
            title = heading.split("  ")[1] if re.match(r"\d+\.\d+ ", heading) else heading.split("  ")[0]
            yield title, int(page.group(1))


def test_each_handout_page_that_the_guide_cites_is_right(flagship: Flagship) -> None:
    handout = pages_of(flagship.file("handout.pdf"))
    cited = list(_cited(flagship.file("guide.txt").read_text()))
    assert len(cited) > 25
    wrong = [(title, page) for title, page in cited if _squeezed(title) not in handout[page - 1]]
    assert wrong == []


def test_the_guide_prints_the_pages_that_its_text_cites(flagship: Flagship) -> None:
    printed = "".join(pages_of(flagship.file("guide.pdf")))
    for title, page in _cited(flagship.file("guide.txt").read_text()):
        at = printed.find(f"Handoutp.{page}", max(printed.find(_squeezed(title)), 0))
        assert at >= 0, (title, page)


def test_exercises_have_the_same_number_everywhere(flagship: Flagship) -> None:
    pattern = re.compile(r"Exercise (\d) · ([^\n·(]+?)(?:  |\n| ·)")
    named = set(pattern.findall(flagship.file("handout.txt").read_text()))
    assert {number for number, _ in named} == set("1234567")
    guide = flagship.file("guide.txt").read_text()
    slides = [_squeezed(page) for page in pages_of(flagship.file("slides.pdf"))]
    workbook = "".join(pages_of(flagship.file("workbook.pdf")))
    answers = "".join(pages_of(flagship.file("answers.pdf")))
    for number, title in named:
        assert f"Exercise {number} · {title}" in guide
        assert any(_squeezed(f"Exercise {number} · {title}") in page for page in slides)
        assert _squeezed(f"Exercise {number} · {title}") in workbook
        assert _squeezed(title) in answers
        assert f"ModelanswertoExercise{number}" in answers


def test_slides_have_the_same_number_everywhere(flagship: Flagship) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(flagship.file("slides.pptx"))).slides]
    public = Presentation(str(flagship.file("slides-participant.pptx")))
    assert titles == [slide.shapes.title.text_frame.text for slide in public.slides]
    printed = pages_of(flagship.file("slides.pdf"))
    assert len(titles) == len(printed)
    for number, (title, page) in enumerate(zip(titles, printed, strict=True), start=1):
        assert _squeezed(title) in page, number
        assert page.endswith(str(number)) or str(number) in page, number


def test_the_guide_shows_every_slide(flagship: Flagship) -> None:
    shown = {int(number) for number in re.findall(r"^\[Slide (\d+)\]", flagship.file("guide.txt").read_text(), re.M)}
    count = len(pages_of(flagship.file("slides.pdf")))
    assert shown == set(range(1, count + 1))


def test_only_the_trainers_deck_has_notes(flagship: Flagship) -> None:
    trainers = Presentation(str(flagship.file("slides.pptx")))
    public = Presentation(str(flagship.file("slides-participant.pptx")))
    assert sum(slide.has_notes_slide for slide in trainers.slides) > 40
    assert not any(slide.has_notes_slide for slide in public.slides)
