"""``modulekit translate export`` and ``import``: catalogues as XLIFF, and back."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import typer

from modulekit.cli.translate import all_texts, put
from modulekit.cli.workspace import Loaded, exit_code, load, print_findings
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Report, Span
from modulekit.editions.ledger import update
from modulekit.editions.returned import merged
from modulekit.model.catalogue import Catalogue
from modulekit.source import Source
from modulekit.source.catalogues import read_catalogue
from modulekit.source.po import LOCALE, is_language
from modulekit.source.po_writer import default_headers, write_po
from modulekit.source.xliff import Delivered, read_xliff, write_xliff


def run_export(module: str, language: str, file: Path, workspace: Path | None) -> int:
    """Write the catalogue of a module as XLIFF; the exit code."""
    report = Report()
    loaded = load(workspace, (module,), report)
    for source in loaded.sources:
        catalogue = _today(source, language, report)
        if catalogue is None:
            continue
        try:
            put(file, write_xliff(catalogue, source.module.module, source.module.language))
        except OSError as error:
            report.add(finding("MK902", f"{file} cannot be written: {error.strerror or error}."))
        else:
            typer.echo(f"{file}: {plural(len(catalogue.entries), 'text')}")
    return _end(report, loaded)


def run_import(file: Path, workspace: Path | None) -> int:
    """Put the translations of an XLIFF file into its catalogue; the exit code."""
    report = Report()
    try:
        delivered = read_xliff(file.read_bytes(), PurePosixPath(file.as_posix()), report)
    except OSError as error:
        report.add(finding("MK102", f"The file {file} cannot be read: {error.strerror or error}."))
        delivered = None
    loaded = load(workspace, (delivered.module,) if delivered else (), report)
    if delivered is not None:
        for source in loaded.sources:
            _import(source, delivered, file, loaded, report)
    return _end(report, loaded)


def _import(source: Source, delivered: Delivered, file: Path, loaded: Loaded, report: Report) -> None:
    catalogue = _today(source, delivered.language, report)
    if catalogue is None:
        return
    after, strangers = merged(catalogue, delivered.entries)
    for stranger in strangers:
        message = f"“{stranger.source[:60]}” is no text of {source.module.module}."
        report.add(finding("MK841", message, Span(PurePosixPath(file.as_posix())), "It was changed after the export."))
    path = loaded.root / source.home / LOCALE / f"{delivered.language}.po"
    try:
        put(path, write_po(after))
    except OSError as error:
        report.add(finding("MK902", f"{path} cannot be written: {error.strerror or error}."))
        return
    changed = sum(new != old for new, old in zip(after, catalogue, strict=True))
    typer.echo(f"{path}: {plural(changed, 'text')} changed")


def _today(source: Source, language: str, report: Report) -> Catalogue | None:
    """The catalogue as it would be after ``extract``, or ``None`` after saying why there is none."""
    if not is_language(language) or language == source.module.language:
        why = "no language that is known" if not is_language(language) else "the language of the course itself"
        report.add(finding("MK835", f"“{language}” is {why}.", hint="Write ru, kk or kk-Latn."))
        return None
    mine = Report()
    read = read_catalogue(source, language, mine)
    report.extend(mine)
    if mine.has_errors or not source.whole:
        return None
    module = source.module
    headers = default_headers(language, f"{module.module} {module.document.version}", str(module.document.date))
    return update(read.catalogue if read else Catalogue(language, headers=headers), all_texts(source))


def _end(report: Report, loaded: Loaded) -> int:
    print_findings(report, loaded, "text", sys.stderr)
    return exit_code(report, loaded)
