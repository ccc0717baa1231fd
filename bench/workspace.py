"""A copy of this repository's courses to be edited and built: the bench never touches the courses themselves."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from bench.export import MODULE
from bench.measured import Program, Sample, run

_COPIED = ("modulekit.yaml", "brand", "centres", "deliveries", "modules")
_LESSON = Path("modules", MODULE, "lessons", "03-problem-tree.yaml")
_PLACES = {  # a word that stands in this place: what is edited
    "handout": (_LESSON, "or falls with the sentence", "or falls {} with the sentence"),
    "message": (_LESSON, "Stop where a region", "Stop {} where a region"),
    "note": (_LESSON, "Write seven large cards", "Write seven {} large cards"),
    "place": (Path("centres", "academy.yaml"), "place: {en: Astana", "place: {{en: Astana {}"),
}
_WORDS = ("firmly", "surely", "always", "plainly", "often", "largely", "mostly", "truly", "merely", "simply", "clearly")
_CENTRE = """format: 1
centre: bench-{number}
kind: academy
name:
  en: Academy of Public Service, branch {number}
  ru: Академия государственной службы, филиал {number}
  kk: Мемлекеттік қызмет академиясы, {number}-филиал
place: {{en: Town {number}, ru: Город {number}, kk: {number}-қала}}
contact: [branch{number}@example.org]
languages: [kk, ru, en]
"""


class Workspace:
    """A workspace in ``folder``, with its cache and its output."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._out = folder / "dist"
        self._edits: dict[str, int] = {}

    @classmethod
    def copied(cls, repository: Path, folder: Path) -> Workspace:
        """A copy of the courses of ``repository``, without cache or output."""
        folder.mkdir()
        for name in _COPIED:
            source = repository / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            else:
                shutil.copy(source, folder / name)
        return cls(folder)

    def cold(self) -> None:
        """Throw cache and output away."""
        shutil.rmtree(self.folder / ".modulekit", ignore_errors=True)
        shutil.rmtree(self._out, ignore_errors=True)

    def edit(self, place: str) -> None:
        """Change one word at ``place``, to one that was not there before."""
        path, found, changed = _PLACES[place]
        number = self._edits[place] = self._edits.get(place, -1) + 1
        file = self.folder / path
        text = file.read_text("utf-8")
        old = found if number == 0 else changed.format(_word(number - 1))
        if text.count(old) != 1:
            raise ValueError(f"“{old}” stands {text.count(old)} times in {path}; the bench edits it")
        file.write_text(text.replace(old, changed.format(_word(number))), "utf-8")

    def add_centre(self, number: int) -> str:
        """One more centre, which gets the material of every region, with a name and an address of its own; its id."""
        id = f"bench-{number}"
        (self.folder / "centres" / f"{id}.yaml").write_text(_CENTRE.format(number=number), "utf-8")
        return id

    def build(self, *options: str, cores: tuple[int, ...] = ()) -> Sample:
        """Build into the output folder of this workspace."""
        return self.modulekit("build", MODULE, "--out", str(self._out), *options, cores=cores)

    def modulekit(self, *words: str, cores: tuple[int, ...] = ()) -> Sample:
        """Any command."""
        return run(Program((sys.executable, "-m", "modulekit", *words), self.folder, cores))

    def pages(self) -> dict[str, int]:
        """How many pages each PDF has that was built last."""
        import pikepdf

        counted = {}
        for path in sorted((self._out / MODULE / "en").glob("*.pdf")):
            with pikepdf.open(path) as pdf:
                counted[path.stem] = len(pdf.pages)
        return counted


def cores() -> tuple[int, ...]:
    """The cores that this process may use."""
    return tuple(sorted(os.sched_getaffinity(0)))


def _word(number: int) -> str:
    """A word that was not used before: those of the list, then pairs of them."""
    first, second = divmod(number, len(_WORDS))
    return _WORDS[second] if first == 0 else f"{_WORDS[first - 1]} {_WORDS[second]}"
