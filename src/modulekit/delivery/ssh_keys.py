"""The public keys of OpenSSH, and whether one of them made a signature.

Takes a key and a signature as SSH writes them; gives yes, no, or :class:`WireError` where they cannot be read. Ed25519,
ECDSA and RSA, also from security keys (``sk-``). Certificates, DSA and RSA with SHA-1 are refused, as OpenSSH does for
signatures of files; RSA keys must have 1024 to 16384 bits.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from modulekit.delivery.ssh_wire import Reader, WireError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurve
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

_LEAST_BITS, _MOST_BITS = 1024, 16384
_LARGEST_EXPONENT = 1 << 64  # a larger one only makes checking slow
_SECURITY_KEY = "@openssh.com"


def is_signed(message: bytes, key: bytes, signature: bytes) -> bool:
    """Whether ``key`` made ``signature`` of ``message``. Raises :class:`WireError` where one cannot be read."""
    public, given = Reader(key), Reader(signature)
    kind, algorithm = public.word(), given.word()
    made = given.string()
    plain = kind
    if kind.startswith("sk-") and kind.endswith(_SECURITY_KEY):
        plain = kind.removeprefix("sk-").removesuffix(_SECURITY_KEY)
        pressed = given.take(5)  # one byte that says whether somebody touched the key, four that count signatures
    else:
        pressed = b""
    given.end()
    if kind == "ssh-rsa":
        if algorithm not in ("rsa-sha2-256", "rsa-sha2-512"):
            raise WireError(f"{algorithm} is no way to sign a file")
    elif algorithm != kind:
        raise WireError(f"a key of the kind {kind} does not sign as {algorithm}")
    match plain:
        case "ssh-rsa":
            return _rsa(public, message, made, algorithm)
        case "ssh-ed25519":
            point = public.string()
            return _ed25519(point, _touched(public, message, pressed), made)
        case "ecdsa-sha2-nistp256" | "ecdsa-sha2-nistp384" | "ecdsa-sha2-nistp521":
            curve, point = public.word(), public.string()
            return _ecdsa(plain, curve, point, _touched(public, message, pressed), made)
        case _:
            raise WireError(f"keys of the kind {kind} are not known here")


def _touched(public: Reader, message: bytes, pressed: bytes) -> bytes:
    """What a security key signs in place of ``message``: also for which use, and that somebody touched it."""
    application = public.string() if pressed else None
    public.end()
    if application is None:
        return message
    return hashlib.sha256(application).digest() + pressed + hashlib.sha256(message).digest()


def _ed25519(point: bytes, message: bytes, made: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(point) != 32 or len(made) != 64:
        raise WireError("its lengths are not those of Ed25519")
    try:
        Ed25519PublicKey.from_public_bytes(point).verify(made, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _ecdsa(kind: str, curve: str, point: bytes, message: bytes, made: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    if kind != f"ecdsa-sha2-{curve}":
        raise WireError("its curve is another one than its name says")
    both = Reader(made)
    first, second = both.positive(), both.positive()
    both.end()
    shape, digest = _curve(curve)
    if max(first, second).bit_length() > shape.key_size:
        return False
    try:
        public = ec.EllipticCurvePublicKey.from_encoded_point(shape, point)
        public.verify(encode_dss_signature(first, second), message, ec.ECDSA(digest))
    except InvalidSignature:
        return False
    except ValueError as error:
        raise WireError("its key is no point of the curve") from error
    return True


def _curve(name: str) -> tuple[EllipticCurve, HashAlgorithm]:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    match name:
        case "nistp256":
            return ec.SECP256R1(), hashes.SHA256()
        case "nistp384":
            return ec.SECP384R1(), hashes.SHA384()
        case _:
            return ec.SECP521R1(), hashes.SHA512()


def _rsa(public: Reader, message: bytes, made: bytes, algorithm: str) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    exponent, modulus = public.positive(), public.positive()
    public.end()
    bits = modulus.bit_length()
    if not _LEAST_BITS <= bits <= _MOST_BITS:
        raise WireError(f"an RSA key of {bits} bits is not accepted")
    size = (bits + 7) // 8
    if exponent >= _LARGEST_EXPONENT or len(made) > size:
        raise WireError("its numbers are too large for its RSA key")
    digest = hashes.SHA512() if algorithm == "rsa-sha2-512" else hashes.SHA256()
    try:
        key = RSAPublicNumbers(exponent, modulus).public_key()
        key.verify(made.rjust(size, b"\0"), message, PKCS1v15(), digest)
    except InvalidSignature:
        return False
    except ValueError as error:
        raise WireError("its RSA key is none") from error
    return True
