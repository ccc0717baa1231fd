"""MK58x: whether the tests can be scored, test everything that is promised, and are alike before and after."""

from __future__ import annotations

import math
from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic
from modulekit.model import QuizItem, QuizKind, SelfCheck
from modulekit.model.quiz import draw, pairs_of


def key_fits(subject: Subject) -> Iterator[Diagnostic]:
    """MK581: every item has a key, and it names something that can be answered."""
    for number, item in _items(subject):
        trouble = _trouble_with_key(item)
        if trouble:
            message = f"The key of “{item.id}” {trouble}."
            span = subject.at("quiz", "items", number, "key" if item.answers else "id")
            yield finding("MK581", message, span, _HINTS[item.kind])
        elif item.tolerance is not None and not _is_number(item.tolerance):
            span = subject.at("quiz", "items", number, "tolerance")
            yield finding("MK581", f"The tolerance of “{item.id}” is no number.", span)


def same_choice_twice(subject: Subject) -> Iterator[Diagnostic]:
    """MK582: choices differ."""
    for number, item in _items(subject):
        for name, texts in (("choices", item.choices), ("left", item.left), ("right", item.right)):
            seen: set[str] = set()
            for at, text in enumerate(texts):
                if text.casefold() in seen:
                    message = f"“{text}” stands twice in `{name}` of “{item.id}”."
                    yield finding("MK582", message, subject.at("quiz", "items", number, name, at))
                seen.add(text.casefold())


def not_tested(subject: Subject) -> Iterator[Diagnostic]:
    """MK583: each outcome is tested in both forms."""
    quiz = subject.module.quiz
    for number, outcome in enumerate(subject.module.outcomes if quiz else ()):
        assert quiz is not None
        if not pairs_of(quiz, outcome.id):
            own = [item.id for item in quiz.items if item.outcome == outcome.id]
            message = f"The tests before and after the course do not test “{outcome.id}”."
            hint = "Add two items of one level to quiz.yaml."
            if own:
                hint = f"Add a partner of the same level to “{own[-1]}” in quiz.yaml."
            yield finding("MK583", message, subject.at("outcomes", number, "id"), hint)


def not_equivalent(subject: Subject) -> Iterator[Diagnostic]:
    """MK584: the two items of a pair give the same points."""
    quiz = subject.module.quiz
    places = {item.id: number for number, item in _items(subject)}
    for pair in draw(quiz, (outcome.id for outcome in subject.module.outcomes)) if quiz else ():
        first, second = pair.before, pair.after
        if first.points != second.points:
            message = (
                f"“{first.id}” gives {first.points} before, its partner “{second.id}” {second.points} after the course."
            )
            span = subject.at("quiz", "items", places[second.id], "points" if second.points != 1 else "id")
            yield finding("MK584", message, span, "Give both the same points.")


def too_few(subject: Subject) -> Iterator[Diagnostic]:
    """MK585: the bank holds as many items of each outcome as the rule asks for."""
    quiz = subject.module.quiz
    for outcome in subject.module.outcomes if quiz else ():
        assert quiz is not None
        found, wanted = len(pairs_of(quiz, outcome.id)), quiz.forms.per_outcome
        if 0 < found < wanted:
            message = f"The rule asks for {wanted} items of “{outcome.id}” in each form; the bank has {found}."
            span = subject.at("quiz", "forms", "per_outcome")
            yield finding("MK585", message, span, "Add pairs of items of one level, or lower `per_outcome`.")


def never_drawn(subject: Subject) -> Iterator[Diagnostic]:
    """MK586: every item has a partner, or is asked in a self-check."""
    quiz = subject.module.quiz
    if quiz is None:
        return
    paired = {
        item.id
        for outcome in subject.module.outcomes
        for pair in pairs_of(quiz, outcome.id)
        for item in (pair.before, pair.after)
    }
    asked = {id for _, check in subject.of(SelfCheck) for id in check.items}
    known = {outcome.id for outcome in subject.module.outcomes}
    for number, item in _items(subject):
        if item.outcome in known and item.id not in paired | asked:
            message = f"No form and no self-check asks “{item.id}”: no other item has its outcome and level."
            yield finding("MK586", message, subject.at("quiz", "items", number, "id"), "Add a partner for it.")


def unknown_item(subject: Subject) -> Iterator[Diagnostic]:
    """MK587: self-checks name items of the bank."""
    known = [item.id for _, item in _items(subject)]
    for place, check in subject.of(SelfCheck):
        for at, id in enumerate(check.items):
            if id not in known:
                hint = did_you_mean(id, known, "The items are") or "The module has no quiz.yaml."
                span = subject.at(*place.loc, "items", at)
                yield finding("MK587", f"The bank holds no item “{id}”.", span, hint)


def _items(subject: Subject) -> Iterator[tuple[int, QuizItem]]:
    return enumerate(subject.module.quiz.items if subject.module.quiz else ())


def _trouble_with_key(item: QuizItem) -> str:
    """What is wrong with the key, as the end of a sentence; nothing where it fits."""
    keys = item.answers
    if not keys:
        return "is missing"
    if item.kind in (QuizKind.SINGLE, QuizKind.TRUE_FALSE, QuizKind.NUMERIC) and len(keys) > 1:
        return "names more than one answer"
    match item.kind:
        case QuizKind.TRUE_FALSE:
            return "" if keys[0].casefold() in ("true", "false") else f"is “{keys[0]}”, not true or false"
        case QuizKind.NUMERIC:
            return "" if _is_number(keys[0]) else f"is “{keys[0]}”, which is no number"
        case QuizKind.TEXT:
            return ""
        case _:
            return _trouble_with_numbers(item)


def _trouble_with_numbers(item: QuizItem) -> str:
    size = len(item.right or item.choices)
    wrong = [key for key in item.answers if not (key.isdecimal() and 1 <= int(key) <= size)]
    if wrong:
        return f"names “{wrong[0]}”; there are 1 to {size}"
    if len(set(item.answers)) < len(item.answers) and item.kind is not QuizKind.MATCHING:
        return "names one of them twice"
    if item.kind is QuizKind.ORDERING and len(item.answers) != size:
        return f"puts {len(item.answers)} of {size} in order"
    if item.kind is QuizKind.MATCHING and len(item.answers) != len(item.left):
        return f"holds {len(item.answers)} of {len(item.left)} partners"
    return ""


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text.replace(" ", "").replace("\u00a0", "").replace(",", ".")))
    except ValueError:
        return False


_HINTS = {
    QuizKind.SINGLE: "Write the number of the right choice, from 1.",
    QuizKind.MULTIPLE: "Write the numbers of all right choices, from 1: [1, 3].",
    QuizKind.TRUE_FALSE: "Write true or false.",
    QuizKind.MATCHING: "Write for each of `left` the number of its partner in `right`: [2, 1].",
    QuizKind.ORDERING: "Write the numbers of the choices in their right order, each once: [3, 1, 2].",
    QuizKind.NUMERIC: "Write a number.",
    QuizKind.TEXT: "Write what a good answer says.",
}
