"""The list of keys that a receiver trusts: OpenSSH's ``allowed_signers``.

Takes the text of such a file, gives its lines as values; writes the line of one key. A line that cannot be read is
counted, not guessed: it trusts nobody. ``cert-authority`` lines are among them, since certificates are not read here.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from modulekit.delivery.ssh_wire import Reader, WireError, from_base64

_PRINCIPALS = re.compile(r'\s*(?:"([^"]+)"|([^\s"]+))\s+')
_OPTION = re.compile(r'([A-Za-z-]+)(?:="((?:[^"\\]|\\.)*)")?(?:,|\s+|$)')
_KEY = re.compile(r"((?:sk-)?(?:ssh|ecdsa)-[A-Za-z0-9@.-]+)\s+([A-Za-z0-9+/=]+)(?:\s.*)?$")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)")
_NAME = re.compile(r'[^\s",!*?#\\]+')


@dataclass(frozen=True, slots=True)
class Signer:
    """One trusted key. ``namespaces`` is a list of patterns, empty for all; times are as they are written."""

    identity: str
    key: bytes
    namespaces: str = ""
    valid_after: str = ""
    valid_before: str = ""

    def may_sign(self, namespace: str) -> bool:
        """Whether the line is for ``namespace``."""
        return not self.namespaces or _listed(namespace, self.namespaces)

    def is_valid(self, at: datetime) -> bool:
        """Whether ``at`` lies in the line's time. Times without a ``Z`` are those of the time zone of ``at``."""
        zone = at.tzinfo
        early = bool(self.valid_after) and at < _moment(self.valid_after, zone)
        late = bool(self.valid_before) and at > _moment(self.valid_before, zone)
        return not early and not late


def parse_signers(text: str) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
    """The lines that can be read, and the numbers of those that cannot, from 1."""
    found: list[Signer] = []
    unread: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(_signer(line))
        except ValueError:
            unread.append(number)
    return tuple(found), tuple(unread)


def signer_line(identity: str, key: bytes, namespace: str) -> str:
    """The line that a receiver adds to the list, so that ``key`` is trusted for ``namespace`` and nothing else.

    An ``identity`` that such a line cannot hold is replaced by the namespace.
    """
    name = identity if _NAME.fullmatch(identity) else namespace
    return f'{name} namespaces="{namespace}" {Reader(key).word()} {base64.b64encode(key).decode("ascii")}'


def _signer(line: str) -> Signer:
    who = _PRINCIPALS.match(line)
    if who is None:
        raise ValueError("no name and key")
    rest, options = line[who.end() :].strip(), {}
    while (key := _KEY.match(rest)) is None:
        option = _OPTION.match(rest)
        if option is None or not option[0]:
            raise ValueError("no key")
        name = option[1].lower()
        if name not in ("namespaces", "valid-after", "valid-before") or option[2] is None or name in options:
            raise ValueError(f"the option {name} is not known here")
        options[name] = option[2]
        rest = rest[option.end() :].lstrip()
    for name in ("valid-after", "valid-before"):
        if name in options:
            _moment(options[name], None)
    blob = from_base64(key[2])
    if Reader(blob).word() != key[1]:
        raise WireError("the key is of another kind than the line says")
    return Signer(
        who[1] or who[2],
        blob,
        options.get("namespaces", ""),
        options.get("valid-after", ""),
        options.get("valid-before", ""),
    )


def _moment(written: str, zone: tzinfo | None) -> datetime:
    """``20261123``, ``202611231830`` or ``20261123183000``, with ``Z`` for universal time. Raises ``ValueError``."""
    parts = _TIME.fullmatch(written)
    if parts is None:
        raise ValueError(f"{written} is no time")
    year, month, day, hour, minute, second = (int(part or 0) for part in parts.groups()[:6])
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC if parts[7] else zone)


def _listed(name: str, patterns: str) -> bool:
    """Whether one of the patterns fits, and none that begins with ``!``."""
    fits = False
    for pattern in patterns.split(","):
        bare = re.escape(pattern.removeprefix("!")).replace(r"\*", ".*").replace(r"\?", ".")
        if re.fullmatch(bare, name):
            if pattern.startswith("!"):
                return False
            fits = True
    return fits
