"""Nodes of a Document or Deck as HTML, for the writers that go through HTML.

Takes a node and three answers (where a reference leads, where a picture lies, on which page a target stands), gives
HTML that is escaped and refers to nothing else. The words of the markup are in ``templates/html``; this module only
chooses the macro. Must not know PDF, files of courses or what happens to the HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any, assert_never

from markupsafe import Markup, escape

from modulekit.document import (
    Asset,
    Bar,
    Block,
    Box,
    Break,
    Chart,
    Code,
    Columns,
    Contents,
    ContentsEntry,
    Cover,
    Definitions,
    Diagram,
    Emphasis,
    Figure,
    Foreign,
    Heading,
    Inline,
    Lines,
    Link,
    List,
    Opener,
    Paragraph,
    Parallel,
    Reference,
    Signs,
    Strong,
    Styled,
    Table,
    TableRole,
    Text,
    plain,
)
from modulekit.formats.bars import scale, shares
from modulekit.formats.drawing.studio import Shown
from modulekit.formats.heights import height
from modulekit.formats.sandbox import environment
from modulekit.formats.whole import endings, is_word

Node = Block | Inline
_WEB = ("http://", "https://", "mailto:")
_WHOLE = 100  # per cent of the room: nothing stands beside
_LABEL = 11  # letters in a line of a label beside its words
_TALL = 105.0  # millimetres: what is higher may be broken, even where the author would rather not


@dataclass(frozen=True, slots=True)
class Addresses:
    """The answers that markup needs: ``href`` of a target with the words of the link (or ``None`` where nothing stands
    there), ``src`` of a picture, ``chart`` and ``diagram`` as pictures in so many millimetres (``diagram`` is told
    whether anything stands beside it), and the printed number of the page of a target, from 1."""

    href: Callable[[str, str], str | None]
    src: Callable[[Asset], str]
    chart: Callable[[Chart, float], Figure]
    diagram: Callable[[Diagram, float, bool], Sequence[Shown]]
    pages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypeArea:
    """The width of the text in millimetres; the sizes of running text and of the labels of bars in points."""

    width: float
    text: float
    bars: float


class Renderer:
    """Fills the templates of one folder with nodes."""

    def __init__(
        self, templates: Path, addresses: Addresses, type_area: TypeArea, *, paper: bool, fillable: bool = False
    ) -> None:
        self._addresses = addresses
        self._type, self._rooms, self._beside = type_area, [type_area.width], 0
        self._environment = environment(templates)
        self._names: dict[str, Any] = {
            "render": self.html,
            "render_in": self._render_in,
            "href": self._href,
            "src": addresses.src,
            "drawn": self.drawn,
            "sketched": lambda diagram: addresses.diagram(diagram, self._rooms[-1], self._beside > 0),
            "page_of": addresses.pages.get,
            "outline": outline_words,
            "is_web": _is_web,
            "is_tall": lambda *blocks: self._height(blocks) > _TALL,
            "is_short": lambda limit, *blocks: self._height(blocks) < limit,
            "percent": _percent,
            "is_word": is_word,
            "label_lines": lambda term: len(wrap(plain(term), _LABEL)),
            "pairs": _pairs,
            "shares": shares,
            "scale": lambda bar: scale(bar, self._rooms[-1], self._type.bars),
            "paper": paper,
            "fillable": fillable,
        }
        self._macros = self._environment.get_template("html/nodes.html").make_module(self._names)

    def page(self, template: str, **values: Any) -> str:
        """The HTML of a whole page."""
        return self._environment.get_template(f"html/{template}").render(self._names, **values)

    def html(self, nodes: Node | Sequence[Node]) -> Markup:
        """The HTML of ``nodes``, one after the other."""
        if isinstance(nodes, tuple | list):
            return Markup("".join([self._in_sequence(*pair) for pair in zip_longest(nodes, nodes[1:])]))
        if isinstance(nodes, Text):  # every second node, and it has no markup
            return _unbroken(nodes.text)
        if isinstance(nodes, Chart):
            nodes = self.drawn(nodes)
        written: Markup = getattr(self._macros, macro_of(nodes))(nodes)  # type: ignore[arg-type]
        return written

    def _in_sequence(self, node: Node, following: Node | None) -> Markup:
        """``node``; words that say what to write stay with the place to write it."""
        html = self.html(node)
        return Markup('<div class="prompt">{}</div>').format(html) if is_prompt(node, following) else html

    def drawn(self, chart: Chart) -> Figure:
        """``chart`` as a picture for the room that is left."""
        return self._addresses.chart(chart, self._rooms[-1])

    def _render_in(self, nodes: Sequence[Node], share: float, less: float = 0.0) -> Markup:
        """``nodes`` where only ``share`` per cent of the room are left, less ``less`` millimetres."""
        self._rooms.append(max(self._rooms[-1] * share / 100 - less, 1.0))
        is_beside = share < _WHOLE
        self._beside += is_beside
        try:
            return self.html(nodes)
        finally:
            self._beside -= is_beside
            self._rooms.pop()

    def _height(self, blocks: Sequence[Block]) -> float:
        return height(blocks, self._rooms[-1], self._type.text)

    def _href(self, node: Reference | ContentsEntry) -> str | None:
        words = plain(node.children if isinstance(node, Reference) else node.title)
        return self._addresses.href(node.target, words)


def macro_of(node: Node) -> str:
    """The name of the macro that writes ``node``.

    Raises ``TypeError`` for a Text, which has no markup.
    """
    match node:
        case Text():
            raise TypeError("words have no macro")
        case Strong():
            return "strong"
        case Emphasis():
            return "emphasis"
        case Code():
            return "code"
        case Link():
            return "link"
        case Reference():
            return "reference"
        case Styled():
            return "styled"
        case Foreign():
            return "foreign"
        case Break():
            return "break"
        case Heading():
            return "heading"
        case Opener():
            return "opener"
        case Paragraph():
            return "paragraph"
        case List():
            return "list"
        case Table():
            return "table"
        case Figure() | Chart():
            return "figure"
        case Signs():
            return "signs"
        case Diagram():
            return "diagram"
        case Box():
            return "box"
        case Lines():
            return "lines"
        case Bar():
            return "bar"
        case Definitions():
            return "definitions"
        case Columns():
            return "columns"
        case Parallel():
            return "parallel"
        case Contents():
            return "contents"
        case Cover():
            return "cover"
        case _:
            assert_never(node)


def is_prompt(node: Node, following: Node | None) -> bool:
    """Whether ``node`` says what to write in ``following``."""
    if not isinstance(node, Paragraph):
        return False
    match following:
        case Lines() | Table(role=TableRole.FORM) | Diagram(form=True):
            return True
        case _:
            return False


def outline_words(node: Heading | Opener | Box | Cover) -> str:
    """How ``node`` is called in the outline: its number and its words, without what is said in passing."""
    match node:
        case Heading():
            return f"{node.number} {plain(node.children)}".strip()
        case Opener():
            return f"{node.number} {plain(node.title)}".strip()
        case Box() | Cover():
            return plain(node.title)
        case _:
            assert_never(node)


def _is_web(url: str) -> bool:
    return url.lower().startswith(_WEB)


def _percent(share: float) -> float:
    return round(100 * min(max(share, 0.0), 1.0), 3)


def _unbroken(text: str) -> Markup:
    """``text`` escaped, with an ending beside the figure that it belongs to: ``60 %-ы``, ``6-й``."""
    first, *others = endings(text)
    if not others:
        return escape(first)
    return escape(first) + Markup("").join(
        Markup('<span class="whole">{}</span>').format(piece) if at % 2 == 0 else escape(piece)
        for at, piece in enumerate(others)
    )


def _pairs(first: Sequence[Any], second: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip(first, second, strict=True))
