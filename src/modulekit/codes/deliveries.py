"""MK45x: deliveries."""

from modulekit.codes.code import error, note, warning

DELIVERIES = (
    error(
        "MK451",
        "A delivery of something that does not exist",
        "A delivery names the module that is taught and the centre that invites, both by their ids.",
        "module: problem-analisis",
        "module: problem-analysis",
    ),
    error(
        "MK452",
        "A delivery in a language that the centre does not teach in",
        "Papers would be made that nobody at the centre can use. Where the centre does teach in it, its file should "
        "say so.",
        "languages: [ru, kk]     # the centre's file says: languages: [kk]",
        "languages: [kk]",
    ),
    error(
        "MK453",
        "A delivery with more or fewer days than its module",
        "Each day of a delivery is the day of the module at the same place.",
        "days:\n  - {date: 2015-01-20}     # the module has two days",
        "days:\n  - {date: 2015-01-20}\n  - {date: 2015-01-21}",
    ),
    error(
        "MK454",
        "The dates of a delivery are not in order",
        "The second day would be over before the first one begins.",
        "days:\n  - {date: 2015-01-21}\n  - {date: 2015-01-20}",
        "days:\n  - {date: 2015-01-20}\n  - {date: 2015-01-21}",
    ),
    note(
        "MK455",
        "A day of a delivery is on a weekend",
        "Few offices send their staff on a Saturday; a wrong month is the more common reason.",
        "days:\n  - {date: 2015-02-21}     # a Saturday",
        "days:\n  - {date: 2015-01-21}",
    ),
    error(
        "MK456",
        "A pause of a delivery that has no place",
        "A pause stands after a lesson of its day, or in the place of a pause that the module has there.",
        "pauses:\n  - {pause: break, after: problem-tre, minutes: 15}",
        "pauses:\n  - {pause: break, after: problem-tree, minutes: 15}",
    ),
    error(
        "MK457",
        "What must be taught does not fit the time",
        "Everything that may be left out is left out, and there is still too little time. Steps with the priority "
        "`must` are never cut; somebody has to decide.",
        'days:\n  - {date: 2015-01-20, start: "09:00", end: "11:00"}     # the steps that must stay need three hours',
        'days:\n  - {date: 2015-01-20, start: "09:00", end: "12:00"}',
    ),
    note(
        "MK458",
        "A step is left out because there is too little time",
        "The day is shorter than the module's. Steps are left out by their priority, `could` before `should`; they and "
        "their slides, exercises and pages are in none of the products.",
        'end: "16:12"     # the module needs until 16:30',
        'end: "16:30"',
    ),
    warning(
        "MK459",
        "More than 90 minutes without a pause in a delivery",
        "After an hour and a half people need a break. A pause of the delivery can be put after any lesson.",
        "days:\n  - {date: 2015-01-20}     # 105 minutes from the opening to the first break",
        "days:\n  - date: 2015-01-20\n    pauses:\n      - {pause: break, after: opening, minutes: 10}",
    ),
    error(
        "MK460",
        "A list of participants that cannot be read",
        "A list is a CSV file with a heading for each column: name, institution, position, district and gender, in any "
        "order, in English, Russian or Kazakh. Only the name is required.",
        "Person;Body\nA. Sample;Akimat",
        "Name;Institution\nA. Sample;Akimat",
    ),
    warning(
        "MK461",
        "Something in a list of participants to look at",
        "Somebody without a name would get an empty certificate, somebody who stands twice two of them, and a column "
        "that is not known is not used.",
        "name;institution\nA. Sample;Akimat\nA. Sample;Akimat",
        "name;institution\nA. Sample;Akimat",
    ),
)
