"""The graph of a build on an executor: every call as soon as what it needs is there, on all cores, in little memory.

Takes groups of pieces, a crew and a cache, gives the result of each piece as it is finished. Groups are taken one by
one, when the calls of those before no longer fill all cores; a result is let go when the last piece that needs it has
ended. The same call is made once, whoever asks for it. What comes of it does not depend on who makes which call when.
"""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Hashable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from typing import Any

from modulekit.build.calls import Call, Group, Piece, Steps
from modulekit.build.crew import Crew, WorkersLostError
from modulekit.cache import Cache


@dataclass(frozen=True, slots=True)
class Ended:
    """A piece that has ended. ``last`` says that all others of its group have ended before."""

    owner: Any
    name: Hashable
    result: Any
    last: bool


@dataclass(slots=True, eq=False)
class _Open:
    """A group that is being worked on."""

    number: int
    owner: Any
    waiting: dict[Hashable, Piece]
    users: Counter[Hashable]
    results: dict[Hashable, Any] = field(default_factory=dict)
    left: int = 0


@dataclass(slots=True, eq=False)
class _Batch:
    """Calls that a piece waits for, and what came of them so far."""

    group: _Open
    piece: Piece
    steps: Steps
    results: list[bytes | None] = field(default_factory=list)
    missing: int = 0


@dataclass(slots=True, eq=False)
class _Order:
    """A call that somebody waits for, with its place in the queue."""

    call: Call
    rank: tuple[int, int, int, int]
    takers: list[tuple[_Batch, int]]

    def __lt__(self, other: _Order) -> bool:
        return self.rank < other.rank


def run(groups: Iterable[Group], crew: Crew, cache: Cache) -> Iterator[Ended]:
    """Work through ``groups``.

    Raises what a call raises, and :class:`modulekit.build.crew.WorkersLostError`; what was not begun is given up then.
    """
    running = _Running(iter(groups), crew, cache)
    try:
        yield from running.all()
    finally:
        running.give_up()


class _Running:
    def __init__(self, groups: Iterator[Group], crew: Crew, cache: Cache) -> None:
        self._groups, self._crew, self._cache = groups, crew, cache
        self._queue: list[_Order] = []
        self._by_key: dict[str, _Order] = {}
        self._flying: dict[Future[bytes], _Order] = {}
        self._ended: list[Ended] = []
        self._late: deque[tuple[_Open, Piece]] = deque()
        self._admitted = self._asked = 0

    def all(self) -> Iterator[Ended]:
        more = True
        while more or self._queue or self._flying or self._late:
            while more and len(self._queue) < self._crew.width and not self._late:
                more = self._admit()
                yield from self._told()
            self._submit()
            if self._late:
                self._start(*self._late.popleft())
                self._land([future for future in self._flying if future.done()])
            elif self._flying:
                done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
                self._land(done)
            yield from self._told()

    def give_up(self) -> None:
        self._queue.clear()
        self._late.clear()
        for future in self._flying:
            future.cancel()

    def _told(self) -> Iterator[Ended]:
        while self._ended:
            yield self._ended.pop(0)

    def _admit(self) -> bool:
        group = next(self._groups, None)
        if group is None:
            return False
        users = Counter(need for piece in group.pieces for need in piece.needs)
        opened = _Open(self._admitted, group.owner, {piece.name: piece for piece in group.pieces}, users)
        opened.left = len(group.pieces)
        self._admitted += 1
        if not group.pieces:
            self._ended.append(Ended(group.owner, None, None, last=True))
        self._begin(opened)
        return True

    def _begin(self, group: _Open) -> None:
        """Start every piece of which all needs are there."""
        ready = [piece for piece in group.waiting.values() if all(need in group.results for need in piece.needs)]
        for piece in ready:
            del group.waiting[piece.name]
        for piece in ready:
            if piece.late:
                self._late.append((group, piece))
            else:
                self._start(group, piece)

    def _start(self, group: _Open, piece: Piece) -> None:
        steps = piece.steps({need: group.results[need] for need in piece.needs})
        self._go_on(_Batch(group, piece, steps), None)

    def _go_on(self, batch: _Batch, results: list[bytes] | None) -> None:
        """Let a piece ask for its next calls, or end."""
        while True:
            try:
                calls = next(batch.steps) if results is None else batch.steps.send(results)
            except StopIteration as end:
                self._end(batch.group, batch.piece, end.value)
                return
            batch.results = [self._cache.get(call.key) if call.key and not call.missed else None for call in calls]
            batch.missing = sum(result is None for result in batch.results)
            if batch.missing:
                for at, call in enumerate(calls):
                    if batch.results[at] is None:
                        self._ask(call, batch, at)
                return
            results = [result for result in batch.results if result is not None]

    def _ask(self, call: Call, batch: _Batch, at: int) -> None:
        known = self._by_key.get(call.key) if call.key else None
        if known is not None:
            known.takers.append((batch, at))
            return
        self._asked += 1
        rank = (batch.group.number, -batch.piece.height, -call.weight, self._asked)
        order = _Order(call, rank, [(batch, at)])
        if call.key:
            self._by_key[call.key] = order
        heapq.heappush(self._queue, order)

    def _submit(self) -> None:
        """Hand on as many calls as keep all workers busy, and no more: what waits here costs no memory there."""
        if self._queue and self._crew.is_tired:
            if self._flying:
                return
            self._crew.relieve()
        most = self._crew.width + self._crew.has_spare  # who is lost last is known by name
        while self._queue and len(self._flying) < most:
            order = heapq.heappop(self._queue)
            try:
                future = self._crew.submit(order.call.function, *order.call.arguments)
            except BrokenExecutor:
                heapq.heappush(self._queue, order)
                self._renew()
            else:
                self._flying[future] = order

    def _land(self, done: Iterable[Future[bytes]]) -> None:
        for future in sorted(done, key=lambda future: self._flying[future].rank):
            if future not in self._flying:  # given back when the workers were lost
                continue
            try:
                result = future.result()
            except BrokenExecutor:
                self._renew()
                return
            order = self._flying.pop(future)
            self._deliver(order, result)

    def _deliver(self, order: _Order, result: bytes) -> None:
        if order.call.key:
            del self._by_key[order.call.key]
            self._cache.put(order.call.key, result)
        for batch, at in order.takers:
            batch.results[at] = result
            batch.missing -= 1
            if not batch.missing:
                self._go_on(batch, [result for result in batch.results if result is not None])

    def _end(self, group: _Open, piece: Piece, result: Any) -> None:
        group.left -= 1
        if group.users[piece.name]:
            group.results[piece.name] = result
        for need in piece.needs:
            group.users[need] -= 1
            if not group.users[need]:
                del group.results[need]
        self._ended.append(Ended(group.owner, piece.name, result, last=not group.left))
        if group.users[piece.name]:
            self._begin(group)

    def _renew(self) -> None:
        """Go on with other workers where these are gone; what they were doing is done again."""
        lost = sorted(self._flying.values())
        self._flying.clear()
        if not self._crew.renew():
            raise WorkersLostError(tuple(order.call.name for order in lost))
        for order in lost:
            heapq.heappush(self._queue, order)
