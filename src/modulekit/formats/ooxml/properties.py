"""File properties: ``docProps/core.xml`` and ``docProps/app.xml``.

Takes the Meta of a document or deck, gives the bytes of the two parts. Nothing in them depends on when, where or by
whom the file was made: dates are the date of the document, and it is nobody's second revision.
"""

from __future__ import annotations

from modulekit.document import Meta
from modulekit.formats.ooxml.xml import el, root, serialise

APPLICATION = "ModuleKit"


def core_properties(meta: Meta) -> bytes:
    """Title, author, subject, keywords, language and dates, as the dialog of the office suite shows them."""
    moment = f"{meta.date}T00:00:00Z"
    texts = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subject),
        ("dc:creator", meta.author),
        ("cp:keywords", ", ".join(meta.keywords)),
        ("dc:language", meta.language),
        ("cp:category", meta.label),
        ("cp:version", meta.version),
        ("cp:lastModifiedBy", meta.author),
        ("cp:revision", "1"),
    )
    return serialise(
        root(
            "cp:coreProperties",
            ("dc", "dcterms", "xsi"),
            [el(name, None, text) for name, text in texts if text],
            [el(name, {"xsi:type": "dcterms:W3CDTF"}, moment) for name in ("dcterms:created", "dcterms:modified")],
        )
    )


def app_properties(meta: Meta) -> bytes:
    """The program and the organisation. Counts are left out: the office suite writes its own."""
    return serialise(
        el(
            "ep:Properties",
            None,
            el("ep:Application", None, APPLICATION),
            el("ep:Company", None, meta.organisation) if meta.organisation else None,
            el("ep:AppVersion", None, "16.0000"),
        )
    )
