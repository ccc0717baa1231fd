"""Who does the work: an executor, how many calls it makes at once, and what to do when it breaks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

_WIDTH = 2


class WorkersLostError(Exception):
    """Processes that did the work ended by themselves, and those that took their place did so too.

    ``calls`` names what they were doing.
    """

    def __init__(self, calls: tuple[str, ...]) -> None:
        super().__init__(", ".join(calls))
        self.calls = calls


class Crew(Executor):
    """An executor with its ``width``: how many calls it can make at once. ``spare`` gives one that makes one at a time,
    to be used where this one broke; ``relief`` gives one that takes over after so many calls. ``far`` says that it
    works on other computers, which see none of the folders of this one."""

    def __init__(
        self,
        executor: Executor,
        width: int,
        spare: Callable[[], Executor] | None = None,
        *,
        far: bool = False,
        relief: tuple[int, Callable[[], Executor]] | None = None,
    ) -> None:
        self.executor, self.width, self.far = executor, width, far
        self._spare, self._relief = spare, relief
        self._handed = 0

    @property
    def has_spare(self) -> bool:
        """Whether it can be renewed."""
        return self._spare is not None

    def renew(self) -> bool:
        """Take the spare in the place of what broke; whether there was one."""
        if self._spare is None:
            return False
        self.executor, self.width, self._spare, self._relief = self._spare(), 1, None, None
        return True

    @property
    def is_tired(self) -> bool:
        """Whether it was handed so many calls that others should take over when these have ended."""
        return self._relief is not None and self._handed >= self._relief[0]

    def relieve(self) -> None:
        """Let others take over. Nothing may be under way."""
        assert self._relief is not None
        self.executor, self._handed = self._relief[1](), 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call on."""
        self._handed += 1
        return self.executor.submit(fn, *args, **kwargs)

    @classmethod
    def of(cls, executor: Executor) -> Crew:
        """``executor`` as a crew, where it is none."""
        return executor if isinstance(executor, Crew) else cls(executor, _WIDTH)


class InPlace(Executor):
    """Does at once what it is handed: for what is handed on within a worker, and for tests."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call ``fn``; what it raises is raised by the future's ``result``."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done
