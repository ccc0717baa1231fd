"""The table of formats: the ending of the file, the media type, and the writer.

A writer is named, not imported, so that ``modulekit --help`` loads none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from modulekit.document import Deck, Document
from modulekit.formats.press import Apart, Press, Printed


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``document`` and ``deck`` name functions, ``module:function``; empty where it cannot write that.

    ``suffix`` is added to the name of a file that would otherwise be called as one of another format. ``shows_pages``
    says that the writer wants the pages measured in the PDF, for a contents list that cannot count. ``apart`` names
    what divides the work of the writer (:class:`modulekit.formats.press.Apart`), where it is worth it.
    """

    name: str
    ending: str
    media_type: str
    document: str = ""
    deck: str = ""
    shows_pages: bool = False
    suffix: str = ""
    apart: str = ""

    def divided(self) -> Apart:
        """What divides the work of the writer.

        Raises ``TypeError`` where nothing does.
        """
        if not self.apart:
            raise TypeError(f"{self.name} is written in one go")
        module, name = self.apart.split(":")
        found: Apart = getattr(import_module(module), name)
        return found

    def file_name(self, product: str) -> str:
        """What the file of ``product`` is called."""
        return f"{product}{self.suffix}.{self.ending}"

    def write(self, content: Document | Deck, press: Press, pages: Mapping[str, int] | None = None) -> Printed:
        """Write ``content``.

        Raises ``TypeError`` where the format cannot write it: then the table of products asks for the impossible.
        """
        place = self.document if isinstance(content, Document) else self.deck
        if not place:
            raise TypeError(f"{self.name} cannot write a {type(content).__name__}")
        module, function = place.split(":")
        writer = getattr(import_module(module), function)
        printed: Printed = writer(content, press, pages) if self.shows_pages else writer(content, press)
        return printed


_PDF, _HTML, _DOCX = "modulekit.formats.pdf", "modulekit.formats.html", "modulekit.formats.docx"
_PPTX, _TEXT = "modulekit.formats.pptx", "modulekit.formats.text"
_APART = "modulekit.formats.pdf.apart"
_OOXML = "application/vnd.openxmlformats-officedocument"

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format(
            "pdf", "pdf", "application/pdf", f"{_PDF}:write_document", f"{_PDF}:write_deck", apart=f"{_APART}:pages"
        ),
        Format("form", "pdf", "application/pdf", f"{_PDF}:write_form", suffix="-fillable", apart=f"{_APART}:form"),
        Format("docx", "docx", f"{_OOXML}.wordprocessingml.document", f"{_DOCX}:write", shows_pages=True),
        Format("pptx", "pptx", f"{_OOXML}.presentationml.presentation", deck=f"{_PPTX}:write"),
        Format("html", "html", "text/html", f"{_HTML}:write"),
        Format("text", "txt", "text/plain", f"{_TEXT}:write_document", f"{_TEXT}:write_deck"),
    )
}
