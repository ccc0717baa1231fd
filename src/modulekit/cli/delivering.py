"""``modulekit pack --to``: a package that verifies is copied to where its receiver finds it."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import typer

from modulekit.codes import finding
from modulekit.delivery.deliver import Checked, Delivered, deliver
from modulekit.delivery.far import FolderFar, FsspecFar, NotLetInError
from modulekit.delivery.verify import verify
from modulekit.diagnostics import Report

PASSWORD = "MODULEKIT_UPLOAD_PASSWORD"
"""The variable of the environment that holds a password: a command line is seen by others."""

_PATIENCE = 60  # seconds that a server may be silent
_WEBDAV = {"webdav": "http", "webdavs": "https"}
_KEYS = {
    "ssh-ed25519": ("ssh-ed25519",),
    "ecdsa-sha2-nistp256": ("ecdsa-sha2-nistp256",),
    "ecdsa-sha2-nistp384": ("ecdsa-sha2-nistp384",),
    "ecdsa-sha2-nistp521": ("ecdsa-sha2-nistp521",),
    "ssh-rsa": ("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"),
}
_LET_IN = f"Look at the name before the @. A password belongs into {PASSWORD}; for SFTP your ssh-agent may hold a key."
_CHECKED = {
    Checked.DIGEST: "read back: every file has its SHA-256",
    Checked.SIZE: "the sizes are right; nobody may read there, so the receiver must verify it",
}


class NoDestinationError(Exception):
    """There is no such place to deliver to. The message is a sentence, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def send(package: Path, to: str, report: Report) -> Delivered | None:
    """Copy the package at ``package`` to ``to``; ``None`` after saying why it did not get there."""
    verdict = verify(package)
    if not verdict.good:
        report.extend(verdict.findings)
        return None
    try:
        with contextlib.closing(far(to)) as place:
            done = deliver(_files(package), place, package.name)
    except NoDestinationError as error:
        report.add(finding("MK904", str(error), hint=error.hint))
        return None
    except OSError as error:
        words = f"{package.name} did not get to {_shown(to)}: {_without_password(str(error.strerror or error), to)}."
        hint = f"It stands in {package.parent}; give the same command again, and what has arrived is used."
        report.add(finding("MK902", words, hint=_LET_IN if isinstance(error, NotLetInError) else hint))
        return None
    typer.echo(f"{_shown(to)}/{done.name}: {_told(done)}", err=True)
    return done


def far(to: str) -> FolderFar | FsspecFar:
    """The place that ``to`` means: a folder, or an address such as ``sftp://host/folder``.

    Raises :class:`NoDestinationError`, and ``OSError`` where the place cannot be reached.
    """
    if "://" not in to:
        if not Path(to).is_dir():
            raise NoDestinationError(f"There is no folder {to}.", "Make it, or put the stick in.")
        return FolderFar(Path(to))
    try:
        return _address(to)
    except ImportError as error:
        hint = "Install it with: pip install 'modulekit[upload]'."
        raise NoDestinationError(f"{_shown(to)} needs a library that is not installed: {error.name}.", hint) from error
    except (OSError, NoDestinationError):
        raise
    except Exception as error:  # what libraries of protocols raise belongs to no family
        raise OSError(f"it cannot be reached ({error})") from error


def _address(to: str) -> FsspecFar:
    import fsspec

    try:
        address = urlsplit(to)
        host, port = address.hostname or "", address.port
    except ValueError as error:
        raise _no_address(to) from error
    path = unquote(address.path)
    user = unquote(address.username or "")
    password = unquote(address.password or "") or os.environ.get(PASSWORD, "")
    if address.scheme in _WEBDAV:
        base = f"{_WEBDAV[address.scheme]}://{host}{f':{port}' if port else ''}"
        more = {"auth": (user, password)} if user else {}
        system = fsspec.filesystem("webdav", base_url=base, skip_instance_cache=True, timeout=_PATIENCE, **more)
        return FsspecFar(system, path.strip("/"))
    if address.scheme == "sftp":
        names = {"host": host, "port": port, "username": user, "password": password}
        return FsspecFar(_sftp(to, {name: value for name, value in names.items() if value}), path)
    try:
        system, root = fsspec.core.url_to_fs(to)
    except ValueError as error:
        raise _no_address(to) from error
    return FsspecFar(system, root)


