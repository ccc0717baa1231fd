"""A slide may show a part of a tree: one branch, or some levels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modulekit.document import Diagram
from modulekit.model.results.trees import ObjectiveTree, Problem, ProblemTree
from modulekit.products.diagrams import objective_tree, problem_tree
from modulekit.products.pruning import Cut
from tests.products.composed import context

TREE = ProblemTree(
    id="late",
    caption="Why it is late",
    core=Problem(id="core", text="Late"),
    causes=(
        Problem(
            id="nobody",
            text="Nobody writes",
            causes=(Problem(id="tired", text="All are tired", causes=(Problem(id="nights", text="Nights"),)),),
        ),
        Problem(id="paper", text="No paper"),
    ),
    effects=(Problem(id="again", text="Again", effects=(Problem(id="away", text="Away"),)),),
)


def _texts(diagram: Diagram) -> list[str]:
    return [box.text for box in diagram.boxes]


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        (Cut(), ["Late", "Again", "Away", "Nobody writes", "All are tired", "Nights", "No paper"]),
        (Cut(depth=1), ["Late", "Again", "Nobody writes", "No paper"]),
        (Cut(depth=2), ["Late", "Again", "Away", "Nobody writes", "All are tired", "No paper"]),
        (Cut("nobody"), ["Nobody writes", "All are tired", "Nights"]),
        (Cut("nobody", 1), ["Nobody writes", "All are tired"]),
        (Cut("again"), ["Again", "Away"]),
        (Cut("core", 1), ["Late", "Again", "Nobody writes", "No paper"]),
        (Cut("paper"), ["No paper"]),
    ],
)
def test_what_is_left_of_a_tree(cut: Cut, left: list[str]) -> None:
    diagram = problem_tree(context("slides"), TREE, cut)
    assert _texts(diagram) == left
    ids = {box.id for box in diagram.boxes}
    assert len(diagram.connectors) == len(ids) - 1
    assert all({joint.start, joint.to} <= ids for joint in diagram.connectors)


def test_only_the_whole_is_what_references_lead_to() -> None:
    whole = problem_tree(context("slides"), TREE)
    assert whole.id == "figure:late"
    part = problem_tree(context("slides"), TREE, Cut("nobody"))
    assert part.id == ""
    assert (part.caption, part.number) == (whole.caption, whole.number)


def test_a_branch_of_an_objective_tree_is_named_by_its_problem() -> None:
    of = context("slides")
    mirror = next(e.block for e in of.entries if isinstance(e.block, ObjectiveTree) and e.block.id == "mirror-meetings")
    assert isinstance(mirror, ObjectiveTree)
    texts = {objective.problem: objective.text for objective in mirror.objectives}
    part = objective_tree(of, mirror, Cut("nobody-named"))
    assert _texts(part) == [texts["nobody-named"], texts["written-later"]]
    assert _texts(replace(objective_tree(of, mirror), id="")) != _texts(part)


def test_the_deck_shows_the_branch_that_the_slide_names() -> None:
    from modulekit.document import Deck, DiagramBody
    from modulekit.products.table import PRODUCTS

    deck = PRODUCTS["slides"].compose(context("slides"))
    assert isinstance(deck, Deck)
    slide = next(slide for slide in deck.slides if isinstance(slide.body, DiagramBody) and "nobody" in str(slide.title))
    assert isinstance(slide.body, DiagramBody)
    assert [box.id for box in slide.body.diagram.boxes] == ["core", "causes-1"]
