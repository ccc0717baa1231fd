"""What workers do: compose, write, divide and join, look into finished files. Pure functions, bytes in, bytes out.

Every function may run in any process on any computer that has the same program, templates and fonts. The folder of the
cache is the only place that is read or written, and only to be quicker.
"""

from __future__ import annotations

import json
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from modulekit.build.crew import InPlace
from modulekit.build.packing import data_of, pack, pack_printed, pack_several, pack_value
from modulekit.cache import LIMIT, Cache
from modulekit.delivery.leaks import Hunt, squeeze
from modulekit.delivery.leftovers import runs_left
from modulekit.document import Deck, Document
from modulekit.formats.press import Press
from modulekit.formats.table import FORMATS
from modulekit.formats.theme import Theme
from modulekit.products.context import Context, Layouts
from modulekit.products.table import PRODUCTS
from modulekit.resources import templates

_FEW = 4  # values that a worker keeps unpacked: the contexts and contents of the edition that it works on
_TWO = 2  # hunts: of the edition's language and, for papers in two, of the other; each has some ten megabytes
PICTURE_WIDTH = 480
"""Pixels: some 260 an inch at the size that the guide prints."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a worker makes its press of. Without ``templates`` it takes those that lie with its own program; without
    ``cache`` it keeps nothing; the cache may take ``limit`` bytes."""

    theme: Theme
    cache: Path | None = None
    templates: Path | None = None
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a product is composed of: a packed context and packed layouts."""

    tools: bytes
    product: str
    context: bytes
    layouts: bytes


Content = bytes | Recipe
"""A packed Document or Deck, or what it is composed of where nobody has it at hand."""


def compose(recipe: Recipe) -> bytes:
    """The Document or Deck of a product, packed: equal contents give equal bytes."""
    layouts: Layouts = pickle.loads(recipe.layouts)
    context = replace(_context(recipe.context), layouts=layouts)
    return pack_value(PRODUCTS[recipe.product].compose(context))


def write(tools: bytes, format: str, content: Content, pages: bytes) -> bytes:
    """A file in one go. ``pages`` is a JSON object: where the nodes begin in the PDF, or null."""
    return pack_printed(FORMATS[format].write(_content(content), _press(tools), json.loads(pages)))


def split(tools: bytes, format: str, content: Content) -> bytes:
    """The pieces that a file is made of, as a pickle of Parts."""
    return pickle.dumps(FORMATS[format].divided().split(_content(content), _press(tools)))


def piece(tools: bytes, format: str, job: bytes) -> bytes:
    """One of the pieces."""
    return FORMATS[format].divided().work(job, _press(tools))


def join(tools: bytes, format: str, content: Content, done: Sequence[bytes], rest: bytes) -> bytes:
    """The file of all pieces."""
    return pack_printed(FORMATS[format].divided().join(_content(content), _press(tools), done, rest))


def pictures(printed: bytes) -> bytes:
    """A small PNG of each page of a PDF."""
    from modulekit.formats.pictures import slide_pictures

    return pack_several(slide_pictures(data_of(printed), PICTURE_WIDTH))


def read_back(name: str, printed: bytes, share: str = "") -> bytes:
    """All texts of a finished file, or a ``share`` of those of a PDF, made ready to be searched; or why they cannot
    be."""
    from modulekit.delivery.contents import Share, texts
    from modulekit.delivery.zips import UnreadableError

    try:
        found = [squeeze(text) for text in texts(name, data_of(printed), share=Share(share) if share else None)]
    except UnreadableError as error:
        return pack(str(error))
    return pack("", zlib.compress(json.dumps(found).encode(), 1))


def search(read: Sequence[bytes], hunt: bytes) -> bytes:
    """Which of the phrases of a hunt stand in texts that were read back: a JSON list of index and characters."""
    found: list[str] = [text for share in read for text in json.loads(zlib.decompress(data_of(share)))]
    prepared = _hunt(hunt)
    leaks: dict[int, str] = {}
    for text in found:
        for index, characters in prepared.find(text):
            leaks.setdefault(index, characters)
    facts = {"searched": prepared.searched, "short": prepared.too_short, "public": prepared.public}
    return pack({**facts, "leaks": list(leaks.items()), "characters": sum(map(len, found))})


def shown(visible: bytes, name: str, emblem: bool, printed: bytes) -> bytes:
    """What the first page of a file does not show of the funder: a JSON list of code, message and hint."""
    from modulekit.build.shown import not_shown

    found = not_shown(pickle.loads(visible), {(name, emblem): data_of(printed)})
    return pack([(said.code, said.message, said.hint) for said in found])


def left_over(text: bytes, script: str, allowed: Sequence[str]) -> bytes:
    """The sentences in ``script`` that are left in a text: a JSON list."""
    return pack(list(runs_left([data_of(text).decode()], script, allowed)))


@lru_cache(_FEW)
def _press(tools: bytes) -> Press:
    made: Tools = pickle.loads(tools)
    return Press(made.templates or templates(), made.theme, Cache(made.cache, made.limit), InPlace())


@lru_cache(_FEW)
def _context(packed: bytes) -> Context:
    context: Context = pickle.loads(packed)
    return context


def _content(content: Content) -> Document | Deck:
    return _unpacked(compose(content) if isinstance(content, Recipe) else content)


@lru_cache(_FEW)
def _unpacked(packed: bytes) -> Document | Deck:
    content: Document | Deck = pickle.loads(packed)
    return content


@lru_cache(_TWO)
def _hunt(packed: bytes) -> Hunt:
    secrets, public = pickle.loads(packed)
    return Hunt.of(secrets, public)
