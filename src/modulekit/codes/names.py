"""MK3xx: names and references."""

from modulekit.codes.code import error, note, warning

NAMES = (
    error(
        "MK301",
        "The same id twice",
        "Ids tell lessons, exercises, tables, figures, cases and slides apart, in references, numbers and links. Two "
        "with the same id cannot be told apart.",
        "- table: {id: evidence, …}\n- table: {id: evidence, …}",
        "- table: {id: evidence-income, …}\n- table: {id: evidence-milk, …}",
    ),
    error(
        "MK302",
        "A reference to something that does not exist",
        "The reader would find words without a number, and nothing at the other end.",
        "See [[table:evidense]].",
        "See [[table:evidence]].",
    ),
    error(
        "MK303",
        "A reference of an unknown kind",
        "A reference names a kind and an id. The kinds are exercise, lesson, table, figure, case, term, ref, slide, "
        "outcome and answer.",
        "See [[tabel:evidence]].",
        "See [[table:evidence]].",
    ),
    error(
        "MK304",
        "A reference that is not complete",
        "Two opening brackets begin a reference. What follows is not “kind:id]]” or “kind:id|words]]”, so the "
        "brackets "
        "themselves would be printed.",
        "See [[table: evidence] for the figures.",
        "See [[table:evidence]] for the figures.",
    ),
    error(
        "MK305",
        "The programme calls a lesson that does not exist",
        "The programme would have a hole where this lesson should be.",
        "sessions:\n  - lesson: problem-tre",
        "sessions:\n  - lesson: problem-tree",
    ),
    error(
        "MK306",
        "A lesson stands twice in the programme",
        "Lessons are numbered by their place in the programme, and a lesson has one number. Split it into two lessons.",
        "sessions:\n  - lesson: presentations\n  - pause: break\n    minutes: 15\n  - lesson: presentations",
        "sessions:\n  - lesson: presentations-1\n  - pause: break\n    minutes: 15\n  - lesson: presentations-2",
    ),
    warning(
        "MK307",
        "A lesson that the programme never calls",
        "It is checked, but printed nowhere.",
        "lessons/09-evaluation.yaml, and no “lesson: evaluation” in the programme",
        "sessions:\n  - lesson: evaluation",
    ),
    error(
        "MK308",
        "A step uses an exercise that does not exist",
        "There would be no task, no time and no answer for this step.",
        "steps:\n  - exercise: draw-tree",
        "steps:\n  - exercise: draw-problem-tree",
    ),
    error(
        "MK309",
        "An outcome that the module does not declare",
        "Lessons and exercises name the outcomes of module.yaml, so that one can see which are taught and practised.",
        "outcomes: [trace-cause]",
        "outcomes: [trace-causes]",
    ),
    error(
        "MK310",
        "A key term that is not in the glossary",
        "The definition stands once, in the glossary of module.yaml, and is repeated from there.",
        "- key_term: base-line",
        "- key_term: baseline",
    ),
    error(
        "MK311",
        "The module's id is not the name of its folder",
        "Commands, packages and cross-references call the module by its folder.",
        "modules/problem-analysis/module.yaml with “module: problems”",
        "modules/problem-analysis/module.yaml with “module: problem-analysis”",
    ),
    note(
        "MK312",
        "A glossary term that is never used",
        "Readers look up words that they met. A term that no text mentions is either not needed or is called "
        "by another "
        "name in the text.",
        "glossary:\n  - id: logframe\n    term: logical framework",
        "The [[term:logframe]] puts the same on one page.",
    ),
    error(
        "MK313",
        "A file that is not named after what it holds",
        "Centres, regions and deliveries are called by an id. Whoever looks for one finds the file by this name, and "
        "two files can never hold the same one.",
        "centres/aktau.yaml, and in it: centre: mangystau",
        "centres/mangystau.yaml, and in it: centre: mangystau",
    ),
    error(
        "MK314",
        "A region fills something that is not a slot",
        "Regions put their own material into the slots that the module declares. Everything else is the same for all, "
        "so that one course stays one course.",
        "slots:\n  - slot: closing-words\n    content: […]",
        "slots:\n  - slot: local-case\n    content: […]",
    ),
    error(
        "MK315",
        "The same slot twice",
        "A slot has one place in the module, and a region puts its material there once.",
        "- slot: {id: local-case, …}\n- slot: {id: local-case, …}",
        "- slot: {id: local-case, …}\n- slot: {id: local-figures, …}",
    ),
    warning(
        "MK316",
        "A slot that a region leaves empty",
        "The edition of this region's centre gets what stands in the slot by default: that of every region where "
        "nothing else is said.",
        "region: mangystau\nslots: []",
        "region: mangystau\nslots:\n  - slot: local-case\n    content: […]",
    ),
    error(
        "MK317",
        "A reference that leads nowhere in a region's edition",
        "What it names stands in a slot, and what other regions put there holds nothing of this name.",
        "See [[table:man-youth]].",
        "See the sheet of your region.",
    ),
    error(
        "MK318",
        "A centre of a region that no module knows",
        "The centre's edition would hold no material of its own.",
        "region: mangistau",
        "region: mangystau",
    ),
)
