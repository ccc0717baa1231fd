"""The program's own words: every key that is used exists, every key that exists is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import modulekit.products
from modulekit.build.parcel import SOURCE
from modulekit.formats.table import FORMATS
from modulekit.model import (
    Bloom,
    CalloutKind,
    DocumentControl,
    Grouping,
    Method,
    Moment,
    Pause,
    Priority,
    ReferenceKind,
)
from modulekit.model.changes import Aspect, Subject
from modulekit.model.delivery import TrainerRole
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.rows import Level, Swot
from modulekit.products.prints import Copies
from modulekit.products.strings import Strings, StringsError, parse_strings
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates
from modulekit.review.kits import builtin_kits
from tests.courses import english
from tests.products.composed import text

PRODUCTS_FOLDER = Path(modulekit.products.__file__).parent
BUILD_FOLDER = PRODUCTS_FOLDER.parent / "build"
REVIEW_FOLDER = PRODUCTS_FOLDER.parent / "review"
KITS = tuple(builtin_kits().values())
FOLDERS = tuple(dict.fromkeys(folder.folder for kit in KITS for folder in kit.folders))
_WORDS = re.compile(r'words\("([a-z-]+)"')

FAMILIES: dict[str, tuple[str, ...]] = {
    "aspect-": tuple(Aspect),
    "changes-": ("added", "removed", "exercises", "tests"),
    "subject-": tuple(subject for subject in Subject if subject is not Subject.COURSE),
    "box-": ("core", "cause", "effect", "objective"),
    "answer-col-": ("left", "letter", "right", "place", "step"),
    "bloom-": tuple(Bloom),
    "callout-": tuple(CalloutKind),
    "copies-": tuple(copies for copies in Copies if copies is not Copies.NONE),
    "col-": (
        *(
            "indicator",
            "unit",
            "peer",
            "source",
            "option",
            "problem",
            "type",
            "cost",
            "chosen",
            "intervention",
            "level",
        ),
        *("result", "baseline", "target", "assumption", "baseline-year", "target-year", "frequency", "responsible"),
        *("activity", "output", "co-executor", "period", "budget-source", "proof"),
        *(f"watch-{what}" for what in ("what", "when", "who", "how", "threshold", "decision")),
        *("stakeholder", "interest", "influence", "attitude", "approach"),
        *Swot.fillable,
    ),
    "level-": (*Level, *ResultsChain.fillable, "effects", "core-problem", "causes", "ends", "core-objective", "means"),
    "folder-": (*FOLDERS, SOURCE),
    "folder-about-": (*FOLDERS, SOURCE),
    "grouping-": tuple(Grouping),
    "key-": ("before", "after"),
    "kit-": tuple(kit.kit for kit in KITS),
    "method-": tuple(Method),
    "moment-": tuple(Moment),
    "never-": ("taught", "practised", "tested"),
    "note-": (
        *("energiser", "say", "do", "participants", "ask", "watch-for", "if-short-of-time", "without-projector"),
        *("transition", "setup", "debrief", "mistakes", "task"),
    ),
    "pause-": tuple(Pause),
    "priority-": tuple(priority for priority in Priority if priority is not Priority.MUST),
    "product-": tuple(PRODUCTS),
    "product-test-": ("before", "after"),
    "references-": tuple(ReferenceKind),
    "role-": tuple(TrainerRole),
    "status-": ("draft", "in-review", "approved"),
    "time-": ("brief", "work", "report", "debrief"),
    "use-": tuple(FORMATS),
}
"""Keys that are put together from a value of the model; their beginnings stand in the source."""


def _written_keys() -> tuple[set[str], set[str]]:
    """The texts that stand in the source of products and build, and how those begin that are put together."""
    whole, beginnings = set(), set()
    for path in (path for folder in (PRODUCTS_FOLDER, BUILD_FOLDER, REVIEW_FOLDER) for path in folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
                beginnings.add(str(first.value))
    for path in (templates() / "package").glob("*.html"):
        whole |= set(_WORDS.findall(path.read_text(encoding="utf-8")))
    return whole, beginnings


def _family_keys() -> set[str]:
    return {f"{beginning}{value}" for beginning, values in FAMILIES.items() for value in values}


def test_every_key_is_used() -> None:
    whole, beginnings = _written_keys()
    assert FAMILIES.keys() <= beginnings
    keys = set(english().entries)
    assert len(keys) > 120
    assert not {key for key in keys - _family_keys() if key not in whole}


def test_every_key_of_a_family_exists() -> None:
    assert _family_keys() <= english().entries.keys()


def test_every_key_that_is_used_exists() -> None:
    """Each call ``strings("…")`` names a key of the file."""
    called = set()
    for path in PRODUCTS_FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("strings"):
                first = node.args[0]
                arms = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                called |= {arm.value for arm in arms if isinstance(arm, ast.Constant)}
    assert len(called) > 60
    assert called <= english().entries.keys()


def test_all_states_of_a_document_have_words() -> None:
    states = DocumentControl.model_json_schema()["properties"]["status"]["enum"]
    assert tuple(state.replace(" ", "-") for state in states) == FAMILIES["status-"]


@pytest.mark.parametrize("product", PRODUCTS)
def test_no_product_prints_an_unfilled_place(product: str) -> None:
    names = {name for entry in _forms() for _, name, _, _ in Formatter().parse(entry) if name}
    assert names
    assert not [name for name in names if f"{{{name}}}" in text(product)]


def _forms() -> list[str]:
    entries = english().entries.values()
    return [form for entry in entries for form in ([entry] if isinstance(entry, str) else entry.values())]


def test_languages_have_the_same_keys_and_places() -> None:
    files = sorted((templates() / "strings").glob("*.yaml"))
    assert [file.stem for file in files if file.stem == "en"] == ["en"]
    for file in files:
        strings = parse_strings(file.read_text(encoding="utf-8"), file.stem)
        assert strings.entries.keys() == english().entries.keys(), file.name


def test_plural_forms() -> None:
    words = english()
    assert words("minutes-n", n=1) == "1 minute"
    assert words("minutes-n", n=25) == "25 minutes"
    russian = parse_strings("m: {one: '{n} минута', few: '{n} минуты', many: '{n} минут', other: '{n} минуты'}", "ru")
    assert [russian("m", n=n) for n in (1, 3, 11, 21)] == ["1 минута", "3 минуты", "11 минут", "21 минута"]


@pytest.mark.parametrize(
    ("strings", "key", "said"),
    [
        (Strings("en", {}), "time", "lack 'time'"),
        (Strings("en", {"a": "{b}"}), "a", "asks for 'b'"),
        (Strings("en", {"a": {"one": "x", "other": "y"}}), "a", "needs a number n"),
    ],
)
def test_a_word_that_is_missing_is_an_error_at_once(strings: Strings, key: str, said: str) -> None:
    with pytest.raises(StringsError, match=said):
        strings(key)


@pytest.mark.parametrize("written", ["- a", "a: 1", "a: {one: x}", "a: [x]", "a: {other: 2}"])
def test_a_file_that_cannot_be_used_is_refused(written: str) -> None:
    with pytest.raises(StringsError):
        parse_strings(written, "en")
