"""What stands in the margins of a page: running title, title and label of the document, page number.

Takes words and numbers, gives jobs for empty pages whose margin boxes carry them. They are stamped over finished pages,
so that a page that moves does not have to be laid out again. Must not know nodes or PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from modulekit.formats.pdf.layout import Job
from modulekit.formats.sandbox import environment


@dataclass(frozen=True, slots=True)
class Margins:
    """What the margins of the pages of one part say. ``first`` is the number printed on the first of ``pages``;
    ``landscape`` are those that lie across, from 0; ``line`` stands below the footer."""

    footer: str
    header: str
    first: int
    pages: int
    language: str
    landscape: tuple[int, ...] = ()
    line: str = ""


def furniture_job(templates: Path, css: str, margins: Margins) -> Job:
    """Empty pages with ``margins``."""
    html = environment(templates).get_template("html/furniture.html").render(margins=margins)
    return Job(html, css, str(templates / "fonts"), variant="pdf/a-3u")
