"""The program's own words for a language, or what stands in their way.

Takes a BCP 47 tag, gives :class:`Strings` or a diagnostic. The words of a workspace come before those of ModuleKit.
A script is part of a language here: a course in Kazakh in Latin letters gets no Cyrillic headings.
"""

from __future__ import annotations

from dataclasses import replace

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.products.strings import Strings, parse_strings, words_for
from modulekit.resources import templates
from modulekit.review.word_files import STRINGS, read_words
from modulekit.source import Files


def own_words(language: str, span: Span | None, report: Report, workspace: Files | None = None) -> Strings | None:
    """The words for ``language``; where there are none, or they cannot be used, a diagnostic at ``span``."""
    own = _languages(workspace) if workspace else frozenset()
    known = sorted(own | _languages(Files(templates())))
    served_by = words_for(language, known)
    if served_by is None:
        words = f"ModuleKit has no words of its own in the language “{language}”."
        same = language.split("-")[0]
        hint = f"There are: {', '.join(known)}. Others stand in the workspace, in strings/{language}.yaml."
        if same in known:
            hint = f"“{same}.yaml” is in another script. Write strings/{language}.yaml with the same keys."
        report.add(finding("MK904", words, span, hint))
        return None
    if workspace is not None and served_by in own:
        found = read_words(workspace, served_by, report)
        return replace(found, language=language) if found else None
    text = (templates() / STRINGS / f"{served_by}.yaml").read_text(encoding="utf-8")
    return parse_strings(text, language)


def _languages(home: Files) -> frozenset[str]:
    """The languages that have a file of words."""
    names = (name for name, is_folder in home.names(STRINGS) if name.endswith(".yaml") and not is_folder)
    return frozenset(name.removesuffix(".yaml") for name in names)
