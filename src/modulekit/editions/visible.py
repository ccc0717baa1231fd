"""What one edition shows of its funder, its partners and its centre: words in its language, signs in their size.

Takes the insignia of a workspace, a language and a centre; gives :class:`modulekit.model.visibility.Visible`. No sign
is larger than the emblem, in height or in width.
"""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.model.centre import Centre
from modulekit.model.picture_size import ratio_of
from modulekit.model.visibility import PLACES, Insignia, Logo, Visibility, Visible
from modulekit.model.wording import Wording

HEIGHT = 14.0
"""Millimetres of an emblem: more than any profile asks, so that a printer's margins do not matter."""

_AMPLE = 1.2  # of what a profile asks
_WIDEST = 1.5  # of the height of a sign, where there is no emblem to compare with
_FALLBACK = 1.5


def visible(insignia: Insignia, language: str, centre: Centre | None) -> Visible:
    """What an edition in ``language`` for ``centre`` shows."""
    shown, profile = insignia.visibility, insignia.profile
    rule = profile.emblem if profile else None
    height = max(HEIGHT, rule.minimum_height * _AMPLE) if rule else HEIGHT
    emblem = None
    file = shown.emblem.text(language) if shown and shown.emblem else ""
    if shown and file in insignia.pictures:
        data = insignia.pictures[file]
        width = height * (ratio_of(data) or (rule.ratio if rule else _FALLBACK))
        emblem = Logo(file, data, shown.emblem_alt.text(language) if shown.emblem_alt else "", width, height)
    box = (emblem.width if emblem else height * _WIDEST, height)
    logos = tuple(
        _fitted(path, insignia.pictures[path], alt.text(language), *box)
        for path, alt in _others(insignia, centre)
        if path in insignia.pictures
    )
    if profile is None or shown is None:
        return Visible(emblem, logos)
    statement = tuple(
        _filled(words, shown, language) for words in (profile.statement, profile.disclaimer) if words is not None
    )
    return Visible(
        emblem,
        logos,
        statement,
        _filled(profile.line, shown, language) if profile.line else "",
        rule.minimum_height if rule else 0.0,
        rule.ratio if rule else 0.0,
    )


def _others(insignia: Insignia, centre: Centre | None) -> Iterator[tuple[str, Wording]]:
    """The logos beside the emblem, each with what it shows: those of the partners, then that of the centre."""
    for partner in insignia.partners:
        yield partner.logo, partner.name
    if centre is not None and centre.logo:
        yield centre.logo, centre.logo_alt or centre.name


def _fitted(path: str, data: bytes, alt: str, width: float, height: float) -> Logo:
    """A picture as large as it fits into ``width`` by ``height``."""
    ratio = ratio_of(data) or _FALLBACK
    high = min(height, width / ratio)
    return Logo(path, data, alt, high * ratio, high)


def _filled(words: Wording, shown: Visibility, language: str) -> str:
    """A text of the profile with the names of the workspace in it."""
    text = words.text(language)
    for place in PLACES:
        name = shown.filled(place)
        text = text.replace(f"{{{place}}}", name.text(language) if name else "")
    return text
