"""The start page as a centre meets it: opened in Chromium from a folder, without a network, on a desk and on a
telephone, with a mouse, with a keyboard, and by those who listen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import docx
import pypdfium2
import pytest

from modulekit.build import Order, build
from modulekit.build.pack import pack
from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel
from modulekit.build.sources import CourseZip
from modulekit.delivery.package import write_folder
from modulekit.diagnostics import Report
from modulekit.products.quantities import Amount
from modulekit.products.strings import Strings, parse_strings
from modulekit.resources import templates
from modulekit.review.kits import builtin_kits
from tests.courses import small
from tests.judges.browser import Browser, browser
from tests.presses import theme, whole_press

LANGUAGES = ("kk", "ru", "en")
START = "00_START_HERE.html"
DESK, PHONE, NARROW = (1280, 900), (390, 844), (320, 640)
LINKS = "[...document.querySelectorAll('a')].filter(link => link.checkVisibility())"

pytestmark = [pytest.mark.judge("chromium"), pytest.mark.xdist_group("browser")]


@dataclass(frozen=True)
class Opened:
    """A package on the disk, and a browser that shows its start page."""

    folder: Path
    browser: Browser

    @property
    def address(self) -> str:
        return (self.folder / START).as_uri()

    def show(self, language: str, size: tuple[int, int] = DESK) -> None:
        """Open the page anew in a language."""
        self.browser.size(*size, phone=size != DESK)
        self.browser.open("about:blank")
        self.browser.open(f"{self.address}#{language}")

    def links(self) -> list[str]:
        """Where the links lead that can be seen."""
        return list(self.browser.run(f"{LINKS}.map(link => link.href)"))

    def click(self, number: int) -> None:
        """Click a link that can be seen, by its number."""
        x, y = self.browser.run(
            f"""(() => {{
                const link = {LINKS}[{number}];
                link.scrollIntoView({{block: "center", behavior: "instant"}});
                const place = link.getClientRects()[0];
                return [place.x + place.width / 2, place.y + place.height / 2];
            }})()"""
        )
        self.browser.click(x, y)

    def languages_seen(self) -> list[str]:
        """The languages whose sides can be seen."""
        return list(
            self.browser.run(
                "[...document.querySelectorAll('.side')].filter(s => s.checkVisibility()).map(s => s.lang)"
            )
        )

    def file(self, address: str) -> bytes:
        """The file that an address of the package means."""
        place = Path(unquote(urlsplit(address).path))
        assert place.is_relative_to(self.folder)
        return place.read_bytes()


@cache
def words_of(language: str) -> Strings:
    return parse_strings((templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8"), language)


def _papers() -> Iterator[Paper]:
    """Real files of the small course, of each kind, in the place of those of three languages."""
    report, place = Report(), small().folder
    with whole_press() as press:
        order = Order(pairs=frozenset({("agenda", "pdf"), ("agenda", "docx"), ("handout", "html")}))
        built = build(small(), order, press, report)
    assert built is not None, [*report]
    pdf, word, page = (built.files[place / name] for name in ("agenda.pdf", "agenda.docx", "handout.html"))
    for language in LANGUAGES:
        once, each = Amount(1, 1), Amount(4, 12)
        yield _paper(language, "trainers/guide.pdf", pdf, pages=2, copies=once)
        yield _paper(language, "participants/handout.html", page)
        yield _paper(language, "participants/handout.pdf", pdf, pages=2, copies=each)
        yield _paper(language, "preparation/badges.pdf", pdf, pages=2)
        yield _paper(language, "editable/agenda.docx", word)


def _paper(language: str, file: str, data: bytes, pages: int | None = None, copies: Amount | None = None) -> Paper:
    path = PurePosixPath(language, file)
    return Paper(
        path,
        data,
        folder=path.parts[1],
        title=words_of(language)(f"product-{path.stem}"),
        product=path.stem,
        format=path.suffix[1:],
        language=language,
        pages=pages,
        copies=copies,
    )


def _parcel() -> Parcel:
    jobs = []
    for language in LANGUAGES:
        module = small().module.model_copy(update={"language": language})
        jobs.append(replace(small(), module=module, strings=words_of(language)))
    course = io.BytesIO()
    with zipfile.ZipFile(course, "w") as archive:
        archive.writestr("short-meetings/modulekit.yaml", "format: 1\n")
    source = CourseZip("short-meetings", course.getvalue(), 1)
    return Parcel(builtin_kits()["centre"], tuple(jobs), tuple(_papers()), small().module.document.date, source)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("stick") / "a package"  # with a space, as folders of people have
    write_folder(pack(_parcel(), templates(), theme()).files, folder)
    with browser() as program:
        yield Opened(folder, program)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_for_and_nothing_goes_wrong(opened: Opened, language: str) -> None:
    heard = opened.browser.heard
    heard.requests.clear()
    opened.show(language)
    opened.browser.listen(0.2)
    assert [request for request in heard.requests if not request.startswith("data:")] == [opened.address]
    assert heard.console == []
    assert heard.thrown == []
    assert opened.languages_seen() == [language]


def test_without_a_language_in_the_address_the_first_one_is_shown(opened: Opened) -> None:
    opened.show("")
    assert opened.languages_seen() == [LANGUAGES[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_opens(opened: Opened, language: str) -> None:
    opened.show(language)
    links = opened.links()
    files = [link for link in links if "#" not in link]
    assert {Path(link).suffix for link in files} == {".txt", ".pdf", ".html", ".docx", ".zip"}
    with opened.browser.held() as led:
        for number, link in enumerate(links):
            if link in files:
                before = len(led)
                opened.click(number)
                opened.browser.wait(lambda before=before: len(led) > before)  # type: ignore[misc]
        assert led == files
    assert opened.browser.run("location.href") == f"{opened.address}#{language}"
    for link in files:
        _opens(Path(link).suffix, opened.file(link))


def _opens(kind: str, data: bytes) -> None:
    match kind:
        case ".pdf":
            assert len(pypdfium2.PdfDocument(data)) > 0
        case ".docx":
            assert docx.Document(io.BytesIO(data)).paragraphs
        case ".zip":
            assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
        case _:
            assert data.decode("utf-8").strip()


def test_a_click_on_a_language_shows_its_side_from_the_top(opened: Opened) -> None:
    opened.show(LANGUAGES[0])
    for language in (*LANGUAGES[1:], LANGUAGES[0]):
        number = opened.links().index(f"{opened.address}#{language}")
        opened.click(number)
        assert opened.languages_seen() == [language]
        assert opened.browser.run("scrollY") == 0
    below = [at for at, link in enumerate(opened.links()) if link == f"{opened.address}#en"][-1]
    opened.click(below)  # “In other languages”, at the foot of a long page
    assert opened.languages_seen() == ["en"]
    assert opened.browser.run("scrollY") == 0


FOCUSED = """(() => {
    const link = document.activeElement, style = getComputedStyle(link), place = link.getBoundingClientRect();
    return {
        href: link.href, style: style.outlineStyle, width: parseFloat(style.outlineWidth),
        seen: place.top >= 0 && place.bottom <= innerHeight && place.left >= 0 && place.right <= innerWidth,
    };
})()"""


@pytest.mark.parametrize("size", [DESK, NARROW], ids=["desk", "narrow"])
def test_the_keyboard_reaches_every_link_in_the_order_of_the_page(opened: Opened, size: tuple[int, int]) -> None:
    opened.show("ru", size)
    links = opened.links()
    for link in links:
        opened.browser.press("Tab")
        focused = opened.browser.run(FOCUSED)
        assert focused["href"] == link
        assert focused["style"] == "solid", link
        assert focused["width"] >= 2
        assert focused["seen"], link


def test_the_keyboard_changes_the_language_and_goes_on_there(opened: Opened) -> None:
    opened.show("kk")
    opened.browser.press("Tab")
    opened.browser.press("Tab")
    assert opened.browser.run("document.activeElement.lang") == "ru"
    opened.browser.press("Enter")
    assert opened.languages_seen() == ["ru"]
    opened.browser.press("Tab")
    assert opened.browser.run("document.activeElement.closest('.side').lang") == "ru"


@pytest.mark.judge("axe")
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_those_who_do_not_see_get_all_of_it(opened: Opened, size: tuple[int, int]) -> None:
    for language in LANGUAGES:
        opened.show(language, size)
        assert opened.browser.axe() == []
        nodes = opened.browser.accessible()
        roles = [node["role"]["value"] for node in nodes]
        assert roles.count("main") == 1
        assert roles.count("navigation") == 1
        levels = [_property(node, "level") for node in nodes if node["role"]["value"] == "heading"]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(one - other <= 1 for other, one in pairwise(levels))
        tables = [node for node in nodes if node["role"]["value"] == "table"]
        assert len(tables) == 5
        assert all(table["name"]["value"] for table in tables)
        assert roles.count("rowheader") == 7
        assert {"row", "cell", "columnheader"} <= set(roles)
        assert all(node["name"]["value"] for node in nodes if node["role"]["value"] in ("link", "image", "navigation"))
        said = opened.browser.run("[...document.querySelectorAll('.side')].find(side => side.checkVisibility()).lang")
        assert said == language


def _property(node: dict[str, Any], name: str) -> Any:
    return next(found["value"]["value"] for found in node["properties"] if found["name"] == name)


CUT = """[...document.querySelectorAll(".side *")].filter(one => one.checkVisibility()).filter(one => {
    const place = one.getBoundingClientRect();
    return one.tagName != "THEAD" && !one.closest("thead") && (place.right > innerWidth + 0.5 || place.left < 0);
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_320_pixels_nothing_is_cut_and_figures_say_what_they_are(opened: Opened, language: str) -> None:
    opened.show(language, NARROW)
    assert opened.browser.run("document.documentElement.scrollWidth") == NARROW[0]
    assert opened.browser.run(CUT) == []
    words = words_of(language)
    told = opened.browser.run(
        """[...document.querySelectorAll("td[data-name]")].filter(cell => cell.checkVisibility() && cell.innerText)
        .map(cell => getComputedStyle(cell, "::before").content)"""
    )
    assert told
    for content in told:
        assert any(words(key) in content for key in ("pages", "copies", "sheets", "sheets-in-all")), content


def test_on_paper_it_is_the_side_that_is_shown(opened: Opened) -> None:
    opened.show("ru")
    with pypdfium2.PdfDocument(opened.browser.printed()) as paper:
        assert 1 <= len(paper) <= 3
        assert [round(side) for side in paper[0].get_size()] == [595, 842]
        text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    assert "Начните отсюда".upper() in text
    assert "Руководство для тренера" in text
    assert "Trainer guide" not in text
    assert "Қазақ тілі" not in text.splitlines()[0]  # nobody can click there
