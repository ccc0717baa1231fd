"""The lists in a stranger's bag: manifests, bag-info.txt and bagit.txt, read strictly.

Takes the bytes of a list, gives what it says and what is wrong with it. Must not know which files are there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from modulekit.delivery.verify.box import found, shown
from modulekit.delivery.verify.limits import Limits
from modulekit.diagnostics import Diagnostic

DIGITS = {"sha256": 64, "sha512": 128}
"""Hexadecimal digits of each digest that a package needs."""

_DECLARED = re.compile(r"BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?")
_ESCAPE = re.compile(r"%(25|0[AaDd])?")
_OXUM = re.compile(r"(\d{1,18})\.(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Listed:
    """The digests of a manifest by path, and what is wrong with it."""

    name: str
    digests: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def read_manifest(name: str, data: bytes, algorithm: str, limits: Limits) -> Listed:
    """The manifest called ``name``: each line a digest of ``algorithm``, two spaces, a path."""
    if data.count(b"\n") > limits.members:
        return Listed(name, {}, (found("MK955", name, f"lists more than {limits.members} files"),))
    text = _text(data)
    if text is None:
        return Listed(name, {}, (found("MK957", name, "is not written in plain UTF-8"),))
    form = re.compile(rf"([0-9a-f]{{{DIGITS[algorithm]}}})  (.+)")
    digests: dict[str, str] = {}
    findings: list[Diagnostic] = []
    lines = text.split("\n")
    if lines.pop():
        findings.append(found("MK957", name, "breaks off in its last line", line=len(lines) + 1))
    for number, line in enumerate(lines, start=1):
        matched = form.fullmatch(line)
        path = _unescaped(matched[2]) if matched else None
        if matched is None or path is None:
            words = f"has a line that is no digest with a path: “{shown(line[:80])}”"
            findings.append(found("MK957", name, words, line=number))
        elif path in digests:
            findings.append(found("MK957", name, f"lists {shown(path)} twice", line=number))
        else:
            digests[path] = matched[1]
    return Listed(name, digests, tuple(findings))


def is_declared(data: bytes) -> bool:
    """Whether bagit.txt says that this is BagIt 1.0 with lists in UTF-8."""
    return _DECLARED.fullmatch(_text(data) or "") is not None


def read_info(data: bytes) -> tuple[tuple[str, str], ...] | None:
    """The lines of bag-info.txt; None where it cannot be read. A line that begins with a space continues the last."""
    text = _text(data)
    if text is None:
        return None
    lines: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line[:1] in (" ", "\t") and lines:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.strip()}")
            continue
        label, colon, value = line.partition(":")
        if not colon or not label.strip():
            return None
        lines.append((label.strip(), value.strip()))
    return tuple(lines)


def counted(info: tuple[tuple[str, str], ...]) -> tuple[int, int] | None:
    """Bytes and number of the payload as bag-info.txt has them; None where it does not say, ``(-1, -1)`` where nobody
    could tell."""
    said = [value for label, value in info if label.casefold() == "payload-oxum"]
    if not said:
        return None
    matched = _OXUM.fullmatch(said[0]) if len(said) == 1 else None
    return (int(matched[1]), int(matched[2])) if matched else (-1, -1)


def _text(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text or text.startswith("\ufeff") else text


def _unescaped(path: str) -> str | None:
    """RFC 8493, 2.1.3: only percent signs and line ends are escaped, and percent signs always."""
    if any(not found[1] for found in _ESCAPE.finditer(path)):
        return None
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), path)
