"""Packages are opened to their files, whatever a hostile one says of itself."""

from __future__ import annotations

import json

import pytest

from modulekit.delivery.marked import for_trainers
from modulekit.delivery.unpacked import unpacked
from modulekit.delivery.zips import DEEPEST, Budget, UnreadableError
from tests.delivery import files


def test_a_zip_in_a_zip_becomes_its_files_and_a_document_stays_one() -> None:
    inner = files.pack(("deep/notes.txt", "words"), ("handout.docx", files.document()))
    found = dict(unpacked("box.zip", files.pack(("inner.zip", inner), ("a.txt", "x")), Budget()))
    assert found.keys() == {"box.zip/inner.zip/deep/notes.txt", "box.zip/inner.zip/handout.docx", "box.zip/a.txt"}


def test_a_bomb_is_refused() -> None:
    bomb = files.pack(("zeros.txt", b"0" * 40_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="times its size"):
        dict(unpacked("bomb.zip", bomb, Budget()))


def test_too_many_files_and_bytes_are_refused() -> None:
    many = files.pack(*((f"{n}.txt", "x") for n in range(30)))
    with pytest.raises(UnreadableError, match="more than can be searched"):
        dict(unpacked("many.zip", many, Budget(files=20)))
    with pytest.raises(UnreadableError, match="more than can be searched"):
        dict(unpacked("many.zip", many, Budget(octets=20)))
    assert len(dict(unpacked("many.zip", many, Budget()))) == 30


def test_zips_within_zips_have_an_end() -> None:
    data: bytes = b"words"
    for _ in range(DEEPEST + 1):
        data = files.pack(("a.zip", data))
    with pytest.raises(UnreadableError, match="deep"):
        dict(unpacked("a.zip", data, Budget()))


def test_a_package_that_is_torn_is_refused() -> None:
    whole = files.pack(("a.txt", "word " * 400), ("b.txt", "word"))
    torn = whole.replace(whole[60:80], bytes(20), 1)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        dict(unpacked("a.zip", torn, Budget()))


def test_files_for_trainers_are_told_by_a_record_or_a_folder() -> None:
    record = {
        "files": [
            {"path": "en/guide.pdf", "audience": "trainer"},
            {"path": "en/handout.pdf", "audience": "participant"},
        ]
    }
    found = {
        "dist/m/build.json": json.dumps(record).encode(),
        "dist/m/en/guide.pdf": b"",
        "dist/m/en/handout.pdf": b"",
        "dist/m/trainers/x.pdf": b"",
        "dist/m/my-trainers.pdf": b"",
        "dist/n/build.json": b"[[[",
        "dist/n/en/guide.pdf": b"",
    }
    assert for_trainers(found, "dist") == {"dist/m/en/guide.pdf", "dist/m/trainers/x.pdf"}


def test_the_folder_that_is_searched_says_nothing_by_its_own_name() -> None:
    assert for_trainers({"of/trainers/handout.pdf": b"", "of/trainers/b.pdf": b""}, "of/trainers") == frozenset()


def test_files_for_trainers_are_told_by_the_list_of_a_package() -> None:
    graph = [
        {"@id": "#trainer", "@type": "EducationalAudience", "educationalRole": "trainer"},
        {"@id": "#participant", "@type": "EducationalAudience", "educationalRole": "participant"},
        {"@id": "data/every-day/observation.pdf", "@type": "File", "audience": {"@id": "#trainer"}},
        {"@id": "data/every-day/feedback.pdf", "@type": "File", "audience": {"@id": "#participant"}},
        {"@id": "data/other.pdf", "@type": "File"},
    ]
    found = {
        "a.zip/m/ro-crate-metadata.json": json.dumps({"@graph": graph}).encode(),
        "a.zip/m/data/every-day/observation.pdf": b"",
        "a.zip/m/data/every-day/feedback.pdf": b"",
        "a.zip/m/data/other.pdf": b"",
        "b.zip/m/ro-crate-metadata.json": b'{"@graph": [7]}',
    }
    assert for_trainers(found, "a.zip") == {"a.zip/m/data/every-day/observation.pdf"}
