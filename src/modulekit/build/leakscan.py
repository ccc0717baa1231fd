"""The scan of the participants' files for what only trainers may see: phrases of the model, hits as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from modulekit.codes import finding
from modulekit.delivery.contents import texts
from modulekit.delivery.leaks import Scan, scan
from modulekit.delivery.zips import UnreadableError
from modulekit.diagnostics import Diagnostic, Places
from modulekit.document.words import words_of
from modulekit.editions import Phrase, phrases
from modulekit.model import Module
from modulekit.products.strings import Strings

NOTHING = Scan((), 0, (), (), 0, 0)
"""The scan of no files."""
_SHOWN = 60  # characters of a phrase that a message repeats


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is looked for in participants' files: the trainer-only phrases of a module, each as runs of words, and the
    public words that prove nothing."""

    phrases: tuple[Phrase, ...]
    runs: tuple[tuple[str, ...], ...]
    public: tuple[str, ...]

    @classmethod
    def of(cls, module: Module, strings: Strings, pictures: Mapping[str, bytes]) -> Secrets:
        """The secrets of ``module``. ``pictures`` are those that participants' texts show: what is written in a drawing
        that its author put there is public."""
        found = tuple(phrases(module))
        secrets = tuple(phrase for phrase in found if phrase.secret)
        terms = {f"term:{term.id}": term.term for term in module.glossary}
        public = [words for phrase in found if not phrase.secret for words in words_of(phrase.text, terms)]
        public.extend(printed_by_us(strings))
        public.extend(words for name, data in pictures.items() for words in drawn(name, data))
        return cls(secrets, tuple(tuple(words_of(phrase.text)) for phrase in secrets), tuple(public))

    def told(self, result: Scan, places: Places) -> Iterator[Diagnostic]:
        """What a scan came to: a hit is an error at the phrase's own place. Phrases that cannot be searched are
        counted; those that are a text of their own, not a cell or a label, are named."""
        yield from _leaks(result, self.phrases, places)
        yield from _unsearched(result, self.phrases, places)


def unreadable(why: str) -> Diagnostic:
    """What is said of a finished file that cannot be opened again."""
    message = f"A finished file cannot be searched for trainer material: {why}."
    return finding("MK802", message, hint="Nothing was written.")


def scan_for_leaks(
    module: Module,
    files: Mapping[str, bytes],
    strings: Strings,
    places: Places,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Scan, tuple[Diagnostic, ...]]:
    """Look for every trainer-only phrase of ``module`` in ``files``, in one go."""
    if not files:
        return NOTHING, ()
    secrets = Secrets.of(module, strings, pictures)
    try:
        result = scan(files, secrets.runs, secrets.public)
    except UnreadableError as error:
        return NOTHING, (unreadable(str(error)),)
    return result, tuple(secrets.told(result, places))


def _leaks(result: Scan, secrets: tuple[Phrase, ...], places: Places) -> Iterator[Diagnostic]:
    """One diagnostic for each phrase, however many files hold it."""
    holders: dict[int, list[str]] = {}
    for leak in result.leaks:
        holders.setdefault(leak.phrase, []).append(leak.file)
    for index, names in holders.items():
        phrase = secrets[index]
        yield finding(
            "MK802",
            f"Trainer material stands in what participants get: {', '.join(sorted(names))}.",
            places.at(*phrase.loc),
            f"Found: “{_shown(phrase.text)}”. Nothing was written. Say it in other words, or take it out of the text "
            "that participants read.",
        )


def _unsearched(result: Scan, secrets: tuple[Phrase, ...], places: Places) -> Iterator[Diagnostic]:
    for indexes, reason in (
        (result.too_short, "is too short to be searched for in the participants' files"),
        (result.public, "also stands in text for participants, so a search for it proves nothing"),
    ):
        for phrase in (secrets[index] for index in indexes):
            if phrase.marked and not _is_key(phrase):
                message = f"This trainer text {reason}: “{_shown(phrase.text)}”."
                yield finding("MK803", message, places.at(*phrase.loc), "Say more, or look yourself.")


def _is_key(phrase: Phrase) -> bool:
    """Whether this is a test item's key: mostly a figure, which no search can tell from others. That tests for
    participants hold no key is certain because nothing that composes them reads one."""
    return phrase.loc[:2] == ("quiz", "items") and phrase.loc[3] in ("key", "tolerance")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


def drawn(name: str, data: bytes) -> Iterator[str]:
    """The words in a drawing; one that cannot be read says nothing, and a check names it."""
    try:
        yield from texts(name, data)
    except UnreadableError:
        return


def printed_by_us(strings: Strings) -> Iterator[str]:
    for entry in strings.entries.values():
        yield from (entry,) if isinstance(entry, str) else entry.values()
