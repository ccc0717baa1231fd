"""One zip writer whose bytes depend on nothing but names and contents."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from modulekit.archive import pack, repack_ooxml, unpack

ENTRIES = [("word/document.xml", b"<w/>" * 50), ("[Content_Types].xml", b"<Types/>"), ("имя.txt", b"x")]


def test_entries_come_back_in_their_order() -> None:
    assert [*unpack(pack(ENTRIES)).items()] == ENTRIES


def test_bytes_depend_on_nothing_but_the_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack(ENTRIES)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert pack(ENTRIES) == first


def test_no_entry_says_when_or_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(ENTRIES))) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.external_attr >> 16, info.create_system, info.extra) == (0o644, 3, b"")


def test_stored_entries_can_be_read_without_unpacking() -> None:
    data = pack([("mimetype", b"application/epub+zip")], compress=False)
    assert b"mimetypeapplication/epub+zip" in data
    assert b"<w/><w/>" not in pack(ENTRIES)


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"two entries are called 'a\.txt'"):
        pack([("a.txt", b"1"), ("a.txt", b"2")])


def test_ooxml_is_sorted_with_its_types_first() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/", b"")
        for name, data in reversed(ENTRIES):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 3, 4, 6)), data)
    packed = repack_ooxml(buffer.getvalue())
    assert [*unpack(packed)] == ["[Content_Types].xml", "word/document.xml", "имя.txt"]
    assert repack_ooxml(packed) == packed
