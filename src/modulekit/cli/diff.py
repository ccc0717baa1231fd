"""``modulekit diff``: what changed for a trainer who taught the earlier version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from modulekit.cli.exit_codes import CONTENT_HAS_ERRORS, GOOD, WRONG_USE
from modulekit.cli.render import render
from modulekit.cli.versions import NoVersionError, Opened, told, version
from modulekit.cli.workspace import Loaded
from modulekit.diagnostics import Report
from modulekit.editions import localise
from modulekit.editions.changes import changes
from modulekit.model import Module
from modulekit.model.changes import Aspect, Change, Changes, LessonChanges, Renumbered, Side, Subject, What
from modulekit.source import find_workspace

_SIGNS = {What.ADDED: "+ ", What.REMOVED: "- ", What.CHANGED: "  "}
_SAID = {
    Aspect.MOVED: "moved",
    Aspect.TITLE: "title",
    Aspect.METHOD: "method",
    Aspect.PRIORITY: "priority",
    Aspect.TASK: "task",
    Aspect.CONTENT: "content",
    Aspect.ANSWER: "answer",
    Aspect.OUTCOMES: "outcomes",
    Aspect.PROGRAMME: "programme",
    Aspect.GLOSSARY: "glossary",
    Aspect.REFERENCES: "references",
    Aspect.TESTS: "rule of the tests",
    Aspect.FRONT: "front matter",
}
"""The words for aspects that have no figures."""

_LONGEST = 60  # characters of a title


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of both handouts by what stands on them; nothing where they were not laid out."""

    old: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)

    def of(self, change: Change) -> str:
        """``12 → 14``"""
        before = self.old.get(change.old.target) if change.old else None
        after = self.new.get(change.new.target) if change.new else None
        return " → ".join(str(page) for page in dict.fromkeys((before, after)) if page)


def run(
    old: str, new: str, module: str | None, workspace: Path | None, output_format: str, *, with_pages: bool = False
) -> int:
    """Print what changed between two versions; the exit code. With ``with_pages`` both handouts are laid out."""
    report = Report()
    root = find_workspace(workspace or Path.cwd())
    found: Changes | None = None
    title, pages = "", _Pages()
    try:
        with version(new, module, root, report) as after:
            wanted = module or (after.source.module.module if after else None)
            with version(old, wanted, root, report) as before:
                if before and after:
                    found = changes(_taught(before), _taught(after))
                    title = after.source.module.title
                    pages = _laid_out(before, after, report) if with_pages else pages
    except NoVersionError as error:
        told(error, report)
        render(tuple(report), root or Path.cwd(), "text")
        return WRONG_USE
    if found is None or (with_pages and report.has_errors):
        render(tuple(report), root or Path.cwd(), "text")
        return CONTENT_HAS_ERRORS
    if output_format == "json":
        typer.echo(json.dumps(_data(found, pages), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_lines(title, found, pages)))
    return GOOD


def _laid_out(before: Opened, after: Opened, report: Report) -> _Pages:
    """Both handouts, in the language in which the module is written."""
    from modulekit.build import Order
    from modulekit.build.lattice import Point
    from modulekit.build.paging import handout_pages
    from modulekit.build.prepare import Preparation
    from modulekit.cli.making import press_for

    loaded = Loaded(after.workspace.root, after.workspace, (after.source,))
    order = Order(pairs=frozenset({("handout", "pdf")}))
    found = []
    with press_for(loaded, order, report) as press:
        if press is None:
            return _Pages()
        for opened in (before, after):
            point = Point("", "", opened.source.module.language)
            preparation = Preparation.of(opened.workspace, opened.source, (point,), report)
            found.append(handout_pages(preparation.job(point, Report()), press))
    return _Pages(*found)


def _taught(opened: Opened) -> Module:
    """The module with what stands in its slots in their place; the regions' own material is compared as it is."""
    source = opened.source
    local = localise(source.module, source.places)
    return local.module.model_copy(update={"regions": source.module.regions})


