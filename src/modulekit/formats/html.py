"""A Document as one HTML file that needs nothing else: no network, no neighbour, no script.

Takes a Document and a Press, gives Printed without pages. Must not know PDF.
"""

from __future__ import annotations

import base64
from dataclasses import replace

from markupsafe import Markup

from modulekit.document import Asset, Document, PartKind
from modulekit.formats.charts.drawing import SVG, Drawings
from modulekit.formats.drawing.studio import Studio
from modulekit.formats.markup import Addresses, Renderer, TypeArea
from modulekit.formats.press import Press, Printed
from modulekit.formats.styles import scaled, style_sheet
from modulekit.formats.targets import node_ids, targets
from modulekit.formats.theme import Theme

_LARGER = 1.28  # a screen is farther from the eye than a sheet
_DRAWING = 170.0  # millimetres: a drawing may be shown smaller, or scrolled
_WIDTH = 110.0  # millimetres: a bar must be read on a telephone as well


def write(document: Document, press: Press) -> Printed:
    """Write ``document`` as one page; pictures lie inside it."""
    known = targets(document)
    studio = Studio(press, _DRAWING * 4)
    addresses = Addresses(
        href=lambda target, words: f"#{target}" if target in known else None,  # noqa: ARG005 - a screen shows its words
        src=lambda asset: data_uri(_for_screens(asset, press.theme)),
        diagram=lambda diagram, _, __: studio(diagram, _DRAWING),
        chart=Drawings(press, press.theme.number("size", "tiny") * _LARGER),
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
        css=Markup(_styles(press, meta.style)),
        with_contents=any(part.kind is PartKind.CONTENTS for part in document.parts),
        parts=[(part, "" if part.id in node_ids(part.blocks) else part.id) for part in document.parts],
    )
    return Printed(html.encode())


def data_uri(asset: Asset) -> str:
    """The address of a picture that lies inside the page."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode('ascii')}"


def _for_screens(asset: Asset, theme: Theme) -> Asset:
    """A drawing with families for computers that lack ours: a picture in a page sees no fonts but theirs."""
    if asset.media_type != SVG:
        return asset
    own = f'font-family="{theme.font("sans")}"'
    stack = f'font-family="{theme.font("sans")}, {theme.office("sans")}, Helvetica, sans-serif"'
    return replace(asset, data=asset.data.replace(own.encode(), stack.encode()))


def _styles(press: Press, style: str) -> str:
    """The common sheet twice, for paper and with larger letters for a screen; then what only a screen needs."""
    large = scaled(press.theme, _LARGER)
    paper = style_sheet(press.templates, press.theme, ("base",), style)
    screen = style_sheet(press.templates, large, ("base",), style)
    own = style_sheet(press.templates, large, ("screen",), style)
    return f"@media print {{\n{paper}\n}}\n@media screen {{\n{screen}\n}}\n{own}"
