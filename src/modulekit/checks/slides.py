"""MK702, MK711, MK713: slides that are read instead of listened to, and slides that show too much or what is not there.

The limits stand in ``modulekit.model.limits``; whether a slide really overflows is known only once it is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import did_you_mean, finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.document.commonmark import REFERENCE
from modulekit.model import EVERYONE, Figure, Slide, TwoFaced
from modulekit.model.limits import (
    ALL_POINTS,
    COLUMN_POINT,
    COLUMN_POINTS,
    POINT,
    POINTS,
    QUESTION,
    QUOTATION,
    SLIDE_TITLE,
    TABLE_CELL,
    TABLE_ROWS,
)
from modulekit.model.results.trees import ObjectiveTree, ProblemTree, problems_of


def too_much(subject: Subject) -> Iterator[Diagnostic]:
    """MK702: a slide says one thing. Lengths are in characters."""
    for item, slide in subject.of(Slide):
        for loc, message in _excesses(slide):
            yield finding("MK702", message, subject.at(*item.loc, *loc), "Say less, or move it to the handout.")


def shows_what_is_hidden(subject: Subject) -> Iterator[Diagnostic]:
    """MK711: a slide is seen by all, so it shows only what participants get filled in."""
    blocks = {name: item for kind in ("table", "figure") for name, item in subject.anchors(kind)}
    for item, slide in subject.of(Slide):
        shown = blocks.get(slide.shows or "")
        if shown is None:
            continue
        span = subject.at(*item.loc, "shows")
        if shown.mark is not EVERYONE:
            yield finding("MK711", f"“{slide.shows}” is for trainers only, and everybody sees a slide.", span)
        elif isinstance(shown.node, TwoFaced) and shown.node.blank:
            yield finding("MK711", f"“{slide.shows}” is a worksheet; the slide would give away its answers.", span)
        elif isinstance(shown.node, Figure):
            yield finding("MK711", f"“{slide.shows}” is a picture of a file; use `picture` instead.", span)


def shows_a_part(subject: Subject) -> Iterator[Diagnostic]:
    """MK713: a slide shows a part only of a tree, and only a branch that the tree has."""
    blocks = {name: item.node for kind in ("table", "figure") for name, item in subject.anchors(kind)}
    trees = {tree.id: tree for _, tree in subject.of(ProblemTree)}
    for item, slide in subject.of(Slide):
        shown = blocks.get(slide.shows or "")
        asked = "branch" if slide.branch is not None else "depth"
        if shown is None or getattr(slide, asked) is None:
            continue
        tree = trees.get(shown.of) if isinstance(shown, ObjectiveTree) else shown
        if not isinstance(tree, ProblemTree):
            if not isinstance(shown, ObjectiveTree):
                message = f"“{slide.shows}” is no tree, so a slide can only show all of it."
                yield finding("MK713", message, subject.at(*item.loc, asked), f"Take `{asked}` away.")
            continue
        names = [problem.id for problem in problems_of(tree) if problem.id]
        if slide.branch is not None and slide.branch not in names:
            message = f"“{slide.shows}” has no branch “{slide.branch}”."
            hint = did_you_mean(slide.branch, names, "The problems are") or "Give a problem of the tree an `id`."
            yield finding("MK713", message, subject.at(*item.loc, "branch"), hint)


def _excesses(slide: Slide) -> Iterator[tuple[Loc, str]]:
    yield from _long(slide.title, SLIDE_TITLE, ("title",), "The title of the slide")
    if slide.points is not None:
        yield from _points(slide.points, ("points",), POINTS, POINT)
        total = sum(map(_length, slide.points))
        if total > ALL_POINTS:
            yield ("points",), f"The points have {total} characters together; a slide shows {ALL_POINTS}."
    for number, column in enumerate(slide.columns or ()):
        yield from _points(column.points, ("columns", number, "points"), COLUMN_POINTS, COLUMN_POINT)
    if slide.table is not None:
        if len(slide.table.rows) > TABLE_ROWS:
            yield ("table", "rows"), f"The table has {len(slide.table.rows)} rows; a slide shows {TABLE_ROWS}."
        for row, cells in enumerate(slide.table.rows):
            for at, cell in enumerate(cells):
                yield from _long(cell, TABLE_CELL, ("table", "rows", row, at), "A cell of the slide's table")
    if slide.question is not None:
        yield from _long(slide.question, QUESTION, ("question",), "The question")
    if slide.quotation is not None:
        yield from _long(slide.quotation.text, QUOTATION, ("quotation", "text"), "The quotation")


def _points(points: tuple[str, ...], loc: Loc, most: int, longest: int) -> Iterator[tuple[Loc, str]]:
    if len(points) > most:
        yield loc, f"There are {plural(len(points), 'point')}; a slide shows {most}."
    for number, point in enumerate(points):
        yield from _long(point, longest, (*loc, number), "A point")


def _long(text: str, most: int, loc: Loc, what: str) -> Iterator[tuple[Loc, str]]:
    size = _length(text)
    if size > most:
        yield loc, f"{what} has {size} characters; at most {most} can be taken in."


def _length(text: str) -> int:
    """The number of characters that are printed, about."""
    words = REFERENCE.sub(lambda found: found[3] or "Exercise 1", text)
    return len(words.replace("*", ""))
