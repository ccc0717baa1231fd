"""The test before the course and the test after it, as participants get them.

The forms are drawn by :func:`modulekit.model.quiz.draw` from what everyone may see, so the participants' edition, which
holds no key, draws the same items as the trainers'.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import (
    Block,
    Cell,
    Document,
    Paragraph,
    Row,
    Table,
    TableRole,
    Text,
)
from modulekit.model import QuizItem
from modulekit.model.quiz import draw
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.questions import question

BEFORE, AFTER = "before", "after"


def test_form(context: Context, form: str) -> Document:
    """The form ``before`` or ``after``, as participants fill it in."""
    strings = context.strings
    label = strings(f"product-test-{form}")
    blocks: list[Block] = []
    items = form_items(context, form)
    if items:
        blocks += [_who(context), *_instructions(context, items)]
        blocks += [question(context, item, n, f"item:{item.id}") for n, item in enumerate(items, start=1)]
        blocks.append(Paragraph((Text(strings("test-end")),)))
    else:
        blocks.append(Paragraph((Text(strings("no-test")),)))
    sheet = page(f"test:{form}", label, blocks, meta=context.line(context.module.title))
    return Document(context.meta(label, "evaluation"), (sheet,))


def form_items(context: Context, form: str) -> tuple[QuizItem, ...]:
    """The items of a form in the order in which they are printed; none where there is no bank."""
    quiz = context.module.quiz
    if quiz is None:
        return ()
    pairs = draw(quiz, (outcome.id for outcome in context.module.outcomes))
    return tuple(pair.before if form == BEFORE else pair.after for pair in pairs)


def _who(context: Context) -> Table:
    """A line for the number or name and one for the date."""
    heads = columns(context.strings, ("test-who", 110), ("date", 56))
    return Table(heads, (Row((Cell(), Cell()), 10.0),), role=TableRole.FORM, row_headers=False)


def _instructions(context: Context, items: Sequence[QuizItem]) -> tuple[Block, ...]:
    quiz, strings = context.module.quiz, context.strings
    assert quiz is not None
    facts = [strings("questions-n", n=len(items)), strings("points-n", n=points(items))]
    if quiz.forms.minutes:
        facts.append(strings("minutes-n", n=quiz.forms.minutes))
    own = context.prose(quiz.forms.instructions) or (Paragraph((Text(strings("test-lead")),)),)
    return (Paragraph((Text(" · ".join(facts)),)), *own)


def points(items: Sequence[QuizItem]) -> int:
    """What all ``items`` together are worth."""
    return sum(item.points for item in items)
