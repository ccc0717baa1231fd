"""Keys and signatures made in tests, by another library than OpenSSH."""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from modulekit.delivery.ssh_wire import Reader, string

Private = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_TOUCHED = b"\x01" + struct.pack(">I", 7)
_APPLICATION = b"ssh:"


@dataclass(frozen=True)
class Key:
    """A key pair; with ``security`` it signs as a security key does."""

    private: Private
    security: bool = False

    @property
    def blob(self) -> bytes:
        """The public key as SSH writes it."""
        text = self.private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
        plain = base64.b64decode(text.split()[1])
        if not self.security:
            return plain
        kind = Reader(plain).string()
        return string(b"sk-" + kind + b"@openssh.com") + plain[4 + len(kind) :] + string(_APPLICATION)

    @property
    def line(self) -> str:
        """``ssh-ed25519 AAAA…``"""
        return f"{Reader(self.blob).word()} {base64.b64encode(self.blob).decode()}"


def ed25519_key(seed: int = 1, *, security: bool = False) -> Key:
    """A key that is the same in every run."""
    return Key(ed25519.Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32), security)


def ecdsa_key(curve: ec.EllipticCurve, *, security: bool = False) -> Key:
    """A key on ``curve`` that is the same in every run."""
    return Key(ec.derive_private_key(0xC0FFEE, curve), security)


def rsa_key(bits: int = 2048) -> Key:
    """A new RSA key."""
    return Key(rsa.generate_private_key(65537, bits))


def signature_of(data: bytes, key: Key, namespace: str = "modulekit", digest: str = "sha512") -> bytes:
    """The signature file that ``ssh-keygen -Y sign`` would write."""
    head = (namespace.encode(), b"", digest.encode())
    signed = b"SSHSIG" + b"".join(string(part) for part in (*head, hashlib.new(digest, data).digest()))
    blob = b"SSHSIG" + struct.pack(">I", 1) + b"".join(string(part) for part in (key.blob, *head, _made(signed, key)))
    return armoured(blob)


def armoured(blob: bytes) -> bytes:
    """``blob`` between the lines that a signature file begins and ends with."""
    text = base64.b64encode(blob)
    lines = b"\n".join(text[at : at + 70] for at in range(0, len(text), 70))
    return b"-----BEGIN SSH SIGNATURE-----\n" + lines + b"\n-----END SSH SIGNATURE-----\n"


def _made(message: bytes, key: Key) -> bytes:
    if key.security:
        message = hashlib.sha256(_APPLICATION).digest() + _TOUCHED + hashlib.sha256(message).digest()
    kind = Reader(key.blob).string()
    match key.private:
        case ed25519.Ed25519PrivateKey():
            made = key.private.sign(message)
        case ec.EllipticCurvePrivateKey():
            digests = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}
            der = key.private.sign(message, ec.ECDSA(digests[key.private.key_size]))
            made = b"".join(string(_number(value)) for value in decode_dss_signature(der))
        case _:
            kind, made = b"rsa-sha2-512", key.private.sign(message, padding.PKCS1v15(), hashes.SHA512())
    return string(kind) + string(made) + (_TOUCHED if key.security else b"")


def _number(value: int) -> bytes:
    return value.to_bytes(value.bit_length() // 8 + 1, "big")
