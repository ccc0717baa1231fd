"""The words that the program itself prints, from ``templates/strings/<language>.yaml``.

Takes the text of a strings file, gives :class:`Strings`. A word that is missing is an error at once, never an empty
place in a document. Plural forms follow CLDR's categories (``one``, ``few``, ``many``, ``other``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

Entry = str | Mapping[str, str]


class StringsError(ValueError):
    """A strings file that cannot be used, or a word that it lacks."""


@dataclass(frozen=True, slots=True)
class Strings:
    """Words by key. ``language`` is a BCP 47 tag."""

    language: str
    entries: Mapping[str, Entry]

    def __call__(self, key: str, **values: object) -> str:
        """The words of ``key`` with ``{name}`` replaced; ``n`` chooses the plural form.

        Raises :class:`StringsError` for a key or a value that is not there.
        """
        entry = self.entries.get(key)
        if entry is None:
            raise StringsError(f"the strings for {self.language!r} lack {key!r}")
        if not isinstance(entry, str):
            number = values.get("n")
            if not isinstance(number, int | float):
                raise StringsError(f"{key!r} has plural forms and needs a number n")
            entry = entry.get(_plural(self.language)(number), entry["other"])
        try:
            return entry.format_map(values)
        except KeyError as missing:
            raise StringsError(f"{key!r} asks for {missing}, which is not given") from None


@lru_cache(maxsize=16)
def parse_strings(text: str, language: str) -> Strings:
    """Read a strings file: a flat mapping of keys to words or to plural forms.

    Raises :class:`StringsError`.
    """
    data: Any = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(data, dict):
        raise StringsError(f"the strings for {language!r} must be a mapping")
    for key, entry in data.items():
        forms = entry.values() if isinstance(entry, dict) else [entry]
        if not all(isinstance(form, str) for form in forms):
            raise StringsError(f"{key!r} must be text or plural forms in the strings for {language!r}")
        if isinstance(entry, dict) and "other" not in entry:
            raise StringsError(f"{key!r} lacks the plural form 'other' in the strings for {language!r}")
    return Strings(language, data)


def words_for(language: str, known: Collection[str]) -> str | None:
    """The language among ``known`` whose words serve ``language``: the same one in the same script.

    ``kk-Cyrl`` and ``kk-KZ`` are served by ``kk``; ``kk-Latn`` is not, because nobody writes Kazakh in two scripts on
    one page. All are tags as in BCP 47.
    """
    if language in known:
        return language
    script = script_of(language)
    return next((tag for tag in sorted(known) if _base(tag) == _base(language) and script_of(tag) == script), None)


def _base(tag: str) -> str:
    return tag.split("-")[0].lower()


def script_of(tag: str) -> str:
    """``Cyrl`` for ``kk``: the script that is written, or the usual one of the language and region."""
    from babel.core import get_global

    language, *rest = tag.split("-")
    written = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    likely = get_global("likely_subtags")
    usual = str(likely.get(f"{language.lower()}_{region}") or likely.get(language.lower()) or "")
    return written or next(iter(usual.split("_")[1:2]), "")


@cache
def _plural(language: str) -> Callable[[float], str]:
    from babel import Locale

    rule: Callable[[float], str] = Locale.parse(language.split("-")[0]).plural_form
    return rule
