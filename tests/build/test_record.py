"""The record of a build: what was made, and what an earlier build made that stays."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath
from typing import Any

from modulekit.build.record import FileRecord, Record
from modulekit.delivery.leaks import Scan
from modulekit.formats.press import Printed
from tests.courses import small

SCAN = Scan((), 7, (1, 2), (3,), 1, 500)


def _file(name: str, data: bytes = b"x") -> FileRecord:
    return FileRecord.of(PurePosixPath("en", name), "handout", "participant", "pdf", Printed(data, 3))


def _json(record: Record) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(record.to_json())
    return loaded


def test_a_file_is_told_by_size_and_digest() -> None:
    (entry,) = _json(Record.of(small().module, [_file("a.pdf", b"abc")], SCAN))["files"]
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
    one, other = Record.of(small().module, files, SCAN), Record.of(small().module, files[::-1], SCAN)
    assert one.to_json() == other.to_json()
    assert [entry["path"] for entry in _json(one)["files"]] == ["en/a.pdf", "en/b.pdf"]


def test_the_scan_is_told() -> None:
    assert _json(Record.of(small().module, [], SCAN))["leak_scan"] == {
        "files": 1,
        "characters": 500,
        "phrases_searched": 7,
        "phrases_too_short": 2,
        "phrases_also_public": 1,
        "leaks": 0,
    }


def test_what_stays_of_an_earlier_build_is_kept_and_what_is_no_record_is_left_out() -> None:
    earlier = _json(Record.of(small().module, [_file("b.pdf")], SCAN))["files"]
    broken: list[dict[str, Any]] = [{"path": "x"}, {**earlier[0], "more": 1}]
    record = Record.of(small().module, [_file("a.pdf")], SCAN).with_kept([*earlier, *broken])
    assert [entry["path"] for entry in _json(record)["files"]] == ["en/a.pdf", "en/b.pdf"]


def test_titles_in_any_script_stay_readable() -> None:
    module = small().module.model_copy(update={"code": "ҚЗ-01"})
    assert "ҚЗ-01" in Record.of(module, [], SCAN).to_json().decode()
