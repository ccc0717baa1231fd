"""The graph on an executor: the same results whoever does the work, each call once, little held at a time."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from modulekit.build.calls import Call, Group, Piece, Steps
from modulekit.build.crew import Crew, InPlace, WorkersLostError
from modulekit.build.running import Ended, run
from modulekit.cache import Cache, key_of

_MADE: Counter[str] = Counter()
_LOCK = threading.Lock()


def _make(name: str, *parts: bytes) -> bytes:
    with _LOCK:
        _MADE[name] += 1
    if name == "broken":
        raise ZeroDivisionError
    return b"<" + name.encode() + b"".join(parts) + b">"


def _piece(name: str, *needs: str, key: str = "", parts: int = 1) -> Piece:
    """A piece that makes so many parts at once and then joins them with what it needs."""

    def steps(given: Mapping[Any, Any]) -> Steps:
        calls = [
            Call(_make, (name, *given.values()), name, key_of("part", key, str(at)) if key else "", at)
            for at in range(parts)
        ]
        made = yield calls
        joined = yield [Call(_make, ("join", *made), f"{name}, joined")]
        return joined[0]

    return Piece(name, needs, steps)


def _edition(owner: int) -> Group:
    return Group(owner, (_piece("a"), _piece("b", "a", parts=3), _piece("c", "a"), _piece("d", "b", "c")))


def _results(ended: Iterator[Ended]) -> dict[tuple[Any, Any], bytes]:
    return {(one.owner, one.name): one.result for one in ended}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    _MADE.clear()


@pytest.mark.parametrize("width", [1, 2, 7])
def test_the_results_are_the_same_with_any_number_of_workers(width: int) -> None:
    expected = _results(run(map(_edition, range(3)), Crew(InPlace(), 1), Cache()))
    assert len(expected) == 12
    a = b"<join<a>>"
    b, c = b"<join" + b"<b%b>" % a * 3 + b">", b"<join<c%b>>" % a
    assert expected[0, "d"] == b"<join<d" + b + c + b">>"
    with ThreadPoolExecutor(width) as threads:
        assert _results(run(map(_edition, range(3)), Crew(threads, width), Cache())) == expected


def test_a_piece_ends_after_what_it_needs_and_the_last_of_a_group_says_so() -> None:
    with ThreadPoolExecutor(3) as threads:
        ended = [*run(map(_edition, range(2)), Crew(threads, 3), Cache())]
    for owner in range(2):
        own = [one for one in ended if one.owner == owner]
        assert {one.name for one in own} == {"a", "b", "c", "d"}
        assert (own[0].name, own[-1].name) == ("a", "d")
        assert [one.last for one in own] == [False, False, False, True]


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    group = Group(0, (_piece("a", key="one"),))
    first = _results(run([group], Crew(InPlace(), 1), Cache(tmp_path)))
    assert _MADE == {"a": 1, "join": 1}
    assert _results(run([group], Crew(InPlace(), 1), Cache(tmp_path))) == first
    assert _MADE == {"a": 1, "join": 2}  # what has no key is made every time


def test_the_same_call_of_two_editions_is_made_once() -> None:
    groups = [Group(owner, (_piece("a", key="one", parts=2),)) for owner in range(4)]
    with ThreadPoolExecutor(4) as threads:
        found = _results(run(groups, Crew(threads, 4), Cache()))
    assert len(set(found.values())) == 1
    assert _MADE["a"] < 8
    assert _MADE["join"] == 4


def test_editions_are_taken_as_workers_become_free() -> None:
    taken: list[int] = []

    def groups() -> Iterator[Group]:
        for owner in range(50):
            taken.append(owner)
            yield _edition(owner)

    running = run(groups(), Crew(InPlace(), 2), Cache())
    next(running)
    assert len(taken) <= 4


def test_results_are_let_go_when_nobody_needs_them() -> None:
    """Only the edition that is worked on is held: 30 editions of 4 MB each take no more than a few of them."""
    import tracemalloc

    def large(given: Mapping[Any, Any]) -> Steps:
        (made,) = yield [Call(bytes, (4_000_000,), "large")]
        assert all(len(one) == 4_000_000 for one in given.values())
        return made

    groups = (Group(owner, (Piece("a", (), large), Piece("b", ("a",), large))) for owner in range(30))
    tracemalloc.start()
    try:
        for _ in run(groups, Crew(InPlace(), 1), Cache()):
            pass
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


def test_a_call_that_breaks_ends_the_run_and_gives_up_the_rest() -> None:
    pieces = (_piece("a"), _piece("broken", "a"), _piece("after", "broken"))
    with ThreadPoolExecutor(2) as threads, pytest.raises(ZeroDivisionError):
        _results(run([Group(0, pieces), *map(_edition, range(1, 9))], Crew(threads, 2), Cache()))
    assert "after" not in _MADE


class _Mortal(Executor):
    """Breaks at a call, and then for good."""

    def __init__(self, last: int) -> None:
        self._left = last

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._left -= 1
        if self._left < -1:
            raise BrokenExecutor
        if self._left < 0:
            broken: Future[Any] = Future()
            broken.set_exception(BrokenExecutor())
            return broken
        return InPlace().submit(fn, *args, **kwargs)


@pytest.mark.parametrize("last", range(9))
def test_other_workers_go_on_where_the_first_are_lost(last: int) -> None:
    expected = _results(run([_edition(0)], Crew(InPlace(), 1), Cache()))
    crew = Crew(_Mortal(last), 2, InPlace)
    assert _results(run([_edition(0)], crew, Cache())) == expected


def test_where_those_are_lost_too_the_calls_are_named() -> None:
    crew = Crew(_Mortal(2), 2, lambda: _Mortal(0))
    with pytest.raises(WorkersLostError) as lost:
        _results(run([_edition(0)], crew, Cache()))
    assert lost.value.calls == ("b",)


def test_others_take_over_after_so_many_calls_when_these_have_ended() -> None:
    expected = _results(run([_edition(0), _edition(1)], Crew(InPlace(), 1), Cache()))
    shifts: list[_Shift] = []

    def relief() -> Executor:
        assert not any(shift.open for shift in shifts)
        shifts.append(_Shift())
        return shifts[-1]

    with ThreadPoolExecutor(2) as threads:
        _Shift.threads = threads
        crew = Crew(relief(), 2, relief=(3, relief))
        assert _results(run([_edition(0), _edition(1)], crew, Cache())) == expected
    handed = [shift.handed for shift in shifts]
    assert len(handed) > 2
    assert all(3 <= calls <= 4 for calls in handed[:-1])


class _Shift(Executor):
    """Counts what it was handed, and what of it is under way."""

    threads: ThreadPoolExecutor

    def __init__(self) -> None:
        self.handed = 0
        self._calls: list[Future[Any]] = []

    @property
    def open(self) -> int:
        return sum(not call.done() for call in self._calls)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.handed += 1
        self._calls.append(self.threads.submit(fn, *args, **kwargs))
        return self._calls[-1]


def test_what_is_late_begins_when_workers_have_something_to_do() -> None:
    told: list[str] = []

    class Listening(InPlace):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            told.append(f"given {args[0]}")
            return super().submit(fn, *args, **kwargs)

    def steps(given: Mapping[Any, Any]) -> Steps:
        told.append(f"late begins with {len(given)}")
        made = yield [Call(_make, ("late",), "late")]
        return made[0]

    group = Group(0, (Piece("late", (), steps, late=True), _piece("early"), _piece("other")))
    results = _results(run([group], Crew(Listening(), 1), Cache()))
    assert told[:2] == ["given early", "late begins with 0"]
    assert results[0, "late"] == b"<late>"
    assert len(results) == 3
