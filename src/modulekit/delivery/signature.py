"""A detached SSH signature of a file: who made it, and whether it is good.

Takes the bytes of the file, of the signature (``PROTOCOL.sshsig`` of OpenSSH) and the receiver's list of trusted keys;
gives a verdict. Must not know packages, and holds no secret: ``cli/signing.py`` lets ``ssh-keygen`` sign.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from modulekit.delivery.signers import parse_signers
from modulekit.delivery.ssh_keys import is_signed
from modulekit.delivery.ssh_wire import Reader, WireError, fingerprint, from_base64, string

NAMESPACE = "modulekit"
"""What our signatures are for. One that was made for something else is not accepted."""

LARGEST = 64 * 1024
"""Bytes of the largest signature that is looked at; one by the largest RSA key has some 6 KB."""

_ARMOUR = re.compile(rb"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n*")
_MAGIC = b"SSHSIG"
_DIGESTS = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}


class Verdict(StrEnum):
    """What there is to say of a signature."""

    GOOD = "good"
    UNKNOWN_SIGNER = "unknown signer"
    EXPIRED = "expired"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class SignatureResult:
    """A verdict and its reason, a sentence. ``identity`` is the name on the receiver's list, of good and expired
    signatures; ``fingerprint`` tells the key wherever it can be read."""

    verdict: Verdict
    reason: str
    identity: str = ""
    fingerprint: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the file is what a trusted signer signed."""
        return self.verdict is Verdict.GOOD


@dataclass(frozen=True, slots=True)
class Signature:
    """The parts of a signature. ``key`` and ``made`` are as SSH writes them."""

    key: bytes
    namespace: str
    reserved: bytes
    digest: str
    made: bytes

    @property
    def fingerprint(self) -> str:
        """``SHA256:…`` of the key."""
        return fingerprint(self.key)


def parse_signature(armoured: bytes) -> Signature:
    """The parts of a signature file. Raises :class:`modulekit.delivery.ssh_wire.WireError`."""
    if len(armoured) > LARGEST:
        raise WireError(f"it is larger than {LARGEST // 1024} KB")
    armour = _ARMOUR.fullmatch(armoured)
    if armour is None:
        raise WireError("it does not begin and end as an SSH signature does")
    blob = Reader(from_base64(armour[1].replace(b"\n", b"")))
    if blob.take(len(_MAGIC)) != _MAGIC:
        raise WireError("it holds no SSH signature")
    version = blob.number()
    if version != 1:
        raise WireError(f"version {version} of SSH signatures is not known here")
    key, namespace, reserved = blob.string(), blob.word(), blob.string()
    digest, made = blob.word(), blob.string()
    blob.end()
    return Signature(key, namespace, reserved, digest, made)


def verify_signature(
    data: bytes, signature: bytes, allowed_signers: str, namespace: str = NAMESPACE, *, at: datetime
) -> SignatureResult:
    """What ``signature`` says of ``data`` to a receiver who trusts the keys of ``allowed_signers``.

    ``at`` is the moment, with a time zone, at which a key must be valid.
    """
    try:
        found = parse_signature(signature)
        if found.namespace != namespace:
            raise WireError(f"it was made for “{found.namespace}”, not for “{namespace}”")
        if found.digest not in _DIGESTS:
            raise WireError(f"it uses the hash {found.digest}, which is not known here")
        signed = _MAGIC + b"".join(
            string(part)
            for part in (
                found.namespace.encode("ascii"),
                found.reserved,
                found.digest.encode("ascii"),
                _DIGESTS[found.digest](data).digest(),
            )
        )
        if not is_signed(signed, found.key, found.made):
            reason = "The signature belongs to other contents: they were altered after signing."
            return SignatureResult(Verdict.BAD, reason, fingerprint=found.fingerprint)
    except WireError as error:
        return SignatureResult(Verdict.BAD, f"The signature cannot be accepted: {error}.")
    return _known(found, allowed_signers, namespace, at)


def _known(found: Signature, allowed_signers: str, namespace: str, at: datetime) -> SignatureResult:
    signers, unread = parse_signers(allowed_signers)
    own = [signer for signer in signers if signer.key == found.key and signer.may_sign(namespace)]
    valid = next((signer for signer in own if signer.is_valid(at)), None)
    if valid is not None:
        return SignatureResult(Verdict.GOOD, f"Signed by {valid.identity}.", valid.identity, found.fingerprint)
    if own:
        reason = f"The key of {own[0].identity} is not valid on {at:%Y-%m-%d}."
        return SignatureResult(Verdict.EXPIRED, reason, own[0].identity, found.fingerprint)
    reason = "The key that signed is not on the list of trusted keys."
    if unread:
        reason += f" Of the list, these lines cannot be read: {', '.join(map(str, unread))}."
    return SignatureResult(Verdict.UNKNOWN_SIGNER, reason, fingerprint=found.fingerprint)
