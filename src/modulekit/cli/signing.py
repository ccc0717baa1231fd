"""Signing with an OpenSSH key, by OpenSSH itself.

``ssh-keygen -Y sign`` asks for the passphrase on the terminal, speaks with the agent (also that of Windows) and waits
for a security key to be touched; no secret ever enters this process. What it gives is checked by our own code before
anything relies on it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from modulekit.codes import finding
from modulekit.delivery.signature import NAMESPACE, parse_signature, verify_signature
from modulekit.delivery.signers import signer_line
from modulekit.delivery.ssh_wire import WireError
from modulekit.diagnostics import Diagnostic

_PUBLIC = re.compile(r"(?:sk-)?(?:ssh|ecdsa)-\S+\s+\S+\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature file, the fingerprint of its key, and the line by which a receiver trusts that key."""

    signature: bytes
    fingerprint: str
    signer_line: str


def sign(data: bytes, key: Path) -> Signed | Diagnostic:
    """Sign ``data`` with ``key``: a private key, or a public key whose private one the agent holds."""
    if not key.is_file():
        return no_key(key)
    # A person at the terminal reads what OpenSSH says, such as that the key waits to be touched.
    to = None if sys.stderr.isatty() else subprocess.PIPE
    command = ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE]
    try:
        done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=to, check=False)
    except FileNotFoundError:
        return finding("MK873", "This computer has no ssh-keygen, which signs packages.", hint=_INSTALL)
    except OSError as error:
        return finding("MK873", f"ssh-keygen cannot be started: {error.strerror or error}.", hint=_INSTALL)
    if done.returncode != 0:
        said = " ".join((done.stderr or b"").decode("utf-8", "replace").split()).rstrip(".")
        words = f"ssh-keygen did not sign with {key}{': ' if said else ''}{said}."
        return finding("MK873", words, hint=_REMEDY)
    return _checked(done.stdout, data, key)


_INSTALL = "Install the OpenSSH client, version 8.1 or later: apt-get install openssh-client."
_REMEDY = "Name a private key of OpenSSH, or a public one (.pub) whose private key ssh-agent holds."


def no_key(key: Path) -> Diagnostic:
    """What to say of a key that is not there."""
    return finding("MK873", f"There is no key {key}.", hint="ssh-keygen -t ed25519 makes one.")


def _checked(signature: bytes, data: bytes, key: Path) -> Signed | Diagnostic:
    try:
        found = parse_signature(signature)
    except WireError as error:
        return finding("MK873", f"ssh-keygen gave a signature that cannot be read: {error}.", hint=_INSTALL)
    line = signer_line(_comment(key), found.key, NAMESPACE)
    result = verify_signature(data, signature, line, at=datetime.now(UTC))
    if not result.is_good:
        return finding("MK873", f"The signature by {key} does not hold. {result.reason}", hint=_REMEDY)
    return Signed(signature, found.fingerprint, line)


def _comment(key: Path) -> str:
    """What the owner called the key: the words behind it in the public file; nothing where there is none."""
    for file in (key, key.with_name(f"{key.name}.pub")):
        try:
            public = _PUBLIC.match(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
        if public:
            return public[1].strip()
    return ""
