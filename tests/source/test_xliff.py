"""XLIFF 1.2 keeps contexts, states, notes and the earlier source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from modulekit.diagnostics import Report
from modulekit.editions.returned import merged
from modulekit.model.catalogue import Catalogue, Translation
from modulekit.source.xliff import read_xliff, write_xliff
from tests.source.test_po import SAMPLE

FILE = PurePosixPath("back.xlf")


def _read(data: bytes) -> tuple[Translation, ...]:
    report = Report()
    found = read_xliff(data, FILE, report)
    assert found is not None, [*report]
    assert (found.module, found.language) == ("m", "ru")
    return found.entries


def test_what_is_sent_comes_back() -> None:
    data = write_xliff(SAMPLE, "m", "en")
    assert data == write_xliff(SAMPLE, "m", "en")
    assert _read(data) == tuple(replace(entry, flags=()) for entry in SAMPLE)
    assert merged(SAMPLE, _read(data)) == (SAMPLE, ())


def test_a_translator_finishes_a_text() -> None:
    data = write_xliff(SAMPLE, "m", "en").replace(b"needs-review-translation", b"final")
    after, strangers = merged(SAMPLE, _read(data))
    assert not strangers
    assert not [entry for entry in after if entry.outdated or entry.previous]


def test_words_in_marks_of_the_program_are_words() -> None:
    data = write_xliff(SAMPLE, "m", "en").replace("Вода".encode(), '<g id="1">Во</g><mrk mtype="seg">да</mrk>'.encode())
    assert _read(data)[0].text == "Вода"


def test_an_empty_target_loses_nothing_and_a_stranger_is_told() -> None:
    back = (replace(SAMPLE.entries[0], text=""), Translation("a", "Never seen", "Невиданное"))
    after, strangers = merged(SAMPLE, back)
    assert after == SAMPLE
    assert strangers == back[1:]


LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufffe\uffff"))
TEXT = st.builds(str.strip, st.one_of(LETTERS, st.sampled_from(["<b>", "&amp;", "a\nb", "]]>", '"', "a\n\nb"])))


@given(st.lists(st.tuples(TEXT, TEXT.filter(bool), TEXT), unique_by=lambda item: item[:2]))
def test_any_text_comes_back(items: list[tuple[str, str, str]]) -> None:
    entries = tuple(Translation(*item) for item in items)
    assert _read(write_xliff(Catalogue("ru", entries), "m", "en")) == entries


@given(st.binary(max_size=100), st.integers(0, 300))
def test_a_damaged_file_is_read_or_refused(noise: bytes, at: int) -> None:
    data = write_xliff(SAMPLE, "m", "en")
    report = Report()
    found = read_xliff(data[:at] + noise + data[at:], FILE, report)
    assert (found is None) == report.has_errors
