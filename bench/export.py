"""The flagship as the peers and the floor get it: Markdown with pictures, and the HTML of every page.

Runs in a process of its own, before anything is measured: ``python -m bench.export WORKSPACE FOLDER``. Leaves in FOLDER
``handout.md`` … for the peers, ``pictures/``, and ``pages.pickle`` for :mod:`bench.floor`.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import Any

from bench.markdown import Exporter
from modulekit.build import Job, Order, editions_of, make_plan
from modulekit.build.lattice import Wish
from modulekit.build.prepare import Preparation, points
from modulekit.cache import Cache
from modulekit.diagnostics import Report
from modulekit.document import Asset, Chart, Deck, Diagram, Document
from modulekit.editions import identify
from modulekit.formats.charts.drawing import Drawings
from modulekit.formats.drawing.studio import Studio
from modulekit.formats.pdf.layout import Job as Page
from modulekit.formats.pictures import slide_pictures
from modulekit.formats.press import Press, Printed
from modulekit.formats.raster import svg_to_png
from modulekit.formats.table import FORMATS
from modulekit.formats.theme import parse_theme
from modulekit.products.context import Context, Layouts
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates
from modulekit.source import open_workspace, read_module

MODULE = "impact-oriented-programming"
_OF = ("pdf", "docx", "pptx")  # the formats that peers make as well
_WIDTH, _PIXELS = 165.0, 1400  # of a drawing: millimetres on the page, pixels for office files
_SLIDE = 560  # pixels: the width of a slide in the guide
_FURNITURE = "pdf/a-3u"  # margins that we lay out apart; bare WeasyPrint has them with the page
_FIRST_ID = re.compile(r'\bid="([^"]+)"')


class Recorder(Executor):
    """Does at once what it is handed, and keeps every page that is to be laid out."""

    def __init__(self) -> None:
        self.pages: list[Page] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if args and isinstance(args[0], Page):
            self.pages.append(args[0])
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def main(workspace: Path, folder: Path) -> None:
    """Write everything to ``folder``."""
    recorder = Recorder()
    press = Press(templates(), parse_theme((templates() / "theme.yaml").read_text("utf-8")), Cache(), recorder)
    contents, pages = _composed(_job(workspace), press, recorder)
    with (folder / "pages.pickle").open("wb") as file:
        pickle.dump([(page.html, page.css, page.variant, dict(page.assets)) for page in pages], file)
    (folder / "pictures").mkdir()
    for kind in ("svg", "png"):
        exporter = Exporter(partial(_drawn, press=press), partial(_placed, kind=kind, folder=folder))
        for name, content in contents.items():
            text = exporter.document(content) if isinstance(content, Document) else exporter.deck(content)
            (folder / f"{name}.{kind}.md").write_text(text, "utf-8")
    products = {
        format: [p.name for p in PRODUCTS.values() if p.name in contents and format in p.formats] for format in _OF
    }
    (folder / "products.json").write_text(json.dumps(products), "utf-8")


def _job(workspace: Path) -> Job:
    report = Report()
    opened = open_workspace(workspace, report)
    source = read_module(opened, MODULE, report) if opened else None
    if opened is None or source is None:
        raise SystemExit("\n".join(str(found) for found in report))
    wanted = points(opened, source, Wish())
    return Preparation.of(opened, source, wanted, report).job(wanted[0], report)


def _composed(job: Job, press: Press, recorder: Recorder) -> tuple[dict[str, Document | Deck], list[Page]]:
    """Every product of the edition as its writers get it, and the pages of all PDFs."""
    editions = editions_of(job, identify(job.module))
    contents: dict[str, Document | Deck] = {}
    printed: dict[str, Printed] = {}
    pages: list[Page] = []
    for task in make_plan(Order((), ("pdf", "form")), job.having):
        product = PRODUCTS[task.product]
        recorder.pages = []
        if task.kind == "content":
            layouts = _layouts(printed, product.pictures_of)
            contents[product.name] = product.compose(Context(editions[product.audience], job.strings, layouts))
        elif task.kind in FORMATS:
            made = FORMATS[task.kind].write(contents[product.name], press)
            printed |= {product.name: made} if task.kind == "pdf" else {}
        # What was laid out twice, since it did not fit at first or its page numbers were not known, counts once.
        last = {_first_id(page): page for page in recorder.pages if page.variant != _FURNITURE}
        pages += last.values()
    return contents, pages


def _first_id(page: Page) -> str:
    found = _FIRST_ID.search(page.html)
    return found[1] if found else ""


def _layouts(printed: Mapping[str, Printed], shown: str) -> Layouts:
    """What a product gets to know of those before it."""
    pages = {product: made.anchors for product, made in printed.items()}
    lengths = {product: made.pages for product, made in printed.items() if made.pages}
    if not shown:
        return Layouts(pages, {}, lengths)
    pictures = slide_pictures(printed[shown].data, _SLIDE)
    slides = {id: pictures[page - 1] for id, page in pages[shown].items() if id.startswith("slide:")}
    return Layouts(pages, slides, lengths)


def _drawn(drawing: Chart | Diagram, press: Press) -> Sequence[Asset]:
    if isinstance(drawing, Chart):
        return (Drawings(press, press.theme.number("size", "tiny"))(drawing, _WIDTH).asset,)
    return tuple(shown.asset for shown in Studio(press, _WIDTH)(drawing, _WIDTH))


def _placed(asset: Asset, kind: str, folder: Path) -> str:
    """SVG for paper; office files cannot hold it without a picture beside it."""
    vector = asset.media_type == "image/svg+xml"
    ending = kind if vector else asset.media_type.removeprefix("image/")
    name = f"pictures/{asset.digest[:16]}.{ending}"
    if not (folder / name).exists():
        data = svg_to_png(asset.data, templates() / "fonts", _PIXELS) if vector and kind == "png" else asset.data
        (folder / name).write_bytes(data)
    return name


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
