"""Why a file was made anew, or was not: what it is made of, compared with the last time.

Takes what went into each file, by what people call it, and a record of the last build; gives words. The record is
small: digests only, and what files have in common stands in it once. Must not know where it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from modulekit.build.digest import digest_of
from modulekit.products.context import Context

_SHORT = 16  # hexadecimal digits of a digest that are kept: enough to tell two values apart
_PARTS = {
    "module": "course",
    "numbering": "numbering",
    "assets": "pictures",
    "organisation": "name of the organisation",
    "centre": "centre",
    "visibility": "funder and partners",
    "delivery": "delivery",
    "participants": "list of participants",
    "schedule": "timetable",
    "written_in": "language of the course",
    "adaptations": "material of the region",
    "changes": "version that was taught before",
}
"""What the fields of an edition are called."""
WORDS, SECOND, PAGES = "words of the program", "second language", "pages of other products"


@dataclass(frozen=True, slots=True)
class Trace:
    """What a file was made of. ``key`` names its bytes; ``kept`` says that they were found in the cache."""

    path: str
    key: str
    ingredients: Mapping[str, str]
    kept: bool


def ingredients_of(context: Context) -> Mapping[str, str]:
    """The digests of all that a product is composed of, by what people call it."""
    edition = context.edition
    found = {_PARTS[field.name]: digest_of(getattr(edition, field.name)) for field in fields(edition)}
    found[WORDS] = digest_of(context.strings)
    if context.beside:
        found[SECOND] = digest_of(sorted(ingredients_of(context.beside).items()))
    return found


class Remembered:
    """What the last build made of which ingredients, by the paths of files."""

    def __init__(self, files: Mapping[str, tuple[str, Mapping[str, str]]]) -> None:
        self._files = dict(files)

    @classmethod
    def read(cls, data: bytes) -> Remembered:
        """The record in ``data``; an empty one where it is none."""
        try:
            record = json.loads(data)
            sets = [{str(name): str(value) for name, value in one.items()} for one in record["ingredients"]]
            files = {str(path): (str(key), sets[at]) for path, (key, at) in record["files"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return cls({})
        return cls(files)

    def to_bytes(self) -> bytes:
        """The record, to be kept."""
        sets: dict[str, int] = {}
        files = {}
        for path, (key, made_of) in sorted(self._files.items()):
            text = json.dumps(made_of, sort_keys=True)
            files[path] = [key, sets.setdefault(text, len(sets))]
        return json.dumps(
            {"ingredients": [json.loads(text) for text in sets], "files": files}, ensure_ascii=False
        ).encode()

    def after(self, traces: Iterable[Trace]) -> Remembered:
        """The record when the files of ``traces`` were made."""
        made = {trace.path: (trace.key[-_SHORT:], _short(trace.ingredients)) for trace in traces}
        return Remembered({**self._files, **made})

    def why(self, trace: Trace) -> str:
        """Why the file of ``trace`` was made anew, or was not."""
        if trace.path not in self._files:
            return "from the cache: it is new here" if trace.kept else "made: it is new"
        key, _ = self._files[trace.path]
        changed = ", ".join(self.changed(trace.path, trace.ingredients))
        if key == trace.key[-_SHORT:]:
            if not trace.kept:
                return "made: it was no longer in the cache"
            return f"unchanged: {changed} changed, but nothing that it shows" if changed else "unchanged"
        return f"from the cache: {changed} as in an earlier build" if trace.kept else f"made: {changed} changed"

    def changed(self, path: str, ingredients: Mapping[str, str]) -> tuple[str, ...]:
        """What is not as it was when the file at ``path`` was made."""
        _, before = self._files.get(path, ("", {}))
        return tuple(name for name, digest in _short(ingredients).items() if before.get(name, "") != digest)

    def knows(self, path: str) -> bool:
        """Whether the file at ``path`` was made before."""
        return path in self._files


def _short(ingredients: Mapping[str, str]) -> dict[str, str]:
    """Digests as they are kept; versions stay as they are."""
    return {name: digest[:_SHORT] if len(digest) == 64 else digest for name, digest in ingredients.items()}
