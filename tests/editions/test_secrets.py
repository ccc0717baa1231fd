"""Two implementations that share nothing but the marks agree on what is secret."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from modulekit.diagnostics import Loc
from modulekit.editions import identify, phrases, redact
from modulekit.model import Node
from modulekit.model.audience import Audience
from tests.courses import with_canaries


def _texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield loc, value
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts(item, (*loc, at))


def test_every_text_is_a_phrase() -> None:
    module = identify(with_canaries().job.module)
    assert {(phrase.loc, phrase.text) for phrase in phrases(module)} == set(_texts(module))


def test_secret_is_exactly_what_redact_takes_away() -> None:
    module = identify(with_canaries().job.module)
    shown = dict(_texts(redact(module, Audience.PARTICIPANT)))
    gone = {loc for loc, _ in _texts(module) if loc not in shown}
    secret = {phrase.loc for phrase in phrases(module) if phrase.secret}
    assert len(secret) > 80
    assert secret == gone


def test_every_canary_is_secret() -> None:
    planted = with_canaries()
    secret = {(phrase.loc, phrase.text) for phrase in phrases(planted.job.module) if phrase.secret}
    assert planted.canaries.items() <= secret


def test_nothing_secret_is_left_in_what_participants_get() -> None:
    shown = redact(with_canaries().job.module, Audience.PARTICIPANT)
    assert not [phrase for phrase in phrases(shown) if phrase.secret]
