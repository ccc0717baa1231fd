"""MK2xx: keys and values."""

from modulekit.codes.code import error

VALUES = (
    error(
        "MK201",
        "An unknown key",
        "A key that is not known would be ignored, and with it everything that stands under it. So it is refused.",
        "titel: Opening\nminutes: 15\nmethod: plenary",
        "title: Opening\nminutes: 15\nmethod: plenary",
    ),
    error(
        "MK202",
        "A key is missing",
        "Without this key a page would stay empty or a sum could not be checked.",
        "title: Opening\nmethod: plenary",
        "title: Opening\nminutes: 15\nmethod: plenary",
    ),
    error(
        "MK203",
        "The wrong kind of value",
        "Some keys hold text, some a list, some a group of keys of their own.",
        "materials: flipchart",
        "materials:\n  - flipchart",
    ),
    error(
        "MK204",
        "Not a number that is possible here",
        "Minutes, sizes and counts are whole numbers within sensible bounds. 1:30 is a time of day in one program "
        "and 90 in another; here it is neither.",
        "minutes: 1:30",
        "minutes: 90",
    ),
    error(
        "MK205",
        "Not one of the words that are possible here",
        "Methods, levels and kinds are chosen from a list, because labels, symbols and translations hang on them.",
        "method: presentatoin",
        "method: presentation",
    ),
    error(
        "MK206",
        "Text in the wrong form",
        "Some texts follow a pattern: ids, clock times, dates, versions, addresses, or simply one line that "
        "is not empty.",
        "exercise: Draw Problem Tree",
        "exercise: draw-problem-tree",
    ),
    error(
        "MK207",
        "Too few or too many entries",
        "Some lists need at least one entry, or cannot hold more than a page or a slide can.",
        "steps: []",
        "steps:\n  - title: Opening\n    minutes: 15\n    method: plenary",
    ),
    error(
        "MK208",
        "Keys that do not fit together",
        "Each value is right by itself, but not beside the others: a slide with two bodies, a row with a cell "
        "too many, "
        "a pause without its minutes.",
        "- title: Results\n  question: What for?\n  points: [A, B]",
        "- title: Results\n  question: What for?",
    ),
    error(
        "MK209",
        "A key without a value",
        "A key that is followed by nothing is a place that was left for later. Write the value or remove the key.",
        "title:",
        "title: Opening",
    ),
)
