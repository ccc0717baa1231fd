"""The sandbox in which templates run.

Takes the folder of the templates, gives an environment. Must not know nodes, nor what a template is for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


class _Sandbox(ImmutableSandboxedEnvironment):
    """Asks once for each attribute of each type whether templates may reach it: nodes have few types, and many nodes
    ask."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may reach ``attr`` of ``obj``."""
        key = (type(obj), attr)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = super().is_safe_attribute(obj, attr, value)
        return known


@cache
def environment(templates: Path) -> ImmutableSandboxedEnvironment:
    """The sandbox in which templates run: HTML is escaped, an unknown name is an error, only values are reached."""
    return _Sandbox(
        loader=FileSystemLoader(templates),
        autoescape=lambda name: name is None or not name.endswith(".css"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
