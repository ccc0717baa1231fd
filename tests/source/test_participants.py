"""Lists of participants as Excel, LibreOffice and people write them. All names are made up here."""

from __future__ import annotations

from pathlib import Path

import pytest

from modulekit.diagnostics import Places, Report
from modulekit.model.delivery import Delivery, Participant
from modulekit.source.files import Files
from modulekit.source.participants import read_participants

DELIVERY = Delivery.model_validate(
    {
        "delivery": "d",
        "module": "m",
        "centre": "c",
        "languages": ["ru"],
        "days": [{"date": "2026-12-01"}],
        "participants": "deliveries/list.csv",
    }
)
ONE = Participant(name="Пример Айгүл", institution="Әкімдік", position="маман", district="Арал", gender="ә")


def _read(folder: Path, data: bytes) -> tuple[tuple[Participant, ...], Report]:
    (folder / "deliveries").mkdir()
    (folder / "deliveries" / "list.csv").write_bytes(data)
    report = Report()
    return read_participants(DELIVERY, Files(folder), Places({}, {}), report), report


@pytest.mark.parametrize(
    "text",
    [
        "name,institution,position,district,gender\nПример Айгүл,Әкімдік,маман,Арал,ә\n",
        "gender;district;position;institution;name\r\nә;Арал;маман;Әкімдік;Пример Айгүл\r\n",
        "ФИО\tОрганизация\tДолжность\tРайон\tПол\nПример Айгүл\tӘкімдік\tмаман\tАрал\tә",
        "\ufeffАты-жөні;Мекеме;Лауазымы;Аудан;Жынысы\n\nПример Айгүл;Әкімдік;маман;Арал;ә\n\n",
        'Full  Name,"Organisation",POSITION,district,Sex\n"Пример Айгүл",Әкімдік,маман,Арал,ә\n',
    ],
)
def test_separators_order_and_headings_do_not_matter(text: str, tmp_path: Path) -> None:
    people, report = _read(tmp_path, text.encode())
    assert people == (ONE,)
    assert not len(report)


def test_the_old_cyrillic_encoding_of_excel_is_read(tmp_path: Path) -> None:
    people, report = _read(tmp_path, "ФИО;Организация\nПример Анна;Акимат района\n".encode("cp1251"))
    assert people == (Participant(name="Пример Анна", institution="Акимат района"),)
    assert not len(report)


def test_a_list_of_names_alone_needs_no_separator(tmp_path: Path) -> None:
    people, report = _read(tmp_path, b"name\nSample One\n\nSample Two\n")
    assert [person.name for person in people] == ["Sample One", "Sample Two"]
    assert not len(report)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "MK105"),
        (b"name,institution\n", "MK460"),
        (b"name,name\na,b\n", "MK460"),
        (b'name,institution\n"a,b\n', "MK460"),
        (b"name,institution\na\n", "MK460"),
        (b"name,institution\n" + b"a" * 300 + b",b\n", "MK460"),
        (b"PK\x03\x04rest", "MK103"),
        ("name\nñandú café".encode("latin-1"), "MK103"),
    ],
)
def test_what_is_no_list_gives_one_error_with_its_file(data: bytes, code: str, tmp_path: Path) -> None:
    people, report = _read(tmp_path, data)
    assert people == ()
    assert [(found.code, str(found.span.file) if found.span else "") for found in report] == [
        (code, "deliveries/list.csv")
    ]
