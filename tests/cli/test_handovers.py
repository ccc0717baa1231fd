"""``modulekit handovers``: who holds what, and the receipt."""

from __future__ import annotations

import datetime
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from modulekit.cli.handovers import record
from modulekit.model.handover import Handover
from tests.build.test_holdings import handover
from tests.cli.program import change, copy_of_course, modulekit
from tests.courses import SMALL

MODULE = "meetings"


def of_course(version: str = "1.0", **others: object) -> Handover:
    return handover(version, centre=None).model_copy(update={"module": MODULE, **others})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return copy_of_course(tmp_path)


def file_of(workspace: Path, given: Handover) -> Path:
    return workspace / "handovers" / f"{given.handover}.yaml"


def test_nothing_was_handed_over(workspace: Path) -> None:
    ended = modulekit("handovers", cwd=workspace)
    assert ended.code == 0
    assert "Nothing was handed over yet." in ended.out


def test_who_is_behind_and_by_what(workspace: Path) -> None:
    now = 'version: "1.1", history: [{version: "1.1", date: 2026-11-30, change: Lesson 2 is shorter.}],'
    change(workspace / "modules" / MODULE / "module.yaml", "version: 1.0,", now)
    record(workspace, of_course())
    record(workspace, of_course("1.1", kit="participant", handover="2026-11-24-participant-000000000000"))
    ended = modulekit("handovers", cwd=workspace)
    assert ended.code == 0, ended.err
    assert "behind 1.1" in ended.out
    assert "1.1  2026-11-30  Lesson 2 is shorter." in ended.out
    assert ended.out.count("not yet") == 2
    told = json.loads(modulekit("handovers", "--output-format", "json", cwd=workspace).out)
    assert [(each["kit"], each["standing"]) for each in told] == [("centre", "behind"), ("participant", "current")]
    assert told[0]["missed"][0]["change"] == "Lesson 2 is shorter."


def test_a_receipt_is_recorded_once_and_stays(workspace: Path) -> None:
    given = of_course()
    record(workspace, given)
    order = ("handovers", "receive", given.handover, "--date", "2026-11-25", "--act-number", "14", "--note", "Все.")
    ended = modulekit(*order, cwd=workspace)
    assert (ended.out, ended.code) == (f"handovers/{given.handover}.yaml: received on 2026-11-25, act 14.\n", 0)
    written = file_of(workspace, given).read_bytes()
    again = modulekit("handovers", "receive", given.handover[:16], cwd=workspace)
    assert "as it was recorded before" in again.out
    assert file_of(workspace, given).read_bytes() == written
    modulekit("handovers", "receive", given.handover, "--note", "One page was missing.", cwd=workspace)
    assert "act_number: '14'" in file_of(workspace, given).read_text("utf-8")
    assert "One page was missing." in file_of(workspace, given).read_text("utf-8")
    assert "2026-11-25 14" in modulekit("handovers", cwd=workspace).out


def test_a_receipt_is_of_today_where_no_day_is_given(workspace: Path) -> None:
    given = of_course(date=datetime.date(2020, 1, 1))
    record(workspace, given)
    before = datetime.date.today().isoformat()
    modulekit("handovers", "receive", given.handover, cwd=workspace)
    said = re.search(r"received: \{date: (\S+)\}", file_of(workspace, given).read_text("utf-8"))
    assert said is not None
    assert before <= said[1] <= datetime.date.today().isoformat()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026-11-02",), "There is no hand-over “2026-11-02”."),
        (("2026-11-01",), "2 hand-overs begin with “2026-11-01”."),
        (("2026-11-01-a", "--date", "tomorrow"), "“tomorrow” cannot be the --date"),
        (("2026-11-01-a", "--date", "2026-10-01"), "cannot have been received on 2026-10-01"),
        (("2026-11-01-a", "--note", "two\nlines"), "cannot be the --note"),
    ],
)
def test_what_cannot_be_recorded(arguments: tuple[str, ...], said: str, workspace: Path) -> None:
    records = [of_course(handover=f"2026-11-01-{name}") for name in "ab"]
    for each in records:
        record(workspace, each)
    ended = modulekit("handovers", "receive", *arguments, cwd=workspace)
    assert ended.code == 2
    assert said in ended.out
    assert all("received: null" in file_of(workspace, each).read_text("utf-8") for each in records)


def test_the_same_hand_over_is_one_record(workspace: Path) -> None:
    given = of_course()
    assert record(workspace, given) == record(workspace, given)
    modulekit("handovers", "receive", given.handover, cwd=workspace)
    assert record(workspace, given).stem == given.handover
    signed = given.model_copy(update={"signed_by": "SHA256:" + "A" * 43})
    assert record(workspace, signed).stem == f"{given.handover}-2"
    assert record(workspace, signed).stem == f"{given.handover}-2"
    assert modulekit("check", cwd=workspace).code == 0


def test_two_people_who_record_at_once_lose_nothing(workspace: Path) -> None:
    given = [of_course(package=f"package-{number}") for number in range(12)]
    with ThreadPoolExecutor(12) as threads:
        paths = list(threads.map(lambda each: record(workspace, each), given))
    assert len(set(paths)) == 12
    texts = "".join((workspace / path).read_text("utf-8") for path in paths)
    assert all(f"package: {each.package}\n" in texts for each in given)


def test_a_record_that_cannot_be_read_is_a_finding(workspace: Path) -> None:
    given = of_course()
    record(workspace, given)
    change(file_of(workspace, given), "kit: centre", "kit: [centre")
    ended = modulekit("handovers", cwd=workspace)
    assert ended.code == 1
    assert f"handovers/{given.handover}.yaml" in ended.err


def test_the_small_course_holds_no_records_that_a_test_left() -> None:
    assert not (SMALL / "handovers").exists()
