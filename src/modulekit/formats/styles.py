"""The style sheets, with the theme's tokens in place.

Takes the templates in ``templates/css`` and a Theme, gives CSS. Must not know nodes.
"""

from __future__ import annotations

from pathlib import Path

from modulekit.formats.markup import environment
from modulekit.formats.theme import Theme


def style_sheet(templates: Path, theme: Theme, names: tuple[str, ...], style: str) -> str:
    """The sheets called ``names`` one after the other; ``style`` names the product whose accent is used."""
    sandbox = environment(templates)
    tokens = {group: dict(values) for group, values in theme.groups.items()}
    return "\n".join(
        sandbox.get_template(f"css/{name}.css").render(
            colour=tokens["colour"],
            accent=theme.accent(style),
            font=tokens["font"],
            size=tokens["size"],
            leading=tokens["leading"],
            space=tokens["space"],
            page=tokens["page"],
        )
        for name in names
    )
