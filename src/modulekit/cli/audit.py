"""``modulekit audit``."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import typer

from modulekit.cli.exit_codes import WRONG_USE
from modulekit.cli.progress import shown
from modulekit.cli.workspace import Loaded, exit_code, load, print_findings
from modulekit.codes import finding
from modulekit.diagnostics import Report

_MOST_NAMED = 8  # files for trainers that a message names


@dataclass
class _Files:
    """The files of a path, and those that could not be opened with the reason."""

    opened: dict[str, bytes] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)

    def add(self, name: str, data: bytes) -> None:
        """Keep a file; where a zip holds two of one name, both are kept."""
        again = 1
        free = name
        while free in self.opened:
            again += 1
            free = f"{name} ({again})"
        self.opened[free] = data


def run(path: Path, modules: tuple[str, ...], workspace: Path | None, output_format: str) -> int:
    """Search what stands at ``path`` for trainer material of ``modules`` and print every place; the exit code."""
    report = Report()
    if not path.exists():
        report.add(finding("MK904", f"There is no file or folder {path}.", hint="Name what is to be searched."))
        print_findings(report, Loaded(path, None, ()), output_format)
        return WRONG_USE
    of_course = Report()  # what is wrong with the course itself is said by `check`
    loaded = load(workspace, modules, of_course)
    if loaded.wrong_use or not loaded.sources:
        print_findings(of_course, loaded, output_format)
        return WRONG_USE if loaded.wrong_use else exit_code(of_course, loaded)
    files = _read(path)
    searched = _search(files, path, loaded, report)
    print_findings(report, loaded, output_format)
    if output_format == "text":
        typer.echo(searched)
    return exit_code(report, loaded)


def _search(files: _Files, path: Path, loaded: Loaded, report: Report) -> str:
    """Search ``files`` for the secrets of every module; a sentence about what was looked at."""
    from modulekit.build.audit import Audit, findings
    from modulekit.build.lattice import Point
    from modulekit.build.prepare import Preparation
    from modulekit.delivery.marked import for_trainers
    from modulekit.source.catalogues import languages

    assert loaded.workspace is not None
    skipped = for_trainers(files.opened, str(shown(path))) if len(files.opened) > 1 else frozenset()
    for reason in files.unreadable:
        message = f"A file cannot be searched for trainer material: {reason}."
        report.add(finding("MK804", message, hint="It cannot be called clean. Open it, and save it anew."))
    if skipped:
        report.add(finding("MK806", _skipped(sorted(skipped))))
    phrases = unsearched = characters = 0
    spoken: dict[str, None] = {}
    for source in loaded.sources:
        spoken.update(dict.fromkeys(languages(source)))
        points = tuple(Point("", "", language) for language in languages(source))
        preparation = Preparation.of(loaded.workspace, source, points, Report(), policy="last-approved")
        audit = Audit.of(preparation)
        phrases += audit.hunt.searched
        unsearched += len(audit.hunt.too_short) + len(audit.hunt.public)
        results = [audit.search(name, data) for name, data in files.opened.items() if name not in skipped]
        characters = sum(result.characters for result in results)
        report.extend(findings(results))
    searched = len(files.opened) - len(skipped)
    return (
        f"{searched} {'file' if searched == 1 else 'files'} with {characters:,} characters searched for {phrases:,} "
        f"texts of trainers in {', '.join(spoken)}; {unsearched:,} more are too short or public."
    )


def _skipped(names: list[str]) -> str:
    folder = posixpath.commonpath([posixpath.dirname(name) for name in names])
    short = [posixpath.relpath(name, folder) if folder else name for name in names]
    more = len(names) - _MOST_NAMED
    listed = ", ".join(short[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    count = "1 file is" if len(names) == 1 else f"{len(names)} files are"
    return f"{count} for trainers and not searched, in {folder or 'this folder'}: {listed}."


def _read(path: Path) -> _Files:
    """Everything at ``path``, zips opened."""
    from modulekit.delivery.unpacked import unpacked
    from modulekit.delivery.zips import LARGEST, Budget, UnreadableError

    files, budget = _Files(), Budget()
    for place in [path] if path.is_file() else _below(path):
        name = shown(place).as_posix()
        try:
            size = place.stat().st_size
            if size > LARGEST:
                raise UnreadableError(f"{name} is larger than {LARGEST} bytes")
            data = place.read_bytes()
            budget.spend(name, len(data))
            for inner, content in unpacked(name, data, budget):
                files.add(inner, content)
        except UnreadableError as error:
            files.unreadable.append(str(error))
        except OSError as error:
            files.unreadable.append(f"{name} cannot be read: {error.strerror or error}")
    return files


def _below(folder: Path) -> Iterator[Path]:
    """The files below a folder in order, hidden ones too. Links are not followed: they lead to files of others."""
    for place in sorted(folder.iterdir()):
        if place.is_dir() and not place.is_symlink():
            yield from _below(place)
        elif place.is_file() and not place.is_symlink():
            yield place
