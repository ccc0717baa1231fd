"""Names in a stranger's package, judged before anything is read.

Takes the paths of files and folders as they are written, gives findings. Shares nothing with the code that names the
files of our own packages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from modulekit.delivery.verify.box import found, shown
from modulekit.delivery.verify.limits import Limits
from modulekit.diagnostics import Diagnostic

_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
_SHORT = re.compile(r".{1,7}~[0-9]{1,6}(?:\..{0,3})?")
_FORBIDDEN = frozenset('<>:"|?*')
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def check_paths(files: Iterable[str], folders: Iterable[str], limits: Limits) -> Iterator[Diagnostic]:
    """Every name that is dangerous to unpack, and names that fall together on some computer.

    A path that stands twice in ``files`` is a finding too.
    """
    listed, kept = sorted(files), sorted(set(folders))
    refused: set[str] = set()
    for path in (*listed, *kept):
        danger = judge(path, limits)
        if danger is not None:
            yield danger
            refused.add(path)
    # what is left has few folders in its path, so that looking at each of them takes little time
    yield from _collisions([p for p in listed if p not in refused], [p for p in kept if p not in refused])


def judge(path: str, limits: Limits) -> Diagnostic | None:
    """What is dangerous about the name of one file; None where nothing is."""
    if len(path) > limits.path or path.count("/") <= limits.depth:
        danger = _trouble(path, limits)
        return (
            found("MK952", path, danger, "Do not unpack this package; ask the sender for another.") if danger else None
        )
    return found("MK955", path, f"lies more than {limits.depth} folders deep")


def _trouble(path: str, limits: Limits) -> str:
    """Why ``path`` is dangerous, as the end of a sentence; empty where it is not."""
    if not path:
        return "has no name"
    if "\\" in path:
        return "has a backslash in its name, which is a folder on Windows"
    if path.startswith("/"):
        return "is an absolute path"
    if _DRIVE.match(path):
        return "begins with the letter of a drive"
    if len(path.encode("utf-8", "surrogatepass")) > limits.path:
        return f"has a path of more than {limits.path} bytes"
    for name in path.split("/"):
        danger = _trouble_of_name(name, limits)
        if danger:
            return danger
    return ""


def _trouble_of_name(name: str, limits: Limits) -> str:
    if not name:
        return "has a folder without a name in its path"
    if name in (".", ".."):
        return "leads to another folder"
    if any("\udc80" <= letter <= "\udcff" for letter in name):
        return "has a name that is not written in UTF-8"
    if any(unicodedata.category(letter) in _HIDDEN for letter in name):
        return "has a character in its name that does not show"
    if _FORBIDDEN & set(name):
        return "has a character in its name that Windows does not allow"
    if name[-1] in ". " or name[0] == " ":
        return "has a name with a dot or a space at its end, which Windows takes away"
    if _DEVICE.fullmatch(name):
        return "is the name of a device on Windows"
    if _SHORT.fullmatch(name):
        return "has the form of a short name, by which Windows may mean another file"
    if len(name.encode("utf-8", "surrogatepass")) > limits.name:
        return f"has a name of more than {limits.name} bytes"
    return ""


def _collisions(files: list[str], folders: list[str]) -> Iterator[Diagnostic]:
    spelled: dict[str, str] = {}
    kinds: dict[str, bool] = {}
    for path in files:
        if kinds.get(path) is True:
            yield found("MK954", path, "stands in the package twice")
        kinds[path] = True
        yield from _clash(path, spelled)
    for folder in sorted({*folders, *(parent for path in files for parent in _parents(path))}):
        if kinds.get(folder):
            yield found("MK954", folder, "is a file and a folder at once")
        yield from _clash(folder, spelled)


def _clash(path: str, spelled: dict[str, str]) -> Iterator[Diagnostic]:
    other = spelled.setdefault(_folded(path), path)
    if other != path:
        yield found("MK954", path, f"and {shown(other)} are one name on some computers")


def _parents(path: str) -> Iterator[str]:
    at = path.find("/")
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _folded(path: str) -> str:
    """What Windows and the Mac make of a path: no case, one form of each letter, no dots or spaces at the end."""
    names = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold()).split("/")
    return "/".join(name.rstrip(". ") for name in names)
