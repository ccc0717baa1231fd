"""Work on other computers: an executor in front of another one, for workers that see none of our folders.

Takes an executor of a cluster, gives one that sends each call with all that it needs, and lets it be done only where
the same program with the same fonts and libraries is installed: other ones would give other bytes.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from typing import Any

from modulekit.installation import installation
from modulekit.resources import templates

_TURN = threading.Lock()
"""Layout and drawing are one at a time in a process, whatever number of threads a worker has."""


class OtherInstallationError(Exception):
    """A worker has other versions than we have; ``parts`` names what differs."""

    def __init__(self, *parts: str) -> None:
        super().__init__(*parts)
        self.parts = parts


class Far(Executor):
    """Calls through ``executor``. What breaks on the way is told as ``BrokenExecutor``, a program that is missing as
    :class:`OtherInstallationError`."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._expected = pickle.dumps(dict(installation(templates())))

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Send a call."""
        told: Future[Any] = Future()
        sent = self._executor.submit(done_here, self._expected, pickle.dumps((fn, args, kwargs)))
        sent.add_done_callback(lambda done: _tell(done, told))
        return told


def done_here(expected: bytes, call: bytes) -> Any:
    """What a worker does with what was sent.

    Raises :class:`OtherInstallationError`.
    """
    wanted: Mapping[str, str] = pickle.loads(expected)
    own = installation(templates())
    differing = [name for name in wanted if wanted[name] != own.get(name)]
    if differing:
        raise OtherInstallationError(*differing)
    function, arguments, named = pickle.loads(call)
    with _TURN:
        return function(*arguments, **named)


def _tell(done: Future[Any], told: Future[Any]) -> None:
    if not told.set_running_or_notify_cancel():
        return
    if done.cancelled():
        told.set_exception(BrokenExecutor("the call was given up"))
        return
    error = done.exception()
    if error is None:
        told.set_result(done.result())
    elif isinstance(error, ImportError):
        told.set_exception(OtherInstallationError("program"))
    elif isinstance(error, CancelledError) or type(error).__module__.startswith("distributed."):
        told.set_exception(BrokenExecutor(str(error)))
    else:
        told.set_exception(error)
