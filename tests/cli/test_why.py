"""``modulekit build --why``: a reason for each file, told from what it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import MODULE, change, copy_of_course, modulekit

WHY = ("build", "-f", "text", "--why")
NAMES = ("coverage", "guide", "handout")


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    """A workspace that was built once."""
    found = copy_of_course(tmp_path)
    assert reasons(found) == dict.fromkeys(NAMES, "made: it is new")
    return found


def reasons(courses: Path, *more: str) -> dict[str, str]:
    ended = modulekit(*WHY, *more, cwd=courses)
    assert (ended.err, ended.code) == ("", 0)
    rows = [line.split("\t") for line in ended.lines]
    assert [row[0] for row in rows] == [f"dist/{MODULE}/en/{name}.txt" for name in NAMES]
    return {Path(path).stem: why for path, why in rows}


def lesson(courses: Path) -> Path:
    return courses / "modules" / MODULE / "lessons" / "01-agenda.yaml"


def test_nothing_changed(courses: Path) -> None:
    assert reasons(courses) == dict.fromkeys(NAMES, "unchanged")


def test_a_note_for_trainers_never_touches_the_handout(courses: Path) -> None:
    change(
        lesson(courses),
        "    handout:\n",
        "    trainer:\n      say: Say it loud, and wait until everybody has written it down.\n    handout:\n",
    )
    before = modulekit("build", "-f", "text", "--dry-run", "--why", cwd=courses).lines
    told = {row[1]: row[3] for row in (line.split("\t") for line in before) if row[1]}
    look = "to be looked at: course"
    assert [*told.values()] == ["unchanged", look, look]
    assert reasons(courses) == {
        "handout": "unchanged",
        "coverage": "unchanged: course changed, but nothing that it shows",
        "guide": "made: course changed",
    }


def test_a_word_that_is_taken_back_is_found_in_the_cache(courses: Path) -> None:
    change(lesson(courses), "An [[term:agenda]] names", "The [[term:agenda]] names")
    assert reasons(courses)["handout"] == "made: course changed"
    change(lesson(courses), "The [[term:agenda]] names", "An [[term:agenda]] names")
    assert reasons(courses)["handout"] == "from the cache: course as in an earlier build"


def test_without_a_cache_everything_is_made_and_the_record_stays(courses: Path) -> None:
    assert reasons(courses, "--no-cache")["handout"] == "made: it was no longer in the cache"
    assert reasons(courses) == dict.fromkeys(NAMES, "unchanged")


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"ingredients": [], "files": {"en/handout.txt": ["", 7]}}'])
def test_a_damaged_record_makes_everything_new_and_is_replaced(courses: Path, damage: str) -> None:
    (record,) = (courses / ".modulekit" / "why").iterdir()
    record.write_text(damage, encoding="utf-8")
    assert reasons(courses) == dict.fromkeys(NAMES, "from the cache: it is new here")
    assert reasons(courses) == dict.fromkeys(NAMES, "unchanged")


def test_the_record_is_small(courses: Path) -> None:
    (record,) = (courses / ".modulekit" / "why").iterdir()
    assert record.stat().st_size < 6_000


def test_the_theme_is_named(courses: Path) -> None:
    head = courses / "modulekit.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "theme: theme.yaml\n", encoding="utf-8")
    (courses / "theme.yaml").write_text('colour: {petrol: "#124a3b"}\n', encoding="utf-8")
    assert reasons(courses)["handout"] == "made: theme changed"
