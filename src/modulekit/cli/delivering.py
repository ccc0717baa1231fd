"""``modulekit pack --to``: a package that verifies is copied to where its receiver finds it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import typer

from modulekit.codes import finding
from modulekit.delivery.deliver import Checked, Delivered, Far, deliver
from modulekit.delivery.far import FolderFar, FsspecFar
from modulekit.delivery.verify import verify
from modulekit.diagnostics import Report

PASSWORD = "MODULEKIT_UPLOAD_PASSWORD"
"""The variable of the environment that holds a password: a command line is seen by others."""

_WEBDAV = {"webdav": "http", "webdavs": "https"}
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
        done = deliver(_files(package), far(to), package.name)
    except NoDestinationError as error:
        report.add(finding("MK904", str(error), hint=error.hint))
        return None
    except OSError as error:
        words = f"{package.name} did not get to {_shown(to)}: {error.strerror or error}."
        hint = f"It stands in {package.parent}; give the same command again, and what has arrived is used."
        report.add(finding("MK902", words, hint=hint))
        return None
    typer.echo(f"{_shown(to)}/{done.name}: {_told(done)}", err=True)
    return done


def far(to: str) -> Far:
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


def _address(to: str) -> Far:
    import fsspec

    address = urlsplit(to)
    host = address.hostname or ""
    path = unquote(address.path)
    user = unquote(address.username or "")
    password = unquote(address.password or "") or os.environ.get(PASSWORD, "")
    if address.scheme in _WEBDAV:
        port = f":{address.port}" if address.port else ""
        base = f"{_WEBDAV[address.scheme]}://{host}{port}"
        system = fsspec.filesystem("webdav", base_url=base, **({"auth": (user, password)} if user else {}))
        return FsspecFar(system, path.strip("/"))
    if address.scheme == "sftp":
        names = {"host": host, "port": address.port, "username": user, "password": password}
        given = {name: value for name, value in names.items() if value}
        system = fsspec.filesystem("sftp", host_key_policy=_known_hosts(), skip_instance_cache=True, **given)
        return FsspecFar(system, path)
    try:
        system, root = fsspec.core.url_to_fs(to)
    except ValueError as error:
        hint = "Write a folder, sftp://host/folder, webdav://host/folder or webdavs://host/folder."
        raise NoDestinationError(f"{_shown(to)} is no address to deliver to.", hint) from error
    return FsspecFar(system, root)


def _known_hosts() -> Any:
    """Only servers whose key stands in known_hosts, where ssh has put it, are spoken to: fsspec would trust any."""
    import paramiko

    class KnownHosts(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
        def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
            del client
            known = Path("~/.ssh/known_hosts").expanduser()
            if not known.is_file() or not paramiko.HostKeys(str(known)).check(hostname, key):
                raise paramiko.SSHException(
                    f"{hostname} is not known; connect to it with sftp once, and compare its key"
                )

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
    """``to`` without a password."""
    address = urlsplit(to)
    if address.password is None:
        return to.rstrip("/")
    return address._replace(netloc=address.netloc.replace(f":{address.password}@", "@", 1)).geturl().rstrip("/")
