"""MK87x: hand-overs and signatures."""

from modulekit.codes.code import error, warning

HANDOVERS = (
    warning(
        "MK871",
        "A hand-over of something that is no longer there",
        "The record of a hand-over names its module and its centre by their ids. Where one of them was renamed since, "
        "nobody can tell whether what the centre holds is up to date.",
        "centre: mangistau",
        "centre: mangystau",
    ),
    warning(
        "MK872",
        "A hand-over that was received before it was made",
        "The act is signed on the day of the hand-over or later; one of the two dates is a slip.",
        "date: 2026-11-23\nreceived: {date: 2026-01-24}",
        "date: 2026-11-23\nreceived: {date: 2026-11-24}",
    ),
    error(
        "MK873",
        "A package cannot be signed",
        "Packages are signed by OpenSSH, with a key that somebody made for it. The key is not there, its passphrase is "
        "wrong, the agent does not hold it, or this computer has no ssh-keygen.",
        "modulekit pack problem-analysis --sign ~/.ssh/id_rsa.ppk     # a key of another program",
        "modulekit pack problem-analysis --sign ~/.ssh/id_ed25519",
    ),
)
