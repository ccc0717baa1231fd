"""The program's own words for a language, or what stands in their way.

Takes a BCP 47 tag, gives :class:`Strings` or a diagnostic. A script is part of a language here: a course in Kazakh in
Latin letters gets no Cyrillic headings.
"""

from __future__ import annotations

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.products.strings import Strings, StringsError, parse_strings, words_for
from modulekit.resources import templates


def own_words(language: str, span: Span | None, report: Report) -> Strings | None:
    """The words for ``language``; where there are none, or they cannot be used, a diagnostic at ``span``."""
    folder = templates() / "strings"
    known = sorted(file.stem for file in folder.glob("*.yaml"))
    served_by = words_for(language, known)
    if served_by is None:
        words = f"ModuleKit has no words of its own in the language “{language}”."
        same = language.split("-")[0]
        hint = f"There are: {', '.join(known)}."
        if same in known:
            hint = f"“{same}.yaml” is in another script. Write templates/strings/{language}.yaml with the same keys."
        report.add(finding("MK904", words, span, hint))
        return None
    try:
        return parse_strings((folder / f"{served_by}.yaml").read_text(encoding="utf-8"), language)
    except StringsError as error:
        report.add(finding("MK903", f"The words for “{language}” cannot be used: {error}."))
        return None
