"""Every judge over a whole folder of built editions: `python -m tests.judges.editions dist/MODULE`.

Takes a folder with `build.json`; prints what each judge was shown and what it refused; exit code 1 where one refused
something or was shown nothing. Files with the same bytes are judged once. `./run judge` calls it: the editions of a
course are too many for every run of the tests.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pypdfium2

from modulekit.build.leftovers import may_stay
from modulekit.delivery.contents import texts
from modulekit.delivery.leftovers import runs_left
from modulekit.diagnostics import Report
from modulekit.source import open_workspace, read_module
from tests.judges.programs import ooxml_validator, pdffonts, qpdf_check, verapdf

FAMILIES = re.compile(r"^([A-Z]{6}\+)?(Noto-Sans|Noto-Serif|ModuleKit-Symbols)(-[A-Za-z-]+)?$")
"""What fonts may be called in a PDF: those of `templates/fonts`."""
STANDARD = ("Integer internal The part of ISO", "that the file conforms to")
"""What every PDF/UA says of itself, in the words of the standard."""
_IN_ONE_GO = 60  # files for one Java process: more would need more memory than a small machine has
_WITHOUT = 14.0  # points: five millimetres at the edge of a page, where many printers print nothing


@dataclass(frozen=True)
class Edition:
    """A built file that stands for all with its bytes."""

    path: Path
    name: str
    product: str
    audience: str
    format: str
    language: str
    pages: int | None


@dataclass(frozen=True)
class Editions:
    """The folder of a module in `dist`, and the workspace that it was built from."""

    folder: Path
    workspace: Path

    @cached_property
    def record(self) -> dict[str, Any]:
        """`build.json`."""
        record: dict[str, Any] = json.loads((self.folder / "build.json").read_bytes())
        return record

    @cached_property
    def files(self) -> tuple[Edition, ...]:
        """The files that the record names, those with the same bytes once."""
        different: dict[str, Edition] = {}
        for file in self.record["files"]:
            path = self.folder / file["path"]
            language = path.parent.name
            different.setdefault(
                file["sha256"],
                Edition(
                    path, file["path"], file["product"], file["audience"], file["format"], language, file.get("pages")
                ),
            )
        return tuple(different.values())

    def those(self, *formats: str) -> list[Path]:
        """The files in some formats."""
        return [file.path for file in self.files if file.format in formats]


@dataclass
class Finding:
    """What one judge was shown, and its words about what it refused."""

    judge: str
    shown: int = 0
    refused: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        lines = [f"{self.judge}: {self.shown} shown, {len(self.refused)} refused, {self.seconds:.0f} s"]
        return "\n  ".join([*lines, *self.refused])


def _verapdf(profile: Literal["ua1", "3a"], *formats: str) -> Callable[[Editions], Finding]:
    def judge(editions: Editions) -> Finding:
        found = Finding(f"veraPDF {profile}")
        paths = editions.those(*formats)
        for at in range(0, len(paths), _IN_ONE_GO):
            verdicts = verapdf(paths[at : at + _IN_ONE_GO], profile)
            found.shown += len(verdicts)
            found.refused += [f"{verdict.path}: {verdict}" for verdict in verdicts if not verdict]
        return found

    return judge


def _qpdf(editions: Editions) -> Finding:
    with ThreadPoolExecutor(max_workers=2) as pool:
        verdicts = list(pool.map(qpdf_check, editions.those("pdf", "form")))
    refused = [f"{verdict.path}: {verdict}" for verdict in verdicts if not verdict]
    return Finding("qpdf --check", len(verdicts), refused)


def _fonts(editions: Editions) -> Finding:
    found = Finding("pdffonts, bundled families only")
    for path in editions.those("pdf", "form"):
        fonts = pdffonts(path)
        found.shown += 1
        found.refused += [f"{path}: {f.name}" for f in fonts if not FAMILIES.match(f.name)]
        found.refused += [f"{path}: {f.name} is not embedded whole" for f in fonts if not (f.embedded and f.unicode)]
        if not fonts:
            found.refused.append(f"{path}: no font at all")
    return found


def _office(editions: Editions) -> Finding:
    verdicts = ooxml_validator(editions.those("docx", "pptx"))
    return Finding("OpenXmlValidator", len(verdicts), [f"{v.path}: {v}" for v in verdicts if not v])


def _audit(editions: Editions) -> Finding:
    """The participants' files before the command that searches files of unknown origin."""
    files = [file for file in editions.files if file.audience == "participant"]
    with tempfile.TemporaryDirectory(prefix="modulekit-audit-") as folder:
        for file in files:
            target = Path(folder, file.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.path.read_bytes())
        command = ["audit", folder, "--module", editions.folder.name, "--workspace", editions.workspace]
        done = subprocess.run(
            [sys.executable, "-m", "modulekit", *map(str, command)], capture_output=True, text=True, check=False
        )
    searched = re.match(r"(\d+) files? with", done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "")
    refused = [] if done.returncode == 0 else (done.stderr + done.stdout).splitlines()
    if searched is None or int(searched[1]) != len(files):
        refused.append(f"not all of {len(files)} files were searched: {done.stdout}{done.stderr}")
    return Finding("modulekit audit", len(files), refused)


