"""Signing with every kind of key that somebody may have, by OpenSSH itself."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from modulekit.cli.signing import Signed, sign
from modulekit.delivery.signature import verify_signature
from modulekit.diagnostics import Diagnostic

pytestmark = pytest.mark.judge("ssh-keygen")
DATA = b"0123  manifest-sha256.txt\n"


def new_key(folder: Path, kind: str = "ed25519", passphrase: str = "", comment: str = "office@example.org") -> Path:
    file = folder / "key"
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", comment, "-f", str(file)]
    subprocess.run(command, check=True)
    return file


def asking(folder: Path, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase is asked of a program here, since a test has no terminal."""
    program = folder / "askpass"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("SSH_ASKPASS", str(program))
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.fixture
def agent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    said = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    found = dict(re.findall(r"(SSH_AUTH_SOCK|SSH_AGENT_PID)=([^;]+);", said))
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    yield
    subprocess.run(["ssh-agent", "-k"], check=True, capture_output=True)


def assert_good(made: Signed | Diagnostic) -> None:
    assert isinstance(made, Signed), made
    found = verify_signature(DATA, made.signature, made.signer_line, at=datetime.now(UTC))
    assert found.is_good
    assert (found.identity, found.fingerprint) == (made.signer_line.split()[0], made.fingerprint)


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_a_private_key(kind: str, tmp_path: Path) -> None:
    made = sign(DATA, new_key(tmp_path, kind))
    assert_good(made)
    assert isinstance(made, Signed)
    assert made.signer_line.startswith('office@example.org namespaces="modulekit" ')


def test_the_same_key_gives_the_same_signature(tmp_path: Path) -> None:
    key = new_key(tmp_path)
    first, second = sign(DATA, key), sign(DATA, key)
    assert isinstance(first, Signed)
    assert first == second


def test_an_encrypted_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = new_key(tmp_path, passphrase="a long secret")
    asking(tmp_path, "a long secret", monkeypatch)
    assert_good(sign(DATA, key))


def test_a_wrong_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = new_key(tmp_path, passphrase="a long secret")
    asking(tmp_path, "another", monkeypatch)
    said = sign(DATA, key)
    assert isinstance(said, Diagnostic)
    assert "passphrase" in said.message


@pytest.mark.usefixtures("agent")
def test_a_public_key_whose_private_one_the_agent_holds(tmp_path: Path) -> None:
    key = new_key(tmp_path)
    subprocess.run(["ssh-add", "-q", str(key)], check=True)
    key.unlink()
    assert_good(sign(DATA, tmp_path / "key.pub"))


@pytest.mark.usefixtures("agent")
def test_a_public_key_that_the_agent_does_not_hold(tmp_path: Path) -> None:
    key = new_key(tmp_path)
    key.unlink()
    said = sign(DATA, tmp_path / "key.pub")
    assert isinstance(said, Diagnostic)
    assert said.code == "MK873"


def test_a_key_whose_owner_gave_it_words_is_called_by_its_use(tmp_path: Path) -> None:
    made = sign(DATA, new_key(tmp_path, comment="Office key, 2026"))
    assert_good(made)
    assert isinstance(made, Signed)
    assert made.signer_line.startswith("modulekit namespaces=")
