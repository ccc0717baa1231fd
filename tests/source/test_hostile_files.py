"""Files that no author meant to write: each gives a finding that helps, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from modulekit.diagnostics import Report
from modulekit.source.yaml import Parsed, parse_yaml
from tests.cases.case import BASE, check

FILE = PurePosixPath("modules/meetings/module.yaml")
RUSSIAN = "title: Короткие совещания\nsummary: Как проводить совещания, которые кончаются вовремя.\n"


def read(content: bytes) -> tuple[Parsed | None, list[tuple[str, str]]]:
    report = Report()
    parsed = parse_yaml(content, FILE, report)
    return parsed, [(found.code, f"{found.message} {found.hint}") for found in report]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (RUSSIAN.encode("utf-16"), "UTF-16"),
        (RUSSIAN.encode("utf-16-be"), "UTF-16"),
        (RUSSIAN.encode("utf-32"), "UTF-32"),
        (RUSSIAN.encode("cp1251"), "Windows-1251"),
        ("title: Réunions très brèves\n".encode("cp1252"), "Windows-1252"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\x7fELF\x02\x01\x00\x00\x90\x90\x90\x90\x90\x90\x90\x90", "not a text file"),
    ],
)
def test_what_is_not_utf_8_is_named(content: bytes, words: str) -> None:
    parsed, found = read(content)
    assert parsed is None
    assert [code for code, _ in found] == ["MK103"]
    assert words in found[0][1]


def test_the_place_of_the_first_wrong_byte_is_told() -> None:
    report = Report()
    parse_yaml("title: x\nsummary: Café".encode("cp1252"), FILE, report)
    assert [str(found.span) for found in report] == [f"{FILE}:2:13"]


def test_a_byte_order_mark_does_no_harm() -> None:
    parsed, found = read(b"\xef\xbb\xbf" + RUSSIAN.encode())
    assert not found
    assert parsed is not None
    assert parsed.places.at("title") == parsed.places.values[("title",)]
    assert parsed.places.values[("title",)].column == 8


def test_windows_line_ends_do_not_move_places() -> None:
    parsed, found = read(b"title: |\r\n  one\r\n  two\r\nsummary: x\r\n")
    assert not found
    assert parsed is not None
    assert parsed.data == {"title": "one\ntwo\n", "summary": "x"}
    assert parsed.places.values[("summary",)].line == 4


def test_two_megabytes_are_enough() -> None:
    parsed, found = read(b"title: " + b"x" * 2_000_001)
    assert parsed is None
    assert [code for code, _ in found] == ["MK104"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_is_counted_before_anything_is_built(opening: str) -> None:
    parsed, found = read((opening * 100_000).encode())
    assert parsed is None
    assert [code for code, _ in found] == ["MK109" if opening == "? " else "MK110"]


def test_ten_thousand_aliases_cost_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: *a\n" for n in range(10_000))
    parsed, found = read(bomb.encode())
    assert parsed is None
    assert {code for code, _ in found} == {"MK109"}


def test_halves_of_characters_are_refused() -> None:
    parsed, found = read(b'title: "\\ud83d"\n')
    assert parsed is None
    assert found[0][0] in ("MK106", "MK107")


@pytest.mark.parametrize("sign", ["\\r", "\\x85", "\\L", "\\x07"])
def test_signs_that_cannot_be_printed_are_refused_where_an_escape_makes_them(sign: str) -> None:
    parsed, found = read(f'title: "a{sign}\\nb"\n'.encode())
    assert parsed is None
    assert [code for code, _ in found] == ["MK106"]


def copy_of_base(folder: Path) -> Path:
    for path in BASE.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder / "modules" / "meetings"


@pytest.fixture
def module(tmp_path: Path) -> Path:
    return copy_of_base(tmp_path)


def codes_in(module: Path) -> set[tuple[str, str]]:
    return {(found.code, str(found.span)) for found in check(module.parents[1])}


def test_a_folder_in_the_place_of_a_file(module: Path) -> None:
    (module / "lessons" / "03-more.yaml").mkdir()
    assert codes_in(module) == {("MK102", "modules/meetings/lessons/03-more.yaml")}


def test_a_link_out_of_the_course_is_not_followed(module: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("lesson: secret", encoding="utf-8")
    (module / "lessons" / "03-more.yaml").symlink_to(outside)
    (module / "assets" / "photo.svg").symlink_to(outside)
    assert codes_in(module) == {
        ("MK112", "modules/meetings/lessons/03-more.yaml"),
        ("MK112", "modules/meetings/assets/photo.svg"),
    }


def test_a_link_to_itself(module: Path) -> None:
    (module / "lessons" / "03-more.yaml").symlink_to(module / "lessons" / "03-more.yaml")
    (module / "assets" / "all").symlink_to(module)
    assert codes_in(module) == {
        ("MK112", "modules/meetings/lessons/03-more.yaml"),
        ("MK102", "modules/meetings/assets/all"),
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read(module: Path) -> None:
    (module / "module.yaml").chmod(0)
    assert codes_in(module) == {("MK102", "modules/meetings/module.yaml")}


def test_a_very_large_picture_is_a_warning(module: Path) -> None:
    picture = module / "assets" / "agenda.svg"
    picture.write_text(picture.read_text(encoding="utf-8") + " " * 5_000_000, encoding="utf-8")
    assert codes_in(module) == {("MK610", "modules/meetings/assets/agenda.svg")}


def test_a_key_of_thousands_of_letters_is_not_repeated_as_a_whole(module: Path) -> None:
    path = module / "lessons" / "02-closing.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "x" * 900 + "é" * 100 + ": a\n", encoding="utf-8")
    (found,) = check(module.parents[1])
    assert found.code == "MK201"
    assert len(found.message) < 1000
    assert found.message.endswith(".")
