"""MK85x: what a workspace says of its funder, its partners and its centres, before anything is built.

Takes the insignia with the places of the workspace file and the languages that are built; gives findings. What stands
in the finished files is measured elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from modulekit.checks.assets import LARGEST
from modulekit.checks.picture_files import Kind, kind_of
from modulekit.checks.pictures import broken, unfit
from modulekit.checks.svg import active_parts
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Loc, Places, Span
from modulekit.model.picture_size import ratio_of
from modulekit.model.visibility import Insignia, Visibility, VisibilityProfile
from modulekit.model.wording import Wording

_TOLERANCE = 0.01  # of a ratio: a pixel of a small picture


@dataclass(frozen=True, slots=True)
class Shown:
    """What is checked. ``languages`` are those in which something is built."""

    insignia: Insignia
    places: Places
    languages: Sequence[str]


def check_insignia(subject: Shown) -> Iterator[Diagnostic]:
    """Everything that is wrong with the profile's filling, the emblem and the logos."""
    yield from _pictures(subject.insignia)
    shown, profile = subject.insignia.visibility, subject.insignia.profile
    if shown is not None and profile is not None:
        yield from _emblem(subject, shown, profile)
        yield from _names(subject, shown, profile)
    yield from _languages(subject)


def _pictures(insignia: Insignia) -> Iterator[Diagnostic]:
    """MK606, MK607, MK608, MK610: emblem and logos are held to what the pictures of a course are held to."""
    for path, data in sorted(insignia.pictures.items()):
        file = Span(PurePosixPath(path))
        reason = unfit(path, data)
        if reason is not None:
            yield finding("MK606", f"{path} cannot be printed: {reason}.", file)
        damage = broken(data)
        if damage is not None:
            yield finding("MK607", f"{path} is damaged: {damage}.", file, "Export it again, or copy the whole file.")
        if kind_of(data) is Kind.SVG:
            for found in active_parts(data):
                message = f"{path} holds {found.part}, which a printed drawing cannot have."
                span = Span(file.file, found.line, found.column, found.line, found.column + 1)
                yield finding("MK608", message, span, "Remove it in a drawing program.")
        if len(data) > LARGEST:
            yield finding("MK610", f"{path} has {len(data) / 1_000_000:.1f} MB.", file, "It is printed on every cover.")


def _emblem(subject: Shown, shown: Visibility, profile: VisibilityProfile) -> Iterator[Diagnostic]:
    """MK852, MK853: the emblem is there, says what it shows, and has its shape."""
    rule = profile.emblem
    if rule is None:
        return
    if shown.emblem is None:
        message = f"The profile “{profile.profile}” asks for an emblem, and no file is named."
        hint = "Write `emblem` with the path of the funder's file, and `emblem_alt` with what it shows."
        yield finding("MK852", message, subject.places.at("visibility"), hint)
        return
    if shown.emblem_alt is None:
        message = "The emblem has no alternative text."
        hint = "Add `emblem_alt`: what the emblem shows, in each language."
        yield finding("MK852", message, subject.places.at("visibility", "emblem"), hint)
    for language, path in shown.emblem.by_language.items():
        data = subject.insignia.pictures.get(path)
        ratio = ratio_of(data) if data is not None else None
        if ratio is not None and abs(ratio / rule.ratio - 1) > _TOLERANCE:
            message = f"{path} is {ratio:.2f} times as wide as high; the emblem is {rule.width}:{rule.height}."
            hint = "Take the funder's own file, without a margin, and do not cut or stretch it."
            yield finding("MK853", message, subject.places.at("visibility", "emblem", language), hint)


def _names(subject: Shown, shown: Visibility, profile: VisibilityProfile) -> Iterator[Diagnostic]:
    """MK854: the names that the profile's sentences ask for are given."""
    for place in profile.asked():
        if shown.filled(place) is None:
            message = f"The sentence of “{profile.profile}” asks for {_IN_WORDS[place]}, and none is named."
            hint = f"Add `{place}` with the name as it stands in that sentence."
            yield finding("MK854", message, subject.places.at("visibility"), hint)


_IN_WORDS = {"responsible": "the body responsible for the content", "granting_authority": "the granting authority"}


def _languages(subject: Shown) -> Iterator[Diagnostic]:
    """MK855: what is printed is there in every language that is built."""
    for loc, what, wording in _wordings(subject.insignia):
        missing = [language for language in subject.languages if not wording.has(language)]
        if missing:
            message = f"{what} is not given in {', '.join(missing)}."
            yield finding(
                "MK855", message, subject.places.at(*loc), "Courses are built in this language. Write it down."
            )


def _wordings(insignia: Insignia) -> Iterator[tuple[Loc, str, Wording]]:
    shown, profile = insignia.visibility, insignia.profile
    if shown is not None and profile is not None:
        for key, words in profile.wordings().items():
            yield ("visibility", "profile"), f"The {key} of “{profile.profile}”", words
    if shown is not None:
        for key in ("emblem", "emblem_alt", "responsible", "granting_authority"):
            given: Wording | None = getattr(shown, key)
            if given is not None:
                yield ("visibility", key), f"`{key}`", given
    for at, partner in enumerate(insignia.partners):
        yield ("partners", at, "name"), f"The name of the partner with {partner.logo}", partner.name
