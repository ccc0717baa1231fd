"""Trees, chains and charts.

What a drawing says, a nested list or a table says too: for those who cannot see it, and for formats without drawings.
"""

from __future__ import annotations

from modulekit.document import Align, Block, Box, BoxRole, Inlines, List, Paragraph, ParagraphRole, Strong, Text
from modulekit.model import TwoFaced
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.chart import Chart
from modulekit.model.results.trees import ObjectiveTree, Problem, ProblemTree
from modulekit.products.context import Context
from modulekit.products.tables import values_table

_PLACE_TO_WRITE = "________________________"


def problem_tree(context: Context, model: ProblemTree) -> tuple[Block, ...]:
    """Effects, core problem and causes as a nested list."""
    blocks: list[Block] = []
    if model.effects:
        blocks += [_level(context, "effects"), _branches(context, model.effects)]
    blocks += [_level(context, "core-problem"), Paragraph(_problem(context, model.core))]
    blocks += [_level(context, "causes"), _branches(context, model.causes)]
    return (_frame(context, model, tuple(blocks)),)


def objective_tree(context: Context, model: ObjectiveTree) -> tuple[Block, ...]:
    """Each objective below the problem that it mirrors."""
    problems = context.problems
    items = tuple(
        (
            Paragraph((Strong(context.line(objective.text or _PLACE_TO_WRITE)),)),
            Paragraph(context.line(problems.get(objective.problem, "")), ParagraphRole.META),
        )
        for objective in model.objectives
    )
    return (_frame(context, model, (List(items),)),)


def results_chain(context: Context, model: ResultsChain) -> tuple[Block, ...]:
    """The levels from inputs to impact, with what must hold between them."""
    blocks: list[Block] = []
    for name in ("inputs", "activities", "outputs", "outcomes", "impact"):
        held = getattr(model.assumptions, name, ()) if model.assumptions else ()
        if held:
            blocks += [_level(context, "assumptions"), _list(context, held)]
        blocks += [_level(context, name), _list(context, getattr(model, name))]
    return (_frame(context, model, tuple(blocks)),)


def chart(context: Context, model: Chart) -> tuple[Block, ...]:
    """The values of a chart as a table."""
    header = [("=" + (model.unit or context.strings("category")), 30.0, Align.LEFT)]
    header += [("=" + series.name, 20.0, Align.RIGHT) for series in model.series]
    rows = [(category, *(series.values[at] for series in model.series)) for at, category in enumerate(model.categories)]
    seen = (Paragraph(context.line(model.alt), ParagraphRole.META),) if model.alt else ()
    return (*seen, values_table(context, model, header, rows))


def _branches(context: Context, problems: tuple[Problem, ...]) -> List:
    items = []
    for problem in problems:
        below = problem.causes or problem.effects
        nested: tuple[Block, ...] = (_branches(context, below),) if below else ()
        items.append((Paragraph(_problem(context, problem)), *nested))
    return List(tuple(items))


def _problem(context: Context, problem: Problem) -> Inlines:
    words = context.line(problem.text or _PLACE_TO_WRITE)
    evidence: Inlines = (Text(" · "), *context.line(problem.evidence)) if problem.evidence else ()
    return (*words, *evidence)


def _list(context: Context, texts: tuple[str, ...]) -> List:
    return List(tuple((Paragraph(context.line(text or _PLACE_TO_WRITE)),) for text in texts))


def _level(context: Context, key: str) -> Paragraph:
    return Paragraph((Text(context.strings(f"level-{key}")),), ParagraphRole.LABEL)


def _frame(context: Context, model: TwoFaced, blocks: tuple[Block, ...]) -> Box:
    number = context.edition.numbering.figures.get(model.id or "")
    label = (Text(context.strings("figure-n", number=number) + "  "),) if number else ()
    source = (Paragraph(context.line(model.source), ParagraphRole.SOURCE),) if model.source else ()
    title = (*label, *context.line(model.caption))
    return Box(BoxRole.CASE, (*blocks, *source), title=title, id=f"figure:{model.id}" if model.id else "")
