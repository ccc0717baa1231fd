"""Files of somebody else that other commands than ``check`` read: packages, files of translators, fonts."""

from __future__ import annotations

import random
from pathlib import Path, PurePosixPath

from modulekit.cli.verify import run as verify
from modulekit.diagnostics import Report
from modulekit.model.catalogue import Catalogue, Translation
from modulekit.resources import templates
from modulekit.review.translated import characters_of
from modulekit.source.xliff import read_xliff, write_xliff
from tests.delivery.bags import bag
from tests.delivery.hostile import parts
from tests.delivery.zips import zipped
from tests.hostile.bytes import damaged

_ENTRIES = (
    Translation("module/title", "Short *meetings*", "Короткие *совещания*", notes=("Everybody reads this.",)),
    Translation("lesson:a/title", "An agenda", "Повестка", outdated=True, previous="The agenda", remarks=("?",)),
    Translation("lesson:b/title", "[[term:a]] & <b>", ""),
)
_ZIP = zipped(parts())
_XLIFF = write_xliff(Catalogue("ru", _ENTRIES), "meetings", "en")


def stranger(seed: int, number: int, folder: Path) -> None:
    """Read the damaged file of this seed and number; nothing may be raised."""
    chance = random.Random(f"stranger {seed} {number}")
    match number % 4:
        case 0:
            package = folder / "package.zip"
            package.write_bytes(damaged(_ZIP, chance, _XLIFF))
            verify(package, None, chance.choice(("text", "json")))
        case 1:
            package = folder / f"package-{number}"
            files = bag()
            name = chance.choice(sorted(files))
            files[name] = damaged(files[name], chance, files["bag-info.txt"])
            for path, data in files.items():
                (package / path).parent.mkdir(parents=True, exist_ok=True)
                (package / path).write_bytes(data)
            verify(package, None, "text")
        case 2:
            report = Report()
            found = read_xliff(damaged(_XLIFF, chance, _XLIFF), PurePosixPath("ru.xlf"), report)
            assert (found is None) == report.has_errors
        case _:
            _font(chance, folder)


def _font(chance: random.Random, folder: Path) -> None:
    whole = sorted((templates() / "fonts").glob("*-Regular.ttf"))[0].read_bytes()
    font = folder / "Own-Regular.ttf"
    font.write_bytes(damaged(whole, chance, whole[:2000]))
    characters_of(font)
