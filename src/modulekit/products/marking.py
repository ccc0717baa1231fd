"""What trainers mark the two tests with: what is tested, the keys to both forms, and the sheet for the points.

Takes the trainers' edition; in any other the keys are empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import (
    Align,
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Inlines,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import QuizItem
from modulekit.products.assessment import AFTER, BEFORE, form_items, points
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.questions import key_words
from modulekit.products.tables import words_cell

_ROW = 7.0  # millimetres: figures by hand, and 25 participants on a page
_OUTCOMES_A_SHEET = 12  # two columns each; in narrower ones there is no room for a figure


def test_key(context: Context) -> Document:
    """What each form tests and how to use it, the key to both, and the scoring sheet."""
    strings = context.strings
    label = strings("product-test-key")
    blocks: list[Block] = []
    parts: list[Part] = []
    if quiz := context.module.quiz:
        blocks += [Paragraph((Text(strings(key, n=quiz.forms.per_outcome)),)) for key in ("test-rule", "test-use")]
        blocks += [Heading(2, (Text(strings("test-tested")),), id="test:tested"), _overview(context)]
        parts += [_key(context, form) for form in (BEFORE, AFTER)]
        parts += _scoring(context)
    else:
        blocks.append(Paragraph((Text(strings("no-test")),)))
    first = page("test-key", label, blocks, meta=context.line(context.module.title))
    return Document(context.meta(label, "answers"), (first, *parts))


def _tested(context: Context) -> dict[str, int]:
    """The outcomes that the forms test, by id, with the numbers that the key calls them by."""
    tested = {item.outcome for item in form_items(context, BEFORE)}
    return {outcome.id: n for n, outcome in enumerate(context.module.outcomes, start=1) if outcome.id in tested}


def _overview(context: Context) -> Table:
    """Outcome → level, and in each form the questions and the points."""
    heads = columns(
        context.strings,
        ("number", 10.0, Align.RIGHT),
        ("outcome", 82.0),
        ("outcome-level", 24.0),
        ("questions-a-b", 28.0),
        ("points", 22.0),
    )
    numbers = _tested(context)
    forms = tuple(tuple(enumerate(form_items(context, form), start=1)) for form in (BEFORE, AFTER))
    rows = []
    for outcome in context.module.outcomes:
        if outcome.id not in numbers:
            continue
        own = tuple([(n, item) for n, item in form if item.outcome == outcome.id] for form in forms)
        levels = dict.fromkeys(context.strings(f"bloom-{item.level.value}") for _, item in own[0])
        cells = (
            words_cell(str(numbers[outcome.id])),
            Cell((Paragraph(context.line(outcome.text)),)),
            words_cell(", ".join(levels)),
            words_cell(_both(*(", ".join(str(n) for n, _ in form) for form in own))),
            words_cell(_both(*(str(points([item for _, item in form])) for form in own))),
        )
        rows.append(Row(cells))
    total = _both(*(str(points([item for _, item in form])) for form in forms))
    rows.append(Row((Cell(), words_cell(context.strings("total")), Cell(), Cell(), words_cell(total)), muted=True))
    return Table(heads, tuple(rows), row_headers=False)


def _both(before: str, after: str) -> str:
    """What holds for the two forms; once where it is the same."""
    return before if before == after else f"{before} / {after}"


def _key(context: Context, form: str) -> Part:
    strings = context.strings
    heads = columns(
        strings,
        ("number", 9.0, Align.RIGHT),
        ("key-item", 72.0),
        ("key", 57.0),
        ("points", 13.0, Align.RIGHT),
        ("outcome-number", 15.0, Align.RIGHT),
    )
    items, numbers = form_items(context, form), _tested(context)
    rows = [
        Row(
            (
                words_cell(str(n)),
                Cell(_question(context, item)),
                Cell(tuple(Paragraph(line) for line in key_words(context, item))),
                words_cell(str(item.points)),
                words_cell(str(numbers[item.outcome])),
            )
        )
        for n, item in enumerate(items, start=1)
    ]
    total = (Cell(), words_cell(strings("total")), Cell(), words_cell(str(points(items))), Cell())
    table = Table(heads, (*rows, Row(total, muted=True)), row_headers=False)
    return page(f"key:{form}", strings(f"key-{form}"), (table,))


def _question(context: Context, item: QuizItem) -> tuple[Block, ...]:
    """What was asked, in a sentence, and what to say about it."""
    asked = Paragraph((Text(context.gist(item.question)),))
    said = (
        Paragraph(block.children, ParagraphRole.META) if isinstance(block, Paragraph) else block
        for block in context.prose(item.feedback)
    )
    return (asked, *said)


def _scoring(context: Context) -> list[Part]:
    """Participant × outcome → points in form A and in form B, with sums at the right and at the foot."""
    tested = list(_tested(context).items())
    sheets = [tested[at : at + _OUTCOMES_A_SHEET] for at in range(0, len(tested), _OUTCOMES_A_SHEET)]
    strings = context.strings
    titles = [strings("scoring-sheet", number=n, of=len(sheets)) for n, _ in enumerate(sheets, start=1)]
    if len(titles) == 1:
        titles = [strings("scoring")]
    pairs = enumerate(zip(titles, sheets, strict=True), start=1)
    return [_sheet(context, f"scoring:{n}", title, sheet) for n, (title, sheet) in pairs]


def _sheet(context: Context, id: str, title: str, outcomes: Sequence[tuple[str, int]]) -> Part:
    strings = context.strings
    forms = tuple(form_items(context, form) for form in (BEFORE, AFTER))
    letters = (strings("form-a"), strings("form-b"))
    heads = list(columns(strings, ("number", 15.0, Align.CENTRE)))
    most = [words_cell(strings("most-points"))]
    for outcome, number in outcomes:
        for letter, form in zip(letters, forms, strict=True):
            heads.append(TableColumn(_two_lines(str(number), letter), 5.6, Align.CENTRE))
            most.append(words_cell(str(points([item for item in form if item.outcome == outcome]))))
    for letter, form in zip(letters, forms, strict=True):
        heads.append(TableColumn(_two_lines(strings("score-sum"), letter), 12.0, Align.CENTRE))
        of_these = [item for item in form if item.outcome in dict(outcomes)]
        most.append(words_cell(str(points(of_these))))
    heads += columns(strings, ("score-gain", 14.0, Align.CENTRE))
    empty = (Cell(),) * (len(heads) - 1)
    people = range(1, context.module.group.most + 1)
    rows = [Row((*most, Cell()), _ROW, muted=True)]
    rows += [Row((words_cell(str(n)), *empty), _ROW) for n in people]
    rows.append(Row((words_cell(strings("score-sum")), *empty), _ROW, muted=True))
    sheet = Table(tuple(heads), tuple(rows), role=TableRole.TALLY)
    return page(id, title, (Paragraph((Text(strings("scoring-lead")),)), sheet))


def _two_lines(upper: str, lower: str) -> Inlines:
    return (Text(upper), Break(), Text(lower))
