"""MK85x: the funder, its emblem and its words."""

from modulekit.codes.code import error

VISIBILITY = (
    error(
        "MK851",
        "A visibility profile that does not exist",
        "The profile holds the words of the funder and the rules for its emblem. Some come with ModuleKit; others are "
        "files of the workspace's folder visibility/, each called by its id.",
        "visibility: {profile: eu-2010, …}",
        "visibility: {profile: eu-external-2010, …}",
    ),
    error(
        "MK852",
        "The funder's emblem is missing",
        "The profile asks for an emblem on covers, first slides and certificates. ModuleKit brings no emblems: ask the "
        "funder for the file.",
        "visibility:\n  profile: eu-external-2010",
        "visibility:\n  profile: eu-external-2010\n  emblem: brand/emblem.svg\n  emblem_alt: …",
    ),
    error(
        "MK853",
        "An emblem of the wrong shape",
        "An emblem that was cut, stretched or framed is not the emblem. The profile says how wide it is for its "
        "height.",
        "an emblem of 400 × 300 pixels for 3:2",
        "an emblem of 450 × 300 pixels for 3:2",
    ),
    error(
        "MK854",
        "Nobody is named where the funder asks for a name",
        "The funder's sentence says who is responsible for the content, or who granted the money. Without the name "
        "it is no sentence.",
        "visibility:\n  profile: eu-external-2010\n  emblem: …",
        "visibility:\n  profile: eu-external-2010\n  emblem: …\n  responsible: the project team",
    ),
    error(
        "MK855",
        "Words about the funder or a partner that one language lacks",
        "What is printed on a cover stands there in the language of the cover. Names and the funder's sentences are "
        "written down for each language, not translated by machine.",
        "responsible:\n  en: the project team",
        "responsible:\n  en: the project team\n  ru: группа проекта\n  kk: жоба тобы",
    ),
    error(
        "MK856",
        "A file without the emblem, or with one that is too small",
        "The finished file was opened again and measured: its first page or slide must show the emblem, whole and at "
        "least as high as the profile says, with its alternative text.",
        "an emblem 8 mm high on the cover of handout.pdf",
        "an emblem 14 mm high on the cover of handout.pdf",
    ),
    error(
        "MK857",
        "A file without the funder's words",
        "The finished file was opened again: the statement and the disclaimer must stand on the same page as the "
        "emblem, and the short line at the foot of what has no cover.",
        "a cover with the emblem alone",
        "a cover with the emblem, the statement and the disclaimer",
    ),
    error(
        "MK858",
        "A logo larger than the emblem",
        "No logo of a partner or a centre may be more prominent than the emblem of the funder.",
        "a logo 20 mm high beside an emblem 14 mm high",
        "a logo 12 mm high beside an emblem 14 mm high",
    ),
)
