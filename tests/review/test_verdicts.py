"""What is remembered of catalogues says the same as looking again."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest

from modulekit.cache import Cache
from modulekit.diagnostics import Report
from modulekit.review import review
from modulekit.source import open_workspace, read_module
from modulekit.source.po import ReadCatalogue, read_po
from tests.cases.case import BASE

HEAD = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n\n'
PO = HEAD + "".join(
    ENTRY.format(*entry)
    for entry in (
        ("module/title", "Short meetings", "Короткие совещания"),
        ("lesson:agenda/title", "1. An agenda", "1. Повестка"),
        ("module/summary", "A text that went", "Текст, которого нет"),
    )
)
LESSON = "lessons/01-agenda.yaml"


@pytest.fixture
def module(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "w")
    folder = tmp_path / "w" / "modules" / "meetings"
    (folder / "locale").mkdir(exist_ok=True)
    (folder / "locale" / "ru.po").write_text(PO, encoding="utf-8")
    return folder


def found(module: Path, cache: Cache | None, program: str = "1") -> list[str]:
    report = Report()
    workspace = open_workspace(module.parents[1], report)
    assert workspace is not None
    source = read_module(workspace, module.name, report)
    assert source is not None
    review(workspace, (source,), report, cache, program)
    return [f"{one.code} {one.span} {one.message}" for one in report]


def rewritten(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text, path
    path.write_text(text.replace(before, after), encoding="utf-8")


def read_again(cache: Cache, module: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the catalogue was read, and what was found is the same as without a cache."""
    read: list[str] = []

    def reading(content: bytes, language: str, file: PurePosixPath, report: Report) -> ReadCatalogue | None:
        read.append(language)
        return read_po(content, language, file, report)

    with monkeypatch.context() as patch:
        patch.setattr("modulekit.review.catalogues.read_po", reading)
        remembered = found(module, cache)
    assert remembered == found(module, None)
    return bool(read)


def test_nothing_is_read_twice_while_texts_come_and_go(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    assert read_again(cache, module, monkeypatch)
    assert not read_again(cache, module, monkeypatch)
    rewritten(module / "module.yaml", "title: Short meetings", "title: Very short meetings")
    assert not read_again(cache, module, monkeypatch)


def test_what_a_check_looks_at_is_looked_at_again(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    assert read_again(cache, module, monkeypatch)
    catalogue = module / "locale" / "ru.po"
    rewritten(catalogue, "Короткие совещания", "Kороткие совещания")
    assert read_again(cache, module, monkeypatch)
    assert any("MK849" in one for one in found(module, cache))
    assert read_again(cache, module, monkeypatch)  # what is wrong is said each time
    rewritten(catalogue, "Kороткие совещания", "Короткие совещания")
    assert not read_again(cache, module, monkeypatch)
    words = module.parents[1] / "strings"
    words.mkdir()
    (words / "uz.yaml").write_text("lesson: Dars\n", encoding="utf-8")
    assert read_again(cache, module, monkeypatch)


def test_a_text_that_is_one_line_now_is_looked_at_again(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a line ``1. An agenda`` is words; as a paragraph it is a list."""
    catalogue = module / "locale" / "ru.po"
    rewritten(catalogue, '"1. Повестка"', '"Повестка 1."')
    cache = Cache(tmp_path / "cache")
    rewritten(module / LESSON, "title: An agenda names decisions", "title: 1. An agenda")
    assert read_again(cache, module, monkeypatch)
    assert not read_again(cache, module, monkeypatch)
    rewritten(module / LESSON, "title: 1. An agenda", "title: Another")
    assert read_again(cache, module, monkeypatch)
    assert any("MK845" in one for one in found(module, cache))


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[]", b"null", b'{"forms": [1], "exact": 3}', b'{"forms": {}', b"\xff"]
)
def test_a_verdict_that_cannot_be_read_is_none(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    cache = Cache(tmp_path / "cache")
    assert read_again(cache, module, monkeypatch)
    monkeypatch.setattr(Cache, "get", lambda *_: damage)
    assert read_again(cache, module, monkeypatch)


def test_another_program_believes_nothing(module: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    found(module, cache, "1")
    kept = {path: path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()}
    found(module, cache, "1")
    assert kept.keys() == {path for path in (tmp_path / "cache").rglob("*") if path.is_file()}
    found(module, cache, "2")
    assert len([path for path in (tmp_path / "cache").rglob("*") if path.is_file()]) > len(kept)


def test_without_a_program_nothing_is_kept(module: Path, tmp_path: Path) -> None:
    found(module, Cache(tmp_path / "cache"), "")
    assert not (tmp_path / "cache").exists()
