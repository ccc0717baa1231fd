"""One digest for equal values, another for others, whatever the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from modulekit.build.digest import digest_of
from modulekit.model.audience import Audience
from tests.courses import small

ROOT = Path(__file__).parents[2]
SAY = "from modulekit.build.digest import digest_of\nfrom tests.courses import small\nprint(digest_of(small().module))"


def test_equal_values_have_one_digest_in_every_process() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", SAY], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert {done.stdout.decode().strip() for done in told} == {digest_of(small().module)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1),
        (1, 1.0),
        (1, True),
        ("", None),
        (b"a", "a"),
        (("a", "b"), ("ab",)),
        ((("a",), "b"), ("a", ("b",))),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Audience.TRAINER, "trainer"),
        (PurePosixPath("a"), "a"),
    ],
)
def test_other_values_have_other_digests(one: object, other: object) -> None:
    assert digest_of(one) != digest_of(other)


def test_the_order_of_a_set_is_nobodys_business() -> None:
    assert digest_of(frozenset("abcdef")) == digest_of(frozenset("fedcba"))
    assert digest_of(frozenset("abc")) != digest_of(frozenset("abd"))


def test_one_word_of_a_course_changes_its_digest() -> None:
    module = small().module
    lesson = module.lessons[0].model_copy(update={"title": module.lessons[0].title + "!"})
    changed = module.model_copy(update={"lessons": (lesson, *module.lessons[1:])})
    assert digest_of(changed) != digest_of(module)


def test_what_has_no_digest_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no digest"):
        digest_of(object())
