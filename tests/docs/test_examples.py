"""Examples in the documentation are what the program takes."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from modulekit.build.record import EditionRecord, FileRecord, Record
from modulekit.delivery.leaks import Scan
from modulekit.document import Document, walk
from modulekit.editions import identify, number
from modulekit.formats.theme import parse_theme
from modulekit.model import Lesson, Workspace
from modulekit.model.edition import Edition
from modulekit.model.visibility import VisibilityProfile
from modulekit.products.context import Context
from modulekit.products.strings import Strings
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates
from tests.courses import small
from tests.docs.pages import DOCS, ROOT


def examples(page: Path, language: str) -> list[str]:
    """The fences of a page in one language."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_readme_lists_all_products_with_their_formats() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \| (\w+)[^|]*\| ([^|]+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    listed = {name: (audience.rstrip("s"), formats.lower().split(", ")) for name, audience, formats in rows}
    assert listed == {p.name: (p.audience.value, list(p.formats)) for p in PRODUCTS.values()}


def test_the_lesson_in_the_readme_is_a_lesson() -> None:
    (example,) = examples(ROOT / "README.md", "yaml")
    lesson = Lesson.model_validate(yaml.safe_load(example))
    assert [step.priority.value for step in lesson.steps] == ["must", "must"]


def test_the_record_of_a_build_has_the_keys_that_are_documented() -> None:
    page = DOCS / "reference" / "build-json.md"
    (example,) = examples(page, "json")
    shown = json.loads(example)
    edition = EditionRecord.of(small(), Scan((), 0, (), (), 0, 0))
    assert list(shown) == [field.name for field in fields(Record)]
    assert list(shown["files"][0]) == [field.name for field in fields(FileRecord)]
    assert list(shown["editions"][0]) == [field.name for field in fields(EditionRecord)]
    assert list(shown["editions"][0]["leak_scan"]) == list(edition.leak_scan)
    explained = set(re.findall(r"`(\w+)`", page.read_text(encoding="utf-8").partition("| Key |")[2]))
    edition_keys = shown["editions"][0]
    assert explained >= {*shown, *shown["files"][0], *edition_keys, *edition_keys["leak_scan"]}


def test_the_funder_in_the_guide_is_shown_as_its_profile_asks() -> None:
    workspace_file, profile_file = examples(DOCS / "how-to" / "show-the-funder.md", "yaml")
    workspace = Workspace.model_validate({"title": "A", "organisation": "B", **yaml.safe_load(workspace_file)})
    assert workspace.visibility is not None
    assert (templates() / "visibility" / f"{workspace.visibility.profile}.yaml").is_file()
    profile = VisibilityProfile.model_validate(yaml.safe_load(profile_file))
    assert profile.asked() == ("responsible",)
    assert workspace.visibility.filled("responsible") is not None
    page = (DOCS / "how-to" / "show-the-funder.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE))
    assert listed == {file.stem for file in (templates() / "visibility").glob("*.yaml")}


def test_the_theme_in_the_guide_is_a_theme() -> None:
    base = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    theme_file, workspace = examples(DOCS / "how-to" / "change-the-look.md", "yaml")
    theme = parse_theme(theme_file, base)
    assert theme.colour("petrol") != base.colour("petrol")
    assert yaml.safe_load(workspace) == {"theme": theme_file.splitlines()[0].removeprefix("# ")}


def test_the_guide_names_every_group_of_tokens() -> None:
    page = (DOCS / "how-to" / "change-the-look.md").read_text(encoding="utf-8")
    base = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(base.groups)


def test_the_product_in_the_guide_can_be_composed() -> None:
    code, entry = examples(DOCS / "how-to" / "add-a-product.md", "python")
    names: dict[str, Any] = {}
    exec(compile(code, "glossary.py", "exec"), names)
    assert f", {names['glossary'].__name__})" in entry
    job = small()
    whole = identify(job.module)
    edition = Edition(whole, number(whole), job.assets, job.organisation)
    words = Strings(job.strings.language, {**job.strings.entries, "product-glossary": "Glossary"})
    document = names["glossary"](Context(edition, words))
    assert isinstance(document, Document)
    assert document.meta.label == "Glossary"
    assert len(list(walk(document.parts[0].blocks))) > 2


@pytest.mark.parametrize("guide", ["add-a-block", "add-a-product", "add-a-format", "add-a-check"])
def test_code_in_guides_is_python(guide: str) -> None:
    found = examples(DOCS / "how-to" / f"{guide}.md", "python")
    assert len(found) >= 2
    for example in found:
        compile(as_it_would_stand(example), guide, "exec")


def as_it_would_stand(example: str) -> str:
    """A part of a class, of a ``match`` or of a table, with what stands around it."""
    if example.startswith("        case "):
        return f"def around(block):\n    match block:\n{example}"
    if example.startswith("        "):
        return f"around = (\n{example})"
    if example.startswith("    "):
        body = example.strip()
        return f"class Around:\n{example}" if ": Annotated" in body else f"around = {{\n{example}}}"
    return example