def _languages(editions: Editions) -> Finding:
    """No sentence of the course's own language in files of another: what was put together is read as it is."""
    found = Finding("sentences of the source language")
    workspace = open_workspace(editions.workspace, Report())
    assert workspace is not None
    source = read_module(workspace, editions.folder.name, Report())
    assert source is not None
    allowed = (*may_stay(source.module), *STANDARD)
    for file in editions.files:
        if file.language == source.module.language:
            continue
        found.shown += 1
        left = runs_left(texts(file.path.name, file.path.read_bytes()), "Latn", allowed)
        found.refused += [f"{file.path}: “{run}”" for run in left if not _is_of(run, allowed)]
    return found


def _is_of(run: str, allowed: Iterable[str]) -> bool:
    """Whether a run is the name of a node, or a piece of what may stay: titles are broken over lines and pages."""
    words = " ".join(run.split()).casefold()
    return " " not in words or any(words in " ".join(phrase.split()).casefold() for phrase in allowed)


def _edges(editions: Editions) -> Finding:
    """Words that run off the page or so near to its edge that a printer cuts them."""
    found = Finding("words at the edges of pages")
    for path in editions.those("pdf", "form"):
        pdf = pypdfium2.PdfDocument(path)
        try:
            found.shown += 1
            found.refused += [f"{path}, {words}" for words in _near_edges(pdf)]
        finally:
            pdf.close()
    return found


def _near_edges(pdf: Any) -> Iterator[str]:
    for number, page in enumerate(pdf, start=1):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            outside = min(left, bottom) < _WITHOUT or right > width - _WITHOUT or top > height - _WITHOUT
            if words and outside:
                yield f"page {number}: “{words}”"


def _said(editions: Editions) -> Finding:
    """What the build itself measured: slides that overflow and letters without a font would stand in its record."""
    scans = [edition["leak_scan"] for edition in editions.record["editions"]]
    refused = [f"an edition leaks: {scan}" for scan in scans if scan["leaks"]]
    refused += [f"marked text: {edition['folder']}" for edition in editions.record["editions"] if edition.get("marked")]
    return Finding("build.json: leaks, marked texts", len(scans), refused)


JUDGES: tuple[Callable[[Editions], Finding], ...] = (
    _said,
    _verapdf("ua1", "pdf", "form"),
    _verapdf("3a", "pdf"),
    _qpdf,
    _fonts,
    _edges,
    _office,
    _audit,
    _languages,
)


def main(arguments: Sequence[str]) -> int:
    """Ask every judge about the folder that ``arguments`` name; the workspace may follow it."""
    folder, *workspace = arguments
    editions = Editions(Path(folder).resolve(), Path(workspace[0] if workspace else ".").resolve())
    print(f"{len(editions.record['files'])} files, {len(editions.files)} of them different", flush=True)
    good = True
    for judge in JUDGES:
        begun = time.monotonic()
        found = judge(editions)
        found.seconds = time.monotonic() - begun
        print(found, flush=True)
        good &= found.shown > 0 and not found.refused
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
