"""Where in the source something stands that a writer names by its id."""

from __future__ import annotations

from collections.abc import Mapping

from modulekit.diagnostics import Loc, Places, Span
from modulekit.model import ExerciseUse, GlossaryTerm, Lesson, Module, Node, Outcome, Reference
from modulekit.model.slideshow import PlannedSlide, SlideKind, slideshow
from modulekit.model.walk import walk

_NAMED: Mapping[type[Node], str] = {
    GlossaryTerm: "term",
    Reference: "ref",
    Outcome: "outcome",
}
"""What an author names with ``id`` beside the nodes that are numbered, by the word before the colon."""


class Where:
    """Places by node id, such as ``slide:problem-tree-2`` or ``table:tree-evidence``."""

    def __init__(self, module: Module, places: Places) -> None:
        self._places = places
        self._locs: dict[str, Loc] = {
            "glossary": ("glossary",),
            "references": ("references",),
            "agenda": ("programme",),
        }
        for loc, node in walk(module):
            if isinstance(node, Node):
                self._named(node, loc)
        for at, _ in enumerate(module.programme):
            self._locs[f"day:{at + 1}"] = ("programme", at)
        for at, lesson in enumerate(module.lessons):
            self._lesson(lesson, ("lessons", at))
        for at, exercise in enumerate(module.exercises):
            loc = ("exercises", at)
            for kind in ("exercise", "workbook", "worksheets"):
                self._locs[f"{kind}:{exercise.exercise}"] = loc
            for kind in ("worksheet", "answer", "debrief", "mistakes"):
                self._locs[f"{kind}:{exercise.exercise}"] = (*loc, kind)
        for plan in slideshow(module):
            self._locs[f"slide:{plan.id}"] = _loc_of(plan, module)

    def span(self, target: str) -> Span | None:
        """The place of ``target``, or of the module itself where the id is not known."""
        return self._places.at(*self._locs.get(target, ()))

    def _lesson(self, lesson: Lesson, loc: Loc) -> None:
        for kind in ("lesson", "plan", "slides", "worksheets"):
            self._locs[f"{kind}:{lesson.lesson}"] = loc
        for at, _ in enumerate(lesson.steps):
            self._locs[f"step:{lesson.lesson}/{at + 1}"] = (*loc, "steps", at)

    def _named(self, node: Node, loc: Loc) -> None:
        kind = node.numbered_as or _NAMED.get(type(node))
        id = getattr(node, "id", None)
        if kind and id:
            self._locs.setdefault(f"{kind}:{id}", loc)


def _loc_of(plan: PlannedSlide, module: Module) -> Loc:
    if plan.kind is SlideKind.TITLE:
        return ("title",)
    at = next(i for i, lesson in enumerate(module.lessons) if lesson.lesson == plan.lesson)
    lesson: Loc = ("lessons", at)
    if plan.kind is SlideKind.SECTION:
        return (*lesson, "outcomes")
    if plan.kind is SlideKind.SUMMARY:
        return (*lesson, "key_messages")
    if plan.kind is SlideKind.AUTHORED:
        return (*lesson, "steps", plan.step, "slides", plan.slide)
    step = module.lessons[at].steps[plan.step]
    assert isinstance(step, ExerciseUse)
    found = next(i for i, exercise in enumerate(module.exercises) if exercise.exercise == step.exercise)
    return ("exercises", found, "purpose")