def _no_address(to: str) -> NoDestinationError:
    hint = "Write a folder, sftp://host/folder, webdav://host/folder or webdavs://host/folder."
    return NoDestinationError(f"{_shown(to)} is no address to deliver to.", hint)


def _sftp(to: str, given: dict[str, Any]) -> Any:
    """The file system of a server that is known and that lets us in."""
    import fsspec
    import paramiko

    waits = {"timeout": _PATIENCE, "banner_timeout": _PATIENCE, "auth_timeout": _PATIENCE}
    others = _keys_that_are_not_known(given["host"], given.get("port"))
    only = {"disabled_algorithms": {"keys": others}} if others else {}
    try:
        system = fsspec.filesystem(
            "sftp", host_key_policy=_known_hosts(), skip_instance_cache=True, **waits, **only, **given
        )
    except paramiko.AuthenticationException as error:
        raise NoDestinationError(f"{_shown(to)} does not let you in.", _LET_IN) from error
    system.ftp.get_channel().settimeout(_PATIENCE)
    return system


def _hosts() -> Any:
    """The keys of servers, where ssh has put them."""
    import paramiko

    known = Path("~/.ssh/known_hosts").expanduser()
    return paramiko.HostKeys(str(known)) if known.is_file() else paramiko.HostKeys()


def _keys_that_are_not_known(host: str, port: int | None) -> list[str]:
    """The kinds of keys by which the server cannot be known again; none where it is not known at all."""
    found = _hosts().lookup(host if port in (None, 22) else f"[{host}]:{port}")
    if not found:
        return []
    kinds = {kind.replace("rsa-sha2-512", "ssh-rsa").replace("rsa-sha2-256", "ssh-rsa") for kind in found}
    return [kind for family, kinds_of in _KEYS.items() if family not in kinds for kind in kinds_of]


def _known_hosts() -> Any:
    """Only servers whose key stands in known_hosts are spoken to: fsspec would trust any."""
    import paramiko

    class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
        def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
            del client
            hosts = _hosts()
            if hosts.check(hostname, key):
                return
            if hosts.lookup(hostname):
                hint = "Somebody may stand between you and it. Deliver nothing before those who run it tell you why."
                raise NoDestinationError(f"{hostname} shows another key than the one in ~/.ssh/known_hosts.", hint)
            hint = "Connect to it with sftp once, and compare its key with what those who run it tell you."
            raise NoDestinationError(f"{hostname} is not in ~/.ssh/known_hosts, so nobody knows who it is.", hint)

    return KnownHosts()


def _files(package: Path) -> Mapping[str, bytes]:
    if package.is_file():
        return {"": package.read_bytes()}
    found = sorted(path for path in package.rglob("*") if path.is_file())
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in found}


def _told(done: Delivered) -> str:
    if not done.sent:
        return f"it is there already; {_CHECKED[done.checked]}"
    files = "1 file" if done.sent == 1 else f"{done.sent} files"
    kept = f", {done.kept} were there from an earlier try" if done.kept else ""
    return f"{files} sent{kept}; {_CHECKED[done.checked]}"


def _shown(to: str) -> str:
    """``to`` without a password, also where it is written in a way that no address may be."""
    return re.sub(r"^(\w+://[^:/@]*):.*@", r"\1@", to).rstrip("/")


def _without_password(words: str, to: str) -> str:
    """``words`` of a library, should it repeat what it was given."""
    typed = re.match(r"^\w+://[^:/@]*:(.*)@", to)
    for secret in (typed[1] if typed else "", os.environ.get(PASSWORD, "")):
        if secret:
            words = words.replace(secret, "…").replace(unquote(secret), "…")
    return words
