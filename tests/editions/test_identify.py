"""Every table, figure, case and slide has an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from modulekit.editions import identify
from modulekit.editions.rebuild import rebuild
from modulekit.model import Case, Figure, Module, Node, Slide, Table
from modulekit.model.slideshow import SlideKind, slideshow
from tests.courses import small

NAMED = (Table, Figure, Case, Slide)


def _named(value: object) -> Iterator[tuple[str, str | None]]:
    if isinstance(value, NAMED):
        yield type(value).__name__, value.id
    if isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _named(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _named(item)


def _assert_unique(module: Module) -> None:
    ids = Counter(_named(module))
    assert len(ids) >= 20
    assert not [pair for pair, times in ids.items() if times > 1 or pair[1] is None]


def test_ids_are_given_where_there_were_none_and_left_where_there_were() -> None:
    before, after = [*_named(small().module)], [*_named(identify(small().module))]
    assert any(id is None for _, id in before)
    assert all(old in (None, new) for (_, old), (_, new) in zip(before, after, strict=True))
    _assert_unique(identify(small().module))


def test_ids_do_not_depend_on_a_second_run() -> None:
    once = identify(small().module)
    assert identify(once) == once


def test_an_id_that_an_author_gave_is_not_given_again() -> None:
    """The author calls the third table what the first one would be called."""

    def call(node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        if isinstance(node, Table) and node.id == "form-purpose":
            return {**fields, "id": "purpose-table-2"}
        return fields

    module = identify(rebuild(small().module, call))
    _assert_unique(module)
    assert ("Table", "purpose-table-2-2") in [*_named(module)]


def test_a_lesson_and_an_exercise_of_the_same_name_share_no_id() -> None:
    module = small().module
    lesson = module.lessons[2].model_copy(update={"lesson": "write-it"})
    module = module.model_copy(update={"lessons": (*module.lessons[:2], lesson)})
    _assert_unique(identify(module))


def test_made_slides_and_written_slides_share_no_id() -> None:
    module = identify(small().module)
    plan = [*slideshow(module)]
    made = {slide.id for slide in plan if slide.kind is not SlideKind.AUTHORED}
    written = {slide.id for slide in plan if slide.kind is SlideKind.AUTHORED}
    assert made
    assert written
    assert not made & written


def test_long_names_give_valid_ids() -> None:
    """An id has 60 characters at most; the module is validated once more with those that were given."""
    module = small().module
    name = "a-" * 29 + "ab"
    lesson = module.lessons[1].model_copy(update={"lesson": name})
    module = identify(module.model_copy(update={"lessons": (module.lessons[0], lesson)}))
    ids = [id for _, id in _named(module.lessons[1]) if id]
    assert max(map(len, ids)) <= 60
    assert Module.model_validate(module.model_dump()) == module
