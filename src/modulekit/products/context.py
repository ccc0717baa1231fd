"""What every product composes with: an edition, the program's words, and what other products were laid out to.

Turns the model's texts into document inlines and blocks, and ``[[kind:id]]`` into the right words and number. A
reference to something that this edition does not hold becomes plain words without a link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from modulekit.document import Asset, Block, Foreign, Inlines, Meta, Paragraph, Reference, Text, plain, walk
from modulekit.document.markdown import parse_blocks, parse_line
from modulekit.document.notation import Notation
from modulekit.model import Entry, Exercise, ExerciseUse, Lesson, LessonKind, Module, Step
from modulekit.model.edition import Edition
from modulekit.model.results.trees import problems_of
from modulekit.model.timetable import TimedDay, TimedSession, step_minutes, timetable
from modulekit.products import locale
from modulekit.products.marks import source_mark
from modulekit.products.strings import Strings

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][”’\"')]*(?=\s)|$)")
_GIST = 36  # characters: “Two proofs.” alone reminds nobody of anything


@dataclass(frozen=True, slots=True)
class Layouts:
    """What is known of products that were laid out before: pages by product and node id, slide pictures by slide id,
    and how many pages each product has."""

    pages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """An edition with the words of its language and the layouts of other products."""

    edition: Edition
    strings: Strings
    layouts: Layouts = field(default_factory=Layouts)
    beside: Context | None = None
    """The same edition in the second language of a bilingual handout."""

    @property
    def module(self) -> Module:
        """The module as this edition holds it."""
        return self.edition.module

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return {lesson.lesson: lesson for lesson in self.module.lessons}

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """Exercises by id."""
        return {exercise.exercise: exercise for exercise in self.module.exercises}

    @cached_property
    def days(self) -> tuple[TimedDay, ...]:
        """The programme with clock times."""
        return timetable(self.module)

    @cached_property
    def sessions(self) -> tuple[TimedSession, ...]:
        """The sessions of all days that are lessons or frames, in the order of the programme."""
        return tuple(s for day in self.days for s in day.sessions if s.lesson is not None)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """Titles of what has no number: frames, terms, cases and references, by ``kind:id``."""
        module = self.module
        found = dict(self.edition.schedule.titles)  # what was left out is still called by its title
        found |= {f"ref:{ref.id}": ref.title for ref in module.references}
        found |= {f"outcome:{outcome.id}": outcome.text for outcome in module.outcomes}
        found |= {f"term:{term.id}": term.term for term in module.glossary}
        found |= {f"lesson:{lesson.lesson}": lesson.title for lesson in module.lessons}
        for entry in self.entries:
            block = entry.block
            id = getattr(block, "id", None)
            if block.numbered_as and id:
                found[f"{block.numbered_as}:{id}"] = getattr(block, "caption", None) or getattr(block, "title", id)
        return found

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of handouts, worksheets and answers."""
        found = [entry for lesson in self.module.lessons for step in lesson.steps for entry in step.handout]
        for exercise in self.module.exercises:
            found += [*exercise.worksheet, *exercise.answer]
        return tuple(found)

    @cached_property
    def problems(self) -> Mapping[str, str]:
        """The words of every problem of the module's trees, by id."""
        trees = (entry.problem_tree for entry in self.entries if entry.problem_tree)
        return {problem.id: problem.text for tree in trees for problem in problems_of(tree) if problem.id}

    @cached_property
    def indicators(self) -> Mapping[str, str]:
        """The names of every indicator of the module's tables, by id."""
        tables = (entry.indicator_table for entry in self.entries if entry.indicator_table)
        return {row.id: row.name for table in tables for row in table.rows if row.id}

    def minutes(self, step: Step | ExerciseUse) -> int:
        """How long a step takes."""
        return step_minutes(step, self.exercises)

    def is_numbered(self, lesson: Lesson) -> bool:
        """Whether the lesson is one of the numbered ones, not a frame."""
        return lesson.kind is LessonKind.LESSON

    def lesson_number(self, lesson: Lesson) -> str:
        """The lesson's number, or nothing for a frame."""
        number = self.edition.numbering.lessons.get(lesson.lesson)
        return str(number) if number else ""

    @property
    def language(self) -> str:
        """The language of this edition; the module's own is the one that its files are written in."""
        return self.strings.language

    @property
    def notation(self) -> Notation:
        """How numbers are written here."""
        return locale.notation(self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        """``1,250.5``, as it is written here."""
        return self.notation.number(value, decimals)

    def figures(self, text: str, *, codes: bool = False) -> str:
        """``text`` with its numbers as they are written here, where it says nothing in words: that people translate.

        With ``codes``, ``1.2`` may be the number of something and stays.
        """
        if any(sign.isalpha() for sign in text):
            return text
        return locale.figures(text, self.edition.written_in or self.module.language, self.language, codes=codes)

    def day(self, moment: date) -> str:
        """``23 November 2026``."""
        return locale.day(self.strings, moment)

    def dated(self, text: str) -> str:
        """``text`` with its ISO dates written out."""
        return locale.with_dates(self.strings, text)

    def listed(self, items: Sequence[str]) -> str:
        """``a, b and c``."""
        return locale.listed(self.strings, items)

    def line(self, text: str) -> Inlines:
        """One line of Markdown as inlines; one without a word, such as a sum, with its numbers as written here."""
        at = self._marked_at(text)
        own, other = (text, "") if at is None else (text[:at], text[at:])
        if not any(sign.isalnum() for sign in own):  # signs of Markdown belong to what follows them
            own, other = ("", text) if other else (own, "")
        ours = parse_line(self.figures(own, codes=True), self.refer) if own else ()
        return (*ours, *parse_line(other, self.refer, self.edition.written_in)) if other else ours

    def words(self, text: str) -> str:
        """One line of Markdown as its words, for titles that hold nothing but characters."""
        return plain(self.line(text))

    def prose(self, text: str | None) -> tuple[Block, ...]:
        """Paragraphs of Markdown as blocks; nothing for nothing."""
        if not text:
            return ()
        return parse_blocks(text, self.refer, "" if self._marked_at(text) is None else self.edition.written_in)

    def _marked_at(self, text: str) -> int | None:
        """Where a text begins that is not translated yet and stands in the language of the files, as its mark says."""
        written_in = self.edition.written_in
        at = text.find(source_mark(self.strings, written_in)) if written_in else -1
        return at if at >= 0 else None

    def gist(self, text: str | None) -> str:
        """The first sentences of a text, as few as say something, for a table that only reminds."""
        paragraphs = (plain(block.children) for block in walk(self.prose(text)) if isinstance(block, Paragraph))
        said = ""
        for sentence in _SENTENCE.findall(next(paragraphs, "")):
            said = f"{said} {sentence}".strip()
            if len(said) >= _GIST:
                break
        return said

    def asset(self, path: str) -> Asset:
        """The picture at ``path`` of the module's folder."""
        return Asset(path, media_type(path), self.edition.assets[path])

    def foreign(self, language: str | None, inlines: Inlines) -> Inlines:
        """``inlines`` in ``language``; marked as such where that is another language than this edition's."""
        return (Foreign(language, inlines),) if language and language != self.language else inlines

    def refer(self, kind: str, id: str, words: str | None = None) -> Inlines:
        """The words for ``[[kind:id]]`` or ``[[kind:id|words]]``, leading to the node ``kind:id``."""
        if words:
            return (Reference(f"{kind}:{id}", (Text(words),)),)
        label: Inlines = (Text(self._label(kind, id)),)
        if self._marked_at(plain(label)) is not None:
            label = self.foreign(self.edition.written_in, label)
        source = next((ref for ref in self.module.references if (kind, ref.id) == ("ref", id)), None)
        return (Reference(f"{kind}:{id}", self.foreign(source.language, label) if source else label),)

    def _label(self, kind: str, id: str) -> str:
        numbering, strings = self.edition.numbering, self.strings
        title = self._titles.get(f"{kind}:{id}")
        if kind == "exercise" and id in numbering.exercises:
            return strings("exercise-n", number=numbering.exercises[id])
        if kind == "answer" and id in numbering.exercises:
            return strings("answer-n", number=numbering.exercises[id])
        if kind == "lesson" and id in numbering.lessons:
            return strings("lesson-n", number=numbering.lessons[id])
        if kind == "table" and id in numbering.tables:
            return strings("table-n", number=numbering.tables[id])
        if kind == "figure" and id in numbering.figures:
            return strings("figure-n", number=numbering.figures[id])
        if kind == "slide" and id in numbering.slides:
            return strings("slide-n", number=numbering.slides[id])
        return plain_text(title) if title else id

    def meta(self, label: str, style: str) -> Meta:
        """Facts about a product that go into its margins and file properties."""
        module = self.module
        return Meta(
            title=self.words(module.title),
            label=label,
            language=self.language,
            style=style,
            version=module.document.version,
            date=module.document.date.isoformat(),
            printed_date=self.day(module.document.date),
            author=self.words(module.document.author),
            organisation=self.edition.organisation,
            subject=self.words(module.subtitle or ""),
            keywords=(self.words(module.code),),
            line=self.edition.visibility.line,
            short_title=self.words(module.short_title or ""),
        )


def media_type(path: str) -> str:
    """The media type of a picture by its ending."""
    ending = path.rsplit(".", 1)[-1].lower()
    return {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}[ending]


def plain_text(markdown: str) -> str:
    """A line of Markdown as its words only."""
    return plain(parse_line(markdown, _words_only))


def _words_only(kind: str, id: str, words: str | None) -> Inlines:
    del kind
    return (Text(words or id),)
