"""Servers to deliver to, on this computer and in this process: SFTP by paramiko, WebDAV by wsgidav.

Both serve a folder, know one name with one password, and can be told to misbehave as real ones do: to break the line,
to have no room left, to allow nothing.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import paramiko
from cheroot.wsgi import Server
from wsgidav.fs_dav_provider import FilesystemProvider
from wsgidav.wsgidav_app import WsgiDAVApp

NAME, PASSWORD = "courses", "s3cret/with@signs"


@dataclass
class Temper:
    """How a server behaves: what it still takes before the line breaks or its disk is full, in bytes."""

    line: int | None = None
    room: int | None = None
    allows: bool = True
    shows: bool = True
    """Whether files may be read."""

    def take(self, data: int) -> None:
        """Raises ``ConnectionError`` where the line breaks, ``OSError`` where the disk is full."""
        if self.line is not None:
            self.line -= data
            if self.line < 0:
                raise ConnectionError
        if self.room is not None:
            self.room -= data
            if self.room < 0:
                raise OSError(errno.ENOSPC, "full")


@dataclass(frozen=True)
class Served:
    """A server that runs: the folder it serves, its address with the name, and its temper."""

    folder: Path
    address: str
    temper: Temper
    key: paramiko.PKey | None = None

    @property
    def host(self) -> str:
        """``127.0.0.1:8022``"""
        return self.address.rpartition("@")[2]


# --- SFTP ------------------------------------------------------------------------------------------


class _Door(paramiko.ServerInterface):  # type: ignore[misc]
    def check_auth_password(self, username: str, password: str) -> int:
        good = (username, password) == (NAME, PASSWORD)
        return int(paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED)

    def check_channel_request(self, kind: str, chanid: int) -> int:
        del kind, chanid
        return int(paramiko.OPEN_SUCCEEDED)

    def get_allowed_auths(self, username: str) -> str:
        del username
        return "password"


class _Handle(paramiko.SFTPHandle):  # type: ignore[misc]
    def __init__(self, place: Path, flags: int, temper: Temper, transport: Any) -> None:
        super().__init__(flags)
        self._temper, self._transport = temper, transport
        self.file = os.fdopen(os.open(place, flags, 0o666), "r+b" if flags & os.O_RDWR or flags & os.O_WRONLY else "rb")

    def close(self) -> None:
        self.file.close()

    def read(self, offset: int, length: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(length)

    def write(self, offset: int, data: bytes) -> int:
        try:
            self._temper.take(len(data))
        except ConnectionError:
            self._transport.close()
            return int(paramiko.SFTP_CONNECTION_LOST)
        except OSError:
            return int(paramiko.SFTP_FAILURE)  # what OpenSSH says of a full disk
        self.file.seek(offset)
        self.file.write(data)
        self.file.flush()
        return int(paramiko.SFTP_OK)

    def stat(self) -> Any:
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.file.fileno()))


class _Files(paramiko.SFTPServerInterface):  # type: ignore[misc]
    def __init__(self, server: Any, folder: Path, temper: Temper, transport: Any) -> None:
        super().__init__(server)
        self._folder, self._temper, self._transport = folder, temper, transport

    def _at(self, path: str) -> Path:
        return self._folder / str(self.canonicalize(path)).lstrip("/")

    def stat(self, path: str) -> Any:
        try:
            return paramiko.SFTPAttributes.from_stat(self._at(path).stat())
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or errno.EIO)

    lstat = stat

    def list_folder(self, path: str) -> Any:
        found = []
        for place in self._at(path).iterdir():
            attributes = paramiko.SFTPAttributes.from_stat(place.stat())
            attributes.filename = place.name
            found.append(attributes)
        return found

    def open(self, path: str, flags: int, attr: Any) -> Any:
        del attr
        writes = flags & (os.O_WRONLY | os.O_RDWR)
        if (writes and not self._temper.allows) or (not writes and not self._temper.shows):
            return paramiko.SFTP_PERMISSION_DENIED
        try:
            how = (flags & ~os.O_WRONLY) | os.O_RDWR if writes else flags
            return _Handle(self._at(path), how, self._temper, self._transport)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or errno.EIO)

    def _changed(self, change: Any) -> int:
        if not self._temper.allows:
            return int(paramiko.SFTP_PERMISSION_DENIED)
        try:
            change()
        except OSError as error:
            return int(paramiko.SFTPServer.convert_errno(error.errno or errno.EIO))
        return int(paramiko.SFTP_OK)

    def remove(self, path: str) -> int:
        return self._changed(lambda: self._at(path).unlink())

    def rename(self, old: str, new: str) -> int:
        if self._at(new).exists():
            return int(paramiko.SFTP_FAILURE)
        return self._changed(lambda: self._at(old).rename(self._at(new)))

    def posix_rename(self, old: str, new: str) -> int:
        return self._changed(lambda: self._at(old).replace(self._at(new)))

    def mkdir(self, path: str, attr: Any) -> int:
        del attr
        return self._changed(lambda: self._at(path).mkdir())

    def rmdir(self, path: str) -> int:
        return self._changed(lambda: self._at(path).rmdir())


@contextlib.contextmanager
def sftp(folder: Path) -> Iterator[Served]:
    """An SFTP server for ``folder``."""
    key, temper = paramiko.ECDSAKey.generate(), Temper()
    transports: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                transport = paramiko.Transport(line)
                transports.append(transport)
                transport.add_server_key(key)
                transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _Files, folder, temper, transport)
                with contextlib.suppress(paramiko.SSHException, EOFError):
                    transport.start_server(server=_Door())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        try:
            yield Served(folder, f"sftp://{NAME}@127.0.0.1:{port}", temper, key)
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            for transport in transports:
                transport.close()
            thread.join(5)


# --- WebDAV ----------------------------------------------------------------------------------------


class _Moody:
    """A server that behaves as it is told before wsgidav gets to see a request."""

    def __init__(self, app: Any, folder: Path, temper: Temper) -> None:
        self._app, self._folder, self._temper = app, folder, temper

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"].encode("latin-1").decode("utf-8")
        changes = method in ("PUT", "MKCOL", "MOVE", "DELETE")
        if (changes and not self._temper.allows) or (method == "GET" and not self._temper.shows):
            return self._refused("403 Forbidden", start_response)
        if method == "PUT" and environ.get("HTTP_AUTHORIZATION"):
            data = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            try:
                self._temper.take(len(data))
            except ConnectionError:  # as behind a gateway that gives up: half of the file stays there
                (self._folder / path.lstrip("/")).write_bytes(data[: len(data) // 2])
                return self._refused("504 Gateway Timeout", start_response)
            except OSError:
                return self._refused("507 Insufficient Storage", start_response)
            environ["wsgi.input"] = io.BytesIO(data)
        return self._app(environ, start_response)

    @staticmethod
    def _refused(status: str, start_response: Any) -> list[bytes]:
        start_response(status, [("Content-Length", "0")])
        return [b""]


@contextlib.contextmanager
def webdav(folder: Path) -> Iterator[Served]:
    """A WebDAV server for ``folder``."""
    temper = Temper()
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": FilesystemProvider(str(folder))},
            "simple_dc": {"user_mapping": {"*": {NAME: {"password": PASSWORD}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "logging": {"enable": False, "enable_loggers": []},
            "verbose": 0,
        }
    )
    server = Server(("127.0.0.1", 0), _Moody(app, folder, temper))
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield Served(folder, f"webdav://{NAME}@127.0.0.1:{server.bind_addr[1]}", temper)
    finally:
        server.stop()
        thread.join(5)
