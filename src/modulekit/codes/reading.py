"""MK1xx: reading files."""

from modulekit.codes.code import error, warning

READING = (
    error(
        "MK101",
        "A file or folder is missing",
        "ModuleKit finds courses by their place: modulekit.yaml at the top, modules/<id>/module.yaml for each "
        "course, its "
        "lessons in lessons/ and its exercises in exercises/.",
        "theme: themes/corporate.yaml, and no such file",
        "theme: themes/corporate.yaml, and the file beside modulekit.yaml in themes/",
    ),
    error(
        "MK102",
        "A file cannot be read",
        "The system refuses to open the file, or a folder stands where a file should be. Look at its permissions.",
        "lessons/01-opening.yaml is a folder",
        "lessons/01-opening.yaml is a text file that you may read",
    ),
    error(
        "MK103",
        "A file is not text in UTF-8",
        "Course files are text in UTF-8, the only encoding in which Kazakh, Russian and English stand side by "
        "side on every "
        "computer. Word files, pictures and old Windows encodings cannot be read.",
        "module.yaml saved as “Windows-1251”, “Unicode” or a Word document",
        "module.yaml saved as “UTF-8”",
    ),
    error(
        "MK104",
        "A file is too large",
        "A course file holds one lesson or one exercise. One of more than 2 MB was probably put there by mistake.",
        "lessons/01-opening.yaml with 14 MB",
        "one lesson for each file",
    ),
    error(
        "MK105",
        "A file is empty",
        "A file without content is a lesson that was forgotten. Delete it or write it.",
        "# TODO",
        "lesson: opening\ntitle: Opening\n…",
    ),
    error(
        "MK106",
        "A character that cannot be printed",
        "Control characters and broken halves of characters come with text that was copied from other programs. They "
        "have no picture in any font, and files that hold them do not open in Word.",
        'title: "Results\\u0007"',
        'title: "Results"',
    ),
    error(
        "MK107",
        "A file is not valid YAML",
        "YAML is structured by indentation, by “key: value” and by “- ” before the items of a list. Where "
        "that is broken, "
        "nothing after it can be understood.",
        "title: Results: what for",
        'title: "Results: what for"',
    ),
    error(
        "MK108",
        "A key stands twice",
        "Only one of two values could be used, and nobody would notice that the other is lost.",
        "minutes: 15\nmethod: plenary\nminutes: 20",
        "minutes: 20\nmethod: plenary",
    ),
    error(
        "MK109",
        "A part of YAML that courses do not use",
        "Anchors, aliases, merge keys, tags and several documents in one file make YAML a programming "
        "language. A course is "
        "read by people who need none of it.",
        "before: &usual Lay out the cards.\nroom: *usual",
        "before: Lay out the cards.\nroom: Lay out the cards.",
    ),
    error(
        "MK110",
        "Nested too deeply",
        "No course needs 50 levels of lists in lists; a file that has them is damaged or hostile.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…",
        "steps:\n  - title: Opening",
    ),
    warning(
        "MK111",
        "A file that is not read",
        "Lessons and exercises are files that end in .yaml, directly in their folder. Anything else there is "
        "left out, "
        "which is seldom what was meant.",
        "lessons/03-problem-tree.yml",
        "lessons/03-problem-tree.yaml",
    ),
    error(
        "MK112",
        "A path that cannot be used",
        "Paths stay inside the folder of their course, so that a course is whole wherever it is copied, and "
        "their names "
        "must be possible on Windows, where many receivers open them.",
        "file: ../../photos/canal.jpg",
        "file: assets/canal.jpg",
    ),
    warning(
        "MK113",
        "A comment that looks like text",
        "In YAML “ #” begins a comment: the rest of the line is not printed.",
        "title: Exercise #3",
        'title: "Exercise #3"',
    ),
)
