"""MK96x: kits, and what is packed of them."""

from modulekit.codes.code import error, note, warning

KITS = (
    error(
        "MK961",
        "A kit for participants that holds something of trainers",
        "Whoever gets this kit would get answers, keys or notes. The files that a course is written in hold all of "
        "them.",
        "audience: participant\nfolders:\n  - folder: participants\n    products: {answers: [pdf]}",
        "audience: participant\nfolders:\n  - folder: participants\n    products: {worksheets: [pdf]}",
    ),
    error(
        "MK962",
        "A kit of something that cannot be built",
        "A kit names products and formats as `modulekit list` shows them.",
        "products: {handuot: [pdf]}",
        "products: {handout: [pdf]}",
    ),
    warning(
        "MK963",
        "A package that is too large for its way",
        "Packages travel on USB sticks, by mail and over slow lines: 10 MB in all and 5 MB a file is what arrives "
        "everywhere. Large photographs are the usual reason.",
        "assets/group-work.jpg, 4.5 MB, straight from the camera",
        "assets/group-work.jpg, 1600 pixels wide, 300 KB",
    ),
    note(
        "MK964",
        "A product of a kit that is not packed",
        "Lists of people belong to a delivery, and papers in two languages to an edition that has both. The rest of "
        "the kit is packed without them.",
        "modulekit pack problem-analysis --kit trainer",
        "modulekit pack problem-analysis --kit trainer --delivery mangystau-2015-01",
    ),
    note(
        "MK965",
        "An edition without a change sheet",
        "A change sheet compares two versions in one language. The earlier one is looked for where the record of the "
        "last hand-over says: as a tag in git, or as the package that was sent.",
        "modulekit pack problem-analysis --kit centre --centre mangystau, which holds a version that is not found",
        "modulekit pack problem-analysis --kit centre --centre mangystau --since sent/problem-analysis-1.0.zip",
    ),
)
