"""MK552 to MK556: problem trees, the objectives that mirror them, and the options that answer them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from modulekit.checks.passages import Placed
from modulekit.checks.results_forms import filled_rows
from modulekit.checks.subject import Subject, file_of
from modulekit.codes import did_you_mean, finding
from modulekit.codes.hints import nearest
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.model.results.rows import InterventionOptions
from modulekit.model.results.trees import ObjectiveTree, Problem, ProblemTree, problems_of

_MISSING_SOLUTION = {
    "en": r"(?:a |an |the |there (?:is|are) |total |complete )*(?:lack|absence|shortage|deficit) of\b"
    r"|(?:there (?:is|are) )?(?:no(?!\s+(?:one|longer|more)\b)|not enough|insufficient|inadequate|missing)\s",
    "ru": r"(?:полное )?(?:отсутств|недостат|нехватк|дефицит)\w*|нет\s",
}
"""By the language of the course: how a problem begins that is a solution which is not there."""
_KAZAKH_NOUN = re.compile(
    r"(?<!мүмкін )\b(жетіспеушілі(?:к|гі)|тапшылы(?:қ|ғы)|жеткіліксізді(?:к|гі)|болмауы|жоқты(?:қ|ғы))"
    r"(?: (?:бар|байқалады|сезіледі))?[.!»”\"]*$",
    re.IGNORECASE,
)
_KAZAKH_VERB = re.compile(r"^[^\d%]+? (жоқ|жетіспейді|жеткіліксіз|жетіспей отыр)[.!»”\"]*$", re.IGNORECASE)
_SOMEBODY_OR_SOMETIME = re.compile(
    r"(?:[ндт][ыі]ң)\b|\b(?:жылы|жылдары|жылда|айда|кезде|кезінде|көктемде|жазда|күзде|қыста)\b", re.IGNORECASE
)
"""Kazakh says at the end what is not there. Where the sentence also says who has it not, or in which season, it may
well be a condition: such a sentence passes."""
_EMPHASIS = str.maketrans("", "", "*_")


def without_evidence(subject: Subject) -> Iterator[Diagnostic]:
    """MK552: each lowest cause has evidence."""
    for item, tree in subject.of(ProblemTree):
        for loc, cause in _lowest(tree.causes, (*item.loc, "causes")):
            if cause.text and not cause.evidence:
                message = f"Nothing shows that “{cause.text}” is so."
                span = subject.at(*loc, "evidence")
                yield finding("MK552", message, span, "Write `evidence`: the figure, the survey or the document.")


def missing_solution(subject: Subject) -> Iterator[Diagnostic]:
    """MK553: no problem is worded as a missing solution."""
    language = subject.module.language.split("-")[0]
    for item, problem in subject.of(Problem):
        words = _missing_solution(language, problem.text.translate(_EMPHASIS))
        if words:
            message = f"“{problem.text}” says what is not there, not what is the case."
            hint = f"Say instead of “{words}” who suffers from what, and how much."
            yield finding("MK553", message, subject.at(*item.loc, "text"), hint)


def _missing_solution(language: str, text: str) -> str:
    """The words of ``text`` that say that something is not there: its first ones, in Kazakh its last ones."""
    if language == "kk":
        ends = _KAZAKH_NOUN.search(text)
        if not ends and not _SOMEBODY_OR_SOMETIME.search(text):
            ends = _KAZAKH_VERB.search(text)
        return f"… {ends[1]}" if ends else ""
    pattern = _MISSING_SOLUTION.get(language)
    begins = re.match(rf"[“«\"]?({pattern})", text, re.IGNORECASE) if pattern else None
    return f"{begins[1].strip()} …" if begins else ""


def without_objective(subject: Subject) -> Iterator[Diagnostic]:
    """MK554: every problem with an id has its objective."""
    trees = _trees(subject)
    for item, mirror in subject.of(ObjectiveTree):
        if mirror.of not in trees:
            continue  # MK555 names it
        place, tree = trees[mirror.of]
        known = _names(tree)  # a misspelt name gives one finding, MK555, and not two
        mirrored = {nearest(each.problem, known) or each.problem for each in mirror.objectives}
        for problem in problems_of(tree):
            if problem.id and problem.id not in mirrored:
                message = f"No objective mirrors the problem “{problem.id}”."
                hint = f"The problem stands in the tree of {file_of(subject, place.loc)}."
                yield finding("MK554", message, subject.at(*item.loc, "of"), hint)


def unknown_problem(subject: Subject) -> Iterator[Diagnostic]:
    """MK555: objectives and options name trees and problems that exist."""
    trees = _trees(subject)
    for item, mirror in subject.of(ObjectiveTree):
        yield from _unknown_tree(subject, trees, mirror.of, (*item.loc, "of"))
        if mirror.of in trees:
            known = _names(trees[mirror.of][1])
            for at, objective in enumerate(mirror.objectives):
                place = (*item.loc, "objectives", at, "problem")
                yield from _unknown(subject, known, objective.problem, place)
    everywhere = [name for _, tree in trees.values() for name in _names(tree)]
    for item, options in subject.of(InterventionOptions):
        yield from _unknown_tree(subject, trees, options.tree, (*item.loc, "tree"))
        if options.tree is None or options.tree in trees:
            known = _names(trees[options.tree][1]) if options.tree else everywhere
            for at, option in enumerate(options.rows):
                yield from _unknown(subject, known, option.problem, (*item.loc, "rows", at, "problem"))


def answers_nothing(subject: Subject) -> Iterator[Diagnostic]:
    """MK556: options that answer a tree each address a problem of it, or say to trainers why they address none."""
    for item, options in subject.of(InterventionOptions):
        for loc, row in filled_rows(options.rows, item.loc) if options.tree else ():
            if row.problem is None and not row.addresses_none:
                message = f"The option “{row.option}” addresses no problem of “{options.tree}”."
                hint = "Name it in `problem`, say in `addresses_none` why it stands here, or drop the option."
                yield finding("MK556", message, subject.at(*loc), hint)
            elif row.problem is not None and row.addresses_none:
                message = f"The option “{row.option}” names a problem, and says that it addresses none."
                yield finding("MK556", message, subject.at(*loc, "addresses_none"), "Keep the one that is true.")


def _unknown_tree(
    subject: Subject, trees: Mapping[str, tuple[Placed, ProblemTree]], name: str | None, loc: Loc
) -> Iterator[Diagnostic]:
    if name is not None and name not in trees:
        hint = did_you_mean(name, trees, "The trees are") or "No problem tree of the course has an id."
        yield finding("MK555", f"There is no problem tree “{name}”.", subject.at(*loc), hint)


def _unknown(subject: Subject, known: list[str], name: str | None, loc: Loc) -> Iterator[Diagnostic]:
    if name is not None and name not in known:
        hint = did_you_mean(name, known, "The problems are") or "No problem of the tree has an id."
        yield finding("MK555", f"There is no problem “{name}”.", subject.at(*loc), hint)


def _trees(subject: Subject) -> dict[str, tuple[Placed, ProblemTree]]:
    return {tree.id: (item, tree) for item, tree in subject.of(ProblemTree) if tree.id}


def _names(tree: ProblemTree) -> list[str]:
    return [problem.id for problem in problems_of(tree) if problem.id]


def _lowest(causes: tuple[Problem, ...], loc: Loc) -> Iterator[tuple[Loc, Problem]]:
    for at, cause in enumerate(causes):
        if cause.causes:
            yield from _lowest(cause.causes, (*loc, at, "causes"))
        else:
            yield (*loc, at), cause
