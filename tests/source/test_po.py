"""PO files, as we write them and as programs for translators write them."""

from __future__ import annotations

import subprocess
import time
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modulekit.diagnostics import Report
from modulekit.model.catalogue import Catalogue, State, Translation
from modulekit.source.po import ReadCatalogue, is_language, read_po
from modulekit.source.po_lexer import unquoted
from modulekit.source.po_writer import default_headers, write_po

FILE = PurePosixPath("modules/m/locale/ru.po")
HEADERS = default_headers("ru", "m 1.0", "2026-11-23")
SAMPLE = Catalogue(
    "ru",
    (
        Translation("module/title", "Water", "Вода", notes=("The course", "Everybody reads this.")),
        Translation("a", 'A "sign" \\ and\ta tab', 'Знак "в" \\', remarks=("checked", "twice")),
        Translation("a", "One\n\nTwo", "Раз\n\nДва", flags=("no-wrap",)),
        Translation("b", "New", "Старый", outdated=True, previous="Old\nold"),
        Translation("b", "Doubtful", "Сомнительно", outdated=True),
        Translation("", "Without a context", ""),
    ),
    (
        Translation("c", "Gone", "Ушло", remarks=("kept",)),
        Translation("c", "Gone too", "И это", outdated=True, previous="Was"),
    ),
    HEADERS,
    ("Translations of the course.",),
)

POEDIT = """# Translations of the course.
msgid ""
msgstr ""
"Language: ru\\n"
"MIME-Version: 1.0\\n"
"Project-Id-Version: m 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"PO-Revision-Date: 2026-12-01 12:00+0500\\n"
"Last-Translator: A. Translator <a@example.org>\\n"
"Language-Team: Russian\\n"
"X-Generator: Poedit 3.4\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
"%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

#. The course
#: module.yaml:3
#, fuzzy, no-wrap
#| msgctxt "module/title"
#| msgid "Water for "
#| "all"
msgctxt "module/title"
msgid ""
"Water for all the villages of the upper valley and for "
"everybody who lives there"
msgstr ""
"Вода для всех сёл верхней долины и для каждого, "
"кто там живёт"
"""


def _read(content: str | bytes, language: str = "ru") -> ReadCatalogue:
    report = Report()
    data = content.encode() if isinstance(content, str) else content
    found = read_po(data, language, FILE, report)
    assert found is not None, [*report]
    assert not len(report), [*report]
    return found


def test_what_is_written_is_read() -> None:
    found = _read(write_po(SAMPLE))
    assert found.catalogue == replace(SAMPLE, headers=found.catalogue.headers)
    assert dict(found.catalogue.headers) == HEADERS
    assert write_po(found.catalogue) == write_po(SAMPLE)


def test_each_text_on_one_line() -> None:
    long = "water " * 100
    text = write_po(Catalogue("ru", (Translation("a", long, f"{long}\n\n{long}"),), (), HEADERS)).decode()
    assert f'msgid "{long}"\n' in text
    assert f'msgstr ""\n"{long}\\n"\n"\\n"\n"{long}"\n' in text


def test_entries_know_their_line() -> None:
    places = _read(write_po(SAMPLE)).places
    lines = write_po(SAMPLE).decode().splitlines()
    assert places.keys() == {entry.key for entry in SAMPLE}
    assert all(lines[span.line - 1].startswith("msgid") for span in places.values())


def test_as_poedit_writes() -> None:
    found = _read(POEDIT).catalogue
    [entry] = found.entries
    assert entry.source == "Water for all the villages of the upper valley and for everybody who lives there"
    assert entry.text == "Вода для всех сёл верхней долины и для каждого, кто там живёт"
    assert (entry.state, entry.previous, entry.flags) == (State.OUTDATED, "Water for all", ("no-wrap",))
    assert found.headers["X-Generator"] == "Poedit 3.4"
    assert found.headers["Last-Translator"] == "A. Translator <a@example.org>"
    again = write_po(found)
    assert _read(again).catalogue == found
    assert again.decode().index("Project-Id-Version") < again.decode().index("X-Generator")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems(ending: str) -> None:
    assert _read(POEDIT.replace("\n", ending)).catalogue == _read(POEDIT).catalogue


def test_a_byte_order_mark_is_no_text() -> None:
    assert _read(b"\xef\xbb\xbf" + POEDIT.encode()).catalogue == _read(POEDIT).catalogue


def test_a_flag_that_was_taken_away_ends_the_doubt() -> None:
    [entry] = _read(POEDIT.replace("fuzzy, ", "")).catalogue.entries
    assert (entry.state, entry.previous) == (State.TRANSLATED, None)


def test_white_space_around_a_translation_is_no_part_of_it() -> None:
    head = POEDIT.split("\n\n")[0]
    [entry] = _read(f'{head}\n\nmsgid "Water"\nmsgstr " Вода\\n"\n').catalogue.entries
    assert entry.text == "Вода"


@pytest.mark.parametrize(("inside", "text"), [(r"a\"b", 'a"b'), (r"\\n", r"\n"), (r"\101\x42", "AB"), (r"\t", "\t")])
def test_escapes(inside: str, text: str) -> None:
    assert unquoted(inside) == text


