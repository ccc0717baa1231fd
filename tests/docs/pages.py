"""The project's Markdown pages as a reader finds them: links, headings, and names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
INDEX = DOCS / "index.md"

_FENCE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FILE = re.compile(r"`((?:src|tests|templates|tools|docs|modules|requirements|schemas)/[\w./*<>-]*)`")


def pages() -> list[Path]:
    """Every page, those at the top of the repository first."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@cache
def prose(page: Path) -> str:
    """The page without its fenced code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[tuple[str, Path, str]]:
    """Each link that stays in the repository: as it is written, the file that it leads to, and the heading there."""
    for link in _LINK.findall(re.sub(r"`[^`\n]*`", "", prose(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, heading = link.partition("#")
        yield link, (page.parent / path).resolve() if path else page, heading


def headings(page: Path) -> set[str]:
    """The addresses of the headings of a page, as GitHub makes them."""
    return {_address(words) for words in _HEADING.findall(prose(page))}


def files_named(page: Path) -> set[str]:
    """The files and folders of the repository that the page names in code."""
    return {name for name in _FILE.findall(prose(page)) if "<" not in name}


def _address(heading: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
