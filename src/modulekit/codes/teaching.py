"""MK5xx: teaching."""

from modulekit.codes.code import warning

TEACHING = (
    warning(
        "MK501",
        "An outcome that no lesson teaches",
        "The course promises something that does not happen in it.",
        "outcomes:\n  - {id: plan-monitoring, …}      # and no lesson names it",
        "lesson: monitoring-plan\noutcomes: [plan-monitoring]",
    ),
    warning(
        "MK502",
        "An outcome that no exercise practises",
        "Nobody can do afterwards what they have only heard about.",
        "outcomes:\n  - {id: plan-monitoring, …}      # and no exercise in use names it",
        "exercise: design-monitoring\noutcomes: [plan-monitoring]",
    ),
    warning(
        "MK503",
        "An exercise that is never used",
        "It is checked, but printed nowhere.",
        "exercises/rank-problems.yaml, and no step with “exercise: rank-problems”",
        "steps:\n  - exercise: rank-problems",
    ),
    warning(
        "MK504",
        "The grouping and the size of the groups do not agree",
        "The trainer must know before the room is set up how many people sit together.",
        "kind: group",
        "kind: group\ngroup_size: 5",
    ),
    warning(
        "MK505",
        "A lesson without outcomes",
        "A lesson that leads nowhere cannot be prepared, evaluated or cut. Openings, recaps and closings are "
        "“kind: frame”.",
        "lesson: situation\ntitle: Reading the situation",
        "lesson: situation\ntitle: Reading the situation\noutcomes: [read-evidence]",
    ),
    warning(
        "MK506",
        "An exercise without a model answer",
        "A trainer who has not written the course cannot tell a good result from a poor one. Write an answer, or a "
        "worksheet table with “blank” columns that is filled in here.",
        "exercise: draw-problem-tree\nworksheet: []",
        "exercise: draw-problem-tree\nanswer:\n  - The core problem is low income, not missing machines.",
    ),
)
