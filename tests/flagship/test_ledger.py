"""The flagship's texts in a catalogue: all of them, and one changed sentence is one outdated entry."""

from __future__ import annotations

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
from tests.editions.ledgers import catalogue, changed, states
from tests.flagship.conftest import MODULE, ROOT


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


@pytest.mark.judge("gettext")
def test_gettext_accepts_its_catalogue(tmp_path: Path) -> None:
    full = replace(catalogue(module(), lambda entry: entry.source), headers=default_headers("kk", MODULE, "2026-11-23"))
    path = tmp_path / "kk.po"
    path.write_bytes(write_po(full))
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
