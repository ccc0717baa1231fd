"""A Document as one HTML file that needs nothing else: no network, no neighbour, no script.

Takes a Document and a Press, gives Printed without pages. Must not know PDF.
"""

from __future__ import annotations

import base64

from markupsafe import Markup

from modulekit.document import Asset, Document
from modulekit.formats.markup import Addresses, Renderer, TypeArea
from modulekit.formats.press import Press, Printed
from modulekit.formats.styles import style_sheet
from modulekit.formats.targets import node_ids, targets

_WIDTH = 110.0  # millimetres: a bar must be read on a telephone as well


def write(document: Document, press: Press) -> Printed:
    """Write ``document`` as one page; pictures lie inside it."""
    known = targets(document)
    addresses = Addresses(
        href=lambda target, words: f"#{target}" if target in known else None,  # noqa: ARG005 - a screen shows its words
        src=data_uri,
    )
    meta = document.meta
    renderer = Renderer(
        press.templates,
        addresses,
        TypeArea(_WIDTH, press.theme.number("size", "body"), press.theme.number("size", "tiny")),
        paper=False,
    )
    html = renderer.page(
        "document.html",
        meta=meta,
        title=f"{meta.title} · {meta.label}" if meta.label else meta.title,
        css=Markup(style_sheet(press.templates, press.theme, ("base", "screen"), meta.style)),
        parts=[(part, "" if part.id in node_ids(part.blocks) else part.id) for part in document.parts],
    )
    return Printed(html.encode())


def data_uri(asset: Asset) -> str:
    """The address of a picture that lies inside the page."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode('ascii')}"
