"""The flagship's texts in a catalogue: all of them, and one changed sentence is one outdated entry."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from modulekit.diagnostics import Report
from modulekit.editions import identify, number
from modulekit.editions.ledger import update
from modulekit.editions.texts import texts
from modulekit.editions.translate import Marks, Policy, translate
from modulekit.model import Module
from modulekit.source import open_workspace, read_module
from modulekit.source.po_writer import default_headers, write_po
from tests.cli.program import modulekit
from tests.editions.ledgers import catalogue, changed, states
from tests.flagship.conftest import MODULE, ROOT

SENTENCE = "A problem is a negative condition that exists today, with a figure; never a missing solution."
"""A key message of a lesson, which stands in it once."""


@cache
def module() -> Module:
    report = Report()
    workspace = open_workspace(ROOT, report)
    assert workspace is not None, [*report]
    source = read_module(workspace, MODULE, report)
    assert source is not None, [*report]
    return source.module


def test_it_can_be_translated_whole() -> None:
    full = catalogue(module(), lambda entry: f"ж {entry.source}")
    assert len(full.entries) > 2500
    found = translate(module(), full, Policy.STRICT, Marks("‹EN›", "‹old›"))
    assert not found.gaps
    assert not found.clashes
    assert number(identify(found.module)) == number(identify(module()))


def test_one_changed_sentence_is_one_outdated_entry() -> None:
    full = catalogue(module(), lambda entry: f"ж {entry.source}")
    text = next(text for text in texts(module()) if text.context.endswith("/steps/trainer/say"))
    after = update(full, texts(changed(module(), text.loc, f"{text.source} Now.")))
    assert [*states(after)] == [(f"{text.source} Now.", "outdated")]
    assert [entry.previous for entry in after if entry.outdated] == [text.source]
    assert not after.obsolete


def test_one_changed_sentence_is_outdated_once_in_each_language(tmp_path: Path) -> None:
    """The catalogues of the repository, a file of the course, and the command that translators use."""
    for name in ("modulekit.yaml", "modules", "brand", "centres", "deliveries"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    home = tmp_path / "modules" / MODULE
    lesson = home / "lessons" / "03-problem-tree.yaml"
    before = lesson.read_text("utf-8")
    assert before.count(SENTENCE) == 1
    lesson.write_text(before.replace(SENTENCE, SENTENCE.replace("missing", "lacking")), "utf-8")
    assert modulekit("translate", "extract", MODULE, cwd=tmp_path).code == 0
    for language in ("ru", "kk"):
        old, new = (
            (root / "locale" / f"{language}.po").read_text("utf-8") for root in (ROOT / "modules" / MODULE, home)
        )
        outdated = [entry for entry in new.split("\n\n") if "#, fuzzy" in entry]
        assert len(outdated) == 1
        assert new.count("#| msgid") == 1
        assert SENTENCE in outdated[0].partition("\nmsgid")[0]  # the text that was translated
        (kept,) = (entry for entry in old.split("\n\n") if SENTENCE in entry)
        assert outdated[0].partition("\nmsgstr")[2] == kept.partition("\nmsgstr")[2]
        assert new.count("\n\n") == old.count("\n\n")


@pytest.mark.judge("gettext")
def test_gettext_accepts_its_catalogue(tmp_path: Path) -> None:
    full = replace(catalogue(module(), lambda entry: entry.source), headers=default_headers("kk", MODULE, "2026-11-23"))
    path = tmp_path / "kk.po"
    path.write_bytes(write_po(full))
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