def test_a_whole_course_fits() -> None:
    entries = tuple(Translation("a", f"{n} water", "вода " * 300) for n in range(1000))
    data = write_po(Catalogue("ru", entries, (), HEADERS))
    assert len(data) > 2_000_000
    assert len(_read(data).catalogue.entries) == 1000


def test_languages() -> None:
    assert all(map(is_language, ("ru", "kk", "kk-Latn", "en-GB")))
    assert not any(map(is_language, ("russian", "xx", "RU", "ru_RU", "", "../ru")))


LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co"), exclude_characters="\ufeff"))
TEXT = st.builds(str.strip, st.one_of(LETTERS, st.sampled_from(['"', "\\", "\\n", "a\nb", "#", "a\n\n#~ b", "\t|"])))


@given(st.lists(st.tuples(TEXT, TEXT.filter(bool), TEXT, st.booleans()), unique_by=lambda item: item[:2]))
def test_any_text_comes_back(items: list[tuple[str, str, str, bool]]) -> None:
    entries = tuple(Translation(c, s, t, bool(t) and fuzzy) for c, s, t, fuzzy in items)
    catalogue = Catalogue("ru", entries, (), HEADERS)
    assert _read(write_po(catalogue)).catalogue.entries == entries


@given(st.binary(max_size=200))
def test_any_bytes_give_a_catalogue_or_a_finding(data: bytes) -> None:
    report = Report()
    found = read_po(data, "ru", FILE, report)
    assert (found is None) == report.has_errors


@given(st.text(max_size=300), st.integers(0, len(POEDIT)))
def test_a_damaged_file_gives_a_catalogue_or_a_finding(noise: str, at: int) -> None:
    report = Report()
    found = read_po((POEDIT[:at] + noise + POEDIT[at:]).encode(errors="replace"), "ru", FILE, report)
    assert (found is None) == report.has_errors


@pytest.mark.parametrize(
    "entry",
    ['msgid "A"\nmsgid_plural ""\n"many"\nmsgstr[0] ""\n"один"\n', 'msgid "A"\nmsgid "B"\n"c"\nmsgstr "d"\n'],
)
def test_what_follows_a_wrong_keyword_is_one_finding_with_it(entry: str) -> None:
    report = Report()
    assert read_po(f"{POEDIT}\n{entry}".encode(), "ru", FILE, report) is None
    assert [found.code for found in report] == ["MK831"]


def test_a_text_of_very_many_lines_is_read_in_little_time() -> None:
    lines = 100_000
    before = time.process_time()
    found = _read(POEDIT + '"Раз\\n"\n' * lines)
    assert len(found.catalogue.entries[0].text) > 4 * lines - 4
    assert time.process_time() - before < 4


@pytest.mark.parametrize("inside", [r"a\r", r"a\x01", r"a\b", r"\377\240"])
def test_characters_that_cannot_be_printed_are_a_finding(inside: str) -> None:
    report = Report()
    read_po(POEDIT.replace("Вода для", f"Вода {inside} для").encode(), "ru", FILE, report)
    printable = inside.startswith(r"\377")
    assert [found.code for found in report] == ([] if printable else ["MK831"])


def test_a_million_entries_are_refused_before_they_are_read() -> None:
    report, before = Report(), time.process_time()
    assert read_po(b'msgid "a"\nmsgstr ""\n' * 900_000, "ru", FILE, report) is None
    assert [(found.code, str(found.span)) for found in report] == [("MK104", str(FILE))]
    assert time.process_time() - before < 2


@pytest.mark.judge("gettext")
def test_gettext_accepts_what_we_write(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    path.write_bytes(write_po(SAMPLE))
    said = subprocess.run(["msgfmt", "-c", "--statistics", "-o", "/dev/null", path], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    assert said.stderr.strip() == "3 translated messages, 2 fuzzy translations, 1 untranslated message."


@pytest.mark.judge("gettext")
def test_gettext_reads_the_same_as_we(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    path.write_bytes(write_po(SAMPLE))
    wrapped = subprocess.run(["msgcat", "--width=40", path], capture_output=True, check=True).stdout
    assert wrapped != path.read_bytes()
    assert write_po(_read(wrapped).catalogue) == write_po(SAMPLE)


@pytest.mark.judge("gettext")
def test_gettext_refuses_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    path.write_bytes(write_po(SAMPLE).replace(b'msgstr "\xd0\x92', b"msgstr \xd0\x92"))
    assert subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True).returncode != 0


@given(
    st.lists(st.text(alphabet='aб"\\\n\t—', min_size=1, max_size=6), min_size=1, max_size=4),
    st.booleans(),
    st.data(),
)
def test_a_letter_of_a_translation_stands_where_it_is_said_to(
    pieces: list[str], head: bool, data: st.DataObject
) -> None:
    """However a program breaks the lines of a text, with escapes in them or not."""
    escapes = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
    strings = [f'"{piece.translate(escapes)}"' for piece in pieces]
    above = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "x"\nmsgstr '
    written = above + ('""\n' if head else "") + "\n".join(strings) + "\n"
    report = Report()
    read = read_po(written.encode(), "ru", FILE, report)
    assert read is not None, [*report]
    (entry,) = read.catalogue.entries
    if not entry.text:
        return
    offset = data.draw(st.integers(0, len(entry.text) - 1))
    span = read.spot(entry.key, offset, 1)
    found = written.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
    assert found == entry.text[offset].translate(escapes)
