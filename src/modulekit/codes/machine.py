"""MK9xx: the machine and the command."""

from modulekit.codes.code import error

MACHINE = (
    error(
        "MK901",
        "A library of the system is missing",
        "Pages are laid out with Pango, which Python packages do not carry.",
        "a bare computer",
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    error(
        "MK902",
        "An output cannot be written",
        "The disk is full, the folder may not be written to, or the file is open in another program.",
        "dist/handout.docx is open in Word",
        "dist/handout.docx is closed",
    ),
    error(
        "MK903",
        "A theme that cannot be used",
        "A theme changes tokens of the built-in theme: colours, fonts and sizes. It cannot add others.",
        'colour: {petrol: "dark blue"}',
        'colour: {petrol: "#12343b"}',
    ),
    error(
        "MK904",
        "A module, product or format that does not exist",
        "The command names something that is not there.",
        "modulekit build problem-analisys",
        "modulekit build problem-analysis",
    ),
    error(
        "MK905",
        "Words of a workspace that cannot be used",
        "A language that ModuleKit does not have brings its words in strings/<language>.yaml. Each word is there, "
        "and asks for the values that the English one asks for; otherwise a page would have a hole.",
        'page-of: "{page} / {total}"',
        'page-of: "{n} / {of}"',
    ),
    error(
        "MK906",
        "Processes that did the work were ended",
        "Pages are laid out in processes beside the main one. When one is ended from outside, another takes its place "
        "once; when that is ended too, the build stops and changes nothing. Mostly there is too little memory.",
        "modulekit build --jobs 16",
        "modulekit build --jobs 1",
    ),
    error(
        "MK907",
        "A cluster that cannot be used",
        "The scheduler does not answer, it has no workers, or its workers have another ModuleKit, other fonts or other "
        "libraries than this computer: they would make other files.",
        "modulekit build --scheduler tcp://10.0.0.5:8786, where nothing runs",
        "dask scheduler --port 8786",
    ),
    error(
        "MK908",
        "Two builds of the same course differ",
        "Whoever checks a package builds it again and compares: the same course, the same program and the same "
        "libraries give the same bytes. `modulekit build --verify-reproducible` says where they do not.",
        "a drawing that a library made with the time of day in it",
        "the same drawing without it",
    ),
)
