"""Markdown becomes nodes.

Takes text and a function that answers ``[[kind:id]]``, gives blocks or inlines. Never drops anything: what a
page cannot express (an image, a thematic break, an unsafe link) stays visible as characters.
Must not know what a reference means, where the text came from, or any format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from modulekit.document.blocks import Block, Cell, Heading, List, Paragraph, Row, Table, TableColumn
from modulekit.document.commonmark import block_tokens, line_tokens
from modulekit.document.inline import Break, Code, Emphasis, Foreign, Inline, Inlines, Link, Strong, Text, plain
from modulekit.document.roles import Align, ListRole, ParagraphRole, TableRole

Resolve = Callable[[str, str, str | None], Inlines]
"""Answers a reference: ``(kind, id, the author's own words or None)`` gives what is printed in its place."""

_SAFE_LINK = re.compile(r"(https?://|mailto:)\S+$", re.IGNORECASE)
_ALIGN = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTRE}
_DEEPEST_HEADING = 4


def parse_blocks(text: str, resolve: Resolve, language: str = "") -> tuple[Block, ...]:
    """The blocks of running text. A heading of n marks becomes ``Heading(level=n)``, at most 4.

    With ``language`` all words are marked as being in that language.
    """
    return _Reader(block_tokens(text), resolve, language).blocks()


def parse_line(text: str, resolve: Resolve, language: str = "") -> Inlines:
    """The inlines of one line; line breaks inside it become spaces. ``language`` as in :func:`parse_blocks`."""
    return _spoken(_inlines(line_tokens(text), resolve), language)


def _spoken(inlines: Inlines, language: str) -> Inlines:
    return (Foreign(language, inlines),) if language and inlines else inlines


class _Reader:
    """Walks a flat list of block tokens; each method takes the tokens of one construct."""

    def __init__(self, tokens: Sequence[Token], resolve: Resolve, language: str) -> None:
        self._tokens = tokens
        self._resolve = resolve
        self._language = language
        self._next = 0

    def blocks(self, until: str = "", role: ParagraphRole = ParagraphRole.BODY) -> tuple[Block, ...]:
        """The blocks up to the token ``until``, which is taken too."""
        found: list[Block] = []
        while self._next < len(self._tokens):
            token = self._take()
            if token.type == until:
                break
            found.extend(self._block(token, role))
        return tuple(found)

    def _block(self, token: Token, role: ParagraphRole) -> Iterator[Block]:
        match token.type:
            case "paragraph_open":
                yield Paragraph(self._inline("paragraph_close"), role)
            case "heading_open":
                level = min(int(token.tag[1:]), _DEEPEST_HEADING)
                yield Heading(level, self._inline("heading_close"))
            case "bullet_list_open":
                yield List(self._items("bullet_list_close"))
            case "ordered_list_open":
                start = token.attrGet("start")
                first = 1 if start is None else int(start)
                yield List(self._items("ordered_list_close"), ListRole.NUMBER, first)
            case "blockquote_open":
                yield from self.blocks("blockquote_close", ParagraphRole.QUOTE)
            case "table_open":
                yield self._table()
            case "fence":
                yield Paragraph(_code_lines(token.content), role)
            case "hr":
                yield Paragraph((Text(token.markup),), role)
            case _:
                raise AssertionError(f"the parser gave a token that is switched off: {token.type}")

    def _items(self, until: str) -> tuple[tuple[Block, ...], ...]:
        items: list[tuple[Block, ...]] = []
        while self._take().type != until:
            items.append(self.blocks("list_item_close"))
        return tuple(items)

    def _inline(self, until: str) -> Inlines:
        found: Inlines = ()
        while (token := self._take()).type != until:
            found = _inlines(token.children or [], self._resolve)
        return _spoken(found, self._language)

    def _table(self) -> Table:
        rows: list[list[Inlines]] = []
        aligns: list[Align] = []
        while (token := self._take()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if len(rows) == 1:
                    aligns.append(_ALIGN.get(str(token.attrGet("style")), Align.LEFT))
                rows[-1].append(self._inline(token.type.replace("open", "close")))
        widths = [_width([row[number] for row in rows]) for number in range(len(aligns))]
        columns = tuple(map(TableColumn, rows[0], widths, aligns))
        body = tuple(Row(tuple(_cell(inlines) for inlines in row)) for row in rows[1:])
        return Table(columns, body, role=TableRole.DATA, row_headers=False)

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token


def _inlines(tokens: Sequence[Token], resolve: Resolve) -> Inlines:
    opened: list[tuple[Token | None, list[Inline]]] = [(None, [])]
    for token in tokens:
        here = opened[-1][1]
        match token.type:
            case "text" | "text_special" | "html_inline":
                _say(here, token.content)
            case "softbreak":
                _say(here, " ")
            case "hardbreak":
                here.append(Break())
            case "code_inline":
                here.append(Code(token.content))
            case "image":
                _say(here, f"![{token.content}]({token.attrGet('src')})")
            case "reference":
                here.extend(resolve(token.meta["kind"], token.meta["id"], token.meta["words"]))
            case "strong_open" | "em_open" | "link_open":
                opened.append((token, []))
            case "strong_close" | "em_close" | "link_close":
                start, children = opened.pop()
                assert start is not None
                _close(opened[-1][1], start, tuple(children))
            case _:
                raise AssertionError(f"the parser gave a token that is switched off: {token.type}")
    return tuple(opened[0][1])


def _close(here: list[Inline], start: Token, children: Inlines) -> None:
    match start.type:
        case "strong_open":
            here.append(Strong(children))
        case "em_open":
            here.append(Emphasis(children))
        case _:
            url = str(start.attrGet("href") or "")
            if _SAFE_LINK.match(url):
                here.append(Link(url, children or (Text(url),)))
            else:
                here.extend(children)
                _say(here, f" ({url})")
            _say(here, _aside(start.attrGet("title")))


def _say(here: list[Inline], words: str) -> None:
    """Adds ``words``, joined with the text before them: writers then see one run."""
    if not words:
        return
    if here and isinstance(here[-1], Text):
        words = here.pop().text + words  # type: ignore[union-attr]
    here.append(Text(words))


def _aside(title: object) -> str:
    """The title of a link, which only a browser would show."""
    return f" ({title})" if title else ""


def _code_lines(content: str) -> Inlines:
    found: list[Inline] = []
    for line in content.rstrip("\n").split("\n"):
        if found:
            found.append(Break())
        found.append(Code(line))
    return tuple(found)


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines),) if inlines else ())


def _width(cells: Sequence[Inlines]) -> float:
    """A column's share: room for its longest word, and more where it says more."""
    words = [plain(cell) for cell in cells]
    longest = max((len(word) for cell in words for word in cell.split()), default=0)
    average = sum(map(len, words)) / len(words)
    return round(min(max(longest, average, 5), 40), 1)
