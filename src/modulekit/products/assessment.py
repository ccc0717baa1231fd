"""The test before the course, the test after it, and the trainers' key to both with a scoring sheet.

The forms are drawn by :func:`modulekit.model.quiz.draw` from what everyone may see, so the participants' edition, which
holds no key, draws the same items as the trainers'.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import (
    Align,
    Block,
    Cell,
    Definition,
    Definitions,
    Document,
    Opener,
    Paragraph,
    Part,
    PartKind,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import QuizItem
from modulekit.model.quiz import draw
from modulekit.products import front
from modulekit.products.context import Context
from modulekit.products.questions import key_words, question
from modulekit.products.tables import words_cell

BEFORE, AFTER = "before", "after"
_ROW = 7.0  # millimetres: figures by hand, and 25 participants on a page
_OUTCOMES_A_SHEET = 4  # three columns each; more do not leave room for figures


def test_form(context: Context, form: str) -> Document:
    """The form ``before`` or ``after``, as participants fill it in."""
    strings = context.strings
    label = strings(f"product-test-{form}")
    opening = Opener((Text(label),), f"test:{form}", meta=context.line(context.module.title))
    blocks: list[Block] = [opening]
    items = form_items(context, form)
    if items:
        blocks += [_who(context), *_instructions(context, items)]
        blocks += [question(context, item, n, f"item:{item.id}") for n, item in enumerate(items, start=1)]
        blocks.append(Paragraph((Text(strings("test-end")),)))
    else:
        blocks.append(Paragraph((Text(strings("no-test")),)))
    return Document(context.meta(label, "evaluation"), (Part(opening.id, label, PartKind.CHAPTER, tuple(blocks)),))


def test_key(context: Context) -> Document:
    """The key to both forms, the rule by which they were drawn, and the scoring sheet."""
    label = context.strings("product-test-key")
    parts = [front.cover(context, label), _rule(context)]
    parts += [_key(context, form) for form in (BEFORE, AFTER)]
    parts += _scoring(context)
    return Document(context.meta(label, "answers"), tuple(parts))


def form_items(context: Context, form: str) -> tuple[QuizItem, ...]:
    """The items of a form in the order in which they are printed; none where there is no bank."""
    quiz = context.module.quiz
    if quiz is None:
        return ()
    pairs = draw(quiz, (outcome.id for outcome in context.module.outcomes))
    return tuple(pair.before if form == BEFORE else pair.after for pair in pairs)


def _who(context: Context) -> Table:
    """A line for the number or name and one for the date."""
    columns = tuple(
        TableColumn((Text(context.strings(key)),), width) for key, width in (("test-who", 110), ("date", 56))
    )
    return Table(columns, (Row((Cell(), Cell()), 10.0),), role=TableRole.FORM, row_headers=False)


def _instructions(context: Context, items: Sequence[QuizItem]) -> tuple[Block, ...]:
    quiz, strings = context.module.quiz, context.strings
    assert quiz is not None
    facts = [strings("questions-n", n=len(items)), strings("points-n", n=_points(items))]
    if quiz.forms.minutes:
        facts.append(strings("minutes-n", n=quiz.forms.minutes))
    own = context.prose(quiz.forms.instructions) or (Paragraph((Text(strings("test-lead")),)),)
    return (Paragraph((Text(" · ".join(facts)),)), *own)


def _rule(context: Context) -> Part:
    strings, quiz = context.strings, context.module.quiz
    title = strings("test-about")
    blocks: list[Block] = [Opener((Text(title),), "test:about")]
    if quiz is None:
        blocks.append(Paragraph((Text(strings("no-test")),)))
    else:
        blocks += [Paragraph((Text(strings(key, n=quiz.forms.per_outcome)),)) for key in ("test-rule", "test-use")]
    return Part("test:about", title, PartKind.FRONT, tuple(blocks))


def _key(context: Context, form: str) -> Part:
    strings = context.strings
    title = strings(f"key-{form}")
    columns = tuple(
        TableColumn((Text(strings(key)),), width, align)
        for key, width, align in (
            ("number", 8.0, Align.RIGHT),
            ("key-item", 116.0, Align.LEFT),
            ("points", 14.0, Align.RIGHT),
            ("outcome", 34.0, Align.LEFT),
        )
    )
    items = form_items(context, form)
    rows = [
        Row((words_cell(str(n)), Cell(_answer(context, item)), words_cell(str(item.points)), words_cell(item.outcome)))
        for n, item in enumerate(items, start=1)
    ]
    rows.append(Row((Cell(), words_cell(strings("total")), words_cell(str(_points(items))), Cell())))
    opening = Opener((Text(title),), f"key:{form}")
    return Part(opening.id, title, PartKind.CHAPTER, (opening, Table(columns, tuple(rows), row_headers=False)))


def _answer(context: Context, item: QuizItem) -> tuple[Block, ...]:
    """What the question was, the key, and what to say about it."""
    lines = tuple(Paragraph(line) for line in key_words(context, item))
    labelled = [Definition((Text(context.strings("key")),), lines)] if lines else []
    if item.feedback:
        labelled.append(Definition((Text(context.strings("feedback")),), context.prose(item.feedback)))
    asked = Paragraph((Text(context.gist(item.question)),))
    return (asked, Definitions(tuple(labelled))) if labelled else (asked,)


def _scoring(context: Context) -> list[Part]:
    """Participant × outcome → points before, after, and the gain; a sheet for each few outcomes."""
    tested = dict.fromkeys(item.outcome for item in form_items(context, BEFORE))
    names = list(tested)
    sheets = [names[at : at + _OUTCOMES_A_SHEET] for at in range(0, len(names), _OUTCOMES_A_SHEET)]
    return [_sheet(context, sheet, number, len(sheets)) for number, sheet in enumerate(sheets, start=1)]


def _sheet(context: Context, outcomes: Sequence[str], number: int, of: int) -> Part:
    strings = context.strings
    title = strings("scoring-sheet", number=number, of=of)
    most = {
        form: {id: _points([i for i in form_items(context, form) if i.outcome == id]) for id in outcomes}
        for form in (BEFORE, AFTER)
    }
    columns = [TableColumn((Text(strings("participant-number")),), 16)]
    for at, _ in enumerate(outcomes, start=1):
        for key in ("score-before", "score-after", "score-gain"):
            columns.append(TableColumn((Text(strings(key, n=at)),), 12))
    limits = [words_cell(strings("most-points"))]
    for id in outcomes:
        limits += [words_cell(str(most[BEFORE][id])), words_cell(str(most[AFTER][id])), Cell()]
    rows = [Row(tuple(limits))]
    rows += [
        Row((words_cell(str(n)), *(Cell() for _ in columns[1:])), _ROW) for n in range(1, context.module.group.most + 1)
    ]
    texts = {outcome.id: outcome.text for outcome in context.module.outcomes}
    legend = tuple(
        Paragraph((Text(f"{at}\u2002"), *context.line(texts.get(id, id)))) for at, id in enumerate(outcomes, start=1)
    )
    opening = Opener((Text(title),), f"scoring:{number}")
    sheet = Table(tuple(columns), tuple(rows), role=TableRole.FORM)
    lead = Paragraph((Text(strings("scoring-lead")),))
    return Part(opening.id, title, PartKind.CHAPTER, (opening, lead, *legend, sheet))


def _points(items: Sequence[QuizItem]) -> int:
    return sum(item.points for item in items)
