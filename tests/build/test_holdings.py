"""Who is behind, and by which changes."""

from __future__ import annotations

import datetime

import pytest

from modulekit.build.holdings import Holding, Standing, holdings, last_before
from modulekit.model import Module
from modulekit.model.handover import Handover, handover_id
from modulekit.model.module import Revision
from tests.courses import small

DAY = datetime.date(2026, 11, 23)


def handover(version: str, *, day: int = 1, centre: str | None = "hills-centre", kit: str = "centre") -> Handover:
    digest = f"{day:02}" * 32
    date = DAY.replace(day=day)
    return Handover(
        handover=handover_id(date.isoformat(), centre or kit, digest),
        package="a-package",
        module="short-meetings",
        version=version,
        kit=kit,
        centre=centre,
        languages=("en",),
        digest=digest,
        date=date,
    )


def course(version: str, *history: str) -> dict[str, Module]:
    module = small().module
    revisions = tuple(Revision(version=entry, date=DAY, change=f"What is new in {entry}.") for entry in history)
    control = module.document.model_copy(update={"version": version, "history": revisions})
    return {"short-meetings": module.model_copy(update={"document": control})}


def only(version: str, modules: dict[str, Module]) -> Holding:
    (held,) = holdings([handover(version)], modules)
    return held


def test_one_package_signed_by_two_is_two_records() -> None:
    ids = {handover_id("2026-11-23", "hills-centre", "ab" * 32, key) for key in (None, "SHA256:a", "SHA256:b")}
    assert len(ids) == 3
    assert all(id.startswith("2026-11-23-hills-centre-abababababab") for id in ids)


def test_current() -> None:
    held = only("1.2", course("1.2", "1.2", "1.1"))
    assert (held.standing, held.missed) == (Standing.CURRENT, ())


def test_behind_by_the_changes_since() -> None:
    held = only("1.9", course("1.10", "1.9", "1.10", "1.9.1", "1.8"))
    assert held.standing is Standing.BEHIND
    assert held.version == "1.10"
    assert [entry.version for entry in held.missed] == ["1.10", "1.9.1"]


def test_changes_that_are_not_published_are_not_missed() -> None:
    assert [entry.version for entry in only("1.0", course("1.1", "2.0", "1.1")).missed] == ["1.1"]


@pytest.mark.parametrize(("theirs", "ours"), [("1.0", "1.0.0"), ("1.0.0", "1.0"), ("2.0", "1.0")])
def test_versions_are_numbers(theirs: str, ours: str) -> None:
    assert only(theirs, course(ours)).standing is Standing.CURRENT


def test_a_version_that_the_history_does_not_tell() -> None:
    held = only("1.0", course("1.1"))
    assert (held.standing, held.missed) == (Standing.BEHIND, ())


def test_only_the_last_hand_over_of_a_receiver_counts() -> None:
    found = holdings([handover("1.0", day=1), handover("1.1", day=3), handover("1.0", day=2)], course("1.1", "1.1"))
    assert [(held.handover.date.day, held.standing) for held in found] == [
        (3, Standing.CURRENT),
        (2, Standing.REPLACED),
        (1, Standing.REPLACED),
    ]


def test_who_got_the_new_version_in_one_language_is_behind_in_the_others() -> None:
    both = handover("1.0", day=1).model_copy(update={"languages": ("kk", "en")})
    english = handover("1.1", day=2)
    kazakh = handover("1.1", day=3).model_copy(update={"languages": ("kk",)})
    modules = course("1.1", "1.1")
    assert [held.standing.value for held in holdings([both, english], modules)] == ["current", "behind"]
    assert [held.standing.value for held in holdings([both, english, kazakh], modules)] == [
        "current",
        "current",
        "replaced",
    ]
    module = modules["short-meetings"]
    assert last_before([both, english], module, "hills-centre", ["en"]) is None
    assert last_before([both, english], module, "hills-centre", ["kk"]) == both
    assert last_before([both, english], module, "hills-centre", ["ru"]) is None


def test_receivers_and_kits_are_apart() -> None:
    records = [
        handover("1.0", day=1),
        handover("1.1", day=2, centre=None),
        handover("1.1", day=2, centre="academy"),
        handover("1.1", day=2, kit="participant"),
    ]
    found = holdings(reversed(records), course("1.1", "1.1"))
    assert [(held.handover.centre, held.handover.kit, held.standing.value) for held in found] == [
        (None, "centre", "current"),
        ("academy", "centre", "current"),
        ("hills-centre", "centre", "behind"),
        ("hills-centre", "participant", "current"),
    ]


def test_a_course_that_is_gone() -> None:
    assert only("1.0", {}).standing is Standing.GONE
