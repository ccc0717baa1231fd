"""The record of a build: what was made, and what an earlier build made that stays."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any

from modulekit.build.record import EditionRecord, FileRecord, Record
from modulekit.delivery.leaks import Scan
from modulekit.formats.press import Printed
from modulekit.model import Centre
from modulekit.model.region import Adaptation
from tests.courses import small

SCAN = Scan((), 7, (1, 2), (3,), 1, 500)


def _file(name: str, data: bytes = b"x") -> FileRecord:
    return FileRecord.of(PurePosixPath("en", name), "handout", "participant", "pdf", Printed(data, 3))


def _record(*files: FileRecord, folder: str = "en") -> Record:
    job = dataclasses.replace(small(), folder=PurePosixPath(folder))
    return Record.of(job.module, [EditionRecord.of(job, SCAN)], files)


def _json(record: Record) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(record.to_json())
    return loaded


def test_a_file_is_told_by_size_and_digest() -> None:
    (entry,) = _json(_record(_file("a.pdf", b"abc")))["files"]
    assert entry == {
        "path": "en/a.pdf",
        "product": "handout",
        "audience": "participant",
        "format": "pdf",
        "pages": 3,
        "bytes": 3,
        "sha256": hashlib.sha256(b"abc").hexdigest(),
    }


def test_files_are_listed_by_name_whatever_their_order() -> None:
    files = [_file("b.pdf"), _file("a.pdf")]
    one, other = _record(*files), _record(*files[::-1])
    assert one.to_json() == other.to_json()
    assert [entry["path"] for entry in _json(one)["files"]] == ["en/a.pdf", "en/b.pdf"]


def test_the_scan_is_told() -> None:
    (edition,) = _json(_record())["editions"]
    assert edition["leak_scan"] == {
        "files": 1,
        "characters": 500,
        "phrases_searched": 7,
        "phrases_too_short": 2,
        "phrases_also_public": 1,
        "leaks": 0,
    }


def test_an_edition_tells_whose_it_is() -> None:
    centre = Centre.model_validate({"centre": "hills", "name": "Hills", "place": "Hilltown"})
    job = dataclasses.replace(
        small(),
        folder=PurePosixPath("hills", "kk"),
        centre=centre,
        adaptations=(Adaptation("local-case", "A case", ("The hills",)),),
        marked=("lessons/0/title",),
    )
    edition = json.loads(Record.of(job.module, [EditionRecord.of(job, SCAN)], []).to_json())["editions"][0]
    assert edition["folder"] == "hills/kk"
    assert edition["centre"] == "hills"
    assert edition["adapted"] == [{"slot": "local-case", "regions": ["The hills"]}]
    assert edition["marked"] == ["lessons/0/title"]


def test_what_stays_of_an_earlier_build_is_kept_and_what_is_no_record_is_left_out() -> None:
    earlier = _json(_record(_file("b.pdf")))["files"]
    broken: list[dict[str, Any]] = [{"path": "x"}, {**earlier[0], "more": 1}]
    record = _record(_file("a.pdf")).with_kept([*earlier, *broken])
    assert [entry["path"] for entry in _json(record)["files"]] == ["en/a.pdf", "en/b.pdf"]


def test_editions_stay_as_long_as_one_of_their_files() -> None:
    hills = FileRecord.of(PurePosixPath("hills/en/a.pdf"), "handout", "participant", "pdf", Printed(b"x", 1))
    earlier = _json(_record(_file("a.pdf"))), _json(_record(hills, folder="hills/en")), _json(_record(folder="sea/en"))
    editions = [edition for record in earlier for edition in record["editions"]]
    record = _json(_record(_file("a.pdf")).with_kept([asdict(hills)], [*editions, {"folder": "hills/en"}]))
    assert [edition["folder"] for edition in record["editions"]] == ["en", "hills/en"]


def test_titles_in_any_script_stay_readable() -> None:
    module = small().module.model_copy(update={"code": "ҚЗ-01"})
    assert "ҚЗ-01" in Record.of(module, [], []).to_json().decode()
