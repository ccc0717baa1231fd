"""What follows the packing of a package: its signature, the act of transfer beside it, and the record of the hand-over.

Takes a package and where it stands; writes the act and the record, and says to the sender what the receiver needs. A
package for no centre is handed to nobody in particular: it is signed, and has neither act nor record.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from modulekit.build.act import FORMATS_OF_ACT, Handed, act_files
from modulekit.build.pack import Packed
from modulekit.build.parcel import Parcel
from modulekit.cli.handovers import record
from modulekit.cli.progress import shown
from modulekit.cli.signing import Signed, no_key, sign
from modulekit.codes import finding
from modulekit.delivery.bag import SIGNATURE, TAG_MANIFEST
from modulekit.delivery.package import write_file
from modulekit.diagnostics import Diagnostic, Report
from modulekit.formats.press import Press
from modulekit.model.handover import Handover, handover_id
from modulekit.review.words import own_words
from modulekit.source import OpenWorkspace


@dataclass(frozen=True, slots=True)
class Handing:
    """The options of a hand-over. ``day`` is ``None`` for today, ``act_number`` empty where it is written by hand."""

    key: Path | None = None
    act_number: str = ""
    day: datetime.date | None = None
    records: bool = True


def missing_key(handing: Handing) -> Iterator[Diagnostic]:
    """What to say before anything is made, where the key is not there."""
    if handing.key is not None and not handing.key.is_file():
        yield no_key(handing.key)


def signed_package(packed: Packed, handing: Handing, report: Report) -> tuple[Packed, Signed | None] | None:
    """The package with its signature beside its lists, where a key was given; ``None`` after saying why it cannot be
    signed."""
    if handing.key is None:
        return packed, None
    made = sign(packed.files[TAG_MANIFEST], handing.key)
    if isinstance(made, Diagnostic):
        report.add(made)
        return None
    return packed.with_beside({SIGNATURE: made.signature}), made


@contextlib.contextmanager
def act_aside(folder: Path, package: str) -> Iterator[None]:
    """Take the act of an older package away while a new one is put into its place, so that no act ever lies beside a
    package whose digest it does not name. It comes back where the new package is not written."""
    known = (folder / act_name(package, format) for format in FORMATS_OF_ACT)
    kept = {path: path.read_bytes() for path in known if path.is_file()}
    for path in kept:
        path.unlink()
    try:
        yield
    except BaseException:
        for path, data in kept.items():
            with contextlib.suppress(OSError):
                write_file(data, path)
        raise


def act_name(package: str, format: str) -> str:
    """What the act of a package is called."""
    return f"{package}-act.{format}"


def hand_over(
    workspace: OpenWorkspace,
    parcel: Parcel,
    packed: Packed,
    signed: Signed | None,
    folder: Path,
    handing: Handing,
    press: Press,
    report: Report,
) -> tuple[Path, ...]:
    """Write act and record of a package that stands in ``folder``; what was written."""
    if signed is not None:
        typer.echo("Signed. Give the receiver this line for the file allowed_signers, by another way:", err=True)
        typer.echo(signed.signer_line, err=True)
    if parcel.first.centre is None:
        return ()
    written: list[Path] = []
    try:
        written += _write_act(workspace, parcel, packed, signed, folder, handing, press, report)
        if handing.records:
            written.append(_record(workspace, parcel, packed, signed, handing))
    except OSError as error:
        words = f"The act or the record of {packed.name} cannot be written: {error.strerror or error}."
        report.add(finding("MK902", words, hint="The package is whole. Pack again to get them."))
    return tuple(written)


def _write_act(
    workspace: OpenWorkspace,
    parcel: Parcel,
    packed: Packed,
    signed: Signed | None,
    folder: Path,
    handing: Handing,
    press: Press,
    report: Report,
) -> list[Path]:
    centre = parcel.first.centre
    asked = centre.languages if centre else ()
    words = {language: own_words(language, None, Report(), workspace.files) for language in asked}
    known = {language: found for language, found in words.items() if found is not None}
    handed = Handed(packed.digest, signed.fingerprint if signed else "", handing.act_number, handing.day)
    files, findings = act_files(parcel, handed, workspace.workspace, known, press)
    report.extend(finding(said.code, said.message, None, said.hint) for said in findings)
    written = []
    for format in FORMATS_OF_ACT:
        target = folder / act_name(packed.name, format)
        write_file(files[format], target)
        written.append(target)
    return written


def _record(workspace: OpenWorkspace, parcel: Parcel, packed: Packed, signed: Signed | None, handing: Handing) -> Path:
    """The file that records the hand-over; an older one, where the same package was handed over before."""
    day = handing.day or datetime.date.today()
    centre = parcel.first.centre
    assert centre is not None
    signed_by = signed.fingerprint if signed else None
    new = Handover(
        handover=handover_id(day.isoformat(), centre.centre, packed.digest, signed_by),
        package=packed.name,
        module=parcel.first.module.module,
        version=parcel.first.module.document.version,
        kit=parcel.kit.kit,
        centre=centre.centre,
        languages=packed.languages,
        digest=packed.digest,
        date=day,
        signed_by=signed_by,
    )
    for known in workspace.handovers.values():
        again = known.node.model_copy(update={"handover": new.handover, "received": None})
        if again == (new if handing.day else new.model_copy(update={"date": again.date})):
            return workspace.root / "handovers" / f"{known.node.handover}.yaml"
    return workspace.root / record(workspace.root, new)


def tell(written: tuple[Path, ...]) -> None:
    """Print where act and record stand, one path a line."""
    for path in written:
        typer.echo(shown(path))
