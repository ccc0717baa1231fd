"""Trees, chains and timelines: boxes and lines, with nested lists beside them that say the same.

Takes a block of the course, gives a Diagram. Must not know where a box stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from modulekit.document import (
    Block,
    BoxKind,
    Connector,
    Diagram,
    DiagramBox,
    DiagramKind,
    Inlines,
    Lane,
    List,
    Paragraph,
    ParagraphRole,
    Text,
)
from modulekit.model import TwoFaced
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.rows import ActionPlan
from modulekit.model.results.trees import ObjectiveTree, Problem, ProblemTree
from modulekit.products.context import Context
from modulekit.products.pruning import Branches, Cut
from modulekit.products.tables import ROW_TO_WRITE_IN

_PLACE_TO_WRITE = "________________________"
_LEVELS = ("inputs", "activities", "outputs", "outcomes", "impact")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WHOLE = Cut()
_YEAR = 12  # columns of an empty timeline


def problem_tree(context: Context, model: ProblemTree, cut: Cut = _WHOLE) -> Diagram:
    """Effects above the core problem, causes below it; of a part of the tree the part that ``cut`` leaves."""
    kinds = (BoxKind.EFFECT, BoxKind.CAUSE)
    keys = ("effects", "core-problem", "causes")
    to_write = model.blank == "all" or "evidence" in model.blank
    slot = context.strings("evidence-slot") if to_write and not model.is_filled() else ""
    branches = cut((model.effects, model.core, model.causes))
    return _part(_tree(context, model, branches, kinds, _called(keys, cut, model.core), slot), cut)


def objective_tree(context: Context, model: ObjectiveTree, cut: Cut = _WHOLE) -> Diagram:
    """The shape of the problem tree that it mirrors, with each objective where its problem stood."""
    trees = (entry.problem_tree for entry in context.entries if entry.problem_tree)
    tree = next((tree for tree in trees if tree.id == model.of), None)
    texts = {objective.problem: objective.text for objective in model.objectives}
    if tree is None:  # checks name the missing tree; what was written stays visible all the same
        core, *others = (Problem(text=text) for text in texts.values())
        branches: Branches = ((), core, tuple(others))
    else:
        core = Problem(id=tree.core.id, text=texts.get(tree.core.id or "", ""))
        branches = (_mirrored(tree.effects, texts), core, _mirrored(tree.causes, texts))
    kinds = (BoxKind.OBJECTIVE, BoxKind.OBJECTIVE)
    keys = _called(("ends", "core-objective", "means"), cut, core)
    return _part(_tree(context, model, cut(branches), kinds, keys), cut)


def results_chain(context: Context, model: ResultsChain) -> Diagram:
    """The levels from inputs to impact, with what must hold between them."""
    boxes: list[DiagramBox] = []
    alternative: list[Block] = []
    for lane, name in enumerate(_LEVELS):
        texts = getattr(model, name)
        held = getattr(model.assumptions, name, ()) if model.assumptions else ()
        boxes += _entries(context, f"{name}-held", held, BoxKind.ASSUMPTION, lane)
        boxes += _entries(context, name, texts, BoxKind.LEVEL, lane)
        if held:
            alternative += [_level(context, "assumptions"), _list(context, held)]
        alternative += [_level(context, name), _list(context, texts)]
    lanes = tuple(Lane(context.strings(f"level-{name}")) for name in _LEVELS)
    return _framed(context, model, Diagram(DiagramKind.CHAIN, tuple(boxes), lanes=lanes), alternative)


def action_plan(context: Context, model: ActionPlan) -> Diagram:
    """Activities as bars over months; a bar whose months are not known is not drawn."""
    spans = [(_month(row.start), _month(row.end)) for row in model.rows]
    known = [month for span in spans for month in span if month is not None]
    first = min(known, default=0)
    boxes = tuple(
        DiagramBox(f"bar-{lane}", "", BoxKind.BAR, lane=lane, start=start - first, end=end - first + 1)
        for lane, (start, end) in enumerate(spans)
        if start is not None and end is not None
    )
    months = range(first, max(known) + 1) if known else ()
    axis = tuple(f"{month % 12 + 1:02}.{month // 12}" for month in months) or tuple(map(str, range(1, _YEAR + 1)))
    lanes = tuple(Lane(context.words(row.activity)) for row in model.rows)
    items = tuple(
        (Paragraph((*_written(context, row.activity), Text(_period(row.start, row.end)))),) for row in model.rows
    )
    return _framed(context, model, Diagram(DiagramKind.TIMELINE, boxes, lanes=lanes, axis=axis), [List(items)])


def _called(keys: tuple[str, str, str], cut: Cut, core: Problem) -> tuple[str, str, str]:
    """What the parts are called in words. The root of a branch is not the core problem, and stands without a name."""
    return keys if cut.branch in (None, core.id) else (keys[0], "", keys[2])


def _part(diagram: Diagram, cut: Cut) -> Diagram:
    """A part of a drawing keeps its number, but references lead to the whole."""
    return diagram if cut.is_whole else replace(diagram, id="")


def _mirrored(problems: tuple[Problem, ...], texts: dict[str, str]) -> tuple[Problem, ...]:
    """Objectives in the shape of ``problems``; what hangs at a problem without one hangs one level higher."""
    found: list[Problem] = []
    for problem in problems:
        causes, effects = _mirrored(problem.causes, texts), _mirrored(problem.effects, texts)
        if problem.id in texts:
            text = texts[problem.id]
            objective = Problem.model_construct(id=problem.id, text=text, evidence="", causes=causes, effects=effects)
            found.append(objective)
        else:
            found += (*causes, *effects)
    return tuple(found)


def _tree(
    context: Context,
    model: TwoFaced,
    branches: Branches,
    kinds: tuple[BoxKind, BoxKind],
    keys: tuple[str, str, str],
    slot: str = "",
) -> Diagram:
    """``slot`` is what the place to write at each lowest cause is called, if there are any."""
    effects, core, causes = branches
    boxes = [_box(context, "core", core, BoxKind.CORE)]
    connectors: list[Connector] = []

    def grow(problems: tuple[Problem, ...], parent: str, side: int) -> None:
        for number, problem in enumerate(problems, 1):
            name = f"{parent}-{number}" if parent != "core" else f"{keys[2 * side]}-{number}"
            own = slot if side and not problem.causes else ""
            boxes.append(_box(context, name, problem, kinds[side], own))
            connectors.append(Connector(name, parent) if side else Connector(parent, name))
            grow(problem.causes if side else problem.effects, name, side)

    grow(effects, "core", 0)
    grow(causes, "core", 1)
    alternative: list[Block] = []
    if effects:
        alternative += [_level(context, keys[0]), _branches(context, effects)]
    alternative += [_level(context, keys[1])] if keys[1] else []
    alternative.append(Paragraph(_problem(context, core)))
    if causes:
        alternative += [_level(context, keys[2]), _branches(context, causes, slot)]
    return _framed(context, model, Diagram(DiagramKind.TREE, tuple(boxes), tuple(connectors)), alternative)


def _box(context: Context, name: str, problem: Problem, kind: BoxKind, slot: str = "") -> DiagramBox:
    return DiagramBox(name, context.words(problem.text), kind, context.words(problem.evidence), slot=slot)


def _entries(context: Context, name: str, texts: tuple[str, ...], kind: BoxKind, lane: int) -> Iterator[DiagramBox]:
    for number, text in enumerate(texts, 1):
        yield DiagramBox(f"{name}-{number}", context.words(text), kind, lane=lane)


def _month(date: str) -> int | None:
    """Months since the year 0."""
    found = _MONTH.match(date)
    return int(found[1]) * 12 + int(found[2]) - 1 if found else None


def _period(start: str, end: str) -> str:
    period = "–".join(_MONTH.sub(r"\2.\1", date) for date in (start, end) if date)
    return f": {period}" if period else ""


def _branches(context: Context, problems: tuple[Problem, ...], slot: str = "") -> List:
    items = []
    for problem in problems:
        below = problem.causes or problem.effects
        nested: tuple[Block, ...] = (_branches(context, below, slot),) if below else ()
        to_write: Inlines = (Text(f" · {slot} {_PLACE_TO_WRITE}"),) if slot and not below else ()
        items.append((Paragraph((*_problem(context, problem), *to_write)), *nested))
    return List(tuple(items))


def _problem(context: Context, problem: Problem) -> Inlines:
    evidence: Inlines = (Text(" · "), *context.line(problem.evidence)) if problem.evidence else ()
    return (*_written(context, problem.text), *evidence)


def _list(context: Context, texts: tuple[str, ...]) -> List:
    return List(tuple((Paragraph(_written(context, text)),) for text in texts))


def _written(context: Context, text: str) -> Inlines:
    return context.line(text or _PLACE_TO_WRITE)


def _level(context: Context, key: str) -> Paragraph:
    return Paragraph((Text(context.strings(f"level-{key}")),), ParagraphRole.LABEL)


def _framed(context: Context, model: TwoFaced, diagram: Diagram, alternative: list[Block]) -> Diagram:
    """``diagram`` with all that stands around it."""
    kind, numbering = model.numbered_as, context.edition.numbering
    numbers, key = (numbering.figures, "figure-n") if kind == "figure" else (numbering.tables, "table-n")
    number = numbers.get(model.id or "")
    return replace(
        diagram,
        caption=context.line(model.caption),
        number=context.strings(key, number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        alternative=tuple(alternative),
        in_words=context.strings("in-words"),
        form=bool(model.blank) and not model.is_filled(),
        room=float(model.row_height or ROW_TO_WRITE_IN),
        id=f"{kind}:{model.id}" if model.id else "",
    )
