"""The sheets of text that lie beside the start page: how to check the package, and what to print.

Takes a parcel, gives plain text that the editors of every system show: UTF-8 with a mark, lines that end as on Windows.
Must not know bags.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from modulekit.build.job import Job
from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel, course_title, kit_name
from modulekit.build.printing import print_besides, print_lead, print_list, print_total
from modulekit.products.strings import Strings

_WIDTH = 78  # letters of a line, which a window of commands shows whole
_POWERSHELL = (
    "Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object {\n"
    "  $sum, $file = $_ -split '  ', 2\n"
    '  if ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -ne $sum) { "$file" }\n'
    "}"
)
_POWERSHELL_COUNT = "(Get-Content manifest-sha256.txt).Count\n(Get-ChildItem data -Recurse -File).Count"
_UNIX = "sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt"
_ONE = ("certutil -hashfile tagmanifest-sha256.txt SHA256", "sha256sum tagmanifest-sha256.txt")
_SIGNATURE = (
    "ssh-keygen -Y verify -f allowed_signers -I SENDER -n modulekit -s tagmanifest-sha256.txt.sig "
    "< tagmanifest-sha256.txt"
)
_SIGNATURE_WINDOWS = f'cmd /c "{_SIGNATURE}"'
_OWN = "modulekit verify ."


def leaflet_path(name: str, language: str) -> PurePosixPath:
    """Where a sheet of text lies: ``VERIFY.kk.txt``."""
    return PurePosixPath(f"{name}.{language.lower()}.txt")


def verify_text(job: Job) -> bytes:
    """How to check the package, with what the computer already has."""
    words = job.strings
    parts = (
        _title(words("verify-title")),
        _prose(words("verify-lead")),
        _prose(words("verify-where")),
        _title(words("verify-windows"), "-"),
        _prose(words("verify-windows-whole")),
        _commands(_POWERSHELL),
        _prose(words("verify-windows-added")),
        _commands(_POWERSHELL_COUNT),
        _title(words("verify-unix"), "-"),
        _prose(words("verify-unix-whole")),
        _commands(_UNIX),
        _title(words("verify-one"), "-"),
        _prose(words("verify-one-words")),
        _on_both(words, *_ONE),
        _title(words("verify-signature"), "-"),
        _prose(words("verify-signature-words")),
        _on_both(words, _SIGNATURE_WINDOWS, _SIGNATURE),
        _title(words("verify-modulekit"), "-"),
        _prose(words("verify-modulekit-words")),
        _commands(_OWN),
    )
    return _bytes(parts)


def print_text(parcel: Parcel, job: Job) -> bytes:
    """What to print, as a table in plain text."""
    words, papers = job.strings, parcel.of_language(job.module.language)
    return _bytes(
        (
            _title(f"{words('print-list')} · {course_title(job)} · {kit_name(parcel.kit, words)}"),
            _prose(print_lead(job.module.group, words)),
            "\n".join(_table(papers, words)),
            _prose(print_total(papers, words)),
            *filter(None, (_prose(print_besides(papers, words)),)),
        )
    )


def _table(papers: Iterable[Paper], words: Strings) -> Iterator[str]:
    heads = (words("document"), words("copies"), words("sheets"), words("sides"), words("sheets-in-all"))
    lines = print_list(papers, words)
    rows = [(line.paper.title, line.copies, line.sheets, line.sides, line.in_all) for line in lines]
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    yield _line(heads, widths)
    yield "-" * (sum(widths) + 2 * (len(widths) - 1))
    for line, row in zip(lines, rows, strict=True):
        yield _line(row, widths)
        yield f"    data/{line.paper.path}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _title(text: str, rule: str = "=") -> str:
    lines = textwrap.wrap(text, _WIDTH)
    return "\n".join((*lines, rule * max(map(len, lines))))


def _prose(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _on_both(words: Strings, windows: str, unix: str) -> str:
    named = ((words("verify-windows"), windows), (words("verify-unix"), unix))
    return "\n\n".join(f"  {system}:\n{_commands(command)}" for system, command in named)


def _commands(text: str) -> str:
    return textwrap.indent(text, "    ")


def _bytes(parts: Sequence[str]) -> bytes:
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n").encode("utf-8-sig")
