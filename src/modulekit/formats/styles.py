"""The style sheets, with the theme's tokens in place.

Takes the templates in ``templates/css`` and a Theme, gives CSS. Must not know nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from modulekit.formats.markup import TypeArea
from modulekit.formats.sandbox import environment
from modulekit.formats.theme import Theme


@dataclass(frozen=True, slots=True)
class Sheet:
    """The margins of a product's pages in millimetres; the inner one is where sheets are punched."""

    top: float
    bottom: float
    inner: float
    outer: float

    @property
    def landscape(self) -> Sheet:
        """The margins of a page across among them: whichever side of the sheet it is printed on, its head or its foot
        is where sheets are punched."""
        return Sheet(max(self.top, self.inner), max(self.bottom, self.inner), self.outer, self.outer)


def sheet_of(theme: Theme, style: str) -> Sheet:
    """The margins of the product called ``style``: its own tokens, such as ``guide-inner``, or the common ones."""

    def side(name: str) -> float:
        own = f"{style}-{name}"
        return theme.number("page", own if own in theme.groups["page"] else name)

    return Sheet(side("top"), side("bottom"), side("inner"), side("outer"))


def text_width(theme: Theme, style: str) -> float:
    """The width in millimetres of the text of the product called ``style``."""
    sheet = sheet_of(theme, style)
    return theme.number("page", "width") - sheet.inner - sheet.outer


def type_area(theme: Theme, style: str) -> TypeArea:
    """Where the text of the product called ``style`` stands, and how large it is."""
    sizes = theme.groups["size"]
    return TypeArea(
        text_width(theme, style),
        theme.number("size", style if style in sizes else "body"),
        theme.number("size", "tiny"),
    )


def landscape_area(theme: Theme, style: str) -> tuple[float, float]:
    """The width and height in millimetres of what a page across holds in the product called ``style``."""
    sheet = sheet_of(theme, style).landscape
    width, height = theme.number("page", "height"), theme.number("page", "width")
    return width - sheet.inner - sheet.outer, height - sheet.top - sheet.bottom


def scaled(theme: Theme, factor: float) -> Theme:
    """``theme`` with all sizes of letters multiplied by ``factor``."""
    sizes = {name: round(float(size) * factor, 2) for name, size in theme.groups["size"].items()}
    return Theme({**theme.groups, "size": sizes})


def style_sheet(templates: Path, theme: Theme, names: tuple[str, ...], style: str) -> str:
    """The sheets called ``names`` one after the other, with the accent and the margins of the product ``style``."""
    sandbox = environment(templates)
    tokens: dict[str, object] = {group: dict(values) for group, values in theme.groups.items()}
    tokens |= {"accent": theme.accent(style), "style": style, "sheet": sheet_of(theme, style)}
    tokens["across"] = sheet_of(theme, style).landscape
    return "\n".join(sandbox.get_template(f"css/{name}.css").render(tokens) for name in names)
