"""The flagship as it is taught in Kyzylorda: counts for 23 people, and a day that is 18 minutes shorter."""

from __future__ import annotations

from modulekit.diagnostics import Report
from modulekit.editions import Scheduled, identify, number, schedule
from modulekit.model.delivery import Delivery
from modulekit.model.edition import Edition
from modulekit.model.timetable import timetable
from modulekit.products.context import Context
from modulekit.products.prints import copies
from modulekit.products.quantities import packing
from modulekit.products.table import _prints
from modulekit.source import open_workspace, read_module
from tests.courses import english
from tests.flagship.conftest import MODULE, ROOT


def _taught(**last_day: object) -> tuple[Scheduled, Delivery]:
    report = Report()
    workspace = open_workspace(ROOT, report)
    assert workspace is not None
    source = read_module(workspace, MODULE, report)
    assert source is not None
    read = workspace.deliveries["kyzylorda-2015-01"]
    days = (*read.node.days[:-1], read.node.days[-1].model_copy(update=last_day))
    delivery = read.node.model_copy(update={"days": days})
    return schedule(identify(source.module), delivery, places=read.places), delivery


def test_quantities_for_23_people_in_groups_of_5() -> None:
    taught, delivery = _taught()
    edition = Edition(taught.module, number(taught.module), {}, "", delivery=delivery)
    context = Context(edition, english())
    packed = {thing.item: thing.amount for thing in packing(context)}
    assert {(amount.least, amount.most) for amount in packed.values()} == {
        (amount.most, amount.most) for amount in packed.values()
    }
    assert packed["sticky note"].most == 2 * 23 + 2 * 23  # opening and recap, used up in both
    assert packed["pocket calculator, or a telephone used as one"].most == 23  # five lessons, used again
    assert packed["25 cards in two colours"].most == 5  # one for each of five groups: the last two have four people
    assert packed["sheet of paper A4 and marker for the problem statement"].most == 12  # pairs: 23 / 2, rounded up
    printed = {copy.title: copy.amount.most for copy in copies(context, _prints(context))}
    assert printed["Participant handout"] == printed["Test before the course"] == 23
    assert printed["Trainer guide"] == 2
    assert printed["Attendance"] == printed["Certificates"] == 1


def test_the_delivery_of_the_repository_fits_with_nothing_to_say() -> None:
    taught, _ = _taught()
    assert taught.findings == ()
    assert taught.schedule.cuts == ()


def test_18_minutes_less_are_named_with_the_steps_that_go() -> None:
    """Lunch may move: the morning gives what the afternoon lacks."""
    whole, delivery = _taught()
    free = tuple(pause.model_copy(update={"at": None}) for pause in delivery.days[-1].pauses)
    short = timetable(_taught(pauses=free)[0].module)[-1].sessions[-1].end - 18
    taught, _ = _taught(pauses=free, end=_clock(short))
    assert timetable(taught.module)[-1].sessions[-1].end <= short
    assert {finding.code for finding in taught.findings} == {"MK458"}
    assert len(taught.findings) == len(taught.schedule.cuts)
    for finding, cut in zip(taught.findings, taught.schedule.cuts, strict=True):
        assert "is 18 minutes too long" in finding.message
        assert cut.title.replace("*", "") in finding.message
        assert f"({cut.minutes} min, {cut.priority.value})" in finding.message
    assert len(whole.module.lessons) == len(taught.module.lessons)


def test_18_minutes_less_after_a_fixed_lunch_are_more_than_may_go() -> None:
    """The steps of the afternoon that may go take 11 minutes: the error names the 7 that are missing, and the step."""
    end = timetable(_taught()[0].module)[-1].sessions[-1].end
    taught, _ = _taught(end=_clock(end - 18))
    assert sum(cut.minutes for cut in taught.schedule.cuts) == 11
    [error] = [finding for finding in taught.findings if finding.code == "MK457"]
    assert f"7 minutes after {_clock(end - 18)}" in error.message
    assert "of “closing”" in error.message
    assert "is the first step that does not fit" in error.message


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
