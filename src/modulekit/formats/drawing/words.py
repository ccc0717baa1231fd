"""What a drawing says, in one text: for those who cannot see it, in formats where a picture has nothing but a text."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.document import Block, List, Paragraph, ParagraphRole, Parallel, Table, plain
from modulekit.document.diagram import Diagram


def in_words(diagram: Diagram) -> str:
    """The caption and the alternative of ``diagram``; what belongs to an item of a list stands in parentheses."""
    caption = f"{plain(diagram.caption).rstrip('.')}." if diagram.caption else ""
    return " ".join(filter(None, (caption, *_sentences(diagram.alternative))))


def _sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children, ParagraphRole.LABEL):
                yield f"{plain(children)}:"
            case Paragraph(children):
                yield f"{plain(children).rstrip('.')}."
            case List(items):
                yield f"{'; '.join(_item(item) for item in items)}."
            case Table(columns=columns, rows=rows):
                titles = [plain(column.title) for column in columns]
                for row in rows:
                    cells = (" ".join(_sentences(cell.blocks)).rstrip(".") for cell in row.cells)
                    yield "; ".join(f"{t}: {c}" for t, c in zip(titles, cells, strict=False) if c) + "."
            case Parallel(versions):
                for version in versions:
                    yield from _sentences(version.blocks)
            case _:
                pass


def _item(blocks: tuple[Block, ...]) -> str:
    words = " ".join(_sentences(tuple(block for block in blocks if isinstance(block, Paragraph)))).rstrip(".")
    below = " ".join(_sentences(tuple(block for block in blocks if isinstance(block, List)))).rstrip(".")
    return f"{words} ({below})" if below else words
