"""The check of all catalogues of a module that remembers what it found right.

Takes a module as it was read and a cache, reports what stops a build. A catalogue that was found right is not even read
again while it, the words of its languages and the forms of its texts stay. Must not know the command line.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import cached_property

from modulekit.cache import Cache, key_of
from modulekit.checks.translation import Speech
from modulekit.diagnostics import Report
from modulekit.editions.printable import Form
from modulekit.model.catalogue import Key
from modulekit.review.translated import check_rendering, forms_of, rendering_of, speech
from modulekit.review.verdicts import Verdict
from modulekit.review.word_files import STRINGS
from modulekit.source import Files, PathRefusedError, Source
from modulekit.source.catalogues import languages_of
from modulekit.source.po import LOCALE, read_po
from modulekit.source.reading_bytes import read_bytes


class Catalogues:
    """The catalogues of ``source``. ``workspace`` may hold words of further languages; ``program`` tells this version
    of the program from others, and where it is empty nothing is remembered."""

    def __init__(self, source: Source, workspace: Files | None, cache: Cache, program: str) -> None:
        self._source = source
        self._workspace = workspace
        self._cache = cache if program else Cache()
        self._program = program

    def check(self, report: Report) -> None:
        """Report what stops a build."""
        source = self._source
        for language in languages_of(source, report):
            path = f"{LOCALE}/{language}.po"
            content = read_bytes(source.files, path, source.home, report)
            if content is None or self._is_right(language, content):
                continue
            mine = Report()
            read = read_po(content, language, source.home / path, mine)
            if read is not None:
                rendering = rendering_of(source, read, self._forms, self._own, self._workspace)
                mine.extend(check_rendering(rendering, self._forms, errors_only=True))
                if not len(mine):
                    self._cache.put(self._key(language, content), Verdict.of(rendering, self._forms).to_bytes())
            report.extend(mine)

    def _is_right(self, language: str, content: bytes) -> bool:
        """Whether a catalogue was found right, and still is."""
        kept = self._cache.get(self._key(language, content))
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            return kept is not None and Verdict.from_bytes(kept).holds(self._forms)
        return False

    def _key(self, language: str, content: bytes) -> str:
        terms = [part for term in self._source.module.glossary for part in (term.id, term.term)]
        own = self._source.module.language
        return key_of("catalogue verdict", self._program, own, language, content, str(len(terms)), *terms, *self._words)

    @cached_property
    def _forms(self) -> Mapping[Key, Form]:
        return forms_of(self._source)

    @cached_property
    def _own(self) -> Speech:
        """How the language of the module is written."""
        return speech(self._source.module.language, self._workspace)

    @cached_property
    def _words(self) -> tuple[bytes | str, ...]:
        """The files of words that the workspace brings: names and contents."""
        found: list[bytes | str] = []
        for name, is_folder in self._workspace.names(STRINGS) if self._workspace else ():
            if not is_folder:
                found.append(name)
                with contextlib.suppress(OSError, PathRefusedError):
                    assert self._workspace is not None
                    found.append(self._workspace.read(f"{STRINGS}/{name}"))
        return tuple(found)
