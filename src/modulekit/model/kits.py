"""A kit: which product in which format goes to whom, as data.

The kits that come with ModuleKit stand in ``templates/kits.yaml``; a workspace adds its own, or replaces one by another
of the same name. Must not know which products there are: ``build/kits.py`` does.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, field_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import FormatVersion, Id
from modulekit.model.wording import Wording


class Reach(StrEnum):
    """How far a kit goes: what its receiver asks for, or everything that there is."""

    RECEIVER = "receiver"
    ALL = "all"


class KitFolder(Node):
    """One folder of a kit: what somebody takes out of the box in one go."""

    folder: Annotated[Id, EVERYONE]
    """The name of the folder: ``participants``, ``trainers``, ``first-day``."""
    name: Annotated[Wording | None, EVERYONE] = None
    """What it is called on the start page, in each language; the folders of the built-in kits have a name already."""
    about: Annotated[Wording | None, EVERYONE] = None
    """What to do with it, in a sentence, in each language."""
    products: Annotated[dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]], Field(min_length=1), EVERYONE]
    """Products, each with its formats: ``handout: [pdf, docx]``."""


class Kit(Node):
    """What one kind of receiver gets."""

    kit: Annotated[Id, EVERYONE]
    """The id of the kit; the command line calls it by this name."""
    name: Annotated[Wording | None, EVERYONE] = None
    """For whom it is, in each language; the built-in kits have a name already."""
    audience: Annotated[Literal["participant", "trainer"], EVERYONE]
    """``participant`` or ``trainer``: a kit for participants that holds something of trainers is an error."""
    folders: Annotated[tuple[KitFolder, ...], Field(min_length=1, max_length=20), EVERYONE]
    """The folders in their order, with what lies in them."""
    source: Annotated[bool, EVERYONE] = False
    """Whether the files that the course is written in go along, so that it can be adapted and built again."""
    languages: Annotated[Reach, EVERYONE] = Reach.RECEIVER
    """``receiver`` (the languages of the centre or delivery) or ``all`` (every language of the module)."""
    regions: Annotated[Reach, EVERYONE] = Reach.RECEIVER
    """``receiver`` (the material of the centre's region) or ``all`` (that of every region)."""

    @field_validator("folders")
    @classmethod
    def _differ(cls, folders: tuple[KitFolder, ...]) -> tuple[KitFolder, ...]:
        names = [folder.folder for folder in folders]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the folder {name} stands twice; put its products together")
        return folders


class Kits(Node):
    """The file ``kits.yaml`` that comes with ModuleKit."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    kits: Annotated[tuple[Kit, ...], Field(min_length=1), EVERYONE]
    """The kits in their order."""
