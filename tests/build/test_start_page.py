"""The page on top of a package: every link opens a file of it, nothing is fetched, every language reads in its own."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser
from pathlib import PurePosixPath

import pytest

from modulekit.build.pack import Packed, pack
from modulekit.build.parcel import Parcel
from modulekit.products.strings import parse_strings
from modulekit.resources import templates
from tests.build.parcels import parcel
from tests.presses import theme

VOID = {"meta", "img", "link", "br"}


class Page(HTMLParser):
    """What a page holds: its elements with their attributes, the words of headings and links, and how it nests."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("h1", "h2", "h3"):
            tag, words = self.headings[-1]
            self.headings[-1] = (tag, words + data)

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [found[attribute] for _, found in self.elements if attribute in found]


def _parcel(*languages: str) -> Parcel:
    """The parcel in several languages; the words of the program are real, those of the course stay as they are."""
    one = parcel()
    jobs = []
    for language in languages:
        words = parse_strings((templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8"), language)
        module = one.first.module.model_copy(update={"language": language})
        jobs.append(dataclasses.replace(one.first, module=module, strings=words))
    papers = tuple(
        dataclasses.replace(paper, language=language, path=PurePosixPath(language) / paper.path)
        for language in languages
        for paper in one.papers
    )
    return dataclasses.replace(one, jobs=tuple(jobs), papers=papers)


def _page(*languages: str) -> tuple[Page, Packed]:
    packed = pack(_parcel(*languages), templates(), theme())
    return Page(packed.files[PurePosixPath("00_START_HERE.html")].decode()), packed


@pytest.mark.parametrize("languages", [("en",), ("kk", "ru", "en")])
def test_every_link_leads_to_something_in_the_package(languages: tuple[str, ...]) -> None:
    page, packed = _page(*languages)
    files = {str(path) for path in packed.files}
    ids = set(page.all("id"))
    links = page.all("href")
    assert len(links) > 8 * len(languages)
    for link in links:
        if link.startswith("#"):
            assert link[1:] in ids, link
        elif link.endswith("/"):
            assert any(file.startswith(link) for file in files), link
        else:
            assert link in files, link
    assert {f"data/{paper.path}" for paper in packed.papers} <= set(links)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page, packed = _page("kk", "ru", "en")
    html = packed.files[PurePosixPath("00_START_HERE.html")].decode()
    assert {tag for tag, _ in page.elements} & {"script", "link", "iframe", "object", "form", "base"} == set()
    assert all(src.startswith("data:image/") for src in page.all("src"))
    assert "url(" not in html
    assert "http" not in html.replace("http-equiv", "").replace("data:image", "")
    assert [found["content"] for _, found in page.elements if found.get("http-equiv") == "Content-Security-Policy"] == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    ]


def test_each_language_has_a_side_of_its_own_and_the_first_one_is_shown() -> None:
    page, _ = _page("kk", "ru", "en")
    sides = [found for tag, found in page.elements if tag == "div" and "side" in found.get("class", "").split()]
    assert [side["id"] for side in sides] == ["ru", "en", "kk"]  # what stands last can be hidden by what stands before
    assert [side["lang"] for side in sides] == ["ru", "en", "kk"]
    assert [side["class"] for side in sides] == ["side", "side", "side shown"]
    assert page.elements[0] == ("html", {"lang": "kk"})
    current = [found["href"] for _, found in page.elements if "aria-current" in found]
    assert current == ["#ru", "#en", "#kk"]


def test_one_language_needs_no_switch() -> None:
    page, _ = _page("en")
    assert "nav" not in {tag for tag, _ in page.elements}


def test_headings_pictures_and_tables_are_made_for_those_who_listen() -> None:
    page, _ = _page("kk", "en")
    assert [tag for tag, _ in page.headings].count("h1") == 2  # one of them is shown
    assert all(words.strip() for _, words in page.headings)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert all(found["alt"] for tag, found in page.elements if tag == "img")
    tables = [found for tag, found in page.elements if tag == "table"]
    assert tables
    assert all(table["aria-labelledby"] in ids for table in tables)
    assert all(found.get("scope") in ("col", "row") for tag, found in page.elements if tag == "th")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["ink", "petrol", "teal", "muted"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_letters_stand_out(name: str, ground: str) -> None:
    one, other = _luminance(theme().colour(name)), _luminance(theme().colour(ground))
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5
