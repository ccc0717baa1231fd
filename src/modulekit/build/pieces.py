"""One edition as pieces of the graph: what each task of the plan asks workers for, and what became of it.

Takes a job, what its audiences see, and tasks; gives pieces, then files with their findings. Every call is named by all
that can change what comes of it, so what is in the cache is not made again: the main process looks before it asks.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from modulekit.build.calls import Call, Group, Piece, Steps
from modulekit.build.job import Job
from modulekit.build.packing import anchors_of, head_of, unpack_several
from modulekit.build.plan import Key, Task, heights
from modulekit.build.why import PAGES, Trace
from modulekit.build.work import (
    Recipe,
    compose,
    join,
    left_over,
    pictures,
    piece,
    read_back,
    search,
    shown,
    split,
    write,
)
from modulekit.cache import Cache, key_of
from modulekit.delivery.contents import Share
from modulekit.formats.table import FORMATS
from modulekit.model.audience import Audience
from modulekit.products.context import Layouts
from modulekit.products.table import PRODUCTS, SECOND_LANGUAGE

_MEASURED = ("pdf", "docx", "pptx", "form")
"""The formats whose first page is measured."""
LOOKED, LEFT = "looked", "left"
"""How pieces are called that look into finished files, and for sentences that nobody translated."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A value as it is sent, and the digest that stands for it."""

    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sent(Packed):
    """A context as it is sent, with the digests of what it holds by what people call it."""

    made_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Composed:
    """A Document or Deck: its digest, and its bytes or what it is composed of. ``layouts`` stands for the pages and
    pictures of other products that it shows."""

    digest: str
    content: bytes | Recipe
    layouts: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a finished file: why it cannot be searched, what each hunt found, what it does not show."""

    unreadable: str = ""
    hunts: tuple[Mapping[str, Any], ...] = ()
    not_shown: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Pieces:
    """What the pieces of one edition are made with. ``stamp`` stands for the installation and the theme; ``hunts`` are
    the secrets of its own language and, for papers in two languages, of the other one, which take long enough to be
    gathered while workers are at work; ``common`` is what ``stamp`` stands for, by what people call it."""

    job: Job
    tasks: tuple[Task, ...]
    contexts: Mapping[tuple[Audience, bool], Sent]
    hunts: Callable[[], tuple[Packed, ...]]
    visible: Packed
    foreign: tuple[str, tuple[str, ...]]
    tools: bytes
    common: Mapping[str, str]
    stamp: str
    cache: Cache
    traces: dict[Key, Trace] = field(default_factory=dict)
    """What each finished file is made of, as it becomes known."""

    @property
    def by_key(self) -> Mapping[Key, Task]:
        """The tasks by their keys."""
        return {task.key: task for task in self.tasks}

    def group(self, owner: Any) -> Group:
        """The pieces, each after what it needs."""
        high = heights(self.tasks)
        pieces = [Piece(task.key, task.needs, self._steps(task), high[task.key]) for task in self.tasks]
        for task in self.tasks:
            if task.wanted:
                pieces.append(Piece((LOOKED, task.key), (task.key,), self._look(task), late=True))
        if self.foreign[0]:
            for product in dict.fromkeys(task.product for task in self.tasks if task.wanted):
                pieces.append(Piece((LEFT, product), ((product, "content"),), self._left(product)))
        return Group(owner, tuple(pieces))

    def path(self, task: Task) -> PurePosixPath:
        """Where the file of ``task`` stands in ``dist/<module>``."""
        return self.job.folder / FORMATS[task.kind].file_name(task.product)

    def _context(self, task: Task) -> Sent:
        product = PRODUCTS[task.product]
        return self.contexts[product.audience, product.only_with == SECOND_LANGUAGE]

    def _steps(self, task: Task) -> Any:
        match task.kind:
            case "content":
                return lambda given: self._compose(task, given)
            case "pictures":
                return lambda given: self._pictures(task, given)
            case _:
                return lambda given: self._write(task, given)

    def _compose(self, task: Task, given: Mapping[Hashable, Any]) -> Steps:
        """What a product is, as a digest: where that is known, nothing is composed until a writer asks for it."""
        context = self._context(task)
        layouts = _layouts(given)
        shown = _digest(layouts)
        recipe = Recipe(self.tools, task.product, context.data, pickle.dumps(layouts))
        key = key_of("content", self.stamp, task.product, context.digest, shown)
        known = self.cache.get(key)
        if known is not None:
            return Composed(known.decode("ascii", "replace"), recipe, shown)
        (content,) = yield [Call(compose, (recipe,), self._name(task))]
        digest = hashlib.sha256(content).hexdigest()
        self.cache.put(key, digest.encode())
        return Composed(digest, content, shown)

    def _write(self, task: Task, given: Mapping[Hashable, Any]) -> Steps:
        content: Composed = given[task.product, "content"]
        laid_out = given.get((task.product, "pdf"))
        pages = json.dumps(dict(anchors_of(laid_out)) if laid_out else None, sort_keys=True).encode()
        key = key_of(f"{task.kind} file", self.stamp, content.digest, pages)
        kept = self.cache.get(key)
        made_of = {**self._context(task).made_of, PAGES: key_of("pages", content.layouts, pages), **self.common}
        self.traces[task.key] = Trace(str(self.path(task)), key, made_of, kept is not None)
        if kept is not None:
            return kept
        name = self._name(task)
        if not FORMATS[task.kind].apart:
            arguments = (self.tools, task.kind, content.content, pages)
            (printed,) = yield [Call(write, arguments, name, key, weight=1, missed=True)]
            return printed
        (divided,) = yield [Call(split, (self.tools, task.kind, content.content), f"{name}, dividing")]
        parts = pickle.loads(divided)
        done = yield [
            Call(piece, (self.tools, task.kind, job), f"{name}, part {at}", own, len(job))
            for at, (own, job) in enumerate(parts.jobs, 1)
        ]
        joined = (self.tools, task.kind, content.content, tuple(done), parts.rest)
        (printed,) = yield [Call(join, joined, f"{name}, joining", key, missed=True)]
        return printed

    def _pictures(self, task: Task, given: Mapping[Hashable, Any]) -> Steps:
        printed = given[task.product, "pdf"]
        key = key_of("slide pictures", self.stamp, printed)
        (drawn,) = yield [Call(pictures, (printed,), self._name(task), key)]
        return drawn

    def _look(self, task: Task) -> Any:
        return lambda given: self._looked(task, given[task.key])

    def _looked(self, task: Task, printed: bytes) -> Steps:
        """Open a finished file again: search it for what participants may not see, measure what it shows."""
        product, path = PRODUCTS[task.product], self.path(task)
        file = hashlib.sha256(printed).hexdigest()
        lacks: tuple[tuple[str, str, str], ...] = ()
        if task.kind in _MEASURED:
            arguments = (self.visible.data, path.name, product.emblem, printed)
            key = key_of("first page", self.stamp, self.visible.digest, path.name, str(product.emblem), file)
            (told,) = yield [Call(shown, arguments, f"{path}, first page", key)]
            lacks = tuple((code, message, hint) for code, message, hint in head_of(told))
        if product.audience is not Audience.PARTICIPANT:
            return Looked(not_shown=lacks)
        # Those of a PDF take longest of what is left at the end: two can read them at once.
        shares = [*Share] if task.is_pdf else [""]
        read = yield [
            Call(
                read_back,
                (path.name, printed, str(share)),
                f"{path}, reading back",
                key_of("texts", self.stamp, path.name, share, file),
            )
            for share in shares
        ]
        unreadable = [head_of(one) for one in read if head_of(one)]
        if unreadable:
            return Looked(unreadable[0], (), lacks)
        hunts = self.hunts() if product.only_with == SECOND_LANGUAGE else self.hunts()[:1]
        found = yield [
            Call(search, (read, hunt.data), f"{path}, search", key_of("search", self.stamp, hunt.digest, *read))
            for hunt in hunts
        ]
        return Looked("", tuple(head_of(one) for one in found), lacks)

    def _left(self, product: str) -> Any:
        return lambda given: self._left_over(product, given[product, "content"])

    def _left_over(self, product: str, content: Composed) -> Steps:
        """Sentences of the course's own language that stand in a translated product."""

        script, allowed = self.foreign
        name = f"{self.job.folder}/{product}, words left"
        pages = json.dumps(None).encode()
        key = key_of("text file", self.stamp, content.digest, pages)
        (text,) = yield [Call(write, (self.tools, "text", content.content, pages), name, key)]
        key = key_of("words left", self.stamp, text, script, *allowed)
        (found,) = yield [Call(left_over, (text, script, allowed), name, key)]
        return tuple(head_of(found))

    def _name(self, task: Task) -> str:
        return f"{self.job.folder}/{task.product} {task.kind}"


def _layouts(given: Mapping[Hashable, Any]) -> Layouts:
    """What the products that were laid out before tell: pages by node, pictures by slide, how many pages there are."""
    heads = {key[0]: head_of(result) for key, result in _results(given) if key[1] != "pictures"}
    pages = {product: head["anchors"] for product, head in heads.items()}
    lengths = {product: head["pages"] for product, head in heads.items() if head["pages"]}
    drawn: dict[str, bytes] = {}
    for (product, kind), result in _results(given):
        if kind == "pictures":
            images = unpack_several(result)
            slides = sorted(pages[product].items(), key=lambda item: item[1])
            drawn = {id: images[page - 1] for id, page in slides if id.startswith("slide:") and page <= len(images)}
    return Layouts(pages, drawn, lengths)


def _results(given: Mapping[Hashable, Any]) -> Iterator[tuple[Key, bytes]]:
    for key, result in given.items():
        assert isinstance(key, tuple)
        yield (key[0], key[1]), result


def _digest(layouts: Layouts) -> str:
    drawn = {id: hashlib.sha256(data).hexdigest() for id, data in layouts.pictures.items()}
    return json.dumps([layouts.pages, layouts.lengths, drawn], sort_keys=True)
