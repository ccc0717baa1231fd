"""Links lead somewhere, every page can be reached, and files that pages name are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DOCS, INDEX, ROOT, files_named, headings, links, pages

TO_BE_WRITTEN = {
    "src/modulekit/products/glossary.py",
    "src/modulekit/formats/markdown.py",
    "tests/cases/teaching-question-without-answer.md",
}
"""Files that guides tell the reader to write."""

OF_THE_TUTORIAL = {
    "modules/answer-letters/exercises/rewrite-answer.yaml",
    "modules/answer-letters/lessons/01-first-sentences.yaml",
    "modules/answer-letters/module.yaml",
}
"""Files of the reader's own workspace."""


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link, target, heading in links(page):
        assert target.exists(), f"{name_of(page)}: nothing stands at {link}"
        if heading:
            assert heading in headings(target), f"{name_of(page)}: no such heading: {link}"


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_files_that_are_named_are_there(page: Path) -> None:
    for name in files_named(page) - TO_BE_WRITTEN - OF_THE_TUTORIAL:
        assert list(ROOT.glob(name)), f"{name_of(page)} names {name}"


def test_files_to_be_written_are_still_told_of_and_not_yet_there() -> None:
    named = {name for page in pages() for name in files_named(page)}
    assert named >= TO_BE_WRITTEN
    assert not [name for name in TO_BE_WRITTEN if (ROOT / name).exists()]


def test_every_file_of_the_documentation_is_reached_from_its_index() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "README.md", INDEX]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        found = {target for _, target, _ in links(page)} if page.suffix == ".md" else set()
        waiting += [target for target in found - reached if target.is_file()]
    every = {path for path in DOCS.rglob("*") if path.is_file()}
    assert len(every) >= 20
    assert sorted(map(name_of, every - reached)) == []


def test_no_link_leads_out_of_the_repository_by_accident() -> None:
    for page in pages():
        for link, target, _ in links(page):
            assert target.is_relative_to(ROOT), f"{name_of(page)}: {link}"
