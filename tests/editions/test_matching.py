"""Things of two versions are paired by name before they are paired by likeness."""

from __future__ import annotations

from modulekit.editions.matching import alike, match, out_of_order, words


def _none(old: str, new: str) -> float:
    del old, new
    return 0.0


def test_keys_are_tried_in_their_order() -> None:
    found = match(["a1", "b1"], ["b2", "a1"], (lambda name: name, lambda name: name[0]), _none)
    assert found == {0: 1, 1: 0}


def test_things_of_one_key_are_paired_in_their_order_and_none_belongs_to_nothing() -> None:
    assert match(["x", "x", "x"], ["x", "x"], (lambda name: name,), _none) == {0: 0, 1: 1}
    assert match(["x"], ["x"], (lambda _: None,), _none) == {}


def test_the_likest_are_paired_first() -> None:
    likeness = {("a", "c"): 0.6, ("b", "c"): 0.9, ("a", "d"): 0.7}
    found = match(["a", "b"], ["c", "d"], (), lambda old, new: likeness.get((old, new), 0.0))
    assert found == {0: 1, 1: 0}


def test_likeness_is_the_share_of_words() -> None:
    assert alike(words("one two three four"), words("Four, three: two!"), 0.5) == 6 / 7
    assert alike(words("one two"), words("three"), 0.5) == 0
    assert alike(words(), words(), 0.5) == 0


def test_as_few_as_explain_it_were_moved() -> None:
    assert out_of_order([0, 1, 2, 3]) == frozenset()
    assert out_of_order([1, 2, 3, 0]) == {3}
    assert out_of_order([3, 0, 1, 2]) == {0}
    assert out_of_order([]) == frozenset()