def _lines(title: str, found: Changes, pages: _Pages) -> Iterator[str]:
    old, new = found.old, found.new
    yield f"{title}: {old.version} ({old.date}) → {new.version} ({new.date})"
    yield f"{old.minutes} → {new.minutes} minutes" if old.minutes != new.minutes else f"{new.minutes} minutes as before"
    if found.is_empty:
        yield "Nothing changed for somebody who taught it."
        return
    if found.said:
        yield from ("", *(f"“{line}”" for line in found.said))
    for change in found.course:
        yield from ("", f"The course: {_aspects(change)}")
    for lesson in found.lessons:
        yield from ("", _lesson(lesson, pages))
        yield from (f"  {_line(change, pages)}" for change in lesson.inside)
    for heading, group in (("Exercises", found.exercises), ("Tests", found.tests)):
        if group:
            yield from ("", heading, *(f"  {_line(change, pages)}" for change in group))
    if found.renumbered:
        yield from ("", "Other numbers", *(f"  {_renumbered(item)}" for item in found.renumbered))


def _lesson(lesson: LessonChanges, pages: _Pages) -> str:
    change = lesson.change
    if change is not None:
        return _line(change, pages)
    side = lesson.new or lesson.old
    assert side is not None
    return f"  {_name(Subject.LESSON, side.number)} · {_title(side)}"


def _line(change: Change, pages: _Pages) -> str:
    """``- slide 12 · A title``, ``  step 2 · A title: minutes 15 → 20, handout p. 12 → 14``"""
    where = pages.of(change)
    return f"{_told(change)}, handout p. {where}" if where else _told(change)


def _told(change: Change) -> str:
    side = change.side
    number = side.number
    if change.old and change.new and change.old.number != change.new.number:
        number = f"{change.old.number or '–'} → {change.new.number or '–'}"
    line = f"{_SIGNS[change.what]}{_name(change.subject, number)} · {_title(side)}"
    if change.what is What.CHANGED:
        return f"{line}: {_aspects(change)}"
    return f"{line}, {side.minutes} minutes" if side.minutes else line


def _name(subject: Subject, number: str) -> str:
    name = subject.value.replace("-", " ")
    return f"{name} {number}" if number else name


def _title(side: Side) -> str:
    words = " ".join(side.title.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _aspects(change: Change) -> str:
    return ", ".join(_aspect(change, aspect) for aspect in change.aspects)


def _aspect(change: Change, aspect: Aspect) -> str:
    old, new, words = change.old, change.new, change.words
    if aspect is Aspect.MINUTES and old and new:
        return f"minutes {old.minutes} → {new.minutes}" if old.minutes != new.minutes else "minutes shared out anew"
    if aspect is Aspect.NOTES:
        return f"trainer's notes ({words.added} words new, {words.removed} gone)"
    if aspect is Aspect.MOVED and old and new and old.lesson != new.lesson:
        return f"moved from “{old.lesson}” to “{new.lesson}”"
    return _SAID[aspect]


def _renumbered(item: Renumbered) -> str:
    if item.subject is Subject.SLIDE:
        return f"slides of “{_title(item.new)}”: {item.old.number or '–'} → {item.new.number or '–'}"
    return f"{item.subject.value} {item.old.number or '–'} → {item.new.number or '–'} · {_title(item.new)}"


def _data(found: Changes, pages: _Pages) -> dict[str, Any]:
    """The same for programs. Minutes are minutes; numbers are text, as readers see them."""

    def entry(change: Change) -> dict[str, Any]:
        return _entry(change, pages)

    return {
        "version": 1,
        "old": {"version": found.old.version, "date": found.old.date, "minutes": found.old.minutes},
        "new": {"version": found.new.version, "date": found.new.date, "minutes": found.new.minutes},
        "history": list(found.said),
        "course": [entry(change) for change in found.course],
        "lessons": [
            {
                "old": _side(lesson.old),
                "new": _side(lesson.new),
                "change": entry(lesson.change) if lesson.change else None,
                "inside": [entry(change) for change in lesson.inside],
            }
            for lesson in found.lessons
        ],
        "exercises": [entry(change) for change in found.exercises],
        "tests": [entry(change) for change in found.tests],
        "renumbered": [
            {"subject": item.subject.value, "old": _side(item.old), "new": _side(item.new)} for item in found.renumbered
        ],
    }


def _entry(change: Change, pages: _Pages) -> dict[str, Any]:
    return {
        "subject": change.subject.value,
        "what": change.what.value,
        "aspects": [aspect.value for aspect in change.aspects],
        "old": _side(change.old, pages.old),
        "new": _side(change.new, pages.new),
        "words": {"added": change.words.added, "removed": change.words.removed},
    }


def _side(side: Side | None, pages: Mapping[str, int] | None = None) -> dict[str, Any] | None:
    if side is None:
        return None
    told = {"title": side.title, "number": side.number, "lesson": side.lesson, "minutes": side.minutes}
    return {**told, "page": pages.get(side.target)} if pages else told
