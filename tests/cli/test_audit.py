"""``modulekit audit``: finished files, also edited ones, are searched for trainer material."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.cli.program import MODULE, copy_of_course, modulekit

SECRET = "Nobody leaves before the third envelope of the trainer has been burnt in the yard."


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose finished handout somebody has edited: a trainer's text was pasted into it by hand."""
    root = copy_of_course(tmp_path_factory.mktemp("audit"))
    lesson = sorted((root / "modules" / MODULE / "lessons").iterdir())[0]
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("steps:\n", f"before: {SECRET}\nsteps:\n", 1), encoding="utf-8")
    ended = modulekit("build", "-p", "handout", "-p", "guide", "-f", "docx", "-f", "text", cwd=root)
    assert ended.code == 0, ended.out
    return root


def _pasted(root: Path) -> Path:
    target = root / "returned.docx"
    document = docx.Document(str(root / "dist" / MODULE / "en" / "handout.docx"))
    document.paragraphs[12].add_run(f" {SECRET}")
    document.save(str(target))
    return target


def test_a_sentence_pasted_into_a_docx_is_found_with_its_source_line(edited: Path) -> None:
    ended = modulekit("audit", str(_pasted(edited)), "--output-format", "json", cwd=edited)
    assert ended.code == 1
    (found,) = json.loads(ended.out)["findings"]
    assert found["code"] == "MK802"
    assert "returned.docx (paragraph " in found["message"]
    line = (edited / found["place"]["file"]).read_text(encoding="utf-8").splitlines()[found["place"]["line"] - 1]
    assert line == f"before: {SECRET}"


def test_what_was_built_is_clean_and_the_guide_is_left_out(edited: Path) -> None:
    ended = modulekit("audit", "dist", cwd=edited)
    assert ended.code == 0, ended.out
    assert "2 files are for trainers and not searched" in ended.out
    assert f"not searched, in dist/{MODULE}/en: guide.docx, guide.txt." in ended.out
    assert "3 files with" in ended.out  # the handout twice, and build.json


def test_a_guide_that_is_named_itself_is_searched(edited: Path) -> None:
    ended = modulekit("audit", f"dist/{MODULE}/en/guide.docx", "--module", MODULE, cwd=edited)
    assert ended.code == 1
    assert SECRET[:40] in ended.out


def test_a_file_that_cannot_be_opened_is_not_clean(edited: Path) -> None:
    (edited / "torn.docx").write_bytes(b"PK\x03\x04 and no more")
    ended = modulekit("audit", "torn.docx", cwd=edited)
    assert ended.code == 1
    assert "MK804" in ended.out


@pytest.mark.parametrize("arguments", [("nowhere.docx",), ("modulekit.yaml", "--module", "meetngs")])
def test_wrong_use(edited: Path, arguments: tuple[str, ...]) -> None:
    ended = modulekit("audit", *arguments, cwd=edited)
    assert ended.code == 2
    assert "MK904" in ended.out
