"""The theme of a workspace, held to the built-in one, with the place of every token.

Takes a workspace, gives the theme that its pages have, or findings. Must not know how a page is laid out.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.formats.theme import Theme, ThemeError, parse_theme, theme_of
from modulekit.resources import templates
from modulekit.source import OpenWorkspace
from modulekit.source.yaml import Data, parse_yaml

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")


def read_theme(workspace: OpenWorkspace | None, report: Report) -> Theme | None:
    """The theme of ``workspace``: the built-in one with what it changes; ``None`` after saying why there is none."""
    base = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    if workspace is None or workspace.theme_text is None or workspace.workspace.theme is None:
        return base
    file = PurePosixPath(workspace.workspace.theme)
    parsed = parse_yaml(workspace.theme_text.encode(), file, report)
    if parsed is None:
        return None
    try:
        return theme_of(_typed(parsed.data), base)
    except ThemeError as error:
        places = parsed.places
        span = (places.key(*error.at) if error.hint else places.at(*error.at)) or Span(file)
        report.add(finding("MK903", f"The theme cannot be used: {error}.", span, error.hint))
        return None


def _typed(data: Data) -> object:
    """Scalars arrive as text; a theme has numbers as well."""
    if isinstance(data, dict):
        return {key: _typed(value) for key, value in data.items()}
    if isinstance(data, str) and _NUMBER.fullmatch(data):
        return float(data) if "." in data else int(data)
    return data
