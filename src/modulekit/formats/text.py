"""Document or Deck → plain text, for reviews, comparisons and readers of the old school.

Everything that is printed is there: tables as tab-separated rows, pictures as their alternative text, boxes with a bar
at their left, places to write in as underscores. UTF-8, line feeds, no trailing spaces, no two empty lines in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from modulekit.document import (
    Bar,
    Block,
    Box,
    BoxRole,
    Break,
    Chart,
    ChartBody,
    Code,
    Columns,
    ColumnsBody,
    Contents,
    Cover,
    Deck,
    Definitions,
    Diagram,
    DiagramBody,
    Document,
    Emphasis,
    ExerciseBody,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Lines,
    Link,
    List,
    ListRole,
    Opener,
    Paragraph,
    ParagraphRole,
    Parallel,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    Reference,
    SectionBody,
    Signs,
    SlideBody,
    Strong,
    Styled,
    SummaryBody,
    Table,
    TableBody,
    TableRole,
    Text,
    TitleBody,
    plain,
)
from modulekit.formats.press import Press, Printed

_LINE = "_" * 60
_BLANK = "_" * 4


def write_document(document: Document, press: Press) -> Printed:
    """The document as text, part after part."""
    del press
    parts = ["\n".join(_blocks(part.blocks)) for part in document.parts]
    return _printed("\n\n".join(parts))


def write_deck(deck: Deck, press: Press) -> Printed:
    """The deck as text: number, title, body and notes of each slide."""
    del press
    lines: list[str] = []
    for slide in deck.slides:
        lines += ["", f"[{slide.number}] {_said(slide.title)}", *_indented(_body(slide.body))]
        if slide.source:
            lines.append(f"  {_said(slide.source)}")
        if slide.footer:
            lines.append(f"  ({slide.footer})")
        if slide.notes:
            lines += ["  --", *_indented(_blocks(slide.notes))]
    return _printed("\n".join(lines))


def _printed(text: str) -> Printed:
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line.strip("| ") or before.strip("| ")]
    return Printed(("\n".join(kept) + "\n").encode())


def _indented(lines: Iterable[str], by: str = "  ") -> list[str]:
    return [f"{by}{line}" for line in lines]


def _trimmed(lines: Iterable[str]) -> list[str]:
    """Lines without empty ones at their end."""
    found = list(lines)
    while found and not found[-1].strip("| "):
        found.pop()
    return found


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Cover():
            yield from (line for line in (_said(block.kicker), _said(block.title), _said(block.subtitle)) if line)
            yield from (f"{fact.label}: {fact.value}" for fact in block.facts)
            yield from _blocks(block.statement)
        case Opener():
            yield f"# {_joined(block.number, _said(block.title))}"
            yield from (line for line in (_said(block.meta),) if line)
            yield ""
        case Heading():
            yield ""
            yield f"{'#' * block.level} {_joined(block.number, _said(block.children), _said(block.aside))}"
            yield ""
        case Paragraph():
            box = "[ ] " if block.role is ParagraphRole.CHECK else ""
            yield box + _said(block.children)
            yield ""
        case List():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Figure():
            yield f"[{block.alt}]"
            caption = _joined(block.number, _said(block.caption))
            yield from (line for line in (caption, _said(block.credit), "") if line or not caption)
        case Signs():
            yield from (f"[{sign.alt}]" for sign in block.signs)
            yield ""
        case Diagram():
            caption = _joined(block.number, _said(block.caption))
            yield from (line for line in (caption,) if line)
            yield from _indented(_trimmed(_blocks(block.alternative)), "| ")
            yield from (line for line in (_said(block.source),) if line)
            yield ""
        case Chart():
            yield f"[{block.alt}]"
            yield from _table(block.alternative)
        case Box():
            title = _joined(_said(block.title), _said(block.aside))
            if block.role is BoxRole.TOOK:
                title = f"{title} {_BLANK}"
            yield from (line for line in (f"== {title}",) if title)
            yield from _indented(_trimmed(_blocks(block.children)), "| ")
            yield ""
        case Lines():
            yield from [_LINE] * block.count
            yield ""
        case Bar():
            yield block.alt
            yield ""
        case Definitions():
            for item in block.items:
                yield f"{_said(item.term)}:"
                yield from _indented(_blocks(item.blocks))
        case Columns():
            for cell in block.cells:
                yield from _blocks(cell)
        case Parallel():
            for version in block.versions:
                yield from _blocks(version.blocks)
        case Contents():
            yield from (f"{'  ' * (e.level - 1)}{_joined(e.number, _said(e.title))}" for e in block.entries)
        case _:
            assert_never(block)


def _list(block: List) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = {ListRole.NUMBER: f"{number}.", ListRole.CHECK: "[ ]", ListRole.BULLET: "-"}[block.role]
        lines = [line for line in _blocks(item) if line]
        yield f"{mark} {lines[0] if lines else ''}"
        yield from (f"{' ' * len(mark)} {line}" for line in lines[1:])
    yield ""


def _table(table: Table) -> Iterator[str]:
    caption = _joined(table.number, _said(table.caption))
    yield from (line for line in (caption,) if line)
    yield "\t".join(_said(column.title) for column in table.columns)
    empty = _BLANK if table.role in (TableRole.FORM, TableRole.TALLY) else ""
    for row in table.rows:
        yield "\t".join(" ".join(line for line in _blocks(cell.blocks) if line) or empty for cell in row.cells)
    yield from (line for line in (_said(table.source),) if line)
    yield ""


def _body(body: SlideBody) -> Iterator[str]:
    match body:
        case TitleBody():
            yield from (f"[{sign.alt}]" for sign in body.signs)
            yield from (line for line in (_said(body.subtitle), *body.facts, _said(body.statement)) if line)
        case SectionBody():
            yield from (line for line in (body.number, body.label) if line)
            yield from (f"- {_said(point)}" for point in body.points)
        case PointsBody() | SummaryBody():
            yield from (f"- {_said(point)}" for point in body.points)
        case ColumnsBody():
            for title, points in body.columns:
                yield _said(title)
                yield from (f"- {_said(point)}" for point in points)
        case PictureBody():
            yield from _block(body.figure)
        case ChartBody():
            yield from _block(body.chart)
        case TableBody():
            yield from _table(body.table)
        case DiagramBody():
            yield from _block(body.diagram)
        case QuestionBody():
            yield _said(body.question)
        case ExerciseBody():
            yield from (_said(body.purpose), body.grouping, body.bar.alt)
        case QuotationBody():
            yield from (_said(body.text), _said(body.source))
        case _:
            assert_never(body)


def _said(inlines: Inlines) -> str:
    """The characters of a line; an address stands behind the words that lead to it."""
    return "".join(_one(inline) for inline in inlines)


def _one(inline: Inline) -> str:
    match inline:
        case Link(url, children):
            words = _said(children)
            return words if words == url else f"{words} <{url}>"
        case Strong(children) | Emphasis(children):
            return _said(children)
        case Reference(_, children) | Styled(_, children) | Foreign(_, children):
            return _said(children)
        case Text() | Code() | Break():
            return plain((inline,))
        case _:
            assert_never(inline)


def _joined(*parts: str) -> str:
    return "  ".join(part for part in parts if part)
