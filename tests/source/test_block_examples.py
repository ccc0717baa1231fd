"""The examples of blocks in the YAML reference are blocks, and nothing is wrong with them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
import yaml

from modulekit.model import Entry
from modulekit.source.examples import EXAMPLES
from modulekit.source.reference import yaml_reference
from tests.cases.case import Case as CaseFile
from tests.cases.case import as_text, check

LESSON = """\
lesson: closing
title: Closing
kind: frame
minutes: 30
steps:
  - title: What we take home
    minutes: 30
    method: plenary
    handout:
"""
OF_THE_BANK = "quiz"
"""Its items stand in a file of their own."""


def test_every_kind_of_block_has_an_example() -> None:
    assert EXAMPLES.keys() == Entry.model_fields.keys()


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_is_of_its_kind_and_stands_in_the_reference(kind: str) -> None:
    (written,) = yaml.safe_load(EXAMPLES[kind])
    assert Entry.model_validate(written).kind == kind
    assert f"```yaml\n{EXAMPLES[kind]}```" in yaml_reference()


def test_nothing_is_wrong_with_the_examples_together(tmp_path: Path) -> None:
    entries = [text for kind, text in EXAMPLES.items() if kind != OF_THE_BANK]
    lesson = LESSON + textwrap.indent("".join(entries), " " * 6)
    case = CaseFile(Path("examples.md"), f"```yaml modules/meetings/lessons/02-closing.yaml\n{lesson}```\n")
    case.lay_out(tmp_path)
    assert as_text(check(tmp_path)) == ""


def test_a_mistake_in_an_example_would_be_found(tmp_path: Path) -> None:
    broken = EXAMPLES["indicator_table"].replace('baseline: "2,180"', 'baseline: ""')
    lesson = LESSON + textwrap.indent(broken, " " * 6)
    CaseFile(Path("broken.md"), f"```yaml modules/meetings/lessons/02-closing.yaml\n{lesson}```\n").lay_out(tmp_path)
    assert "MK561" in as_text(check(tmp_path))
