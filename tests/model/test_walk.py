"""The walk over the tree of a course."""

from __future__ import annotations

from functools import reduce
from typing import Any

from modulekit.model import Node
from modulekit.model.walk import nodes, walk
from tests.courses import small


def _at(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(step, int) else getattr(value, step)


def test_each_path_leads_to_what_is_given_with_it_and_stands_once() -> None:
    module = small().module
    given = list(walk(module))
    assert given[0] == ((), module)
    assert len({loc for loc, _ in given}) == len(given)
    for loc, value in given:
        assert reduce(_at, loc, module) is value


def test_what_stands_in_lists_of_lists_is_found_and_the_lists_are_not_given() -> None:
    given = list(walk(small().module, ("head",)))
    assert any(loc[-3:] == ("rows", 0, 0) for loc, _ in given)
    assert not any(isinstance(value, tuple) for _, value in given)
    assert all(loc[0] == "head" for loc, _ in given)
    assert sum(isinstance(value, Node) for _, value in given) > 100


def test_nodes_alone_are_those_of_the_walk_in_its_order() -> None:
    module = small().module
    assert [id(node) for node in nodes(module)] == [id(value) for _, value in walk(module) if isinstance(value, Node)]
    assert list(nodes(module.lessons)) == [value for _, value in walk(module.lessons) if isinstance(value, Node)]
