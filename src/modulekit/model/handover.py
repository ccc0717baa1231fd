"""A hand-over: the file of ``handovers/`` that says who received which version of a course, and when it was signed for.

One file for each hand-over, so that two people who pack on the same day have nothing to merge.
"""

import hashlib
from typing import Annotated

from pydantic import Field, StringConstraints

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import Date, FormatVersion, Id, Name
from modulekit.model.wording import Language


class Receipt(Node):
    """That the act of transfer came back signed."""

    date: Annotated[Date, EVERYONE]
    """The day on which it was signed."""
    act_number: Annotated[Name | None, EVERYONE] = None
    """The number under which the act is filed."""
    note: Annotated[Name | None, EVERYONE] = None
    """What the receiver remarked, in a line."""


class Handover(Node):
    """A file of ``handovers/``. `modulekit pack` writes it, `modulekit handovers receive` completes it."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    handover: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120), EVERYONE]
    """The id of the hand-over: date, receiver, the beginning of the digest, and a mark of the key that signed. The file
    has the same name."""
    package: Annotated[Name, EVERYONE]
    """The name of the package."""
    module: Annotated[Id, EVERYONE]
    """The id of the module that was packed."""
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+(\.\d+)?$"), EVERYONE]
    """The version of the module in the package."""
    kit: Annotated[Id, EVERYONE]
    """The id of the kit."""
    centre: Annotated[Id | None, EVERYONE] = None
    """The id of the centre that received it; nothing for a package that was made for nobody in particular."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1), EVERYONE]
    """The languages of the package."""
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), EVERYONE]
    """The SHA-256 of the package's tag manifest, as the act of transfer prints it."""
    date: Annotated[Date, EVERYONE]
    """The day on which it was packed."""
    signed_by: Annotated[str | None, StringConstraints(pattern=r"^SHA256:[A-Za-z0-9+/]{43}$"), EVERYONE] = None
    """The fingerprint of the key that signed the package, as ``ssh-keygen -l`` prints it."""
    received: Annotated[Receipt | None, EVERYONE] = None
    """The signed act of transfer; nothing as long as it has not come back."""


def handover_id(date: str, receiver: str, digest: str, signed_by: str | None = None) -> str:
    """``2026-11-23-mangystau-1a2b3c4d5e6f``: no two packages have one id, whoever makes them where.

    ``date`` is an ISO date, ``receiver`` the id of a centre or of a kit, ``digest`` hexadecimal. A package that two
    people sign has one digest, so the beginning of the SHA-256 of ``signed_by`` is added: git has nothing to merge.
    """
    signer = f"-{hashlib.sha256(signed_by.encode()).hexdigest()[:6]}" if signed_by else ""
    return f"{date}-{receiver}-{digest[:12]}{signer}"
