"""MK58x: tests."""

from modulekit.codes.code import error, note, warning

QUIZ = (
    error(
        "MK581",
        "A key that does not fit its test item",
        "Trainers would give points for something that participants could not choose.",
        "kind: single\nchoices: [a target, a baseline]\nkey: 3",
        "kind: single\nchoices: [a target, a baseline]\nkey: 2",
    ),
    error(
        "MK582",
        "The same choice twice in a test item",
        "If one of the two is right, the other one is right as well, and the key names only one.",
        "choices: [a baseline, a target, a baseline]",
        "choices: [a baseline, a target, a source]",
    ),
    warning(
        "MK583",
        "An outcome that is not tested before and after",
        "Without an item in each form nobody can say whether the course led there. Both forms need an item of the same "
        "level, so an outcome needs two.",
        "items:\n  - {id: q1, outcome: read-evidence, level: analyse, …}   # and no other one of this outcome",
        "items:\n  - {id: q1, outcome: read-evidence, level: analyse, …}\n"
        "  - {id: q2, outcome: read-evidence, level: analyse, …}",
    ),
    warning(
        "MK584",
        "Test forms that are not equivalent",
        "The first of a pair stands in the form before, the second in the form after. If they give different points, a "
        "difference between the tests is no gain.",
        "- {id: q1, outcome: read-evidence, points: 1, …}\n- {id: q2, outcome: read-evidence, points: 3, …}",
        "- {id: q1, outcome: read-evidence, points: 2, …}\n- {id: q2, outcome: read-evidence, points: 2, …}",
    ),
    warning(
        "MK585",
        "Fewer test items than the rule of the forms asks for",
        "The outcome is tested by fewer items than the others, and counts less in the result.",
        "forms: {per_outcome: 2}      # and an outcome with two items",
        "forms: {per_outcome: 1}",
    ),
    note(
        "MK586",
        "A test item that is never drawn",
        "Forms are drawn in pairs of one outcome and one level. An item without a partner stands in no test.",
        "- {id: q1, outcome: read-evidence, level: analyse, …}   # and no other one of this level",
        "- {id: q1, outcome: read-evidence, level: analyse, …}\n- {id: q2, outcome: read-evidence, level: analyse, …}",
    ),
    error(
        "MK587",
        "A self-check names a test item that does not exist",
        "Participants would find fewer questions than were meant.",
        "quiz: {items: [q7]}      # and quiz.yaml holds no item q7",
        "quiz: {items: [q1]}",
    ),
)
