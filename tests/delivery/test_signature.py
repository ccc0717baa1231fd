"""Signatures: every verdict, every kind of key, hostile files, and the same answer as ssh-keygen."""

from __future__ import annotations

import base64
import struct
import subprocess
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.delivery.signature import LARGEST, Verdict, parse_signature, verify_signature
from modulekit.delivery.signers import parse_signers, signer_line
from modulekit.delivery.ssh_wire import Reader, WireError, string
from tests.delivery.signing import Key, armoured, ecdsa_key, ed25519_key, rsa_key, signature_of

DATA = b"0" * 64 + b"  manifest-sha256.txt\n"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = {
    "ed25519": ed25519_key(),
    "nistp256": ecdsa_key(ec.SECP256R1()),
    "nistp384": ecdsa_key(ec.SECP384R1()),
    "nistp521": ecdsa_key(ec.SECP521R1()),
    "rsa": rsa_key(),
    "sk-ed25519": ed25519_key(3, security=True),
    "sk-nistp256": ecdsa_key(ec.SECP256R1(), security=True),
}


def verdict(data: bytes, signature: bytes, signers: str, at: datetime = NOON) -> Verdict:
    return verify_signature(data, signature, signers, at=at).verdict


def trusted(key: Key, options: str = "") -> str:
    return f"office@example.org {options}{' ' if options else ''}{key.line} a comment\n"


# --- verdicts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("digest", ["sha512", "sha256"])
def test_good(kind: str, digest: str) -> None:
    key = KEYS[kind]
    found = verify_signature(DATA, signature_of(DATA, key, digest=digest), trusted(key), at=NOON)
    assert (found.verdict, found.identity) == (Verdict.GOOD, "office@example.org")
    assert found.is_good
    assert found.fingerprint.startswith("SHA256:")
    assert len(found.fingerprint) == 50


@pytest.mark.parametrize("kind", KEYS)
def test_other_contents(kind: str) -> None:
    key = KEYS[kind]
    assert verdict(DATA + b" ", signature_of(DATA, key), trusted(key)) is Verdict.BAD


def test_a_key_that_is_not_on_the_list() -> None:
    found = verify_signature(DATA, signature_of(DATA, ed25519_key(1)), trusted(ed25519_key(2)), at=NOON)
    assert (found.verdict, found.identity) == (Verdict.UNKNOWN_SIGNER, "")
    assert found.fingerprint == parse_signature(signature_of(DATA, ed25519_key(1))).fingerprint


def test_a_signature_for_another_use() -> None:
    key = ed25519_key()
    found = verify_signature(DATA, signature_of(DATA, key, namespace="file"), trusted(key), at=NOON)
    assert found.verdict is Verdict.BAD
    assert "“file”" in found.reason


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('namespaces="modulekit"', Verdict.GOOD),
        ('namespaces="git,module*"', Verdict.GOOD),
        ('namespaces="git"', Verdict.UNKNOWN_SIGNER),
        ('namespaces="*,!modulekit"', Verdict.UNKNOWN_SIGNER),
        ('valid-after="20260101"', Verdict.GOOD),
        ('valid-after="20270101"', Verdict.EXPIRED),
        ('valid-before="20261123120000Z"', Verdict.GOOD),
        ('valid-before="202611231159Z"', Verdict.EXPIRED),
        ('namespaces="modulekit",valid-before="20260101"', Verdict.EXPIRED),
        ("cert-authority", Verdict.UNKNOWN_SIGNER),
        ('valid-before="tomorrow"', Verdict.UNKNOWN_SIGNER),
    ],
)
def test_options(options: str, expected: Verdict) -> None:
    key = ed25519_key()
    assert verdict(DATA, signature_of(DATA, key), trusted(key, options)) is expected


def test_times_without_a_z_are_those_of_the_receivers_clock() -> None:
    key, almaty = ed25519_key(), timezone(timedelta(hours=5))
    signers = trusted(key, 'valid-before="202611231300"')
    assert verdict(DATA, signature_of(DATA, key), signers, NOON) is Verdict.GOOD
    assert verdict(DATA, signature_of(DATA, key), signers, NOON.astimezone(almaty)) is Verdict.EXPIRED


def test_one_valid_line_is_enough() -> None:
    key = ed25519_key()
    signers = trusted(key, 'valid-before="20200101"') + "# the same again\n\n" + trusted(key).replace("office", "new")
    found = verify_signature(DATA, signature_of(DATA, key), signers, at=NOON)
    assert (found.verdict, found.identity) == (Verdict.GOOD, "new@example.org")


def test_lines_that_cannot_be_read_are_told() -> None:
    key = ed25519_key()
    found = verify_signature(DATA, signature_of(DATA, key), f"# keys\noffice ssh-ed25519 ABC\n{key.line}\n", at=NOON)
    assert found.verdict is Verdict.UNKNOWN_SIGNER
    assert "2, 3" in found.reason


