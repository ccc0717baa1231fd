"""The program's own words for a language, or what stands in their way.

Takes a BCP 47 tag, gives :class:`Strings` or a diagnostic. A script is part of a language here: a course in Kazakh in
Latin letters gets no Cyrillic headings.
"""

from __future__ import annotations

from modulekit.codes import finding
from modulekit.diagnostics import Report, Span
from modulekit.products.strings import Strings, StringsError, parse_strings, words_for
from modulekit.resources import templates
from modulekit.source import Files, PathRefusedError

STRINGS = "strings"
"""The folder of words, in a workspace and among the templates; the workspace's own come first."""


def own_words(language: str, span: Span | None, report: Report, workspace: Files | None = None) -> Strings | None:
    """The words for ``language``; where there are none, or they cannot be used, a diagnostic at ``span``."""
    found: dict[str, Files] = {}
    for home in (Files(templates()), *((workspace,) if workspace else ())):
        names = (name for name, is_folder in home.names(STRINGS) if name.endswith(".yaml") and not is_folder)
        found.update({name.removesuffix(".yaml"): home for name in names})
    known = sorted(found)
    served_by = words_for(language, known)
    if served_by is None:
        words = f"ModuleKit has no words of its own in the language “{language}”."
        same = language.split("-")[0]
        hint = f"There are: {', '.join(known)}. Others stand in the workspace, in strings/{language}.yaml."
        if same in known:
            hint = f"“{same}.yaml” is in another script. Write strings/{language}.yaml with the same keys."
        report.add(finding("MK904", words, span, hint))
        return None
    try:
        text = found[served_by].read(f"{STRINGS}/{served_by}.yaml").decode("utf-8")
        return parse_strings(text, language)
    except (StringsError, OSError, PathRefusedError, UnicodeDecodeError) as error:
        report.add(finding("MK903", f"The words for “{language}” cannot be used: {error}."))
        return None
