"""Design tokens: the few numbers and colours that HTML, DOCX and PPTX share.

Takes the text of a theme file, gives a :class:`Theme` or a :class:`ThemeError` that says which token is wrong. A theme
file names only what it changes; the built-in ``templates/theme.yaml`` is complete by test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from modulekit.codes import did_you_mean

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FAMILY = re.compile(r"[A-Za-z0-9 ]{1,60}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_OPEN = ("accent", "hyphenation")
"""Groups to which a theme may add: products and languages are named elsewhere."""
_SCRIPT = 4  # letters: ``Latn``
Tokens = Mapping[str, Mapping[str, Any]]


class ThemeError(ValueError):
    """A theme that cannot be used; the message names the token, ``at`` says where it stands, ``hint`` what to write."""

    def __init__(self, message: str, *at: str, hint: str = "") -> None:
        super().__init__(message)
        self.at, self.hint = at, hint


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens by group: ``colour`` (hex), ``accent`` (hex by product), ``font`` (family), ``size`` (points),
    ``hyphenation`` (letters of the shortest word that may be divided, by language), ``leading`` (ratio), ``space``
    (millimetres), ``page`` (millimetres), ``office`` (families that a reader's computer has, for files that cannot
    carry fonts)."""

    groups: Tokens

    def colour(self, name: str) -> str:
        """A colour as ``#rrggbb``."""
        return str(self.groups["colour"][name])

    def accent(self, style: str) -> str:
        """The accent of a product as ``#rrggbb``."""
        accents = self.groups["accent"]
        return str(accents.get(style, accents["default"]))

    def font(self, name: str) -> str:
        """A font family that is bundled."""
        return str(self.groups["font"][name])

    def office(self, name: str) -> str:
        """A font family that the reader's office suite has."""
        return str(self.groups["office"][name])

    def hyphenates(self, language: str) -> bool:
        """Whether words of ``language``, a BCP 47 tag, may be divided. Scripts other than the usual one may not."""
        base, *rest = language.split("-")
        return base in self.groups["hyphenation"] and not any(len(part) == _SCRIPT for part in rest)

    def number(self, group: str, name: str) -> float:
        """A size in points, a leading as a ratio, a length in millimetres."""
        return float(self.groups[group][name])


def parse_theme(text: str, base: Theme | None = None) -> Theme:
    """Read a theme file. With ``base`` it may name only what it changes, and nothing that ``base`` does not have.

    Raises :class:`ThemeError`.
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ThemeError(f"the theme is not valid YAML: {error}") from error
    return theme_of(data, base)


def theme_of(data: object, base: Theme | None = None) -> Theme:
    """The theme that ``data`` describes. With ``base`` it may name only what it changes.

    Raises :class:`ThemeError`.
    """
    if not isinstance(data, dict):
        raise ThemeError("a theme is a mapping of groups of tokens")
    groups = {name: dict(tokens) for name, tokens in base.groups.items()} if base else {}
    for group, tokens in data.items():
        if base and group not in groups:
            raise ThemeError(
                f"there is no group “{group}”", str(group), hint=did_you_mean(str(group), groups, "The groups are")
            )
        if not isinstance(tokens, dict):
            raise ThemeError(f"“{group}” must be a mapping of tokens", str(group))
        for name, value in tokens.items():
            if base and group not in _OPEN and name not in groups[group]:
                hint = did_you_mean(str(name), groups[group], "Its tokens are")
                raise ThemeError(f"“{group}” has no token “{name}”", group, str(name), hint=hint)
            if not (isinstance(name, str) and _NAME.fullmatch(name)):
                raise ThemeError(f"“{name}” cannot be the name of a token", group, str(name))
            try:
                _check(f"{group}.{name}", group, value)
            except ValueError as error:
                raise ThemeError(str(error), group, name) from None
            groups.setdefault(group, {})[name] = value
    return Theme(groups)


def _check(name: str, group: str, value: object) -> None:
    if group in ("colour", "accent"):
        if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
            raise ValueError(f"{name} must be a colour such as '#12343b', in quotes")
    elif group in ("font", "office"):
        if not (isinstance(value, str) and _FAMILY.fullmatch(value)):
            raise ValueError(f"{name} must be the name of a font family")
    elif isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1000:
        raise ValueError(f"{name} must be a number above 0 and below 1000")
