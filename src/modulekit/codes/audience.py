"""MK8xx: who may see what."""

from modulekit.codes.code import error, note, warning

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
    error(
        "MK804",
        "A file that cannot be searched for trainer material",
        "An audit opens every file. One that is damaged, locked with a password, of an unknown kind or unpacks without "
        "end may hold anything, and cannot be called clean.",
        "modulekit audit handout-with-a-password.docx",
        "modulekit audit handout.docx",
    ),
    warning(
        "MK805",
        "A part of a file that cannot be searched for trainer material",
        "An office file may hold pictures and objects of other programs, whose words cannot be read. The rest of the "
        "file was searched.",
        "a table of answers pasted into a handout as an object of another program",
        "the table as a table",
    ),
    note(
        "MK806",
        "Files for trainers that the audit leaves out",
        "What is made for trainers holds trainer material rightly. Which files these are is told by build.json, by the "
        "list of a package, or by a folder called trainers.",
        "a guide in the folder of the participants",
        "a guide in the folder trainers",
    ),
)
