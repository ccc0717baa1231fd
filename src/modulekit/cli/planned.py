"""``modulekit build --dry-run``: the plan, task by task with what each needs; with ``--why`` what would be made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from modulekit.build import Order, foreseen, make_plan
from modulekit.build.lattice import Point
from modulekit.build.plan import Key, Task
from modulekit.build.prepare import Preparation
from modulekit.build.why import PAGES, Remembered
from modulekit.cli.listed import shown
from modulekit.cli.reasons import table
from modulekit.diagnostics import Report
from modulekit.formats.table import FORMATS
from modulekit.formats.theme import Theme
from modulekit.model.audience import Audience
from modulekit.products.table import PRODUCTS, SECOND_LANGUAGE
from modulekit.resources import templates

Made = Mapping[tuple[Audience, bool], Mapping[str, str]]
HEADS = ("task", "file", "needs")


def plan(target: Path, folder: Path, tasks: tuple[Task, ...], why: Mapping[Key, str] | None = None) -> None:
    """Print the tasks of the edition in ``folder``, each with its file and what it needs."""
    rows = []
    for task in tasks:
        file = str(shown(target / folder / FORMATS[task.kind].file_name(task.product))) if task.wanted else ""
        needs = ", ".join(_name(need) for need in task.needs)
        told = (why.get(task.key, ""),) if why is not None else ()
        rows.append((f"{folder} {_name(task.key)}", file, needs, *told))
    table((*HEADS, "why") if why is not None else HEADS, rows)


def reasons(
    preparation: Preparation, point: Point, order: Order, theme: Theme, before: Remembered
) -> Mapping[Key, str]:
    """What is known before anything is made of each file that was ordered: which of its ingredients changed.

    Whether they change the file is known only when it is composed.
    """
    job = preparation.job(point, Report())
    made = foreseen(job, theme, templates())
    changed: dict[Key, tuple[str, ...]] = {}
    told: dict[Key, str] = {}
    for task in make_plan(order, job.having):
        product = PRODUCTS[task.product]
        path = str(job.folder / FORMATS[task.kind].file_name(task.product)) if task.kind in FORMATS else ""
        own = made[product.audience, product.only_with == SECOND_LANGUAGE]
        changed[task.key] = tuple(_changed(path, own, task, changed, before))
        if task.wanted:
            look = f"to be looked at: {', '.join(changed[task.key])}" if changed[task.key] else "unchanged"
            told[task.key] = look if before.knows(path) else "new"
    return told


def _changed(
    path: str, own: Mapping[str, str], task: Task, changed: Mapping[Key, tuple[str, ...]], before: Remembered
) -> Iterator[str]:
    if before.knows(path):
        yield from before.changed(path, own)
    if any(changed[need] for need in task.needs if need[0] != task.product or PAGES in changed[need]):
        yield PAGES


def _name(key: Key) -> str:
    return " ".join(key)
