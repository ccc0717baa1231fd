"""MK8xx: who may see what."""

from modulekit.codes.code import error, note

AUDIENCE = (
    error(
        "MK801",
        "Participant text refers to trainer material",
        "Participants would be sent to an answer, a table or a case that their handout does not hold, and learn that "
        "there is one.",
        "handout:\n  - Compare with [[answer:draw-problem-tree]].",
        "trainer:\n  do: Compare with [[answer:draw-problem-tree]].",
    ),
    error(
        "MK802",
        "Trainer material in a finished file for participants",
        "Every finished file is opened again and searched for what participants may not see. A find stops the build.",
        "a model answer in the properties of a handout",
        "no trace of it",
    ),
    note(
        "MK803",
        "Trainer text that is too short to search for",
        "A word such as “yes” stands in public text too, so that a search for it proves nothing. It is named "
        "here, so "
        "that somebody looks.",
        "expect: Yes.",
        "expect: Yes, because the causes were never tested against figures.",
    ),
)
