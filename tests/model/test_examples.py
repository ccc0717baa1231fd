"""What of a form stays filled in as an example, and what participants find themselves."""

from __future__ import annotations

from modulekit.model.results.rows import InterventionOptions, Option
from modulekit.model.results.trees import Objective, ObjectiveTree


def test_the_first_objectives_may_be_given() -> None:
    mirror = ObjectiveTree(
        caption="Mirror",
        of="gate",
        blank=("text",),
        example_rows=1,
        objectives=(Objective(problem="gate-open", text="closed"), Objective(problem="hinge-worn", text="new")),
    )
    assert not mirror.is_blank(("objectives", 0, "text"))
    assert mirror.is_blank(("objectives", 1, "text"))
    assert not mirror.is_blank(("objectives", 1, "problem"))


def test_the_problem_of_an_option_may_be_left_to_find() -> None:
    options = InterventionOptions(
        caption="Options", blank=("problem",), rows=(Option(option="Weld", problem="hinge-worn"),)
    )
    assert options.is_blank(("rows", 0, "problem"))
    assert not options.is_blank(("rows", 0, "option"))
    assert Option.model_validate({"option": "Weld", "problem": ""}).problem is None
