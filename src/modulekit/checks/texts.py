"""MK7xx: Markdown that a page cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Loc, Span
from modulekit.document.survey import MOST_BRACKETS, Fault, Trouble
from modulekit.model import Markdown

_STEP_TITLE = 2
"""The level of the heading that a handout entry stands under."""
_DEEPEST = 4


def heading_level(subject: Subject) -> Iterator[Diagnostic]:
    """MK706: headings inside entries begin at level 3, skip none, and stop at 4; elsewhere there are none."""
    level: dict[Loc, int] = {}
    for passage, seen in subject.surveys:
        for heading in seen.headings:
            marks = "#" * heading.level
            span = subject.inside(passage, heading.offset, heading.level)
            if passage.owner is not Markdown:
                message = "A heading has no place in this text."
                yield finding("MK706", message, span, "Begin the paragraph with **words in bold** instead.")
                continue
            entries = _list_of(passage.loc)
            above = level.get(entries, _STEP_TITLE)
            level[entries] = min(max(heading.level, _STEP_TITLE + 1), _DEEPEST)
            if heading.level <= _STEP_TITLE:
                message = f"A heading inside an entry begins with ###, not with {marks}."
                yield finding("MK706", message, span, "The title above it has level 2.")
            elif heading.level > _DEEPEST:
                yield finding("MK706", f"Headings have at most {_DEEPEST} levels, this one is {marks}.", span)
            elif heading.level > above + 1:
                message = f"This heading skips a level: it is {marks}, the one above it {'#' * above}."
                yield finding("MK706", message, span, f"Write {'#' * (above + 1)}.")


def raw_html(subject: Subject) -> Iterator[Diagnostic]:
    """MK707: texts hold no HTML."""
    for fault, span in _faults(subject, Trouble.HTML):
        hint = "Use Markdown: **strong**, *emphasis*, a blank line between paragraphs. For the sign itself write &lt;."
        yield finding("MK707", f"“{_cut(fault.excerpt)}” is HTML.", span, hint)


def picture_in_text(subject: Subject) -> Iterator[Diagnostic]:
    """MK708: pictures are figures."""
    for fault, span in _faults(subject, Trouble.IMAGE):
        hint = "Make it an entry of its own: `figure` with `file`, `alt` and `caption`."
        yield finding("MK708", f"“{_cut(fault.excerpt)}” puts a picture into a text.", span, hint)


def unsafe_link(subject: Subject) -> Iterator[Diagnostic]:
    """MK709: links lead to https addresses or write a mail."""
    for passage, seen in subject.surveys:
        for link in seen.links:
            if not link.url.lower().startswith(("https://", "mailto:")):
                message = f"A link cannot lead to “{_cut(link.url)}”."
                hint = "Write an address that begins with https://, or refer to the course itself with [[kind:id]]."
                if link.url.lower().startswith("http://"):
                    hint = f"Write {_cut('https' + link.url[4:])} if the site has it; nearly all do."
                yield finding("MK709", message, subject.inside(passage, link.offset, 2), hint)


def other_markdown(subject: Subject) -> Iterator[Diagnostic]:
    """MK710: no lines across the page, no surplus cells, no lists seven levels deep."""
    for trouble, message, hint in (
        (Trouble.RULE, "A line across the page has no place in a course.", "Use a heading, or leave it out."),
        (
            Trouble.CELLS,
            "This row has more cells than the table has columns.",
            "If a | is part of the text, write \\|.",
        ),
        (Trouble.DEPTH, "Lists or quotations are nested too deeply.", "Use two levels at most."),
        (Trouble.BRACKETS, f"A text has at most {MOST_BRACKETS} opening brackets.", "Make several entries of it."),
    ):
        for fault, span in _faults(subject, trouble):
            if trouble is Trouble.CELLS and "[[" in fault.excerpt:
                continue  # the | of a reference made the surplus cell; another check names it
            yield finding("MK710", message, span, hint)


def _faults(subject: Subject, trouble: Trouble) -> Iterator[tuple[Fault, Span | None]]:
    """Each fault of a kind with its place; of several in one text only the first."""
    for passage, seen in subject.surveys:
        found = next((fault for fault in seen.faults if fault.trouble is trouble), None)
        if found is not None:
            yield found, subject.inside(passage, found.offset, max(len(found.excerpt), 1))


def _list_of(loc: Loc) -> Loc:
    """The list of entries that a Markdown entry stands in: ``…, "handout", 3, "markdown", "text"`` without its end."""
    return loc[:-3]


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
