"""Mutants: a workspace with one or two damaged files, each made from a number alone.

The workspaces are the small course, the flagship and the one of the cases, with a file of every kind added that they do
not have: catalogues, words, kits, a theme, records of hand-overs, lists of participants.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.cases.case import BASE
from tests.courses import SMALL
from tests.hostile.bytes import damaged
from tests.hostile.pictures import damaged_drawing, damaged_pixels
from tests.hostile.trees import damaged_tree

REPOSITORY = Path(__file__).parents[2]
_FLAGSHIP = ("modulekit.yaml", "modules", "centres", "deliveries", "brand")
_FLAGSHIPS = 50  # one mutant of so many is one of the flagship, which takes as long as twenty of the others

PO = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "module/title"
msgid "Meetings that *decide*"
msgstr "Совещания, которые *решают*"

#. A note
#, fuzzy
#| msgid "Wrote a decision"
msgctxt "outcome:record-decision/text"
msgid "write a decision that somebody can carry out"
msgstr ""
"записать решение, которое "
"можно выполнить"

#~ msgid "Gone"
#~ msgstr "Ушло"
"""
LIST = "name;organisation;position\nАйгүл Сейітқызы;Akimat;specialist\nB. Reader;School;\n"
ID = "2026-11-20-academy-aaaaaaaaaaaa"
RECORD = f"""handover: {ID}
package: short-meetings-1.10-centre-academy
module: short-meetings
version: "1.10"
kit: centre
centre: academy
languages: [en]
digest: {"a" * 64}
date: 2026-11-20
signed_by: null
received: null
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """Files of a workspace with other contents. ``number`` makes it again."""

    number: int
    workspace: str
    files: Mapping[str, bytes]


@cache
def originals(workspace: str) -> Mapping[str, bytes]:
    """The files of a workspace by path."""
    roots = {"small": SMALL, "cases": BASE, "flagship": REPOSITORY}
    root = roots[workspace]
    tops = _FLAGSHIP if workspace == "flagship" else [item.name for item in root.iterdir()]
    paths = [path for top in tops for path in ([root / top] if (root / top).is_file() else (root / top).rglob("*"))]
    found = {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()}
    if workspace == "small":
        strings = (REPOSITORY / "templates" / "strings" / "en.yaml").read_bytes()
        theme = b'colour: {petrol: "#12343b"}\nsize: {body: 10.5}\nfont: {serif: PT Serif}\n'
        kits = (REPOSITORY / "templates" / "kits.yaml").read_bytes().partition(b"\nkits:")
        found["modules/short-meetings/locale/ru.po"] = PO.encode()
        found["strings/uz.yaml"] = strings
        found["themes/own.yaml"] = theme
        found["deliveries/list.csv"] = LIST.encode()
        delivery = found["deliveries/hilltown-2026.yaml"].partition(b"\nparticipants:")[0]
        found["deliveries/hilltown-2026.yaml"] = delivery + b"\nparticipants: deliveries/list.csv\n"
        found["modulekit.yaml"] += b"theme: themes/own.yaml\n" + kits[1].lstrip() + kits[2]
        found[f"handovers/{ID}.yaml"] = RECORD.encode()
    return dict(sorted(found.items()))


def mutant(seed: int, number: int) -> Mutant:
    """The mutant of this seed and number."""
    chance = random.Random(f"{seed} {number}")
    workspace = "flagship" if number % _FLAGSHIPS == 0 else "cases" if number % 3 else "small"
    files = originals(workspace)
    names = list(files)
    chosen = [chance.choice(names) for _ in range(chance.choice((1, 1, 1, 2)))]
    return Mutant(number, workspace, {name: _mutated(name, files, chance) for name in chosen})


def _mutated(name: str, files: Mapping[str, bytes], chance: random.Random) -> bytes:
    data, alike = files[name], [other for other in files if other.endswith(name[name.rfind(".") :])]
    other = files[chance.choice(alike)]
    if name.endswith(".yaml") and chance.random() < 0.65:
        try:
            return damaged_tree(data, chance, other)
        except (yaml.YAMLError, RecursionError):
            pass
    if name.endswith(".svg") and chance.random() < 0.6:
        return damaged_drawing(data, chance)
    if name.endswith((".png", ".jpg")) and chance.random() < 0.5:
        return damaged_pixels(data, chance)
    return damaged(data, chance, other)


class Stand:
    """Workspaces on disk that become mutants one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def set_up(self, one: Mutant) -> Path:
        """The workspace of ``one``, until :meth:`clean`."""
        root = self._folder / one.workspace
        if not root.exists():
            for name, data in originals(one.workspace).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(data)
        for name, data in one.files.items():
            (root / name).write_bytes(data)
        return root

    def clean(self, one: Mutant) -> None:
        """Make the workspace whole again."""
        for name in one.files if (self._folder / one.workspace).exists() else ():
            (self._folder / one.workspace / name).write_bytes(originals(one.workspace)[name])

    def keep(self, one: Mutant, folder: Path) -> None:
        """Leave the damaged files of ``one`` in ``folder`` for whoever mends what they found."""
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in one.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
