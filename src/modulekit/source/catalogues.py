"""The catalogues of a module: the files of its folder ``locale/``."""

from __future__ import annotations

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.source.module import Source
from modulekit.source.po import LOCALE, ReadCatalogue, is_language, read_po
from modulekit.source.reading_bytes import read_bytes


def languages(source: Source) -> tuple[str, ...]:
    """The languages in which a module can be had: its own, then those that it has a catalogue for."""
    own = source.module.language
    return (own, *(language for language in languages_of(source, Report()) if language != own))


def languages_of(source: Source, report: Report) -> tuple[str, ...]:
    """The languages that a module has a catalogue for, sorted. What else lies in the folder is reported."""
    found = []
    try:
        names = source.files.names(LOCALE)
    except OSError as error:
        folder = source.home / LOCALE
        report.add(finding("MK102", f"The folder {folder} cannot be read: {error.strerror}.", Span(folder)))
        return ()
    for name, is_folder in names:
        path = source.home / LOCALE / name
        language = name.removesuffix(".po")
        if name.endswith(".po") and not is_folder and is_language(language):
            found.append(language)
        elif name.endswith(".po"):
            hint = "The name is that of the language, as in ru.po, kk.po or kk-Latn.po."
            report.add(finding("MK835", f"“{language}” is no language that is known.", Span(path), hint))
        elif not name.endswith((".mo", ".pot", ".po~")):  # what programs for translators leave behind
            message = f"The {'folder' if is_folder else 'file'} {path} is not read."
            report.add(finding("MK111", message, Span(path), "Catalogues are files that end in .po."))
    return tuple(found)


def read_catalogues(source: Source, report: Report) -> dict[str, ReadCatalogue]:
    """The catalogues of a module by language, without those that cannot be used; what is wrong is reported."""
    read = ((language, read_catalogue(source, language, report)) for language in languages_of(source, report))
    return {language: found for language, found in read if found is not None}


def read_catalogue(source: Source, language: str, report: Report) -> ReadCatalogue | None:
    """The catalogue in ``language``; ``None`` where there is none, or after saying why it cannot be used."""
    path = f"{LOCALE}/{language}.po"
    if not source.files.has(path):
        return None
    content = read_bytes(source.files, path, source.home, report)
    return read_po(content, language, source.home / path, report) if content is not None else None
