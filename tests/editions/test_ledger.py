"""A catalogue follows its course and guesses nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from modulekit.editions.ledger import update
from modulekit.editions.pairs import pairs_of
from modulekit.editions.texts import Text, texts
from modulekit.model.catalogue import Catalogue, State
from modulekit.source.po_writer import write_po
from tests.editions.ledgers import catalogue, changed, cyrillic, source, states

MODULE = source().module
FULL = catalogue(MODULE, cyrillic)


def _texts(*pairs: tuple[str, str]) -> list[Text]:
    return [Text((), context, words) for context, words in pairs]


def _kept(*pairs: tuple[str, str]) -> Catalogue:
    empty = update(Catalogue("ru"), _texts(*pairs))
    return replace(empty, entries=tuple(replace(entry, text=f"«{entry.source}»") for entry in empty))


def _said(found: Catalogue) -> list[tuple[str, str, State]]:
    return [(entry.source, entry.text, entry.state) for entry in found]


def test_twice_is_the_same() -> None:
    once = update(Catalogue("ru"), texts(MODULE))
    assert write_po(update(once, texts(MODULE))) == write_po(once)
    assert write_po(update(FULL, texts(MODULE))) == write_po(FULL)


def test_another_order_touches_nothing() -> None:
    turned = [lesson.model_copy(update={"steps": lesson.steps[::-1]}) for lesson in MODULE.lessons]
    other = MODULE.model_copy(update={"lessons": tuple(turned), "glossary": MODULE.glossary[::-1]})
    after = update(FULL, texts(other))
    assert {entry.key: entry.text for entry in after} == {entry.key: entry.text for entry in FULL}
    assert not [*states(after)]
    assert not after.obsolete


def test_one_sentence_changed_is_one_entry_outdated_with_its_old_text() -> None:
    checked = 0
    counts: dict[tuple[str, str], int] = {}
    for text in texts(MODULE):
        counts[text.context, text.source] = counts.get((text.context, text.source), 0) + 1
    for text in [text for text in texts(MODULE) if counts[text.context, text.source] == 1][::25]:
        if text.source.startswith(("|", "-")) or "columns" in text.loc:
            continue
        new = f"{text.source} And more."
        after = update(FULL, texts(changed(MODULE, text.loc, new)))
        assert [*states(after)] == [(new, "outdated")], text
        [entry] = [entry for entry in after if entry.source == new and entry.context == text.context]
        assert entry.previous == text.source
        assert entry.text == FULL.by_key[text.context, text.source].text
        assert not after.obsolete
        checked += 1
    assert checked > 10


def test_a_text_that_went_back_is_up_to_date_again() -> None:
    loc = ("title",)
    after = update(update(FULL, texts(changed(MODULE, loc, "Meetings"))), texts(MODULE))
    assert write_po(after) == write_po(FULL)


def test_a_second_change_remembers_what_was_translated() -> None:
    first = update(FULL, texts(changed(MODULE, ("title",), "Meetings")))
    second = update(first, texts(changed(MODULE, ("title",), "Good meetings")))
    [entry] = [entry for entry in second if entry.state is State.OUTDATED]
    assert (entry.source, entry.previous) == ("Good meetings", MODULE.title)


def test_what_is_gone_is_kept_and_comes_back() -> None:
    less = update(_kept(("a", "One"), ("b", "Two")), _texts(("a", "One")))
    assert [entry.text for entry in less.obsolete] == ["«Two»"]
    back = update(less, _texts(("a", "One"), ("b", "Two")))
    assert _said(back) == [("One", "«One»", State.TRANSLATED), ("Two", "«Two»", State.TRANSLATED)]
    assert not back.obsolete


def test_what_was_never_translated_is_not_kept() -> None:
    assert not update(update(Catalogue("ru"), _texts(("a", "One"))), _texts(("a", "Two"))).obsolete


def test_a_text_that_moves_takes_its_translation_along() -> None:
    after = update(_kept(("a", "One"), ("b", "Two")), _texts(("a", "One"), ("c", "Two")))
    assert _said(after)[1] == ("Two", "«Two»", State.TRANSLATED)
    assert not after.obsolete


def test_what_is_not_certain_is_not_paired() -> None:
    before = _kept(("a", "Water is scarce"), ("a", "Roads are bad"))
    after = update(before, _texts(("a", "Nobody comes"), ("a", "The school is far"), ("a", "Bread is dear")))
    assert {state for _, _, state in _said(after)} == {State.MISSING}
    assert len(after.obsolete) == 2


def test_several_changes_side_by_side() -> None:
    before = ["Yields fell by a third in dry years", "Two herds of three have no watering place"]
    after = ["Yields fell by a half in dry years", "Two herds of four have no watering place"]
    assert [*pairs_of(before, after)] == [*zip(before, after, strict=True)]
    assert [*pairs_of(before, after[::-1])] == [*zip(before, after, strict=True)]


def test_new_line_breaks_change_nothing() -> None:
    after = update(_kept(("a", "One\ntwo")), _texts(("a", "One two")))
    assert _said(after) == [("One two", "«One\ntwo»", State.TRANSLATED)]


def test_a_text_at_several_places_names_them() -> None:
    at = [Text((), "a", "One", (place, "What it is.")) for place in ("here", "there", "there", "far", "farther")]
    [entry] = update(Catalogue("ru"), at)
    assert entry.notes == ("here", "What it is.", "Also: there", "Also: far", "Also at 1 more place.")


def test_what_some_place_shows_to_all_is_no_secret() -> None:
    secret = Text((), "a", "One", ("notes", "What to say.", "Only trainers read this."))
    public = Text((), "a", "One", ("handout", "What to read.", "Everybody reads this."))
    [entry] = update(Catalogue("ru"), [secret, public])
    assert entry.notes == (*public.notes, "Also: notes")


WORDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@given(WORDS, WORDS)
def test_no_text_is_in_two_pairs(before: list[str], after: list[str]) -> None:
    pairs = [*pairs_of(before, after)]
    assert len({was for was, _ in pairs}) == len(pairs) == len({now for _, now in pairs})
    assert all(was in before and was not in after and now in after and now not in before for was, now in pairs)


@given(WORDS, WORDS)
def test_no_translation_is_lost(before: list[str], after: list[str]) -> None:
    old = _kept(*(("a", word) for word in before))
    new = update(old, _texts(*(("a", word) for word in after)))
    kept = {entry.text for entry in (*new.entries, *new.obsolete)}
    assert {entry.text for entry in old} <= kept
    assert [entry.source for entry in new] == list(dict.fromkeys(after))
