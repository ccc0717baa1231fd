"""MK4xx: time."""

from modulekit.codes.code import error, warning

TIME = (
    error(
        "MK401",
        "The steps do not add up to the lesson",
        "A trainer who follows the steps would be early or late, and every session after this one with them.",
        "minutes: 60\nsteps:\n  - {title: Why, minutes: 20, method: plenary}\n  - {title: How, minutes: 30, "
        "method: group}",
        "minutes: 60\nsteps:\n  - {title: Why, minutes: 20, method: plenary}\n  - {title: How, minutes: 40, "
        "method: group}",
    ),
    error(
        "MK402",
        "The programme gives a lesson another length than the lesson itself",
        "The clock in the programme and the clock in the trainer guide would differ.",
        "sessions:\n  - {lesson: problem-tree, minutes: 60}     # the lesson says 90",
        "sessions:\n  - {lesson: problem-tree, minutes: 90}",
    ),
    error(
        "MK403",
        "A day runs over its end",
        "Participants have buses to catch, and the last session is the one that is cut.",
        'start: "09:00"\nend: "12:00"\nsessions:\n  - {lesson: problem-tree, minutes: 200}',
        'start: "09:00"\nend: "12:30"\nsessions:\n  - {lesson: problem-tree, minutes: 200}',
    ),
    warning(
        "MK404",
        "More than two hours without a pause",
        "After two hours nobody listens, whatever the programme says.",
        "sessions:\n  - {lesson: tree, minutes: 90}\n  - {lesson: chain, minutes: 60}",
        "sessions:\n  - {lesson: tree, minutes: 90}\n  - {pause: break, minutes: 15}\n  - {lesson: chain, minutes: 60}",
    ),
    warning(
        "MK405",
        "A pause with nothing to rest from",
        "A pause at the beginning or the end of a day, or after another pause, is usually left over from an older "
        "programme.",
        "sessions:\n  - {pause: break, minutes: 15}\n  - {pause: lunch, minutes: 60}",
        "sessions:\n  - {pause: lunch, minutes: 75}",
    ),
    error(
        "MK406",
        "A day runs past midnight",
        "The clock would begin again in the middle of a session. Give the day an earlier start, or make it two days.",
        'start: "18:00"\nsessions:\n  - {lesson: presentations, minutes: 400}',
        'start: "09:00"\nsessions:\n  - {lesson: presentations, minutes: 400}',
    ),
)
