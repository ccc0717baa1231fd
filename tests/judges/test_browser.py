"""The browser must hear what a page does wrong; one that hears nothing would find every page good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges.browser import Browser, BrowserError, browser

pytestmark = [pytest.mark.judge("chromium"), pytest.mark.xdist_group("browser")]

BAD = """<!doctype html><html><head><title></title></head><body>
<p style="color: #ccc; background: #fff">Pale words</p>
<img src="https://pictures.example/well.png">
<a href="there.txt">There</a>
<script>console.warn("careful"); fetch("https://count.example/visit").catch(() => 0); missing();</script>
</body></html>"""


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, str]]:
    file = tmp_path_factory.mktemp("pages") / "bad.html"
    file.write_text(BAD, encoding="utf-8")
    with browser() as program:
        program.size(800, 600)
        program.open(file.as_uri())
        program.wait(lambda: len(program.heard.requests) >= 3 and bool(program.heard.thrown))
        program.listen(0.2)
        yield program, file.as_uri()


def test_it_hears_requests_words_and_errors(bad: tuple[Browser, str]) -> None:
    heard, address = bad[0].heard, bad[1]
    assert {address, "https://pictures.example/well.png", "https://count.example/visit"} <= set(heard.requests)
    assert "careful" in heard.console
    assert any("missing is not defined" in said for said in heard.thrown)
    assert any("ERR_" in said for said in heard.console)  # no network was there


@pytest.mark.judge("axe")
def test_axe_complains(bad: tuple[Browser, str]) -> None:
    found = {complaint.partition(" ")[0] for complaint in bad[0].axe()}
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title"} <= found


def test_it_holds_a_page_and_says_where_a_click_led(bad: tuple[Browser, str]) -> None:
    program, address = bad
    with program.held() as led:
        x, y = program.run("(place => [place.x + 5, place.y + 5])(document.querySelector('a').getBoundingClientRect())")
        program.click(x, y)
        program.wait(lambda: bool(led))
        assert led == [address.replace("bad.html", "there.txt")]
    assert program.run("location.href") == address


def test_a_page_that_is_not_there_is_an_error(bad: tuple[Browser, str], tmp_path: Path) -> None:
    with pytest.raises(BrowserError):
        bad[0].open((tmp_path / "missing.html").as_uri())
