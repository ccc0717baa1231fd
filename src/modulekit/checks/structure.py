"""MK3xx, part one: what the files of a module call each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from modulekit.checks.alternatives import Alternatives
from modulekit.checks.passages import Placed
from modulekit.checks.subject import ANCHORED, N, Subject, file_of
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.model import ExerciseUse, KeyTerm, Node
from modulekit.model.results.rows import IndicatorRow, IndicatorTable, Logframe, LogframeRow
from modulekit.model.results.trees import Problem, ProblemTree
from modulekit.model.slideshow import SlideKind, slideshow


def same_id_twice(subject: Subject) -> Iterator[Diagnostic]:
    """MK301: every id names one thing of its kind."""
    generated = {slide.id for slide in slideshow(subject.module) if slide.kind is not SlideKind.AUTHORED}
    alternatives = Alternatives.of(subject)
    for kind, names in _ids(subject):
        earlier: dict[str, list[Loc]] = {}
        for name, loc in names:
            span = subject.at(*loc)
            rival = next((other for other in earlier.get(name, ()) if alternatives.together(loc, other)), None)
            if rival is not None:
                hint = f"The first one stands in {file_of(subject, rival)}."
                yield finding("MK301", f"The {kind} id “{name}” is taken.", span, hint)
            elif kind == "slide" and name in generated:
                hint = "Give it another id."
                yield finding("MK301", f"The slide id “{name}” belongs to a slide that is made by itself.", span, hint)
            earlier.setdefault(name, []).append(loc)


def unknown_lesson(subject: Subject) -> Iterator[Diagnostic]:
    """MK305: the programme calls lessons that exist."""
    for name, loc in _sessions(subject):
        if name not in subject.lessons:
            message = f"There is no lesson “{name}”."
            yield finding("MK305", message, subject.at(*loc), did_you_mean(name, subject.lessons, "The lessons are"))


def lesson_twice(subject: Subject) -> Iterator[Diagnostic]:
    """MK306: a lesson stands in the programme once."""
    first: dict[str, Loc] = {}
    for name, loc in _sessions(subject):
        if name in first:
            hint = f"The first time is in {file_of(subject, first[name])}."
            yield finding("MK306", f"The lesson “{name}” is in the programme already.", subject.at(*loc), hint)
        first.setdefault(name, loc)


def lesson_never_called(subject: Subject) -> Iterator[Diagnostic]:
    """MK307: every lesson is in the programme."""
    for number, lesson in enumerate(subject.module.lessons):
        if lesson.lesson not in subject.called:
            message = f"The lesson “{lesson.lesson}” is not in the programme, so it is not printed."
            hint = "Call it in `programme` of module.yaml, or remove its file."
            yield finding("MK307", message, subject.at("lessons", number, "lesson"), hint)


def unknown_exercise(subject: Subject) -> Iterator[Diagnostic]:
    """MK308: steps use exercises that exist."""
    for item, use in subject.of(ExerciseUse):
        if use.exercise not in subject.exercises:
            hint = did_you_mean(use.exercise, subject.exercises, "The exercises are")
            span = subject.at(*item.loc, "exercise")
            yield finding("MK308", f"There is no exercise “{use.exercise}”.", span, hint)


def unknown_outcome(subject: Subject) -> Iterator[Diagnostic]:
    """MK309: lessons, exercises and test items name outcomes that module.yaml declares."""
    known = [outcome.id for outcome in subject.module.outcomes]
    named: list[tuple[str, Loc]] = []
    for number, lesson in enumerate(subject.module.lessons):
        named.extend((name, ("lessons", number, "outcomes", i)) for i, name in enumerate(lesson.outcomes))
    for number, exercise in enumerate(subject.module.exercises):
        named.extend((name, ("exercises", number, "outcomes", i)) for i, name in enumerate(exercise.outcomes))
    items = subject.module.quiz.items if subject.module.quiz else ()
    named.extend((item.outcome, ("quiz", "items", number, "outcome")) for number, item in enumerate(items))
    for name, loc in named:
        if name not in known:
            hint = did_you_mean(name, known, "The outcomes are")
            yield finding("MK309", f"module.yaml declares no outcome “{name}”.", subject.at(*loc), hint)


def unknown_key_term(subject: Subject) -> Iterator[Diagnostic]:
    """MK310: key terms are in the glossary."""
    known = [term.id for term in subject.module.glossary]
    for item, key_term in subject.of(KeyTerm):
        if key_term.term not in known:
            hint = did_you_mean(key_term.term, known, "The terms are") or "The glossary of module.yaml is empty."
            yield finding("MK310", f"The glossary has no term “{key_term.term}”.", subject.at(*item.loc), hint)


def other_folder(subject: Subject) -> Iterator[Diagnostic]:
    """MK311: a module's folder has the module's name."""
    name = subject.module.module
    if name != subject.home.name:
        message = f"The module is called “{name}”, its folder “{subject.home.name}”."
        yield finding("MK311", message, subject.at("module"), "Rename one of the two.")


def unused_term(subject: Subject) -> Iterator[Diagnostic]:
    """MK312: terms of the glossary are used in some text; endings may differ, as languages decline words."""
    mentioned = {mention.id for _, seen in subject.surveys for mention in seen.mentions if mention.kind == "term"}
    mentioned |= {key_term.term for _, key_term in subject.of(KeyTerm)}
    texts = [passage.text.casefold() for passage in subject.passages if passage.loc[0] != "glossary"]
    for number, term in enumerate(subject.module.glossary):
        stems = [word[: max(4, len(word) - 2)] for word in term.term.casefold().split()]
        if term.id not in mentioned and not any(all(stem in text for stem in stems) for text in texts):
            message = f"No text uses the term “{term.term}”."
            yield finding("MK312", message, subject.at("glossary", number, "term"), "Use it or remove it.")


def _sessions(subject: Subject) -> Iterator[tuple[str, Loc]]:
    for number, day in enumerate(subject.module.programme):
        for at, session in enumerate(day.sessions):
            if session.lesson:
                yield session.lesson, ("programme", number, "sessions", at, "lesson")


def _ids(subject: Subject) -> Iterator[tuple[str, Iterable[tuple[str, Loc]]]]:
    module = subject.module
    yield "outcome", [(item.id, ("outcomes", n, "id")) for n, item in enumerate(module.outcomes)]
    yield "term", [(item.id, ("glossary", n, "id")) for n, item in enumerate(module.glossary)]
    yield "reference", [(item.id, ("references", n, "id")) for n, item in enumerate(module.references)]
    items = module.quiz.items if module.quiz else ()
    yield "item", [(item.id, ("quiz", "items", n, "id")) for n, item in enumerate(items)]
    yield "lesson", [(item.lesson, ("lessons", n, "lesson")) for n, item in enumerate(module.lessons)]
    yield "exercise", [(item.exercise, ("exercises", n, "exercise")) for n, item in enumerate(module.exercises)]
    for problems in _below(subject, ProblemTree, Problem):
        yield "problem", [(node.id, (*at.loc, "id")) for at, node in problems if node.id]
    for results in _below(subject, Logframe, LogframeRow):
        yield "result", [(row.id, (*at.loc, "id")) for at, row in results if row.id]
    for indicators in _below(subject, IndicatorTable, IndicatorRow):
        yield "indicator", [(row.id, (*at.loc, "id")) for at, row in indicators if row.id]
    for kind in ANCHORED:
        yield kind, [(name, (*item.loc, "id")) for name, item in subject.anchors(kind)]


def _below(subject: Subject, form: type[Node], kind: type[N]) -> Iterable[list[tuple[Placed, N]]]:
    """The nodes of one class, apart for each form of a class that they stand in."""
    found: dict[Loc, list[tuple[Placed, N]]] = {item.loc: [] for item, _ in subject.of(form)}
    for item, node in subject.of(kind):
        for size in range(len(item.loc)):
            if item.loc[:size] in found:
                found[item.loc[:size]].append((item, node))
    return found.values()
