"""Jobs become Fragments: from the cache where one is kept, else in the pool.

Takes jobs, a cache and an executor, gives fragments in the jobs' order. Must not know what is on a page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import astuple, dataclass
from pathlib import Path

from modulekit.cache import Cache, key_of
from modulekit.formats.pdf.complaints import Complaint
from modulekit.formats.pdf.engine import engine
from modulekit.formats.pdf.layout import Bookmark, Fragment, Job, Place, lay_out
from modulekit.formats.typefaces import fonts_digest


@dataclass(frozen=True, slots=True)
class Layouts:
    """A cache and the processes that fill it. ``fonts`` is the digest of the fonts that all jobs use."""

    cache: Cache
    pool: Executor
    fonts: str

    @classmethod
    def over(cls, cache: Cache, pool: Executor, fonts: Path) -> Layouts:
        """Layouts with the fonts in the folder ``fonts``."""
        return cls(cache, pool, fonts_digest(fonts))

    def of(self, jobs: Sequence[Job]) -> list[Fragment]:
        """The fragments of ``jobs``, in their order.

        Raises what a worker raises.
        """
        found: list[Fragment | Future[Fragment]] = []
        keys = [self.key(job) for job in jobs]
        for key, job in zip(keys, jobs, strict=True):
            kept = self.cache.get(key)
            found.append(unpack(kept) if kept is not None else self.pool.submit(lay_out, job))
        fragments = []
        for key, item in zip(keys, found, strict=True):
            if isinstance(item, Future):
                item = item.result()
                self.cache.put(key, pack(item))
            fragments.append(item)
        return fragments

    def key(self, job: Job) -> str:
        """Everything that can change the bytes of the fragment of ``job``, as one key."""
        pictures = [part for name, (kind, data) in sorted(job.assets.items()) for part in (name, kind, data)]
        leaves = json.dumps(job.leaves)
        return key_of("pdf fragment", engine(), self.fonts, job.variant, leaves, job.css, job.html, *pictures)


def pack(fragment: Fragment) -> bytes:
    """``fragment`` as bytes: the length of a JSON text, the text, the PDF."""
    facts = {
        "pages": fragment.pages,
        "anchors": {name: _numbers(place) for name, place in fragment.anchors.items()},
        "bookmarks": [[mark.level, mark.label, *_numbers(mark.place)] for mark in fragment.bookmarks],
        "landscape": list(fragment.landscape),
        "faces": dict(fragment.faces),
        "complaints": [astuple(complaint) for complaint in fragment.complaints],
    }
    head = json.dumps(facts, ensure_ascii=False).encode()
    return len(head).to_bytes(4, "big") + head + fragment.data


def unpack(data: bytes) -> Fragment:
    """What :func:`pack` wrote."""
    size = int.from_bytes(data[:4], "big")
    facts = json.loads(data[4 : 4 + size])
    return Fragment(
        data[4 + size :],
        facts["pages"],
        {name: Place(*numbers) for name, numbers in facts["anchors"].items()},
        tuple(Bookmark(level, label, Place(*numbers)) for level, label, *numbers in facts["bookmarks"]),
        tuple(Complaint(*fields) for fields in facts["complaints"]),
        tuple(facts["landscape"]),
        facts["faces"],
    )


def _numbers(place: Place) -> tuple[int, float, float]:
    return place.page, place.x, place.y
