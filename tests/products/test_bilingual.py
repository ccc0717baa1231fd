"""The handout in two languages holds every text of both handouts once, each in its own language."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest

from modulekit.document import (
    Asset,
    Block,
    Box,
    BoxRole,
    Cover,
    Diagram,
    DiagramBox,
    Document,
    Fact,
    Foreign,
    Heading,
    Lane,
    List,
    Paragraph,
    Parallel,
    Part,
    Reference,
    Sign,
    Signs,
    Table,
    Text,
    Version,
    node_ids,
    plain,
    walk,
)
from modulekit.products.alignment import aligned
from modulekit.products.facing import Facing
from modulekit.products.facing_words import Wording
from tests.products.composed import document
from tests.products.two_languages import bilingual_job

Said = tuple[str, str]
"""A language and what is printed in it."""

_PRINTED = ("text", "label", "value", "number", "alt", "url", "note", "in_words")


@cache
def both() -> Document:
    return document("handout-bilingual")


@cache
def alone(language: str) -> Document:
    job = bilingual_job()
    assert job.beside is not None
    return document("handout", job if language == "kk" else job.beside)


def said(node: object, language: str) -> Iterator[Said]:
    """Every printed text below ``node`` with the language that it says it is in."""
    if isinstance(node, tuple):
        for item in node:
            yield from said(item, language)
    elif is_dataclass(node) and not isinstance(node, Asset):
        if isinstance(node, Version | Foreign | Fact):
            language = node.language or language
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, str) and field.name in _PRINTED and value not in ("", " ", " / ", " /"):
                yield from ((language, piece) for piece in value.split(" / "))
            elif not isinstance(value, str):
                yield from said(value, language)


def body(of: Document) -> tuple[Part, ...]:
    """All parts but the cover, which has a label of its own in this product."""
    return of.parts[1:]


def assert_holds(found: Counter[str], first: Counter[str], second: Counter[str]) -> None:
    """Every text of one language once for each time it stands there; what both spell alike at least as often."""
    assert set(found) == set(first) | set(second)
    for words, times in found.items():
        assert max(first[words], second[words]) <= times <= first[words] + second[words], words


def test_no_text_is_lost_and_none_is_said_twice() -> None:
    found = Counter(words for _, words in said(body(both()), "kk"))
    kazakh = Counter(words for _, words in said(body(alone("kk")), "kk"))
    russian = Counter(words for _, words in said(body(alone("ru")), "ru"))
    assert len(set(kazakh) - set(russian)) > 300
    assert_holds(found, kazakh, russian)


def test_the_cover_names_the_course_in_both() -> None:
    found = {words for _, words in said(both().parts[0], "kk")}
    for language in ("kk", "ru"):
        own = {words for _, words in said(alone(language).parts[0], language)}
        assert len(own - found) == 1, "only the name of the product differs"


def test_an_emblem_stands_there_once_whatever_its_words_are() -> None:
    def cover(alt: str, picture: bytes = b"emblem") -> Cover:
        sign = Sign(Asset("emblem.svg", "image/svg+xml", picture), alt, 12, 8)
        return Cover((Text(alt),), statement=(Signs((sign,)), Paragraph((Text(f"{alt}."),))))

    def signs(*covers: Cover) -> list[str]:
        (both,) = Facing("kk", "ru", frozenset()).blocks(covers[:1], covers[1:])
        assert isinstance(both, Cover)
        return [sign.alt for block in walk(both.statement) if isinstance(block, Signs) for sign in block.signs]

    assert signs(cover("Ту"), cover("Флаг")) == ["Ту"]
    assert signs(cover("Ту"), cover("Флаг", b"with other words in it")) == ["Ту"]


def test_each_word_says_its_language() -> None:
    """What stands in the Russian handout alone is Russian here, and so for Kazakh. Descriptions of drawings that both
    share, and names of columns of pictures, are texts without a language of their own."""
    russian = {words for _, words in said(body(alone("ru")), "ru")}
    kazakh = {words for _, words in said(body(alone("kk")), "kk")}
    shared = {piece for block in _nodes(both()) for piece in _alternatives(block)}
    found = [pair for pair in said(body(both()), "kk") if pair[1] not in shared]
    for language, words in found:
        if words in russian - kazakh:
            assert language == "ru", words
        elif words in kazakh - russian:
            assert language == "kk", words
    assert sum(language == "ru" for language, _ in found) > 300


def _nodes(document: Document) -> Iterator[object]:
    yield from _below(document.parts)


def _below(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, tuple):
        for item in node:
            yield from _below(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _below(getattr(node, field.name))


def _alternatives(node: object) -> Iterator[str]:
    """Descriptions and labels of pictures that serve both."""
    names = ("text", "note", "slot", "label") if isinstance(node, DiagramBox | Lane) else ("alt", "in_words")
    for name in names:
        value = getattr(node, name, "")
        if isinstance(value, str) and " / " in value:
            yield from value.split(" / ")


def test_ids_are_unique_and_references_lead_somewhere() -> None:
    document_ = both()
    ids = Counter(name for part in document_.parts for name in node_ids(part.blocks))
    assert {name for name, times in ids.items() if times > 1} == set()
    known = set(ids) | {part.id for part in document_.parts}
    assert known == {name for part in alone("kk").parts for name in (part.id, *node_ids(part.blocks))}
    for language in ("kk", "ru"):
        targets = {node.target for node in _nodes(alone(language)) if isinstance(node, Reference)}
        reached = {node.target for node in _nodes(both()) if isinstance(node, Reference)}
        assert targets <= reached
    assert len(ids) > 50


def test_lists_stand_beside_each_other_item_by_item() -> None:
    rows = [node for node in _nodes(both()) if isinstance(node, Parallel) and not node.stacked]
    lists = [row for row in rows if all(isinstance(v.blocks[0], List) for v in row.versions if v.blocks)]
    assert len(lists) > 10
    for row in lists:
        left, right = (version.blocks[0] for version in row.versions)
        assert isinstance(left, List)
        assert isinstance(right, List)
        assert len(left.items) == len(right.items) == 1
        assert (left.start, left.role) == (right.start, right.role)


def test_a_form_to_write_in_stands_there_once() -> None:
    def forms(of: Document) -> int:
        return sum(isinstance(node, Diagram) and node.form for node in _nodes(of))

    assert 0 < forms(both()) <= forms(alone("kk"))


# --- structures that differ ------------------------------------------------------------------------------


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def _texts(blocks: object) -> Counter[str]:
    return Counter(words for _, words in said(blocks, ""))


def test_a_split_paragraph_stands_beside_the_one_it_was() -> None:
    long = "Сөйлем. " * 20
    first: tuple[Block, ...] = (_paragraph("Бірінші."), _paragraph(long), _paragraph("Соңғы."))
    second: tuple[Block, ...] = (
        _paragraph("Первый."),
        _paragraph("Предложение. " * 8),
        _paragraph("Предложение! " * 7),
        _paragraph("Последний."),
    )
    assert [(len(left), len(right)) for left, right in aligned(first, second)] == [(1, 1), (1, 2), (1, 1)]


def test_headings_hold_a_step_together() -> None:
    """A block that only one language has moves nothing beyond the next heading."""
    first: tuple[Block, ...] = (Heading(2, (Text("А"),), "a"), _paragraph("бір"), Heading(2, (Text("Ә"),), "b"))
    second = (*first[:2], Box(BoxRole.NOTE, (_paragraph("Примечание."),)), *first[2:])
    pairs = aligned(first, second)
    assert pairs[-1] == ((first[2],), (second[3],))
    assert ((), (second[2],)) in pairs


@pytest.mark.parametrize("seed", range(12))
def test_no_text_is_lost_where_the_structures_differ(seed: int) -> None:
    """Paragraphs that were split, left out or added, tables with another row, lists with another item."""
    chance = random.Random(seed)
    facing = Facing("kk", "ru", frozenset(name for part in alone("kk").parts for name in node_ids(part.blocks)))
    changed = 0
    for own, other in zip(body(alone("kk")), body(alone("ru")), strict=True):
        blocks = tuple(block for one in other.blocks for block in _changed(one, chance))
        changed += blocks != other.blocks
        together = facing.blocks(own.blocks, blocks)
        assert_holds(_texts(together), _texts(own.blocks), _texts(blocks))
    assert changed > 2


def _changed(block: Block, chance: random.Random) -> tuple[Block, ...]:
    match block, chance.random():
        case Paragraph(children), share if share < 0.3:
            return Paragraph(children[: len(children) // 2]), Paragraph((*children[len(children) // 2 :], Text("…")))
        case Paragraph(), share if share < 0.5:
            return ()
        case List(items=items), share if share < 0.4:
            return (replace(block, items=items[:-1]),)
        case Table(rows=rows), share if share < 0.4:
            return (replace(block, rows=rows[1:]),)
        case _, share if share > 0.9:
            return block, _paragraph(f"Примечание {chance.random()}.")
        case _:
            return (block,)


def test_words_that_both_spell_alike_stand_there_once() -> None:
    wording = Wording("ru")
    assert wording((Text("CC BY 4.0"),), (Text("CC BY 4.0"),)) == (Text("CC BY 4.0"),)
    assert plain(wording((Text("Күні"),), (Text("Дата"),))) == "Күні / Дата"
    assert plain(wording.lines((Text("А" * 30),), (Text("Б" * 30),))) == f"{'А' * 30} / {'Б' * 30}"
