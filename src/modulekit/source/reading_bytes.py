"""The bytes of a file, or a finding that says why there are none, where the path was written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TypeVar

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.source.files import Files, FileTooLargeError, PathRefusedError

T = TypeVar("T")


def read_bytes(files: Files, path: str, home: PurePosixPath, report: Report, told: Span | None = None) -> bytes | None:
    """The bytes of a file, or ``None`` after saying why not, at ``told`` where the path was written down."""
    return attempt(files.read, path, home, report, told)


def attempt(
    read: Callable[[str], T], path: str, home: PurePosixPath, report: Report, told: Span | None = None
) -> T | None:
    """What ``read`` gives for ``path``, or ``None`` after saying why it gives nothing."""
    file = home / path
    span = told or Span(file)
    try:
        return read(path)
    except PathRefusedError as error:
        report.add(finding("MK112", f"The path “{path}” cannot be used.", span, str(error)))
    except FileTooLargeError as error:
        report.add(finding("MK104", f"The file {file} is too large: {error}.", span))
    except FileNotFoundError:
        report.add(finding("MK101", f"The file {file} is missing.", span))
    except IsADirectoryError:
        report.add(finding("MK102", f"{file} is a folder, not a file.", span))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.add(finding("MK102", f"The file {file} cannot be read: {reason}.", span))
    return None
