"""The workspace file ``modulekit.yaml``: what holds for all modules of a folder."""

from typing import Annotated

from pydantic import Field, field_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.kits import Kit
from modulekit.model.text import File, FormatVersion, Line
from modulekit.model.visibility import Partner, Visibility
from modulekit.model.wording import Language, Wording


class Workspace(Node):
    """The file ``modulekit.yaml`` at the top of the workspace."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    title: Annotated[Line, EVERYONE]
    """What the workspace holds."""
    organisation: Annotated[Wording, EVERYONE]
    """The body that is responsible for the content, in each language; it is printed and put into the files."""
    theme: Annotated[File | None, EVERYONE] = None
    """A theme file with design tokens that replace the built-in ones, relative to the workspace."""
    visibility: Annotated[Visibility | None, EVERYONE] = None
    """The funder of the courses and how it is shown."""
    partners: Annotated[tuple[Partner, ...], EVERYONE] = ()
    """Bodies whose logos stand beside the emblem of the funder."""
    bilingual: Annotated[tuple[Language, Language] | None, EVERYONE] = None
    """Two languages of a handout with both side by side, such as ``[kk, ru]``: the first one stands on the left."""
    kits: Annotated[tuple[Kit, ...], Field(max_length=40), EVERYONE] = ()
    """What is packed for whom, beside the built-in kits; one of the same name takes the place of a built-in one."""

    @field_validator("kits")
    @classmethod
    def _each_once(cls, kits: tuple[Kit, ...]) -> tuple[Kit, ...]:
        names = [kit.kit for kit in kits]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"`kits` holds two kits called {name}")
        return kits

    @field_validator("bilingual")
    @classmethod
    def _differ(cls, pair: tuple[str, str] | None) -> tuple[str, str] | None:
        if pair and pair[0] == pair[1]:
            raise ValueError(f"`bilingual` names {pair[0]} twice; a language does not stand beside itself")
        return pair
