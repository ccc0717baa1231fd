"""What only trainers may see is taken away, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated

import pytest

from modulekit.editions import identify, number, phrases, redact
from modulekit.editions.redact import _for_participants
from modulekit.model import EVERYONE, TRAINER_ONLY, Module, Node
from modulekit.model.audience import Audience
from tests.courses import small, with_canaries


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def test_participants_get_no_canary() -> None:
    planted = with_canaries()
    canaries = set(planted.canaries.values())
    assert canaries <= set(_texts(planted.job.module))
    assert not canaries & set(_texts(redact(planted.job.module, Audience.PARTICIPANT)))


def test_trainers_get_everything() -> None:
    module = with_canaries().job.module
    assert redact(module, Audience.TRAINER) == module


def test_what_everyone_may_see_stays() -> None:
    module = small().module
    public = [phrase.text for phrase in phrases(module) if not phrase.secret]
    kept = [*_texts(redact(module, Audience.PARTICIPANT))]
    assert len(public) > 200
    assert [text for text in kept if text] == public


def test_the_shape_of_a_form_stays() -> None:
    shown = redact(small().module, Audience.PARTICIPANT)
    form = shown.exercises[1].worksheet[1].table
    assert form is not None
    assert form.rows == (("Aigul", "orders the hinge", "today"), ("", "", ""))
    assert form.blank == "all"
    half = shown.exercises[0].worksheet[1].table
    assert half is not None
    assert half.rows == (("Before", ""), ("After", ""))


def test_redacting_twice_changes_nothing() -> None:
    once = redact(small().module, Audience.PARTICIPANT)
    assert redact(once, Audience.PARTICIPANT) == once


def test_every_node_is_validated_again() -> None:
    """A tree that was put together without validation does not pass."""
    module = small().module
    broken = module.model_copy(update={"outcomes": ()})
    with pytest.raises(ValueError, match="outcomes"):
        redact(broken, Audience.PARTICIPANT)


def test_a_required_field_for_trainers_that_everyone_reaches_is_a_mistake_in_the_model() -> None:
    class Trap(Node):
        secret: Annotated[str, TRAINER_ONLY]

    class Unmarked(Node):
        text: str = ""

    class Fine(Node):
        shown: Annotated[str, EVERYONE]
        secret: Annotated[str | None, TRAINER_ONLY] = None

    with pytest.raises(TypeError, match=r"Trap\.secret is trainer only and required"):
        _for_participants(Trap(secret="x"))
    with pytest.raises(TypeError, match="exactly one mark"):
        _for_participants(Unmarked())
    assert _for_participants(Fine(shown="a", secret="b")) == Fine(shown="a")


def test_numbers_are_those_of_the_whole_module_in_every_edition() -> None:
    """Numbers are given before anything is taken away; this says that the order could not matter."""
    whole = identify(small().module)
    shown = redact(whole, Audience.PARTICIPANT)
    assert isinstance(shown, Module)
    assert number(whole) == number(shown)
