"""``modulekit translate``."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import MODULE, change, copy_of_course, modulekit

LOCALE = Path("modules") / MODULE / "locale"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = copy_of_course(tmp_path)
    assert modulekit("translate", "extract", "--language", "ru,kk", cwd=folder).code == 0
    return folder


def translated(course: Path) -> Path:
    """The Russian catalogue with something for every text."""
    path = course / LOCALE / "ru.po"
    head, *entries = path.read_text(encoding="utf-8").split("\n\n")
    said = [
        entry.removesuffix('msgstr ""') + 'msgstr "Перевод"' if entry.endswith('msgstr ""') else entry
        for entry in (entry.rstrip("\n") for entry in entries)
    ]
    path.write_text("\n\n".join([head, *said]) + "\n", encoding="utf-8")
    return path


def test_extract_writes_a_catalogue_for_each_language(course: Path) -> None:
    assert sorted(path.name for path in (course / LOCALE).iterdir()) == ["kk.po", "ru.po"]
    assert modulekit("check", cwd=course).code == 0


def test_extract_again_changes_nothing(course: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (course / LOCALE).iterdir()}
    ended = modulekit("translate", "extract", cwd=course)
    assert ended.code == 0
    assert [line.endswith("nothing changed") for line in ended.lines] == [True, True]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (course / LOCALE).iterdir()} == before


def test_a_changed_sentence_is_one_outdated_entry(course: Path) -> None:
    path = translated(course)
    old = next(
        line for line in (course / "modules" / MODULE / "module.yaml").read_text().splitlines() if "title:" in line
    )
    change(course / "modules" / MODULE / "module.yaml", old, f"{old} again")
    ended = modulekit("translate", "extract", cwd=course)
    assert "1 outdated" in next(line for line in ended.lines if "ru.po" in line)
    text = path.read_text(encoding="utf-8")
    assert text.count("#, fuzzy") == 1
    assert f'#| msgid "{old.removeprefix("title: ")}"' in text


def test_a_broken_catalogue_is_not_overwritten(course: Path) -> None:
    path = course / LOCALE / "ru.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "open\n', encoding="utf-8")
    before = path.read_bytes()
    ended = modulekit("translate", "extract", cwd=course)
    assert ended.code == 1
    assert "MK831" in ended.out
    assert path.read_bytes() == before


def test_a_broken_course_leaves_catalogues_alone(course: Path) -> None:
    path = translated(course)
    before = path.read_bytes()
    lesson = next((course / "modules" / MODULE / "lessons").glob("*.yaml"))
    lesson.write_text("lesson: [", encoding="utf-8")
    assert modulekit("translate", "extract", cwd=course).code == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("language", ["russian", "../ru", "en"])
def test_what_is_no_other_language_is_refused(course: Path, language: str) -> None:
    ended = modulekit("translate", "extract", "--language", language, cwd=course)
    assert ended.code == 1
    assert "MK835" in ended.out
    assert len([*(course / LOCALE).iterdir()]) == 2


def test_without_catalogues_a_language_is_asked_for(tmp_path: Path) -> None:
    ended = modulekit("translate", "extract", cwd=copy_of_course(tmp_path))
    assert ended.lines == ["There is no catalogue yet; name the languages: --language ru,kk"]


def test_status_counts_words(course: Path) -> None:
    path = translated(course)
    total = json.loads(modulekit("translate", "status", "--output-format", "json", cwd=course).out)[MODULE]
    assert total["ru"]["total"]["words_left"] == 0
    assert total["ru"]["total"]["translated"] == total["kk"]["total"]["missing"] > 10
    assert total["kk"]["total"]["words_left"] > 50
    parts = [part["part"] for part in total["kk"]["parts"]]
    assert parts[0] == "module"
    assert any(part.startswith("lesson ") for part in parts)
    path.unlink()
    ended = modulekit("translate", "status", "--language", "ru", cwd=course)
    assert "words left" in ended.out
    assert modulekit("translate", "status", "--language", "ru", "--output-format", "json", cwd=course).code == 0


def test_xliff_there_and_back(course: Path) -> None:
    path = translated(course)
    before = path.read_bytes()
    sent = course / "out" / "ru.xlf"
    assert modulekit("translate", "export", MODULE, "--language", "ru", "--xliff", str(sent), cwd=course).code == 0
    assert modulekit("translate", "import", str(sent), cwd=course).out.endswith("0 texts changed\n")
    assert path.read_bytes() == before
    sent.write_text(sent.read_text(encoding="utf-8").replace("Перевод", "Другой", 1), encoding="utf-8")
    assert modulekit("translate", "import", str(sent), cwd=course).out.endswith("1 text changed\n")
    assert "Другой" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"<xliff", b"<html/>", b"PK\x03\x04"])
def test_what_is_no_xliff_is_refused(course: Path, content: bytes) -> None:
    (course / "back.xlf").write_bytes(content)
    ended = modulekit("translate", "import", "back.xlf", cwd=course)
    assert ended.code == 1
    assert "MK840" in ended.err


@pytest.mark.judge("gettext")
def test_gettext_accepts_the_catalogue(course: Path) -> None:
    for name in ("ru.po", "kk.po"):
        done = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", course / LOCALE / name], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_check_compares_translations_with_the_course(course: Path) -> None:
    path = translated(course)
    ended = modulekit("translate", "check", "--language", "ru", cwd=course)
    assert ended.code == 1
    assert "[MK842]" in ended.out
    assert ended.lines[-1] == f"2 errors, 0 warnings in {LOCALE / 'ru.po'}."
    written = path.read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(written, 1) if text.startswith("msgid") and "[[term:" in text)
    found = json.loads(modulekit("translate", "check", "--output-format", "json", cwd=course).out)["findings"]
    assert {(one["code"], one["place"]["line"], one["place"]["column"]) for one in found} == {("MK842", line + 1, 9)}
    assert modulekit("check", cwd=course).code == 1


def test_check_of_an_empty_catalogue_finds_nothing(course: Path) -> None:
    ended = modulekit("translate", "check", cwd=course)
    assert ended.code == 0
    assert ended.lines == [f"0 errors, 0 warnings in {LOCALE / 'kk.po'}, {LOCALE / 'ru.po'}."]


def test_check_of_a_language_without_a_catalogue(course: Path) -> None:
    ended = modulekit("translate", "check", "--language", "de", cwd=course)
    assert ended.code == 1
    assert f"{MODULE} has no catalogue in “de”." in ended.out
