"""Document or Deck → Markdown as pandoc reads it: what the peers of the bench are given to print.

Takes what our own writers take, gives text and pictures. Headings, lists, tables, pictures, boxes and page breaks are
there, so that pandoc has comparable work; colours, forms and margins are not, which is to the peers' advantage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from modulekit.document import (
    Asset,
    Bar,
    Block,
    Box,
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
    Text,
    TitleBody,
)

Drawn = Callable[[Chart | Diagram], Sequence[Asset]]
"""Draws what a peer cannot, in parts where a page does not hold the whole."""
Placed = Callable[[Asset], str]
"""Puts a picture where the peers find it and says under which name."""

_SIGNS = re.compile(r"([\\`*_\[\]<>$@^~|#])")
_BREAK = """```{=typst}
#pagebreak(weak: true)
```

```{=html}
<div style="break-before: page"></div>
```
"""
_BREAK_EVERYWHERE = f"""{_BREAK}
```{{=openxml}}
<w:p><w:r><w:br w:type="page"/></w:r></w:p>
```
"""
_LINE = "\\_" * 60


class Exporter:
    """Writes Markdown; pictures go through ``drawn`` and ``placed``."""

    def __init__(self, drawn: Drawn, placed: Placed) -> None:
        self._drawn, self._placed = drawn, placed

    def document(self, document: Document) -> str:
        """All parts, each on a new page."""
        parts = ("\n".join(self._blocks(part.blocks)) for part in document.parts)
        return _head(document.meta.title, document.meta.language) + f"\n{_BREAK_EVERYWHERE}\n".join(parts)

    def deck(self, deck: Deck) -> str:
        """All slides, with their notes."""
        lines = [_head(deck.meta.title, deck.meta.language)]
        for section in deck.sections:
            lines += [f"# {_escaped(section.title)}", ""]
            for slide in section.slides:
                lines += [_BREAK, f"## {_said(slide.title)}", "", *self._body(slide.body), ""]
                if slide.notes:
                    lines += ["::: notes", "", *self._blocks(slide.notes), "", ":::", ""]
        return "\n".join(lines)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)
            yield ""

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Cover():
                yield f"# {_said(block.title)}"
                for words in (block.kicker, block.subtitle):
                    yield from ("", _said(words))
                yield from (f"\n{_escaped(fact.label)}: {_escaped(fact.value)}" for fact in block.facts)
                yield ""
                yield from self._blocks(block.statement)
            case Opener():
                yield from (f"# {block.number} {_said(block.title)}", "", _said(block.meta))
            case Heading():
                yield f"{'#' * block.level} {block.number} {_said(block.children)} {_said(block.aside)}"
            case Paragraph():
                yield _said(block.children)
            case List():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield self._picture(block.asset, f"{block.number} {_said(block.caption)}", block.width)
                yield from ("", _said(block.credit))
            case Signs():
                yield from (self._picture(sign.asset, "", sign.width / 165) for sign in block.signs)
            case Diagram() | Chart():
                for asset in self._drawn(block):
                    yield from (self._picture(asset, f"{block.number} {_said(block.caption)}", 1.0), "")
                yield _said(block.source)
            case Box():
                yield f"> **{_said(block.title)}** {_said(block.aside)}\n>"
                yield from (f"> {line}" for text in self._blocks(block.children) for line in text.split("\n"))
            case Lines():
                yield "\n\n".join([_LINE] * block.count)
            case Bar():
                yield _escaped(block.alt)
            case Definitions():
                for item in block.items:
                    yield from (_said(item.term), "")
                    yield from _hanging(":   ", self._blocks(item.blocks))
            case Columns():
                for cell in block.cells:
                    yield from self._blocks(cell)
            case Parallel():
                for version in block.versions:
                    yield from self._blocks(version.blocks)
            case Contents():
                for entry in block.entries:
                    yield f"{'    ' * (entry.level - 1)}- {entry.number} {_said(entry.title)}"
            case _:
                assert_never(block)

    def _list(self, block: List) -> Iterator[str]:
        for number, item in enumerate(block.items, start=block.start):
            mark = f"{number}." if block.role is ListRole.NUMBER else "-"
            yield from _hanging(f"{mark:<4}", self._blocks(item))

    def _table(self, table: Table) -> Iterator[str]:
        """A pipe table: one line for each row, so the blocks of a cell stand in one line."""
        yield "| " + " | ".join(_said(column.title) for column in table.columns) + " |"
        yield "|" + "|".join("-" * max(3, round(column.width * 20)) for column in table.columns) + "|"
        for row in table.rows:
            yield "| " + " | ".join(_flat(self._blocks(cell.blocks)) for cell in row.cells) + " |"
        if table.caption:
            yield from ("", f": {table.number} {_said(table.caption)}")
        yield from ("", _said(table.source))

    def _picture(self, asset: Asset, words: str, width: float) -> str:
        return f"![{words}]({self._placed(asset)}){{width={100 * width:.0f}%}}"

    def _body(self, body: SlideBody) -> Iterator[str]:
        match body:
            case TitleBody():
                yield from (_said(body.subtitle), "", *(f"{_escaped(fact)}\n" for fact in body.facts))
                yield _said(body.statement)
            case SectionBody() | PointsBody() | SummaryBody():
                yield from (f"- {_said(point)}" for point in body.points)
            case ColumnsBody():
                yield ":::: columns"
                for title, points in body.columns:
                    yield from ("::: column", f"**{_said(title)}**", "", *(f"- {_said(point)}" for point in points))
                    yield ":::"
                yield "::::"
            case PictureBody():
                yield from self._block(body.figure)
            case ChartBody():
                yield from (self._picture(asset, "", 1.0) for asset in self._drawn(body.chart))
            case TableBody():
                yield from self._table(body.table)
            case DiagramBody():
                yield from (self._picture(asset, "", 1.0) for asset in self._drawn(body.diagram))
            case QuestionBody():
                yield _said(body.question)
            case ExerciseBody():
                yield from (_said(body.purpose), "", _escaped(body.grouping), "", _escaped(body.bar.alt))
            case QuotationBody():
                yield from (f"> {_said(body.text)}", "", _said(body.source))
            case _:
                assert_never(body)


def _head(title: str, language: str) -> str:
    return f'---\ntitle: "{title}"\nlang: {language}\n---\n\n'


def _hanging(mark: str, lines: Iterable[str]) -> Iterator[str]:
    """``lines`` with ``mark`` before the first, the others below it."""
    found = [line for text in lines for line in text.split("\n")]
    for number, line in enumerate(found):
        yield f"{mark if number == 0 else ' ' * 4}{line}" if line else ""


def _flat(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())


def _said(inlines: Inlines) -> str:
    return "".join(_one(inline) for inline in inlines)


def _one(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _escaped(text)
        case Code(text):
            return f"`{text}`"
        case Strong(children):
            return f"**{_said(children)}**"
        case Emphasis(children):
            return f"*{_said(children)}*"
        case Link(url, children):
            return f"[{_said(children)}]({url})"
        case Reference(_, children) | Styled(_, children) | Foreign(_, children):
            return _said(children)
        case Break():
            return " "
        case _:
            assert_never(inline)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split(" ")))
