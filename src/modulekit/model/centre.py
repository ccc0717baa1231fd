"""A training centre: the file of ``centres/`` that says who receives a course and what is printed of it."""

from enum import StrEnum
from typing import Annotated

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import File, FormatVersion, Id
from modulekit.model.wording import Language, Wording


class CentreKind(StrEnum):
    """What a receiver is: it teaches one region, or all of them."""

    REGIONAL = "regional"
    ACADEMY = "academy"


class Centre(Node):
    """A file of ``centres/``."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    centre: Annotated[Id, EVERYONE]
    """The id of the centre; deliveries and the command line call it by this name."""
    kind: Annotated[CentreKind, EVERYONE] = CentreKind.REGIONAL
    """``regional`` (teaches its region, gets the region's material) or ``academy`` (gets that of every region)."""
    name: Annotated[Wording, EVERYONE]
    """The official name in each language."""
    place: Annotated[Wording, EVERYONE]
    """The town in which it stands, in each language."""
    region: Annotated[Id | None, EVERYONE] = None
    """The region whose material it gets: the name of a file in the ``regions/`` of a module."""
    address: Annotated[tuple[Wording, ...], EVERYONE] = ()
    """The lines of the postal address."""
    contact: Annotated[tuple[Wording, ...], EVERYONE] = ()
    """Telephone, e-mail or an office; not people."""
    logo: Annotated[File | None, EVERYONE] = None
    """A picture, relative to the workspace: PNG, JPEG or SVG."""
    logo_alt: Annotated[Wording | None, EVERYONE] = None
    """What the logo shows; the centre's name where this is not given."""
    languages: Annotated[tuple[Language, ...], EVERYONE] = ()
    """The languages in which it teaches, the one that it reads first before the others; every language of the workspace
    where this is not given."""
