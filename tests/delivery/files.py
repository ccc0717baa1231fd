"""Finished files made by hand, each with words where a writer could put them by mistake."""

from __future__ import annotations

import io
import zipfile
from functools import cache

SECRET = "Only a trainer may know that the hippopotamus of the north prefers boiled turnips on Thursdays."
"""The words that are hidden in each file."""

HARMLESS = "Participants read about wells, roads and the gate of the school, and nothing else at all."

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'
"""A picture without words."""


def pack(*entries: tuple[str, str | bytes]) -> bytes:
    """A zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def printed(words: str = HARMLESS, *, style: str = "", extra: str = "", title: str = "A page") -> bytes:
    """A PDF page with ``words`` on it."""
    from weasyprint import HTML

    page = f"@page{{size:150mm 200mm;margin:20mm}}{style}"
    html = f'<html lang="en"><head><title>{title}</title><style>{page}</style></head><body><p>{words}</p>{extra}</body>'
    data: bytes = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    return data


@cache
def plain_pdf() -> bytes:
    """A PDF with nothing secret in it."""
    return printed()


def with_attachment(content: bytes, *, typed: bool = True) -> bytes:
    """A PDF with a file inside; ``typed`` says that the stream tells what it is, which it need not."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        pdf.attachments["notes.bin"] = content
        if not typed:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == "/EmbeddedFile":
                    del thing["/Type"]
        return _saved(pdf)


def with_outline(words: str) -> bytes:
    """A PDF with a bookmark."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(words, 0))
        return _saved(pdf)


def with_field(key: str, words: str) -> bytes:
    """A PDF form whose one field has ``words`` as its value (``/V``), tooltip (``/TU``) or name (``/T``)."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("row-1"),
            Rect=pikepdf.Array([10, 10, 90, 30]),
        )
        field[key] = pikepdf.String(words)
        widget = pdf.make_indirect(field)
        pdf.pages[0].obj.Annots = pikepdf.Array([widget])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([widget]))
        return _saved(pdf)


def with_metadata(words: str) -> bytes:
    """A PDF with a description in its XMP packet alone."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:description"] = words
        return _saved(pdf)


def with_replacement_text(words: str) -> bytes:
    """A PDF in which a drawing carries words that only a screen reader says."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        marked = f"/Span <</ActualText ({words})>> BDC 1 1 5 5 re f EMC"
        pdf.pages[0].contents_add(marked.encode(), prepend=False)
        return _saved(pdf)


def locked() -> bytes:
    """A PDF that asks for a password."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="one", user="two"))
        return buffer.getvalue()


def _saved(pdf: object) -> bytes:
    import pikepdf

    assert isinstance(pdf, pikepdf.Pdf)
    buffer = io.BytesIO()
    pdf.save(buffer, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def in_runs(words: str) -> str:
    """WordprocessingML that cuts ``words`` into runs in the middle of words, as spell checkers do."""
    cut = [words[at : at + 7] for at in range(0, len(words), 7)]
    return "".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{part}</w:t></w:r>' for part in cut)


def document(body: str = "", *parts: tuple[str, str]) -> bytes:
    """A DOCX, as far as a search is concerned."""
    words = f'<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p>{in_runs(HARMLESS)}{body}</w:p></w:body>'
    return pack(("[Content_Types].xml", "<Types/>"), ("word/document.xml", f"{words}</w:document>"), *parts)


def presentation(*parts: tuple[str, str]) -> bytes:
    """A PPTX, as far as a search is concerned."""
    slide = f"<p:sld><a:t>{HARMLESS}</a:t></p:sld>"
    return pack(("[Content_Types].xml", "<Types/>"), ("ppt/slides/slide1.xml", slide), *parts)


def page(body: str = "", head: str = "") -> bytes:
    """An HTML page."""
    return f"<!doctype html><html><head>{head}</head><body><p>{HARMLESS}</p>{body}</body></html>".encode()
