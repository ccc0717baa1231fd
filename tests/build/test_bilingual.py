"""A build in two languages: made where there is a second one, and searched for what trainers of both may see."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import modulekit.build
from modulekit.build import Built, Order, build, make_plan
from modulekit.build.job import Job
from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.diagnostics import Diagnostic, Report
from modulekit.editions import redact
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.source import OpenWorkspace, open_workspace, read_module
from modulekit.source.po_writer import default_headers, write_po
from tests.courses import SMALL, small
from tests.presses import plain_press
from tests.products.two_languages import bilingual_job, catalogue, in_language, spelled

TEXT = Order(("handout-bilingual",), ("text",))


def _built(job: Job) -> tuple[Built | None, list[Diagnostic]]:
    report = Report()
    return build(job, TEXT, plain_press(), report), [*report]


def test_it_is_made_where_there_is_a_second_language_and_nowhere_else() -> None:
    names = {task.product for task in make_plan(Order(), bilingual_job().having)}
    assert "handout-bilingual" in names
    assert "handout-bilingual" not in {task.product for task in make_plan(Order(), small().having)}
    built, found = _built(bilingual_job())
    assert built is not None
    assert not found
    assert [str(path) for path in built.files] == ["kk/handout-bilingual.txt"]


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """The workspace of the small course with two catalogues, which asks for both side by side."""
    root = Path(shutil.copytree(SMALL, tmp_path / "courses"))
    head = root / "modulekit.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "bilingual: [kk, ru]\n", encoding="utf-8")
    locale = root / "modules" / "short-meetings" / "locale"
    locale.mkdir()
    source = read_module(_open(root), "short-meetings", Report())
    assert source is not None
    for language in ("kk", "ru"):
        headers = default_headers(language, "Small", "2026-11-02 00:00+0000")
        written = replace(catalogue(source.module, language), headers=headers)
        (locale / f"{language}.po").write_bytes(write_po(written))
    return root


def _open(root: Path) -> OpenWorkspace:
    workspace = open_workspace(root, Report())
    assert workspace is not None
    return workspace


def _job(root: Path, language: str) -> Job:
    workspace, report = _open(root), Report()
    source = read_module(workspace, "short-meetings", report)
    assert source is not None
    point = Point("", "", language)
    job = Preparation.of(workspace, source, (point,), report).job(point, report)
    assert not report.has_errors, [*report]
    return job


def test_the_first_language_of_a_workspace_has_the_second_beside_it(translated: Path) -> None:
    job = _job(translated, "kk")
    assert job.beside is not None
    assert (job.module.language, job.beside.module.language) == ("kk", "ru")
    built, found = _built(job)
    assert built is not None, found
    text = next(iter(built.files.values())).decode()
    own, beside = spelled("Two mornings, two lessons", "kk"), spelled("Two mornings, two lessons", "ru")
    assert text.index(own) < text.index(beside)


def test_no_other_edition_has_one_beside_it(translated: Path) -> None:
    assert _job(translated, "ru").beside is None
    assert _job(translated, "en").beside is None
    (translated / "modules" / "short-meetings" / "locale" / "ru.po").unlink()
    assert _job(translated, "kk").beside is None


def test_the_phrases_of_both_languages_are_searched() -> None:
    """One phrase for each that the edition of one language has."""
    both, _ = _built(bilingual_job())
    report = Report()
    alone = build(in_language(small(), "kk"), Order(("handout",), ("text",)), plain_press(), report)
    assert both is not None
    assert alone is not None
    searched = alone.edition.leak_scan["phrases_searched"]
    assert searched > 100
    assert both.edition.leak_scan["phrases_searched"] == 2 * searched
    assert both.edition.leak_scan["files"] == 1


def test_what_the_second_language_gives_away_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the second edition is not redacted."""

    def careless(module: Module, audience: Audience) -> Module:
        return module if module.language == "ru" else redact(module, audience)

    monkeypatch.setattr(modulekit.build, "redact", careless)
    built, found = _built(bilingual_job())
    assert built is None
    assert {diagnostic.code for diagnostic in found} == {"MK802"}
    only_kazakh, fine = _built(replace(bilingual_job(), beside=in_language(small(), "kk")))
    assert only_kazakh is not None
    assert not fine
