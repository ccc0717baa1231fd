"""MK3xx, part two, and MK8xx: references inside texts, and whether their readers may follow them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from modulekit.checks.passages import Passage
from modulekit.checks.subject import ANCHORED, Subject
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic, Span
from modulekit.document.survey import Mention, Trouble
from modulekit.model import EVERYONE, TRAINER_ONLY, Mark, Slide

KINDS = ("exercise", "lesson", "table", "figure", "case", "term", "ref", "slide", "outcome", "answer")
"""What ``[[kind:id]]`` can refer to."""


def unknown_target(subject: Subject) -> Iterator[Diagnostic]:
    """MK302: references lead to something that exists."""
    targets = _targets(subject)
    pictures = {name for name, item in subject.anchors("figure") if subject.is_on_slide(item.loc)}
    for passage, mention in _mentions(subject):
        known = targets.get(mention.kind)
        if known is None or mention.id in known:
            continue
        if mention.kind == "figure" and mention.id in pictures:
            message, hint = (
                f"The figure “{mention.id}” stands on a slide only.",
                "Give the slide an id and refer to it.",
            )
        else:
            message = f"There is no {_word(mention.kind)} “{mention.id}”."
            hint = _elsewhere(mention, targets) or did_you_mean(mention.id, known, "There are") or _how_to_name(mention)
        yield finding("MK302", message, _span(subject, passage, mention), hint)
    yield from _unknown_on_slides(subject)


def _unknown_on_slides(subject: Subject) -> Iterator[Diagnostic]:
    known = [name for kind in ("table", "figure") for name, _ in subject.anchors(kind)]
    for item, slide in subject.of(Slide):
        if slide.shows is not None and slide.shows not in known:
            message = f"There is no table or figure “{slide.shows}” that the slide could show."
            hint = did_you_mean(slide.shows, known, "There are") or "No table or figure has an `id` yet; give it one."
            yield finding("MK302", message, subject.at(*item.loc, "shows"), hint)


def unknown_kind(subject: Subject) -> Iterator[Diagnostic]:
    """MK303: references are of a kind that exists."""
    for passage, mention in _mentions(subject):
        if mention.kind not in KINDS:
            message = f"A reference cannot be of the kind “{mention.kind}”."
            yield finding(
                "MK303", message, _span(subject, passage, mention), did_you_mean(mention.kind, KINDS, "Kinds")
            )


def unfinished(subject: Subject) -> Iterator[Diagnostic]:
    """MK304: two opening brackets begin a reference."""
    for passage, seen in subject.surveys:
        for fault in seen.faults:
            if fault.trouble is Trouble.REFERENCE:
                message = f"“{_opening(fault.excerpt)}” is no reference."
                hint = "Write [[kind:id]] or [[kind:id|words]], without spaces around the colon."
                if _is_in_table(passage.text, fault.offset) and "|" in fault.excerpt:
                    hint = "In a Markdown table, write \\| before the words."
                yield finding("MK304", message, subject.inside(passage, fault.offset, 2), hint)


def to_trainer_material(subject: Subject) -> Iterator[Diagnostic]:
    """MK801: what participants read does not refer to what they do not get."""
    hidden = _hidden(subject)
    for passage, mention in _mentions(subject):
        if passage.mark is not EVERYONE:
            continue
        if mention.kind == "answer" or mention.id in hidden.get(mention.kind, ()):
            what = f"the {_word(mention.kind)} “{mention.id}”"
            message = f"Participants read this, but only trainers get {what}."
            hint = "Move the sentence to the trainer's notes, or what it refers to into the handout."
            yield finding("MK801", message, _span(subject, passage, mention), hint)


def _mentions(subject: Subject) -> Iterator[tuple[Passage, Mention]]:
    return ((passage, mention) for passage, seen in subject.surveys for mention in seen.mentions)


def _targets(subject: Subject) -> Mapping[str, Collection[str]]:
    """What can be referred to, by kind, in the order of the course."""
    module = subject.module
    found: dict[str, Iterable[str]] = {
        "exercise": subject.exercises,
        "answer": subject.exercises,
        "lesson": subject.lessons,
        "term": (term.id for term in module.glossary),
        "ref": (ref.id for ref in module.references),
        "outcome": (outcome.id for outcome in module.outcomes),
    }
    for kind in ANCHORED:
        anchors = subject.anchors(kind)
        found[kind] = [name for name, item in anchors if kind == "slide" or not subject.is_on_slide(item.loc)]
    return {kind: dict.fromkeys(names) for kind, names in found.items()}


def _hidden(subject: Subject) -> Mapping[str, frozenset[str]]:
    """What only trainers get, by kind."""
    marks: dict[str, dict[str, set[Mark]]] = {kind: {} for kind in ANCHORED}
    for kind, found in marks.items():
        for name, item in subject.anchors(kind):
            found.setdefault(name, set()).add(item.mark)
    return {
        kind: frozenset(name for name, seen in found.items() if seen == {TRAINER_ONLY}) for kind, found in marks.items()
    }


def _elsewhere(mention: Mention, targets: Mapping[str, Collection[str]]) -> str:
    kinds = [kind for kind, names in targets.items() if mention.id in names and kind != "answer"]
    return f"Did you mean [[{kinds[0]}:{mention.id}]]?" if kinds else ""


def _how_to_name(mention: Mention) -> str:
    return f"No {mention.kind} has an `id` yet; give it one." if mention.kind in ANCHORED else ""


def _span(subject: Subject, passage: Passage, mention: Mention) -> Span | None:
    return subject.inside(passage, mention.offset, len(f"[[{mention.kind}:{mention.id}]]"))


def _opening(excerpt: str) -> str:
    """As much as shows which brackets are meant."""
    end = excerpt.find("]]") + 2
    words = excerpt[:end] if end > 1 else excerpt
    return words if len(words) <= 30 else f"{words[:29]}…"


def _is_in_table(text: str, offset: int) -> bool:
    return text[text.rfind("\n", 0, offset) + 1 :].lstrip().startswith("|")


def _word(kind: str) -> str:
    return {"ref": "reference", "answer": "answer to the exercise"}.get(kind, kind)
