"""The bytes of a PO file become a catalogue, with the place of each entry.

Takes bytes and the language that the name of the file says. Accepts what Poedit, Weblate, OmegaT and the gettext
programs write: other line breaks, another order of headers, headers of their own. Writing is :mod:`po_writer`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.model.catalogue import Catalogue, Key, Translation
from modulekit.source.decode import decode
from modulekit.source.po_lexer import RawEntry, raw_entries, spot, unquoted

LOCALE = "locale"
"""The folder of a module that holds the catalogues, one ``<language>.po`` for each language."""
LARGEST = 20_000_000
"""Bytes; a catalogue holds a whole course twice, and what was ever translated of it."""
MOST_LINES = 250_000
"""Some fifteen times those of a course of five days; short lines cost as much time as long ones."""
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CHARSET = re.compile(r"charset=([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A catalogue, where each of its entries in use begins, and how its translations are written, line by line."""

    catalogue: Catalogue
    places: Mapping[Key, Span]
    answers: Mapping[Key, Sequence[tuple[Span, str]]] = field(default_factory=dict)

    def spot(self, key: Key, offset: int, length: int) -> Span:
        """Where ``length`` characters of the translation of ``key`` stand, from ``offset`` on.

        Raises ``KeyError`` where there is no such entry.
        """
        answer = self.answers[key]
        if not answer:
            return self.places[key]
        written = "".join(unquoted(inside) for _, inside in answer)
        return spot(answer, len(written) - len(written.lstrip()) + offset, length)


def read_po(content: bytes, language: str, file: PurePosixPath, report: Report) -> ReadCatalogue | None:
    """The catalogue in ``content``, or ``None`` where some of it cannot be read; findings go to ``report``.

    Half a catalogue is none: whoever wrote it back would lose the other half.
    """
    text = decode(content, file, report, LARGEST)
    if text is None:
        return None
    lines = max(text.count("\n"), text.count("\r"))
    if lines > MOST_LINES:
        message = f"The file is too long: {lines:,} lines; at most {MOST_LINES:,} are read."
        report.add(finding("MK104", message, Span(file), "Split the course in two modules."))
        return None
    mine = Report()
    entries = list(raw_entries(text, file, mine))
    headers, remarks = _head(entries, language, file, mine)
    found = [entry for entry in entries if entry.strings.get("msgid") != ""]
    places = _places(found, mine)
    report.extend(mine)
    if mine.has_errors:
        return None
    kept = [(entry, _translation(entry)) for entry in found]
    catalogue = Catalogue(
        language,
        tuple(translation for entry, translation in kept if not entry.obsolete),
        tuple(translation for entry, translation in kept if entry.obsolete and translation.text),
        headers,
        remarks,
    )
    answers = {_key(entry): entry.answer for entry in found if not entry.obsolete}
    return ReadCatalogue(catalogue, places, answers)


def is_language(tag: str) -> bool:
    """Whether ``tag`` is a language that is known, as in BCP 47: ``ru``, ``kk-Latn``."""
    from babel import Locale, UnknownLocaleError

    if not _TAG.fullmatch(tag):
        return False
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _head(
    entries: list[RawEntry], language: str, file: PurePosixPath, report: Report
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers of the file, in their order, and the remarks above them."""
    head = next((entry for entry in entries if not entry.obsolete and entry.strings.get("msgid") == ""), None)
    if head is None:
        hint = 'It begins with an empty msgid whose msgstr holds "Content-Type: text/plain; charset=UTF-8\\n".'
        report.add(finding("MK832", "The file has no header.", Span(file, 1, 1, 1, 2), hint))
        return {}, ()
    headers = {}
    for line in head.strings.get("msgstr", "").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip()] = value.strip()
    charset = _CHARSET.search(headers.get("Content-Type", ""))
    if charset is None or charset[1].lower() not in ("utf-8", "utf8", "us-ascii", "ascii", "charset"):
        said = f"says “{charset[1]}”" if charset else "does not say how it is encoded"
        hint = "Save it as UTF-8, with the header “Content-Type: text/plain; charset=UTF-8”."
        report.add(finding("MK832", f"The header {said}; PO files are read as UTF-8.", head.span, hint))
    said = headers.get("Language", "")
    if said and _tag(said) != _tag(language):
        hint = f"Rename the file to {said.replace('_', '-')}.po, or write “Language: {language}”."
        report.add(finding("MK833", f"The header says “{said}”, the name of the file “{language}”.", head.span, hint))
    return headers, tuple(head.remarks)


def _tag(language: str) -> str:
    """A language as both BCP 47 and gettext write it, without the country: ``kk_KZ`` is ``kk``, ``kk-Latn`` is not."""
    parts = re.split(r"[-_]", language.split(".")[0].split("@")[0])
    script = [part.lower() for part in parts[1:] if len(part) == 4]
    if "@latin" in language:
        script = ["latn"]
    return "-".join([parts[0].lower(), *script])


def _places(entries: list[RawEntry], report: Report) -> dict[Key, Span]:
    places: dict[Key, Span] = {}
    for entry in entries:
        if "msgid" not in entry.strings or "msgstr" not in entry.strings:
            missing = "msgid" if "msgid" not in entry.strings else "msgstr"
            report.add(finding("MK831", f"The entry has no `{missing}`.", entry.span, "Write it; it may be empty."))
            continue
        if entry.obsolete:
            continue
        key, span = _key(entry), entry.places["msgid"]
        if key in places:
            hint = f"The first one begins in line {places[key].line}; keep one of the two."
            report.add(finding("MK834", "The same text stands here a second time.", span, hint))
        else:
            places[key] = span
    return places


def _key(entry: RawEntry) -> Key:
    return entry.strings.get("msgctxt", ""), entry.strings["msgid"]


def _translation(entry: RawEntry) -> Translation:
    context, source = _key(entry)
    outdated = "fuzzy" in entry.flags
    previous = entry.strings.get("previous msgid")
    return Translation(
        context,
        source,
        entry.strings["msgstr"].strip(),
        outdated,
        previous if outdated else None,
        tuple(entry.notes),
        tuple(entry.remarks),
        tuple(flag for flag in entry.flags if flag != "fuzzy"),
    )
