"""The act of transfer: what it states, in which languages, and what is left to fill in by hand."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest

from modulekit.document import Cell, Document, Foreign, Opener, Paragraph, Parallel, Table, TableRole, plain, walk
from modulekit.products.act import act
from modulekit.products.strings import Strings, parse_strings
from modulekit.products.transfer import Item, Party, Transfer
from modulekit.resources import templates
from tests.products.composed import text_of

DIGEST = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
KEY = "SHA256:" + "aB3" * 14 + "x"


def words(language: str) -> Strings:
    return parse_strings((templates() / "strings" / f"{language}.yaml").read_text("utf-8"), language)


NAMES = {
    "en": ("Meetings that decide", "Hill Centre", "Hilltown"),
    "ru": ("Собрания, которые решают", "Центр холмов", "Холмск"),
    "kk": ("Шешім қабылдайтын жиналыстар", "Төбе орталығы", "Төбеқала"),
}


def transfer(*languages: str, signed_by: str = KEY) -> Transfer:
    parties = []
    for language in languages:
        title, centre, town = NAMES[language]
        party = Party(
            words(language), title, language, f"kit {language}", "1,2 MB", "Office", centre, town, ("Street 1",)
        )
        parties.append(party)
    return Transfer(
        parties=tuple(parties),
        code="M-01",
        version="1.2",
        version_day=date(2026, 11, 23),
        author="Author",
        package="meetings-1.2-centre-hills",
        languages=languages,
        items=(
            Item(tuple(f"handout {language}" for language in languages), ("PDF", "DOCX"), {"kk": 12, "ru": 13}, 4),
            Item(tuple(f"form {language}" for language in languages), ("PDF",), {}, 1),
        ),
        files=10,
        source=True,
        digest=DIGEST,
        signed_by=signed_by,
    )


def text(*languages: str, signed_by: str = KEY) -> str:
    return text_of(act(transfer(*languages, signed_by=signed_by)))


def tables(document: Document) -> list[Table]:
    return [block for part in document.parts for block in walk(part.blocks) if isinstance(block, Table)]


@pytest.mark.parametrize("languages", [("kk", "ru"), ("kk", "ru", "en")])
def test_everything_is_said_in_every_language(languages: tuple[str, ...]) -> None:
    document = act(transfer(*languages))
    passages = [block for part in document.parts for block in walk(part.blocks) if isinstance(block, Parallel)]
    assert len(passages) >= 7
    assert {tuple(version.language for version in passage.versions) for passage in passages} == {languages}
    openers = [block for part in document.parts for block in part.blocks if isinstance(block, Opener)]
    assert len(openers) == 3
    for opener in openers:
        marked = [inline.language for inline in opener.title if isinstance(inline, Foreign)]
        assert list(dict.fromkeys(marked)) == list(languages[1:])
    printed = text(*languages)
    for language in languages:
        own = words(language)
        for name in (*NAMES[language], own("product-act"), own("act-copies"), own("act-equal"), own("act-check-wrong")):
            assert name in re.sub(r"\s+", " ", printed)


def test_what_the_package_holds() -> None:
    printed = text("kk", "ru")
    assert "handout kk / handout ru" in printed
    assert "PDF, DOCX" in printed
    assert "kk\u00a012 · ru\u00a013" in printed
    assert "документов\u00a0—\u00a03, файлов\u00a0—\u00a010, страниц в файлах PDF\u00a0—\u00a025" in printed
    assert "meetings-1.2-centre-hills" in printed
    assert "M-01 · 1.2, 2026\u00a0жылғы 23\u00a0қараша / 1.2, 23\u00a0ноября 2026\u00a0г." in printed


def test_the_digest_stands_in_groups_of_four() -> None:
    groups = [DIGEST[at : at + 4] for at in range(0, 64, 4)]
    printed = " ".join(text("kk", "ru").split())
    assert " ".join(groups[:8]) in printed
    assert " ".join(groups[8:]) in printed


def test_a_signature_is_told_and_checked_where_there_is_one() -> None:
    signed, plain_one = text("kk", "ru"), text("kk", "ru", signed_by="")
    assert KEY in signed
    assert "ssh-keygen -Y verify" in signed
    assert "SSH" not in plain_one
    assert "ssh-keygen" not in plain_one


def empty_cells(document: Document) -> int:
    forms = [table for table in tables(document) if table.role is TableRole.FORM]
    return sum(cell == Cell() for table in forms for row in table.rows for cell in row.cells)


def test_what_is_not_known_is_a_place_to_write() -> None:
    known = transfer("kk", "ru")
    numbered = dataclasses.replace(known, number="14/к", day=date(2026, 11, 25))
    nobody = tuple(dataclasses.replace(party, receiver="", place="", address=()) for party in known.parties)
    unknown = dataclasses.replace(known, parties=nobody)
    assert empty_cells(act(numbered)) == 11  # the place, and five lines for each party
    assert empty_cells(act(known)) == 13
    assert empty_cells(act(unknown)) == 14
    assert "25\u00a0ноября 2026\u00a0г." in text_of(act(numbered))


def test_a_title_that_is_not_translated_stands_once_in_its_own_language() -> None:
    known = transfer("kk", "ru")
    untold = tuple(dataclasses.replace(party, title="Meetings", title_language="en") for party in known.parties)
    (subject,) = [t for t in tables(act(dataclasses.replace(known, parties=untold))) if len(t.rows) == 6]
    (paragraph,) = subject.rows[0].cells[1].blocks
    assert isinstance(paragraph, Paragraph)
    (title,) = paragraph.children
    assert isinstance(title, Foreign)
    assert title.language == "en"


def test_commands_are_typed_as_they_stand() -> None:
    printed = text("kk", "ru")
    for command in (
        "certutil -hashfile tagmanifest-sha256.txt SHA256",
        "sha256sum tagmanifest-sha256.txt",
        "sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt",
        "modulekit verify .",
    ):
        assert command in printed


def test_running_titles_are_those_of_the_first_language() -> None:
    document = act(transfer("ru", "en"))
    assert document.meta.language == "ru"
    assert [part.title for part in document.parts] == [
        "Акт приёма-передачи",
        "Акт приёма-передачи",
        "Приложение. Состав комплекта",
        "Проверка комплекта",
    ]
    titles = [plain(block.title) for part in document.parts for block in part.blocks if isinstance(block, Opener)]
    assert titles[0] == "Акт приёма-передачи Act of transfer"