def test_the_line_for_the_receiver() -> None:
    key = ed25519_key()
    line = signer_line("office@example.org", key.blob, "modulekit")
    assert line == f'office@example.org namespaces="modulekit" {key.line}'
    assert verdict(DATA, signature_of(DATA, key), line) is Verdict.GOOD
    (signer,), unread = parse_signers(signer_line("two words, *", key.blob, "modulekit"))
    assert (signer.identity, unread) == ("modulekit", ())


# --- hostile files ---------------------------------------------------------------------------------

GOOD_BLOB = base64.b64decode(b"".join(signature_of(DATA, ed25519_key()).splitlines()[1:-1]))


def _blob(key: bytes, made: bytes, namespace: bytes = b"modulekit", digest: bytes = b"sha512") -> bytes:
    parts = (key, namespace, b"", digest, made)
    return b"SSHSIG" + struct.pack(">I", 1) + b"".join(string(part) for part in parts)


def _rsa_blob(bits: int, exponent: int) -> bytes:
    numbers = (exponent, (1 << (bits - 1)) | 1)
    mpints = (string(number.to_bytes(number.bit_length() // 8 + 1, "big")) for number in numbers)
    return string(b"ssh-rsa") + b"".join(mpints)


_MADE = string(b"rsa-sha2-512") + string(b"\1" * 128)
HOSTILE = {
    "nothing": b"",
    "no signature": b"hello\n",
    "very large": b"-----BEGIN SSH SIGNATURE-----\n" + b"A" * (LARGEST * 4) + b"\n-----END SSH SIGNATURE-----\n",
    "just too large": b" " * (LARGEST + 1),
    "no base64": b"-----BEGIN SSH SIGNATURE-----\nAAA\n-----END SSH SIGNATURE-----\n",
    "not closed": b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(GOOD_BLOB) + b"\n",
    "something behind it": signature_of(DATA, ed25519_key()) + b"more",
    "other magic": armoured(b"SSHSIX" + GOOD_BLOB[6:]),
    "version 2": armoured(b"SSHSIG\0\0\0\2" + GOOD_BLOB[10:]),
    "a length of 4 GB": armoured(GOOD_BLOB[:10] + b"\xff\xff\xff\xff" + GOOD_BLOB[14:]),
    "a byte too many": armoured(GOOD_BLOB + b"\0"),
    "a byte too few": armoured(GOOD_BLOB[:-1]),
    "sha1": armoured(_blob(ed25519_key().blob, b"", digest=b"sha1")),
    "a name that is not ascii": armoured(_blob(ed25519_key().blob, b"", namespace=b"\xff")),
    "unknown key": armoured(_blob(string(b"ssh-dss") + string(b"x"), string(b"ssh-dss") + string(b"x"))),
    "rsa with sha1": armoured(_blob(_rsa_blob(2048, 65537), string(b"ssh-rsa") + string(b"\1" * 256))),
    "a short rsa key": armoured(_blob(_rsa_blob(512, 65537), string(b"rsa-sha2-512") + string(b"\1" * 64))),
    "an endless rsa key": armoured(_blob(_rsa_blob(200_000, 65537), _MADE)),
    "an endless exponent": armoured(_blob(_rsa_blob(16_384, (1 << 16_000) | 1), _MADE)),
    "the largest rsa key": armoured(
        _blob(_rsa_blob(16_384, (1 << 63) | 1), string(b"rsa-sha2-512") + string(b"\1" * 2048))
    ),
    "an exponent of 1": armoured(_blob(_rsa_blob(2048, 1), string(b"rsa-sha2-512") + string(b"\1" * 256))),
    "no point": armoured(
        _blob(
            string(b"ecdsa-sha2-nistp256") + string(b"nistp256") + string(b"\4" + b"\1" * 64),
            string(b"ecdsa-sha2-nistp256") + string(string(b"\1") + string(b"\1")),
        )
    ),
    "another curve": armoured(
        _blob(
            string(b"ecdsa-sha2-nistp256") + string(b"nistp384") + string(b"\4" + b"\1" * 96),
            string(b"ecdsa-sha2-nistp256") + string(string(b"\1") + string(b"\1")),
        )
    ),
    "a number below zero": armoured(
        _blob(ecdsa_key(ec.SECP256R1()).blob, string(b"ecdsa-sha2-nistp256") + string(string(b"\xff") + string(b"\1")))
    ),
    "a short ed25519 key": armoured(
        _blob(string(b"ssh-ed25519") + string(b"\1"), string(b"ssh-ed25519") + string(b"\1" * 64))
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_signatures_are_refused_at_once(name: str) -> None:
    began = time.perf_counter()
    found = verify_signature(DATA, HOSTILE[name], trusted(ed25519_key()), at=NOON)
    assert found.verdict is Verdict.BAD, found
    assert found.reason.endswith(".")
    assert time.perf_counter() - began < 2


@given(st.integers(0, len(GOOD_BLOB) - 1), st.integers(1, 255))
@settings(max_examples=150, deadline=None)
def test_no_changed_byte_is_accepted(at: int, change: int) -> None:
    changed = bytearray(GOOD_BLOB)
    changed[at] ^= change
    assert verdict(DATA, armoured(bytes(changed)), trusted(ed25519_key())) is not Verdict.GOOD


@given(st.binary(max_size=300), st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_nothing_is_raised(blob: bytes, signers: str) -> None:
    assert verdict(DATA, armoured(blob or b"\0"), signers) is Verdict.BAD
    assert verdict(DATA, signature_of(DATA, ed25519_key()), signers) is Verdict.UNKNOWN_SIGNER


def test_a_length_is_never_believed() -> None:
    with pytest.raises(WireError):
        Reader(b"\xff\xff\xff\xffab").string()


# --- the judge -------------------------------------------------------------------------------------


def _judged(folder: Path, data: bytes, signature: bytes, signers: str) -> bool:
    """What ``ssh-keygen`` says, as a receiver would ask it: who is it, and is it good?"""
    (folder / "signature").write_bytes(signature)
    (folder / "signers").write_text(signers, encoding="utf-8")
    options = ["-f", "signers", "-n", "modulekit", "-s", "signature", "-Overify-time=20261123120000Z"]
    who = subprocess.run(
        ["ssh-keygen", "-Y", "find-principals", *options], cwd=folder, capture_output=True, text=True, check=False
    )
    identity = who.stdout.splitlines()[0] if who.returncode == 0 else "office@example.org"
    asked = ["ssh-keygen", "-Y", "verify", *options, "-I", identity]
    return subprocess.run(asked, cwd=folder, input=data, capture_output=True, check=False).returncode == 0


@pytest.mark.judge("ssh-keygen")
@pytest.mark.parametrize("kind", KEYS)
def test_ssh_keygen_gives_the_same_verdict(kind: str, tmp_path: Path) -> None:
    key = KEYS[kind]
    good = signature_of(DATA, key)
    cases = [
        (DATA, good, trusted(key)),
        (DATA + b"x", good, trusted(key)),
        (DATA, good, trusted(ed25519_key(9))),
        (DATA, good, trusted(key, 'namespaces="modulekit"')),
        (DATA, good, trusted(key, 'namespaces="git"')),
        (DATA, good, trusted(key, 'valid-before="20200101"')),
        (DATA, good, trusted(key, 'valid-after="20200101",valid-before="20300101"')),
        (DATA, signature_of(DATA, key, "git"), trusted(key)),
        (DATA, good.replace(b"\n", b"\r\n"), trusted(key)),
        (DATA, signature_of(DATA, key, digest="sha256"), trusted(key)),
        (DATA, good, signer_line("office@example.org", key.blob, "modulekit")),
        (DATA, good, ""),
    ]
    ours = [verdict(*case) is Verdict.GOOD for case in cases]
    assert ours == [_judged(tmp_path, *case) for case in cases]
    assert ours.count(True) == 5


@pytest.mark.judge("ssh-keygen")
@pytest.mark.parametrize("name", HOSTILE)
def test_ssh_keygen_refuses_the_same_files(name: str, tmp_path: Path) -> None:
    if name in ("very large", "something behind it"):
        pytest.skip("we are stricter: nothing may stand behind a signature, and there is no large one")
    assert not _judged(tmp_path, DATA, HOSTILE[name], trusted(ed25519_key()))


@pytest.mark.judge("ssh-keygen")
@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_what_ssh_keygen_signs_is_good(kind: str, tmp_path: Path) -> None:
    _keygen(tmp_path, "-q", "-t", kind, "-N", "", "-C", "office", "-f", "key")
    (tmp_path / "data").write_bytes(DATA)
    _keygen(tmp_path, "-Y", "sign", "-f", "key", "-n", "modulekit", "data")
    signature = (tmp_path / "data.sig").read_bytes()
    public = (tmp_path / "key.pub").read_text(encoding="utf-8")
    found = verify_signature(DATA, signature, f"office@example.org {public}", at=NOON)
    assert found.verdict is Verdict.GOOD
    assert found.fingerprint in _keygen(tmp_path, "-l", "-f", "key.pub")


def _keygen(folder: Path, *arguments: str) -> str:
    return subprocess.run(["ssh-keygen", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_rsa_signatures_of_any_length_are_read_as_numbers() -> None:
    """OpenSSH leaves out zeros at the front of an RSA signature; one in 256 has some."""
    key = KEYS["rsa"]
    assert isinstance(key.private, RSAPrivateKey)
    for number in range(4000):
        data = str(number).encode()
        signature = signature_of(data, key)
        parsed = parse_signature(signature)
        made = Reader(parsed.made)
        made.word()
        raw = made.string()
        if raw[0] == 0:
            short = _blob(key.blob, string(b"rsa-sha2-512") + string(raw.lstrip(b"\0")))
            assert verdict(data, armoured(short), trusted(key)) is Verdict.GOOD
            return
    pytest.fail("no signature with a zero at its front")
