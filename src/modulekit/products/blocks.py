"""The course's blocks as nodes of a page.

One ``case`` for each kind of block; mypy names the kind that is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from modulekit.document import (
    Block,
    Box,
    BoxRole,
    Definition,
    Definitions,
    Figure,
    Inlines,
    Lines,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Strong,
    Text,
)
from modulekit.model import Callout, Case, Entry, KeyTerm, Markdown, OtherRegions, SelfCheck, Slot
from modulekit.model import Figure as FigureModel
from modulekit.model import Lines as LinesModel
from modulekit.model import Table as TableModel
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.chart import Chart
from modulekit.model.results.checklist import Checklist
from modulekit.model.results.rows import (
    ActionPlan,
    IndicatorTable,
    InterventionOptions,
    LinkageMatrix,
    Logframe,
    MonitoringPlan,
    SituationTable,
    StakeholderMatrix,
    Swot,
)
from modulekit.model.results.trees import ObjectiveTree, ProblemTree
from modulekit.products import diagrams, pictures, results
from modulekit.products.context import Context, plain_text
from modulekit.products.questions import self_check
from modulekit.products.tables import table


def entries(context: Context, items: Iterable[Entry]) -> tuple[Block, ...]:
    """The nodes of a handout, a worksheet or an answer."""
    return tuple(block for item in items for block in entry_blocks(context, item))


def entry_blocks(context: Context, entry: Entry) -> tuple[Block, ...]:
    """The nodes of one entry."""
    block = entry.block
    match block:
        case Markdown():
            return context.prose(block.text)
        case TableModel():
            return (table(context, block),)
        case FigureModel():
            return (figure(context, block),)
        case Callout():
            return (_callout(context, block),)
        case Case():
            return (_case(context, block),)
        case LinesModel():
            return _lines(context, block)
        case KeyTerm():
            return (_key_term(context, block),)
        case Checklist():
            return checklist(context, block)
        case SituationTable():
            return (results.situation_table(context, block),)
        case InterventionOptions():
            return (results.intervention_options(context, block),)
        case LinkageMatrix():
            return (results.linkage_matrix(context, block),)
        case Logframe():
            return (results.logframe(context, block),)
        case IndicatorTable(face="fiche"):
            return results.indicator_fiches(context, block)
        case IndicatorTable():
            return (results.indicator_table(context, block),)
        case ActionPlan(face="gantt"):
            bars = replace(diagrams.action_plan(context, block), caption=(), number="", source=(), id="")
            return (results.action_plan(context, block), bars)  # who, what and how much is in the table alone
        case ActionPlan():
            return (results.action_plan(context, block),)
        case MonitoringPlan():
            return (results.monitoring_plan(context, block),)
        case StakeholderMatrix():
            return (results.stakeholder_matrix(context, block),)
        case Swot():
            return (results.swot(context, block),)
        case ProblemTree():
            return (diagrams.problem_tree(context, block),)
        case ObjectiveTree():
            return (diagrams.objective_tree(context, block),)
        case ResultsChain():
            return (diagrams.results_chain(context, block),)
        case Chart():
            return pictures.chart(context, block)
        case SelfCheck():
            return self_check(context, block)
        case Slot():  # editions hold what stands in a slot; here it is what stands there without a region
            return entries(context, block.default if isinstance(block.default, tuple) else ())
        case OtherRegions():
            return ()
        case _:
            assert_never(block)


def figure(context: Context, model: FigureModel) -> Figure:
    """A picture with its alternative text and number."""
    number = context.edition.numbering.figures.get(model.id or "")
    return Figure(
        asset=context.asset(model.file),
        alt=plain_text(model.alt or model.caption),
        caption=context.line(model.caption),
        number=context.strings("figure-n", number=number) if number else "",
        credit=context.line(model.credit) if model.credit else (),
        width=model.width / 100,
        id=f"figure:{model.id}" if model.id else "",
    )


def checklist(context: Context, model: Checklist) -> tuple[Block, ...]:
    """Things to tick, under their title."""
    title = (Paragraph((Strong(context.line(model.title)),)),) if model.title else ()
    items = tuple((Paragraph(context.line(item)),) for item in model.items)
    return (*title, List(items, ListRole.CHECK))


def _callout(context: Context, model: Callout) -> Box:
    title = context.line(model.title) if model.title else (Text(context.strings(f"callout-{model.kind.value}")),)
    return Box(BoxRole(model.kind.value), context.prose(model.text), title=title)


def _case(context: Context, model: Case) -> Box:
    children: tuple[Block, ...] = context.prose(model.text)
    if model.source:
        children += (Paragraph(context.line(model.source), ParagraphRole.SOURCE),)
    title: Inlines = (Text(context.strings("case")), Text(" · "), *context.line(model.title))
    return Box(BoxRole.CASE, children, title=title, id=f"case:{model.id}" if model.id else "")


def _lines(context: Context, model: LinesModel) -> tuple[Block, ...]:
    prompt = (Paragraph(context.line(model.prompt)),) if model.prompt else ()
    return (*prompt, Lines(model.count))


def _key_term(context: Context, model: KeyTerm) -> Box:
    found = next((term for term in context.module.glossary if term.id == model.term), None)
    if found is None:  # checks name the missing term; the words stay visible all the same
        return Box(BoxRole.TERM, (Paragraph((Text(model.term),)),))
    item = Definition(context.line(found.term), context.prose(found.definition))
    return Box(BoxRole.TERM, (Definitions((item,)),))
