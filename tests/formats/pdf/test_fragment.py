"""Fragments in the cache: what was laid out once is not laid out again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from modulekit.document import Document, Meta
from modulekit.formats.pdf import write_deck, write_document
from modulekit.formats.pdf.complaints import Complaint
from modulekit.formats.pdf.fragment import Layouts, pack, unpack
from modulekit.formats.pdf.layout import Bookmark, Fragment, Job, Place
from modulekit.resources import templates
from tests.formats.pdf.bench import AtOnce, press
from tests.formats.samples import handout, plain_document, says, slides

FRAGMENT = Fragment(
    b"%PDF-\x00\xff",
    3,
    {"a/b:1": Place(1, 2.5, 3.25)},
    (Bookmark(2, "Тақырып", Place(0, 1.0, 2.0)),),
    (Complaint("here", "words", glyph="計"),),
    (2,),
    {"ABC+Noto": "Noto.ttf"},
)


def test_a_fragment_survives_the_cache() -> None:
    assert unpack(pack(FRAGMENT)) == FRAGMENT


def test_a_second_build_lays_out_nothing(tmp_path: Path) -> None:
    first, second = AtOnce(), AtOnce()
    for document in (handout(), plain_document()):
        one = write_document(document, press(tmp_path, first))
        two = write_document(document, press(tmp_path, second))
        assert two == one
    assert write_deck(slides(), press(tmp_path, first)) == write_deck(slides(), press(tmp_path, second))
    assert first.tasks > 10
    assert second.tasks == 0


def test_a_changed_part_is_laid_out_alone(tmp_path: Path) -> None:
    pool = AtOnce()
    document = plain_document()
    write_document(document, press(tmp_path, pool))
    before = pool.tasks
    part = dataclasses.replace(document.parts[1], blocks=(*document.parts[1].blocks, says("One more.")))
    write_document(Document(document.meta, (document.parts[0], part, document.parts[2])), press(tmp_path, pool))
    assert pool.tasks == before + 1


def test_another_version_in_the_metadata_lays_out_nothing(tmp_path: Path) -> None:
    pool = AtOnce()
    document = plain_document()
    write_document(document, press(tmp_path, pool))
    before = pool.tasks
    meta: Meta = dataclasses.replace(document.meta, version="9.9", date="2027-01-01", author="Somebody else")
    write_document(Document(meta, document.parts), press(tmp_path, pool))
    assert pool.tasks == before


def test_whatever_changes_the_bytes_changes_the_key(tmp_path: Path) -> None:
    fonts = str(templates() / "fonts")
    job = Job("<p>a", "p {}", fonts, {"asset:a": ("image/png", b"1")})
    others = [
        dataclasses.replace(job, html="<p>b"),
        dataclasses.replace(job, css="p { color: red }"),
        dataclasses.replace(job, assets={"asset:a": ("image/png", b"2")}),
        dataclasses.replace(job, assets={}),
        dataclasses.replace(job, variant="pdf/a-3u"),
    ]
    layouts = Layouts.over(press(tmp_path).cache, AtOnce(), templates() / "fonts")
    keys = {layouts.key(item) for item in (job, *others)}
    keys.add(Layouts(layouts.cache, layouts.pool, "other fonts").key(job))
    assert len(keys) == len(others) + 2
