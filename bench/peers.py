"""The peers: the handout, the guide, the workbook and the slides as others make them of the same content.

Takes the folder that :mod:`bench.export` filled, gives programs. What can run side by side does, on as many cores as
ModuleKit has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.measured import Program, Sample, side_by_side

_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


THREE = ("handout", "guide", "workbook")


def typst(folder: Path, cores: int) -> Sample:
    """Three PDFs through Typst."""
    return side_by_side([_chain(folder, name, "typ", _TYPST) for name in THREE], cores)


def typst_all(folder: Path, cores: int) -> Sample:
    """Every PDF that we make through Typst."""
    return side_by_side([_chain(folder, name, "typ", _TYPST) for name in _products(folder, "pdf")], cores)


def weasyprint(folder: Path, cores: int) -> Sample:
    """Three PDFs through HTML and WeasyPrint."""
    return side_by_side([_chain(folder, name, "html", _WEASYPRINT) for name in THREE], cores)


def docx(folder: Path, cores: int) -> Sample:
    """Three DOCX."""
    return side_by_side([_office(folder, name, "docx") for name in THREE], cores)


def docx_all(folder: Path, cores: int) -> Sample:
    """Every DOCX that we make."""
    return side_by_side([_office(folder, name, "docx") for name in _products(folder, "docx")], cores)


def pptx(folder: Path, cores: int) -> Sample:
    """One PPTX."""
    return side_by_side([_office(folder, "slides", "pptx")], cores)


def pptx_all(folder: Path, cores: int) -> Sample:
    """Every PPTX that we make."""
    return side_by_side([_office(folder, name, "pptx") for name in _products(folder, "pptx")], cores)


def _products(folder: Path, format: str) -> list[str]:
    found: dict[str, list[str]] = json.loads((folder / "products.json").read_text("utf-8"))
    return found[format]


def _office(folder: Path, name: str, ending: str) -> Sequence[Program]:
    options = ("--slide-level=2",) if ending == "pptx" else ()
    return (_pandoc(folder, f"{name}.png.md", f"{name}.{ending}", *options),)


def pages(folder: Path) -> dict[str, int]:
    """How many pages each PDF of a peer has."""
    import pikepdf

    counted = {}
    for path in sorted(folder.glob("*.pdf")):
        with pikepdf.open(path) as pdf:
            counted[path.stem] = len(pdf.pages)
    return counted


def _chain(folder: Path, name: str, ending: str, program: str) -> Sequence[Program]:
    """Markdown to ``ending``, and that to a PDF."""
    words = (sys.executable, "-c", program, f"{name}.{ending}", f"{name}-{ending}.pdf")
    return (_pandoc(folder, f"{name}.svg.md", f"{name}.{ending}", "--standalone"), Program(words, folder))


def _pandoc(folder: Path, given: str, made: str, *options: str) -> Program:
    import pypandoc

    return Program((pypandoc.get_pandoc_path(), given, "--quiet", "-o", made, *options), folder)
