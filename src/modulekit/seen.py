"""What a command saw of a folder: the files that it read, those that it looked for, and the names that it listed.

Takes answers as they are given, keeps the bytes of files, so that a file which is edited meanwhile is everywhere the
one that was read first. What it saw can be asked again later, of the same folder: where every answer is the same, so is
whatever was made of them. Must not know what files mean.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

Question = tuple[str, str, str]
"""``folder``, what is asked of it (``read``, ``has``, ``open`` or ``names``), and a path in it."""


@dataclass(slots=True)
class Seen:
    """Answers by question. Contents of files are told by their SHA-256.

    ``is_torn`` says that something was asked twice and answered in two ways: then it was edited meanwhile.
    """

    answers: dict[Question, str] = field(default_factory=dict)
    is_torn: bool = False
    _kept: dict[str, bytes] = field(default_factory=dict)

    def bytes_of(self, question: Question, read: Callable[[], bytes]) -> bytes:
        """What ``read`` gives, or gave when it was first called for this file. Raises what it raises."""
        folder, _, path = question
        kept = self._kept.get(f"{folder}/{path}")
        if kept is None:
            kept = self._heard(question, read, lambda data: hashlib.sha256(data).hexdigest())
            kept = self._kept.setdefault(f"{folder}/{path}", kept)
        return kept

    def answer_of(self, question: Question, ask: Callable[[], T]) -> T:
        """What ``ask`` gives, a value whose ``repr`` tells it from others. Raises what it raises."""
        return self._heard(question, ask, repr)

    def _heard(self, question: Question, ask: Callable[[], T], told: Callable[[T], str]) -> T:
        try:
            given = ask()
        except (OSError, ValueError) as error:
            self._note(question, f"{type(error).__name__} {getattr(error, 'errno', '')}")
            raise
        self._note(question, told(given))
        return given

    def _note(self, question: Question, answer: str) -> None:
        if self.answers.setdefault(question, answer) != answer:
            self.is_torn = True
