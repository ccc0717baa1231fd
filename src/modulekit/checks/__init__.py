"""What must be TRUE of a module: one function for each code.

Takes a module with its places and files, gives findings. Must not know how the module was read or what will be made
of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from modulekit.checks import (
    assets,
    pictures,
    quiz,
    references,
    results_charts,
    results_forms,
    results_measures,
    results_tables,
    results_trees,
    slides,
    slots,
    structure,
    teaching,
    texts,
    time,
)
from modulekit.checks.subject import Check, Subject
from modulekit.diagnostics import Diagnostic

CHECKS: dict[str, Check] = {
    "MK301": structure.same_id_twice,
    "MK302": references.unknown_target,
    "MK303": references.unknown_kind,
    "MK304": references.unfinished,
    "MK305": structure.unknown_lesson,
    "MK306": structure.lesson_twice,
    "MK307": structure.lesson_never_called,
    "MK308": structure.unknown_exercise,
    "MK309": structure.unknown_outcome,
    "MK310": structure.unknown_key_term,
    "MK311": structure.other_folder,
    "MK312": structure.unused_term,
    "MK314": slots.not_a_slot,
    "MK315": slots.slot_twice,
    "MK316": slots.left_empty,
    "MK317": slots.of_one_region,
    "MK401": time.steps_against_lesson,
    "MK402": time.lesson_against_programme,
    "MK403": time.day_against_clock,
    "MK404": time.long_stretch,
    "MK405": time.needless_pause,
    "MK406": time.past_midnight,
    "MK501": teaching.never_taught,
    "MK502": teaching.never_practised,
    "MK503": teaching.never_used,
    "MK504": teaching.grouping,
    "MK505": teaching.without_outcomes,
    "MK506": teaching.without_answer,
    "MK551": results_tables.without_source,
    "MK552": results_trees.without_evidence,
    "MK553": results_trees.missing_solution,
    "MK554": results_trees.without_objective,
    "MK555": results_trees.unknown_problem,
    "MK556": results_trees.answers_nothing,
    "MK557": results_tables.empty_cell,
    "MK558": results_measures.level_skipped,
    "MK559": results_measures.serves_nothing,
    "MK560": results_measures.serves_something_else,
    "MK561": results_measures.not_measurable,
    "MK562": results_measures.no_time_to_change,
    "MK563": results_tables.nobody_or_nothing,
    "MK564": results_tables.dates_in_order,
    "MK565": results_tables.sums_agree,
    "MK566": results_tables.unknown_indicator,
    "MK567": results_tables.without_decision,
    "MK568": results_charts.not_a_number,
    "MK569": results_charts.without_alt,
    "MK570": results_forms.nothing_to_fill,
    "MK581": quiz.key_fits,
    "MK582": quiz.same_choice_twice,
    "MK583": quiz.not_tested,
    "MK584": quiz.not_equivalent,
    "MK585": quiz.too_few,
    "MK586": quiz.never_drawn,
    "MK587": quiz.unknown_item,
    "MK601": assets.missing,
    "MK602": assets.outside,
    "MK603": assets.unused,
    "MK604": pictures.without_alt,
    "MK605": pictures.empty_alt,
    "MK606": pictures.not_printable,
    "MK607": pictures.damaged,
    "MK608": pictures.active,
    "MK609": assets.same_name,
    "MK610": assets.too_large,
    "MK702": slides.too_much,
    "MK706": texts.heading_level,
    "MK707": texts.raw_html,
    "MK708": texts.picture_in_text,
    "MK709": texts.unsafe_link,
    "MK710": texts.other_markdown,
    "MK711": slides.shows_what_is_hidden,
    "MK713": slides.shows_a_part,
    "MK801": references.to_trainer_material,
}
"""Every check by the one code that it gives."""


MOST_OF_A_KIND = 500
"""Findings of one code that are told at once."""

_OF_OTHER_FILES = ("MK302", "MK305", "MK306", "MK307", "MK308", "MK309", "MK310", "MK311", "MK312", "MK403", "MK404")
_OF_SLOTS = ("MK314", "MK315", "MK316", "MK317")
_OF_TREES_AND_INDICATORS = ("MK554", "MK555", "MK566", "MK711")  # which may stand in another file
_OF_THE_BANK = ("MK583", "MK586", "MK587")
_OF_THE_WHOLE = ("MK405", "MK406", "MK501", "MK502", "MK503", "MK504", "MK505", "MK506", "MK601", "MK603", "MK801")
WITHIN_A_FILE = CHECKS.keys() - {*_OF_OTHER_FILES, *_OF_SLOTS, *_OF_TREES_AND_INDICATORS, *_OF_THE_BANK, *_OF_THE_WHOLE}
"""Checks whose findings hold even where other files of the module could not be read."""


def run_checks(subject: Subject) -> Iterable[Diagnostic]:
    """All findings of all checks; of a module that is not whole, those that do not depend on what is missing."""
    for code, check in CHECKS.items():
        if subject.whole or code in WITHIN_A_FILE:
            for number, found in enumerate(islice(check(subject), MOST_OF_A_KIND), start=1):
                yield found if number < MOST_OF_A_KIND else _last(found)


def _last(found: Diagnostic) -> Diagnostic:
    """The same finding, which says that it is the last of its kind today."""
    return replace(found, hint=f"{found.hint} More of these may follow when the first are mended.".strip())


__all__ = ["CHECKS", "Check", "Subject", "run_checks"]
