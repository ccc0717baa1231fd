"""Reads a case, lays out its workspace, and says what was found in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from modulekit.checks import Subject, run_checks
from modulekit.checks.insignia import Shown, check_insignia
from modulekit.diagnostics import Diagnostic, Report
from modulekit.review.kits import check_kits
from modulekit.review.taught import check_deliveries
from modulekit.review.theme import read_theme
from modulekit.review.translated import check_catalogues
from modulekit.review.word_files import check_words
from modulekit.source import open_workspace, read_module
from modulekit.source.catalogues import read_catalogues

CASES = Path(__file__).parent
BASE = CASES / "base"

_FENCE = re.compile(r"^(`{3,})(\w+) ?(.*)\n((?:.*\n)*?)\1$", re.MULTILINE)
_WHOLE = ("yaml", "svg", "text")


@dataclass(frozen=True)
class Case:
    """One case file."""

    path: Path
    text: str

    @property
    def title(self) -> str:
        """The heading of the case."""
        return self.text.partition("\n")[0].removeprefix("# ")

    @property
    def expected(self) -> str:
        """What the case says must be found."""
        found = [body for kind, _, body in self._fences() if kind == "diagnostics"]
        assert len(found) == 1, f"{self.path.name} must hold one block of diagnostics"
        return found[0]

    def lay_out(self, folder: Path) -> None:
        """Write the workspace of the case into an empty folder."""
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        written = 0
        for kind, name, body in self._fences():
            target = folder / name
            if kind in _WHOLE:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(body, encoding="utf-8", newline="\n")
            elif kind == "diff":
                target.write_text(_changed(target.read_text(encoding="utf-8"), body), encoding="utf-8", newline="\n")
            elif kind == "removed":
                for line in body.splitlines():
                    (folder / line).unlink()
            else:
                assert kind == "diagnostics", f"{self.path.name} has a block of the kind {kind!r}"
                continue
            written += 1
        assert written, f"{self.path.name} changes nothing"

    def with_expected(self, found: str) -> str:
        """The text of the case with other diagnostics in it."""
        assert self.expected is not None
        return _FENCE.sub(lambda m: f"{m[1]}{m[2]}\n{found}{m[1]}" if m[2] == "diagnostics" else m[0], self.text)

    def _fences(self) -> Iterator[tuple[str, str, str]]:
        for found in _FENCE.finditer(self.text):
            yield found[2], found[3].strip(), found[4]


def cases() -> list[Case]:
    """All cases, by name."""
    return [Case(path, path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.md"))]


def check(folder: Path) -> Report:
    """Read and check all modules of a workspace."""
    report = Report()
    workspace = open_workspace(folder, report)
    if workspace is not None:
        report.extend(check_kits(workspace))
        check_words(workspace.files, report)
        read_theme(workspace, report)
        report.extend(check_insignia(Shown(workspace.insignia, workspace.places, ("en", "kk"))))
    for name in workspace.modules if workspace else ():
        source = read_module(workspace, name, report) if workspace else None
        if workspace is not None and source is not None:
            report.extend(check_deliveries(workspace, source))
            report.extend(check_catalogues(source, read_catalogues(source, report).values(), workspace.files))
            report.extend(
                run_checks(
                    Subject(source.module, source.places, source.home, source.asset_files, source.asset, source.whole)
                )
            )
    return report


def as_text(report: Report) -> str:
    """Diagnostics as they stand in a case."""
    return "".join(f"{_paragraph(diagnostic)}\n" for diagnostic in report)


def _paragraph(diagnostic: Diagnostic) -> str:
    lines = [f"{diagnostic.code} {diagnostic.severity.value} {diagnostic.span}", f"    {diagnostic.message}"]
    if diagnostic.hint:
        lines.append(f"    {diagnostic.hint}")
    return "\n".join(lines)


def _changed(text: str, body: str) -> str:
    for hunk in re.finditer(r"((?:^- .*\n)+)((?:^\+ ?.*\n)*)", body, re.MULTILINE):
        old, new = ("".join(f"{line[2:]}\n" for line in part.removesuffix("\n").split("\n")) for part in hunk.groups())
        assert text.count(old) == 1, f"these lines stand {text.count(old)} times in the file:\n{old}"
        text = text.replace(old, new)
    return text
