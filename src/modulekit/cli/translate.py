"""``modulekit translate``: the catalogues of a module, written and updated."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path

import typer

from modulekit.cli.workspace import exit_code, load, print_findings
from modulekit.codes import finding
from modulekit.diagnostics import Report
from modulekit.editions.ledger import update
from modulekit.editions.lettering import picture_texts
from modulekit.editions.texts import Text, texts
from modulekit.model.catalogue import Catalogue, State
from modulekit.source import Source
from modulekit.source.catalogues import languages_of, read_catalogue
from modulekit.source.po import LOCALE, is_language
from modulekit.source.po_writer import default_headers, write_po


def run_extract(modules: tuple[str, ...], languages: tuple[str, ...], workspace: Path | None) -> int:
    """Write or update the catalogues of ``modules`` in ``languages``, or in those that exist; the exit code."""
    report = Report()
    loaded = load(workspace, modules, report)
    said = []
    for source in loaded.sources:
        if not source.whole:  # a lesson that could not be read would look as if its texts were gone
            continue
        found = all_texts(source)
        folder = loaded.root / source.home / LOCALE
        for language in languages or languages_of(source, report):
            line = _extract(source, language, found, folder, report)
            if line:
                said.append(line)
    print_findings(report, loaded, "text")
    for line in said:
        typer.echo(line)
    if not said and not report.has_errors and loaded.sources and not languages:
        typer.echo("There is no catalogue yet; name the languages: --language ru,kk")
    return exit_code(report, loaded)


def all_texts(source: Source) -> tuple[Text, ...]:
    """The texts of a module, and the words in its drawings."""
    drawings = (path for path in source.asset_files if path.lower().endswith(".svg"))
    return (*texts(source.module), *(text for path in drawings for text in picture_texts(path, source.asset(path))))


def _extract(source: Source, language: str, found: tuple[Text, ...], folder: Path, report: Report) -> str | None:
    """Update one catalogue; what to say about it, or nothing where it could not be done."""
    module = source.module
    if language == module.language:
        message = f"“{language}” is the language that {module.module} is written in."
        report.add(finding("MK835", message, hint="Name another one."))
        return None
    if not is_language(language):
        report.add(finding("MK835", f"“{language}” is no language that is known.", hint="Write ru, kk or kk-Latn."))
        return None
    headers = default_headers(language, f"{module.module} {module.document.version}", str(module.document.date))
    mine = Report()
    old = read_catalogue(source, language, mine)
    report.extend(mine)
    if mine.has_errors:
        return None
    before = old.catalogue if old else Catalogue(language, headers=headers)
    after = update(before, found)
    path = folder / f"{language}.po"
    try:
        written = put(path, write_po(after))
    except OSError as error:
        report.add(finding("MK902", f"{path} cannot be written: {error.strerror or error}."))
        return None
    return f"{path}: {_told(before, after, written)}"


def _told(before: Catalogue, after: Catalogue, written: bool) -> str:
    count = Counter(entry.state for entry in after)
    words = sum(len(entry.source.split()) for entry in after)
    states = ", ".join(f"{count[state]} {state.value}" for state in State)
    new = sum(entry.key not in before.by_key for entry in after)
    gone = sum(entry.key not in after.by_key for entry in before)
    change = f"{new} came, {gone} went" if written else "nothing changed"
    return f"{len(after.entries)} texts, {words} words; {states}; {change}"


def put(path: Path, data: bytes) -> bool:
    """Put ``data`` in place as a whole; whether anything changed. Raises ``OSError``."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
